//! A place outside the page, where what is drawn is never seen.

use web_sys::Element;

/// An element that stands nowhere; `None` where there is no page.
pub fn place() -> Option<Element> {
    web_sys::window()?.document()?.create_element("div").ok()
}
