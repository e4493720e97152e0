//! Telling the visit what a press asks for, once the press is seen on the screen.

use yew::{Callback, UseReducerDispatcher};

use super::state::{Action, State};
use crate::browser::waiting;

/// What tells the visit that a press asks for something.
///
/// Not for fields: what is typed must stand in the state before the next letter.
pub(crate) fn sends<T: 'static>(
    dispatch: &UseReducerDispatcher<State>,
    action: fn(T) -> Action,
) -> Callback<T> {
    let dispatch = dispatch.clone();
    Callback::from(move |what| send(&dispatch, action(what)))
}

/// Tells the visit what a press asks for.
pub(crate) fn send(dispatch: &UseReducerDispatcher<State>, action: Action) {
    let dispatch = dispatch.clone();
    waiting::soon(Box::new(move || dispatch.dispatch(action)));
}
