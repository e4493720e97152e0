//! Yew: attributes by their own names, events by a listener on the node.

#![expect(
    clippy::disallowed_methods,
    clippy::ignored_unit_patterns,
    reason = "a page of its own touches itself; a pattern that `html!` writes for such a name"
)]

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};
use yew::prelude::*;

/// What the page shows; nothing at all takes the element away.
#[derive(Clone, PartialEq, Properties)]
struct Shown {
    options: Option<Options>,
}

/// What is set on the element.
#[derive(Clone, PartialEq)]
struct Options {
    lang: AttrValue,
    problem: Option<AttrValue>,
    level: AttrValue,
}

/// The element with its static help, and an ear for two of its events.
#[component]
fn Help(props: &Shown) -> Html {
    let place = use_node_ref();
    use_effect_with((place.clone(), props.options.is_some()), |(place, _)| {
        let listeners = place.cast::<Element>().map(|guide| {
            ["step", "plan"].map(|name| {
                EventListener::new(&guide, format!("recourse:{name}"), |event| hear(name, event))
            })
        });
        move || drop(listeners)
    });
    let Some(Options { lang, problem, level }) = props.options.clone() else {
        return Html::default();
    };
    html! {
        <@{"recourse-guide"} ref={place} {lang} {problem} heading-level={level}>
            <p>{ "Call 110." }</p>
        </@>
    }
}

/// Keeps what was told for the test to read.
fn hear(name: &str, event: &Event) {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or_default();
    let said = Array::of2(&name.into(), &get(event, "detail"));
    get(&js_sys::global(), "heard").unchecked_into::<Array>().push(&said);
}

/// What the test asks to be shown: a record, or null.
fn asked(options: &JsValue) -> Option<Options> {
    let get = |key: &str| Reflect::get(options, &key.into()).ok();
    let text = |key: &str| get(key)?.as_string().map(AttrValue::from);
    let level = get("level")?.as_f64().map(|level| AttrValue::from(level.to_string()));
    Some(Options { lang: text("lang")?, problem: text("problem"), level: level? })
}

fn main() {
    let page = js_sys::global();
    let set = |name: &str, value: &JsValue| Reflect::set(&page, &name.into(), value);
    let Some(app) =
        web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"))
    else {
        return;
    };
    let begin = Options { lang: "en".into(), problem: None, level: "3".into() };
    let shown = Shown { options: Some(begin) };
    let heard = set("heard", &Array::new());
    let mut handle = yew::Renderer::<Help>::with_root_and_props(app, shown).render();
    let show = Closure::<dyn FnMut(JsValue)>::new(move |options: JsValue| {
        handle.update(Shown { options: asked(&options) });
    });
    let show: Function = show.into_js_value().unchecked_into();
    // Without a page that can be written to there is nobody to ask.
    let _ = (heard, set("show", &show));
}
