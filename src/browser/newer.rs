//! Hearing that a newer version of the page has arrived and waits.

use gloo::events::EventListener;

use super::listening::hear;

/// Calls `on_newer` when a newer version is ready for the next start, as long as
/// the listener lives.
pub fn on_newer(on_newer: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(hear(&window, "recourse-newer", Box::new(move |_| on_newer())))
}
