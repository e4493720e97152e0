//! Moving the reader to where the story goes on.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Focuses an element, so that a screen reader speaks from there, and brings
/// the top of the widget into view.
pub fn on(node: &Node) {
    if let Some(element) = node.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Brings an element's top into view.
pub fn show(node: &Node) {
    if let Some(element) = node.dyn_ref::<Element>() {
        element.scroll_into_view_with_bool(true);
    }
}
