//! Hearing what is typed, without holding up the typing.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::waiting::after;
use crate::ui::state::{Action, State};
use crate::ui::world::World;

/// From this many bytes on a text is heard only in a pause.
const LONG: usize = 6_000;
/// How long a pause is, in milliseconds.
const PAUSE: u32 = 120;

/// What takes the person's words: they are kept at once, and heard at once
/// unless they are long.
#[hook]
pub(crate) fn use_hearing(
    world: &World,
    dispatch: UseReducerDispatcher<State>,
) -> Callback<Rc<str>> {
    let pause = use_mut_ref(|| None::<Timeout>);
    use_callback((world.clone(), dispatch), move |story: Rc<str>, (world, dispatch)| {
        dispatch.dispatch(Action::Typed(Rc::clone(&story)));
        let is_long = story.len() > LONG;
        let (world, dispatch) = (world.clone(), dispatch.clone());
        let listen = move || {
            dispatch.dispatch(Action::Heard(Rc::new(world.hear(&story))));
        };
        // Dropping the earlier timer cancels it.
        pause.take();
        if is_long {
            pause.replace(Some(after(PAUSE, Box::new(listen))));
        } else {
            listen();
        }
    })
}
