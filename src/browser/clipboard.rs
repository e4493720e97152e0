//! Copying words when the person presses a button that says so.

use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Refusal;

/// Copies `text`, then tells whether that worked.
pub fn copy(text: &str, done: impl FnOnce(Result<(), Refusal>) + 'static) {
    let written = web_sys::window().map(|window| window.navigator().clipboard());
    // Outside a secure context the clipboard is missing although its type says otherwise.
    let Some(clipboard) = written.filter(|clipboard| !clipboard.is_undefined()) else {
        done(Err(Refusal::Unsupported));
        return;
    };
    let promise = clipboard.write_text(text);
    spawn_local(async move {
        done(JsFuture::from(promise).await.map(|_| ()).map_err(Refusal::from));
    });
}
