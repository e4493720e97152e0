//! Keys that mean the same wherever the focus is.

use std::cell::Cell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::listening::hear;

/// How long three presses may take, in milliseconds.
const SPAN: f64 = 1_500.0;

/// Calls `on_thrice` when Shift is pressed three times in a row within a second
/// and a half, as long as the listener lives.
pub fn on_shift_thrice(on_thrice: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let presses: Cell<[f64; 3]> = Cell::new([f64::MIN; 3]);
    let listen = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.key() != "Shift" {
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
