//! The first letters, played once out of sight.

use yew::prelude::*;

use super::use_after;
use crate::browser::apart;
use crate::browser::waiting::after_paint;
use crate::ui::say;
use crate::ui::state::{Action, State};
use crate::ui::words::Words;
use crate::ui::world::World;

/// In how many pieces the example is told, so that none of them holds up a press.
const TURNS: usize = 5;

/// Hears the example of the empty field and draws what comes of it, outside the page,
/// until the person writes.
///
/// A browser compiles a function of the program when it is first called: without this,
/// the first letters of a person take twice as long as those that follow.
#[hook]
pub(crate) fn use_rehearsal(
    world: &World,
    words: &Words,
    real: &State,
    draw: &dyn Fn(&State) -> Html,
) -> Html {
    let turn = use_state_eq(|| 0);
    let setter = turn.setter();
    // Where the text model comes after the first screen, what comes next draws anew.
    let is_early = real.moves == 0 && real.story.is_empty();
    let is_wanted = is_early && *turn <= TURNS && world.hears();
    let next = if is_wanted { *turn + 1 } else { 0 };
    use_after(next, move |next| {
        let next = *next;
        let waiting = (next > 0).then(|| after_paint(Box::new(move || setter.set(next))));
        move || drop(waiting)
    });
    if !is_wanted || *turn == 0 {
        return Html::default();
    }
    let Some(place) = apart::place() else { return Html::default() };
    let example = words.say(say::STORY_EXAMPLE);
    let length = example.chars().count() * *turn / TURNS;
    let story: String = example.chars().take(length).collect();
    let heard = world.hear(&story);
    let state = State::begin(&real.host).after(Action::Typed(story.into()));
    create_portal(draw(&state.after(Action::Heard(heard.into()))), place)
}
