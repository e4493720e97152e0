//! Why the browser said no.

use wasm_bindgen::JsValue;

/// Why the browser said no.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// The browser does not have the ability.
    Unsupported,
    /// The browser, the page or the person forbids it.
    Denied,
}

impl From<JsValue> for Refusal {
    fn from(_: JsValue) -> Self {
        // The reasons differ from browser to browser and may quote the page.
        Self::Denied
    }
}
