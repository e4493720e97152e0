//! Noticing that somebody is there, and that the page is left.

use gloo::events::EventListener;

/// Calls `on_sign` at every press of a key or finger, and `on_leave` when the page
/// is left, as long as the listeners live.
pub fn watch(
    on_sign: impl Fn() + Clone + 'static,
    on_leave: impl Fn() + 'static,
) -> Option<[EventListener; 3]> {
    let window = web_sys::window()?;
    let signed = on_sign.clone();
    Some([
        EventListener::new(&window, "keydown", move |_| on_sign()),
        EventListener::new(&window, "pointerdown", move |_| signed()),
        EventListener::new(&window, "pagehide", move |_| on_leave()),
    ])
}
