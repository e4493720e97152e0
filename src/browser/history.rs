//! The browser's back button, without a word in the address.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};

use super::listening::hear;

/// Remembers that the person is now `depth` steps in. The address stays as it is.
pub fn push(depth: u32) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // A frame without an origin may refuse; then its back button is the host's.
        let _ = history.push_state(&JsValue::from(depth), "");
    }
}

/// Calls `on_back` with the depth returned to, as long as the listener lives.
pub fn listen(on_back: impl Fn(u32) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let listen = move |event: &web_sys::Event| {
        let state = event.dyn_ref::<web_sys::PopStateEvent>().map(web_sys::PopStateEvent::state);
        let depth = state.and_then(|state| state.as_f64()).unwrap_or_default();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        on_back(depth.clamp(0.0, 1000.0) as u32);
    };
    Some(hear(&window, "popstate", Box::new(listen)))
}
