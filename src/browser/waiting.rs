//! Waiting: a while, or until what is on the page has been seen.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What is called later. Boxed, so that a timer is compiled once and not for each call.
pub type Task = Box<dyn FnOnce()>;

/// Calls after so many milliseconds; called off by dropping what is returned.
pub fn after(millis: u32, task: Task) -> Timeout {
    Timeout::new(millis, task)
}

/// Calls once the next picture of the page is drawn, so that a press is seen before
/// what it leads to is worked out.
///
/// A timer alone may run before that picture, and hold it up. A page that nobody
/// sees draws none: there the call waits until somebody does.
pub fn soon(task: Task) {
    let drawing = Closure::once_into_js(move || after(0, task).forget());
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(drawing.unchecked_ref());
    }
}

/// Like [`soon`], but called off by dropping what is returned.
pub fn after_paint(task: Task) -> Rc<()> {
    let wanted = Rc::new(());
    let still = Rc::downgrade(&wanted);
    soon(Box::new(move || {
        if still.strong_count() > 0 {
            task();
        }
    }));
    wanted
}
