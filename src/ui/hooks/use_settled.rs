//! Drawing first what fits a screen, and the rest once that is seen.

use yew::prelude::*;

use super::use_after;
use crate::browser::waiting::after_paint;

/// Whether the first part has been seen, so that what follows below it may come.
#[hook]
pub(crate) fn use_settled() -> bool {
    let is_settled = use_state_eq(|| false);
    let setter = is_settled.setter();
    use_after((), move |()| {
        let waiting = after_paint(Box::new(move || setter.set(true)));
        move || drop(waiting)
    });
    *is_settled
}
