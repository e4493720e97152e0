//! Dressing a shadow tree without a `style` attribute or element, so that the
//! strictest host policy lets it through.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Node};

use super::Refusal;

/// Makes `css` the style sheet of the tree that `inside` stands in.
pub fn adopt(inside: &Node, css: &str) -> Result<(), Refusal> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(css)?;
    let root: JsValue = inside.get_root_node().into();
    let adopted = Reflect::set(&root, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
    if adopted { Ok(()) } else { Err(Refusal::Unsupported) }
}
