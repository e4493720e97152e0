//! The door: how a page starts, changes and stops the widget.
//!
//! Invariant: nothing is decided here. Attributes become options, promises
//! become packs, and a page gets a [`Guide`] to hold.

mod options;
mod panic;
mod sheet;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback};

use crate::browser::packs::Source;
use crate::browser::{clock, policy, sheet as page_sheet};
use crate::ui::app::{App, AppProps};
use crate::ui::options::Options;
use crate::ui::world::World;

/// A running widget.
#[wasm_bindgen]
pub struct Guide {
    handle: AppHandle<App>,
}

#[wasm_bindgen]
impl Guide {
    /// Stops the widget and forgets everything it was told.
    pub fn stop(self) {
        self.handle.destroy();
    }
}

/// Starts the widget inside `shell`, an empty element in a shadow tree.
///
/// `host` carries the attributes; `source` is `(name) => Promise<Uint8Array>`;
/// `delivery` is `page`, `file` or `element`. Calls `on_event` with a name and
/// ids only, never with anything the person said.
///
/// # Errors
/// A short code when a pack is missing, damaged or of another version; the
/// static guide then stays.
#[wasm_bindgen]
pub async fn open_guide(
    host: Element,
    shell: Element,
    source: Function,
    delivery: &str,
    on_event: Function,
) -> Result<Guide, JsValue> {
    panic::set_hook(&shell);
    let options = options::read(&host, delivery);
    let source = Source::new(source);
    let first = format!("{}.first", options.lang.tag());
    let (core, words, first) =
        (source.get("core").await, source.get("words").await, source.get(&first).await);
    let (Some(core), Some(words), Some(first)) = (core, words, first) else {
        return Err("pack-missing".into());
    };
    let world = World::read(&core, &words).map_err(|_| JsValue::from("pack-damaged"))?;
    page_sheet::adopt(&shell, sheet::CSS).map_err(|_| JsValue::from("style-refused"))?;
    let props = props(world, first, source, options, &on_event);
    Ok(Guide { handle: yew::Renderer::<App>::with_root_and_props(shell, props).render() })
}

fn props(
    world: World,
    first: Vec<u8>,
    source: Source,
    options: Options,
    on_event: &Function,
) -> AppProps {
    let step = on_event.clone();
    let plan = on_event.clone();
    AppProps {
        world,
        first,
        source,
        options,
        policy: policy::text().map(AttrValue::from),
        zone: clock::zone().map(AttrValue::from),
        on_step: Callback::from(move |name: &'static str| {
            // A host that throws while listening must not stop the widget.
            let _ = step.call2(&JsValue::NULL, &"step".into(), &name.into());
        }),
        on_plan: Callback::from(move |(problem, channels): (String, Vec<String>)| {
            let channels: js_sys::Array = channels.iter().map(JsValue::from).collect();
            let _ = plan.call3(&JsValue::NULL, &"plan".into(), &problem.into(), &channels);
        }),
    }
}

/// The version of the program.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
