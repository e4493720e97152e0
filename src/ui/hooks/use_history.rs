//! The browser's back button between the screens, with nothing in the address.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::history;
use crate::ui::options::Delivery;
use crate::ui::state::{Action, State, Step};

/// Remembers each screen the person goes to, and follows the browser back.
///
/// Not in somebody else's page: its history is its own.
#[hook]
pub(crate) fn use_history(state: &UseReducerHandle<State>, delivery: Delivery) {
    let began = *use_memo((), |()| state.step);
    // The screen the browser's history stands at, so that following it is not
    // taken for a new visit of that screen.
    let stands_at = use_mut_ref(|| began);
    let is_ours = delivery != Delivery::Element;

    let following = Rc::clone(&stands_at);
    let dispatch = state.dispatcher();
    use_effect_with(is_ours, move |is_ours| {
        let listening = is_ours.then(|| {
            history::listen(move |depth| {
                let step = step(depth).unwrap_or(began);
                following.replace(step);
                dispatch.dispatch(Action::WentTo(step));
            })
        });
        move || drop(listening)
    });

    use_effect_with(state.step, move |step| {
        if is_ours && stands_at.replace(*step) != *step {
            history::push(depth(*step));
        }
    });
}

/// How a screen is written into the browser's history; 0 is the page before
/// anybody went anywhere.
const fn depth(step: Step) -> u32 {
    match step {
        Step::Describe => 1,
        Step::Browse => 2,
        Step::Plan => 3,
    }
}

fn step(written: u32) -> Option<Step> {
    [Step::Describe, Step::Browse, Step::Plan].into_iter().find(|step| depth(*step) == written)
}
