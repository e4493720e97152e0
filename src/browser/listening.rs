//! Hearing what happens on the page.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};

/// Calls `hear` at every event of that name, as long as the listener lives; on the way
/// down, so that it is heard even where the element keeps what is typed to itself.
///
/// Boxed, so that it is compiled once and not for each listener.
pub(super) fn hear(
    target: &EventTarget,
    name: &'static str,
    hear: Box<dyn FnMut(&Event)>,
) -> EventListener {
    EventListener::new_with_options(
        target,
        name,
        EventListenerOptions::run_in_capture_phase(),
        hear,
    )
}
