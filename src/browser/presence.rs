//! Noticing that somebody is there, and that the page is left.

use gloo::events::EventListener;

use super::listening::hear;

/// Calls `on_sign` at every press of a key or finger, and `on_leave` when the page
/// is left, as long as the listeners live.
pub fn watch(
    on_sign: impl Fn() + Clone + 'static,
    on_leave: impl Fn() + 'static,
) -> Option<[EventListener; 3]> {
    let window = web_sys::window()?;
    let signed = on_sign.clone();
    Some([
        hear(&window, "keydown", Box::new(move |_| on_sign())),
        hear(&window, "pointerdown", Box::new(move |_| signed())),
        hear(&window, "pagehide", Box::new(move |_| on_leave())),
    ])
}
