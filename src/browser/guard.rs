//! Asking before the page is left, for whoever would lose what they wrote.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};

thread_local! {
    /// Whether the person wants to leave whatever is lost.
    static IS_LET_GO: Cell<bool> = const { Cell::new(false) };
}

/// Lets the browser ask before it leaves the page, as long as the listener lives.
/// The browser uses words of its own.
pub fn ask_before_leaving() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "beforeunload", options, |event| {
        if !IS_LET_GO.get() {
            event.prevent_default();
            // Browsers from before 2023 look here instead.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &true.into());
        }
    }))
}

/// From now on the page may be left without a question.
pub fn let_go() {
    IS_LET_GO.set(true);
}
