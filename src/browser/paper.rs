//! Putting the page on paper.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;

use super::listening::hear;

/// Opens the browser's print dialog, and tells whether it opened.
///
/// Browsers inside other apps may have no such function, or one that does nothing,
/// as in a sandboxed frame; a browser that prints says so before it returns.
pub fn print() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let has_opened = Rc::new(Cell::new(false));
    let seen = Rc::clone(&has_opened);
    let _listening = hear(&window, "beforeprint", Box::new(move |_| seen.set(true)));
    window.print().is_ok() && has_opened.get()
}

/// Calls `on_change` with whether the page is being printed, as long as the
/// listeners live; also when the person prints from the browser's own menu.
pub fn listen(on_change: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let on_end = on_change.clone();
    Some([
        hear(&window, "beforeprint", Box::new(move |_| on_change(true))),
        hear(&window, "afterprint", Box::new(move |_| on_end(false))),
    ])
}
