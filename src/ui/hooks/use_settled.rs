//! Drawing first what fits a screen, and the rest once that is seen.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long the first part is given to be drawn, in milliseconds.
const DRAWN: u32 = 40;

/// Whether the first part has been seen, so that what follows below it may come.
#[hook]
pub(crate) fn use_settled() -> bool {
    let is_settled = use_state_eq(|| false);
    let setter = is_settled.setter();
    use_effect_with((), move |()| {
        let waiting = Timeout::new(DRAWN, move || setter.set(true));
        move || drop(waiting)
    });
    *is_settled
}
