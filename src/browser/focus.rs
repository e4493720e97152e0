//! Moving the reader to where the story goes on.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// Focuses an element, so that a screen reader speaks from there.
pub fn on(node: &Node) {
    if let Some(element) = node.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Focuses the first part of an element that a selector names.
pub fn on_part(whole: &Node, selector: &str) {
    let part = whole.dyn_ref::<Element>().and_then(|it| it.query_selector(selector).ok().flatten());
    if let Some(part) = part {
        on(&part);
    }
}

/// The same if what had the focus is gone: nobody's hand is drawn away from where it is.
pub fn catch(whole: &Node, selector: &str) {
    let active = whole.owner_document().and_then(|page| page.active_element());
    if active.is_none_or(|active| active.local_name() == "body") {
        on_part(whole, selector);
    }
}
