//! Knowing that a newer version is ready for the next start.

use yew::prelude::*;

use super::use_after;
use crate::browser::newer;

/// Whether a newer version of the page has arrived and waits.
#[hook]
pub(crate) fn use_newer() -> bool {
    let is_ready = use_state_eq(|| false);
    let setter = is_ready.setter();
    use_after((), move |()| {
        let listening = newer::on_newer(move || setter.set(true));
        move || drop(listening)
    });
    *is_ready
}
