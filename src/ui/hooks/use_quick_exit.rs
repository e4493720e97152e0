//! Leaving at once, wherever the focus is.

use yew::prelude::*;

use super::use_after;
use crate::browser::{exit, guard, keys};
use crate::ui::state::{Action, State};

/// What leaves at once: forgets the visit, then empties the page. Also bound to
/// Shift pressed three times.
#[hook]
pub(crate) fn use_quick_exit(
    dispatch: UseReducerDispatcher<State>,
    on_wipe: Callback<()>,
) -> Callback<()> {
    let leave = use_callback((dispatch, on_wipe), |(), (dispatch, on_wipe)| {
        dispatch.dispatch(Action::Cleared);
        on_wipe.emit(());
        guard::let_go();
        exit::leave();
    });
    let on_thrice = leave.clone();
    use_after((), move |()| {
        let listening = keys::on_shift_thrice(move || on_thrice.emit(()));
        move || drop(listening)
    });
    leave
}
