//! Moving the reader to where the story goes on.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// Focuses an element, so that a screen reader speaks from there.
pub fn on(node: &Node) {
    if let Some(element) = node.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}
