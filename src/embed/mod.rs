//! The door: how a page starts, changes and stops the widget.
//!
//! Invariant: nothing is decided here. Attributes become options, promises
//! become packs, and a page gets a [`Widget`] to hold.

mod options;
mod panic;
mod sheet;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback};

use crate::browser::packs::Supply;
use crate::browser::{policy, sheet as page_sheet};
use crate::engine::kept::Kept;
use crate::engine::locale::Lang;
use crate::ui::app::{App, AppProps};
use crate::ui::desk::Desk;
use crate::ui::later::Later;
use crate::ui::options::{Delivery, Options};
use crate::ui::state::{Action, Screen, State};
use crate::ui::world::World;

/// A running widget.
#[wasm_bindgen]
pub struct Widget {
    handle: AppHandle<App>,
    props: AppProps,
    host: Element,
    on_event: Function,
}

#[wasm_bindgen]
impl Widget {
    /// Follows the attributes of the element as they are now. What the person
    /// typed, chose and answered stays.
    pub fn follow(&mut self) {
        let delivery = self.props.options.delivery;
        self.props.options = read(&self.host, &self.props.world, delivery, &self.on_event);
        self.handle.update(self.props.clone());
    }

    /// Goes to what the attributes name.
    pub fn enter(&mut self) {
        self.props.entered += 1;
        self.follow();
    }

    /// Forgets everything it was told and starts over.
    pub fn reset(&mut self) {
        self.props.cleared += 1;
        self.follow();
    }

    /// Stops the widget and forgets everything it was told.
    pub fn stop(self) {
        self.handle.destroy();
    }

    /// The case as the program that seals and opens takes it; empty where there is none.
    pub fn kept(&mut self) -> Vec<u8> {
        let kept = self.props.desk.visit().and_then(|visit| visit.kept());
        kept.map_or_else(Vec::new, Kept::bytes)
    }

    /// Goes on from a case as that program gives it.
    pub fn resume(&mut self, kept: &[u8]) {
        let Some(visit) = self.props.desk.visit() else { return };
        let kept = Kept::from_bytes(kept);
        let story = kept.story();
        let heard = (!story.is_empty()).then(|| self.props.world.hear(story).into());
        visit.dispatch(Action::Resumed(kept.into(), heard));
    }
}

/// Starts the widget inside `shell`, an empty element in a shadow tree.
///
/// `host` carries the attributes; `supply` is `(name) => Promise<Uint8Array>`;
/// `delivery` is `page`, `file`, `frame` or `element`. Calls `on_event` with a
/// name and ids only, never with anything the person said; first of all with `ready`
/// and the versions of the program and of the knowledge.
///
/// # Errors
/// A short code when a pack is missing, damaged or of another version; the
/// static guide then stays.
#[wasm_bindgen]
pub async fn open_widget(
    host: Element,
    shell: Element,
    supply: Function,
    delivery: &str,
    on_event: Function,
) -> Result<Widget, JsValue> {
    panic::set_hook(&shell);
    let supply = Supply::new(supply);
    let lang = options::lang(&host);
    let first = supply.get(&format!("{}.first", lang.tag()));
    let (core, words, phrases) = (supply.get("core"), supply.get("words"), supply.get("phrases"));
    let (Some(core), Some(first)) = (core.await, first.await) else {
        return Err("pack-missing".into());
    };
    let world = World::read(&core).map_err(|_| JsValue::from("pack-damaged"))?;
    let options = read(&host, &world, options::delivery(delivery), &on_event);
    let (program, knowledge) = (env!("CARGO_PKG_VERSION"), world.core().version.as_str());
    let _ = on_event.call3(&JsValue::NULL, &"ready".into(), &program.into(), &knowledge.into());
    let hearing = listen(world.clone(), words, phrases);
    // Where the visit begins further on, that is what is shown first.
    let is_first = State::begin(&options).screen == Screen::Describe;
    let later = if is_first { None } else { Later::get(&supply).await };
    let props =
        AppProps { later, ..props(world, (lang, first.into()), supply, options, &on_event) };
    let draw = || yew::Renderer::<App>::with_root_and_props(shell.clone(), props.clone()).render();
    // The first screen is drawn out of sight while the text model is still on its way; the
    // others look things up in it.
    let early = is_first.then(&draw);
    let heard = hearing.await;
    // With it goes the room that the loader kept: nothing is waited for from here on.
    let dressed = heard.and_then(|()| {
        page_sheet::adopt(&shell, sheet::CSS).map_err(|_| JsValue::from("style-refused"))
    });
    if let Err(why) = dressed {
        early.into_iter().for_each(AppHandle::destroy);
        return Err(why);
    }
    let handle = early.unwrap_or_else(draw);
    Ok(Widget { handle, props, host, on_event })
}

/// Lets the world hear, once both packs for that are here.
async fn listen(
    world: World,
    words: impl Future<Output = Option<Vec<u8>>>,
    phrases: impl Future<Output = Option<Vec<u8>>>,
) -> Result<(), JsValue> {
    let (Some(words), Some(phrases)) = (words.await, phrases.await) else {
        return Err("pack-missing".into());
    };
    world.listen(&words, &phrases).map_err(|_| "pack-damaged".into())
}

fn read(host: &Element, world: &World, delivery: Delivery, on_event: &Function) -> Options {
    options::read(host, world.core(), delivery, |sentence| {
        let _ = on_event.call2(&JsValue::NULL, &"warn".into(), &sentence.into());
    })
}

fn props(
    world: World,
    first: (Lang, Rc<[u8]>),
    supply: Supply,
    options: Options,
    on_event: &Function,
) -> AppProps {
    let step = on_event.clone();
    let plan = on_event.clone();
    let wipe = on_event.clone();
    AppProps {
        world,
        first,
        later: None,
        supply,
        options,
        entered: 0,
        cleared: 0,
        desk: Desk::default(),
        policy: policy::text().map(AttrValue::from),
        on_screen: Callback::from(move |name: &'static str| {
            // A host that throws while listening must not stop the widget.
            let _ = step.call2(&JsValue::NULL, &"step".into(), &name.into());
        }),
        on_plan: Callback::from(move |(problem, channels): (String, Vec<String>)| {
            let channels: js_sys::Array = channels.iter().map(JsValue::from).collect();
            let _ = plan.call3(&JsValue::NULL, &"plan".into(), &problem.into(), &channels);
        }),
        on_wipe: Callback::from(move |()| {
            let _ = wipe.call1(&JsValue::NULL, &"wipe".into());
        }),
    }
}
