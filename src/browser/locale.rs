//! What the page and the browser say about the reader's language.

/// Language tags in order of preference: the page's own first, then the browser's.
pub fn preferred() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let page = window
        .document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("lang"));
    let browser = window.navigator().languages();
    page.into_iter().chain(browser.iter().filter_map(|tag| tag.as_string())).collect()
}
