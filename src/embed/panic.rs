//! What a person sees if we have a bug: their own words, to copy, and the
//! static guide.

use web_sys::{Element, Event, EventTarget};

/// From now on a panic tells the element, which keeps what was typed readable
/// and brings the static guide back.
///
/// A plain hook would be replaced by the renderer's own.
pub(super) fn set_hook(shell: &Element) {
    let target: EventTarget = shell.clone().into();
    yew::set_custom_panic_hook(Box::new(move |_| {
        // The message may quote the person's words: it goes nowhere.
        if let Ok(event) = Event::new("recourse-stopped") {
            let _ = target.dispatch_event(&event);
        }
    }));
}
