//! Leaving at once.

/// Replaces the page by an empty one, so that “back” does not return to it.
pub fn leave() {
    if let Some(window) = web_sys::window() {
        // In a sandboxed frame this empties the frame, which is all it may do.
        let _ = window.location().replace("about:blank");
    }
}
