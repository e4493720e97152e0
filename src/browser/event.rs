//! Reading what an event brings, without naming the page's types.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The text of the field an event comes from; empty if it comes from no field.
pub fn text(event: &Event) -> String {
    // Seen from outside a shadow tree the target is the host, so the path decides.
    let target = event.composed_path().get(0);
    if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        return field.value();
    }
    if let Some(field) = target.dyn_ref::<HtmlSelectElement>() {
        return field.value();
    }
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}
