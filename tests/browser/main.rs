//! What the browser's room promises, tried inside a browser.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails, and says where")]

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Function, Promise};
use recourse::browser::packs::Supply;
use recourse::browser::{clipboard, clock, event, locale, policy, sheet};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    let global = js_sys::global();
    let document = js_sys::Reflect::get(&global, &"document".into()).expect("a page");
    document.dyn_into().expect("a document")
}

fn element(name: &str) -> Element {
    let document = document();
    let element = document.create_element(name).expect("an element");
    let root = document.document_element().expect("a root");
    root.append_child(&element).expect("a place for it");
    element
}

#[wasm_bindgen_test]
fn the_clock_tells_a_time_of_this_age_and_a_zone() {
    let (millis, minutes_east) = clock::now();
    assert!(millis > 1_700_000_000_000, "{millis}");
    assert!((-840..=840).contains(&minutes_east), "{minutes_east}");
    assert!(clock::zone().is_some_and(|zone| !zone.is_empty()));
}

#[wasm_bindgen_test]
fn the_languages_are_tags() {
    assert!(locale::preferred().iter().all(|tag| !tag.is_empty()));
}

#[wasm_bindgen_test]
fn a_page_without_a_policy_claims_none() {
    assert_eq!(policy::text(), None);
}

#[wasm_bindgen_test]
async fn packs_come_through_the_door_or_not_at_all() {
    let supply = |body: &str| Supply::new(Function::new_with_args("name", body));
    let bytes = supply("return Promise.resolve(new Uint8Array([name.length, 7]))");
    assert_eq!(bytes.get("core").await, Some(vec![4, 7]));
    for refusal in [
        "return Promise.reject(new Error('offline'))",
        "throw new Error('no such pack')",
        "return 'not bytes'",
        "",
    ] {
        assert_eq!(supply(refusal).get("core").await, None, "{refusal}");
    }
}

#[wasm_bindgen_test]
fn a_sheet_dresses_a_shadow_tree_without_a_style_attribute() {
    let host = element("div");
    let shadow: JsValue = js_sys::eval(
        "const host = document.documentElement.lastElementChild;\
         host.attachShadow({ mode: 'open' }).append(document.createElement('p'));\
         host.shadowRoot.firstChild",
    )
    .expect("a shadow tree");
    let inside: Element = shadow.dyn_into().expect("the paragraph");
    sheet::adopt(&inside, "p { color: rgb(1, 2, 3) }").expect("an adopted sheet");
    let colour = js_sys::eval(
        "getComputedStyle(document.documentElement.lastElementChild.shadowRoot.firstChild).color",
    );
    assert_eq!(colour.expect("a colour").as_string().as_deref(), Some("rgb(1, 2, 3)"));
    host.remove();
}

#[wasm_bindgen_test]
fn what_is_typed_is_read_from_the_event() {
    let field: HtmlTextAreaElement = element("textarea").dyn_into().expect("a field");
    let read = Rc::new(RefCell::new(String::new()));
    let to = Rc::clone(&read);
    let listener = EventListener::new(&field, "input", move |event| {
        *to.borrow_mut() = event::text(event);
    });
    for typed in ["转了 3000 😟", "", "line\nline"] {
        field.set_value(typed);
        field.dispatch_event(&Event::new("input").expect("an event")).expect("it is handled");
        assert_eq!(*read.borrow(), typed);
    }
    drop(listener);
    field.remove();
}

#[wasm_bindgen_test]
async fn copying_answers_either_way() {
    let asked = Promise::new(&mut |resolve, _| {
        clipboard::copy("cn-110", move |result| {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from(result.is_ok()));
        });
    });
    let answer = wasm_bindgen_futures::JsFuture::from(asked).await.expect("an answer");
    assert!(answer.as_bool().is_some());
}
