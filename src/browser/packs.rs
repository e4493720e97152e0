//! Fetching packs through the door: the page asks its own origin, the single
//! file looks into itself. Which of the two is not known here.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Where packs come from: a function of a name that promises the bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Supply(Function);

impl Supply {
    /// The supply behind a function `(name: string) => Promise<Uint8Array>`.
    pub const fn new(function: Function) -> Self {
        Self(function)
    }

    /// Asks for a pack now, and promises its bytes, or `None` if they are not to be
    /// had.
    pub fn get(&self, name: &str) -> impl Future<Output = Option<Vec<u8>>> + 'static {
        let asked = self.0.call1(&JsValue::NULL, &name.into());
        // Listened to from now on: a refusal that nobody waits for yet would be an error.
        let asked = asked.map(|asked| JsFuture::from(Promise::resolve(&asked)));
        async move {
            let bytes = asked.ok()?.await.ok()?;
            bytes.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
        }
    }

    /// Asks for a pack and calls `done` with its bytes.
    pub fn load(&self, name: &str, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
        let bytes = self.get(name);
        spawn_local(async move { done(bytes.await) });
    }
}
