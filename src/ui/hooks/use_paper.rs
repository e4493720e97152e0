//! Printing: the sheet is drawn only while it is wanted.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::paper;

/// How long the sheet is given to be drawn before the dialog opens, in milliseconds.
const DRAWN: u32 = 30;

/// Whether a sheet is wanted, and a way to ask for one.
#[hook]
pub(crate) fn use_paper() -> (bool, Callback<MouseEvent>) {
    let is_wanted = use_state_eq(|| false);
    let setter = is_wanted.setter();
    use_effect_with((), move |()| {
        // Whoever prints from the browser's menu wants the sheet as well.
        let listening = paper::listen(move |is_printing| setter.set(is_printing));
        move || drop(listening)
    });
    let setter = is_wanted.setter();
    let on_print = Callback::from(move |_: MouseEvent| {
        setter.set(true);
        Timeout::new(DRAWN, paper::print).forget();
    });
    (*is_wanted, on_print)
}
