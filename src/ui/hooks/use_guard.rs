//! Nothing that was written is lost by an accident, and nothing stays where
//! others come after.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::use_after;
use crate::browser::{clock, guard, presence};
use crate::ui::options::Delivery;
use crate::ui::state::{Action, State};

/// After how many minutes without a sign of life a shared computer forgets.
pub(crate) const IDLE_MINUTES: i64 = 3;
/// How often that is looked at, in milliseconds.
const LOOK: u32 = 10_000;

/// Lets the browser ask before the page is left with something written, and on a
/// shared computer forgets the visit when it is abandoned.
///
/// In somebody else's page the question would be theirs to put.
#[hook]
pub(crate) fn use_guard(state: &UseReducerHandle<State>, delivery: Delivery) {
    let would_lose = state.holds_words() && !state.is_shared && !delivery.is_guest();
    use_after(would_lose, |would_lose| {
        let asking = would_lose.then(guard::ask_before_leaving);
        move || drop(asking)
    });

    let dispatch = state.dispatcher();
    use_after(state.is_shared, move |is_shared| {
        let watching = is_shared.then(|| watch(dispatch));
        move || drop(watching)
    });
}

fn watch(dispatch: UseReducerDispatcher<State>) -> (Interval, impl Sized) {
    let seen = Rc::new(Cell::new(clock::now().0));
    let (signed, left) = (Rc::clone(&seen), dispatch.clone());
    let listening = presence::watch(
        move || signed.set(clock::now().0),
        move || left.dispatch(Action::Abandoned),
    );
    let looking = Interval::new(LOOK, move || {
        if clock::now().0 - seen.get() >= IDLE_MINUTES * 60_000 {
            dispatch.dispatch(Action::Abandoned);
        }
    });
    (looking, listening)
}
