//! Keys that mean the same wherever the focus is.

use std::cell::Cell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::listening::hear;

/// How long three presses may take, in milliseconds.
const SPAN: f64 = 1_500.0;

/// What a page around the widget lets people write in.
const FIELDS: &str = "input,textarea,select,[contenteditable]";

/// Calls `on_thrice` when Shift is pressed three times in a row within a second
/// and a half, as long as the listener lives.
///
/// Not where somebody writes in a field of the page around us: input methods change
/// their language by that key, and what is written there is not ours to throw away.
/// Seen from the page, our own fields are the element.
pub fn on_shift_thrice(on_thrice: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let presses: Cell<[f64; 3]> = Cell::new([f64::MIN; 3]);
    let listen = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let place = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_theirs = place.is_some_and(|place| place.matches(FIELDS).unwrap_or(false));
        if is_theirs || event.key() != "Shift" {
            presses.set([f64::MIN; 3]);
            return;
        }
        if event.repeat() {
            return;
        }
        let [_, second, third] = presses.get();
        let now = event.time_stamp();
        presses.set([second, third, now]);
        if now - second <= SPAN {
            presses.set([f64::MIN; 3]);
            on_thrice();
        }
    };
    Some(hear(&document, "keydown", Box::new(listen)))
}
