//! Putting the page on paper.

use gloo::events::EventListener;

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A sandboxed frame may forbid it; then nothing happens.
        let _ = window.print();
    }
}

/// Calls `on_change` with whether the page is being printed, as long as the
/// listeners live; also when the person prints from the browser's own menu.
pub fn listen(on_change: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let on_end = on_change.clone();
    Some([
        EventListener::new(&window, "beforeprint", move |_| on_change(true)),
        EventListener::new(&window, "afterprint", move |_| on_end(false)),
    ])
}
