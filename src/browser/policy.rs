//! The policy by which the browser forbids the page to talk.

/// The page's own Content-Security-Policy, word by word, if it carries one.
pub fn text() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document.query_selector("meta[http-equiv='Content-Security-Policy']").ok()??;
    meta.get_attribute("content").filter(|policy| !policy.is_empty())
}
