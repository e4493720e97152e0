//! What each answer would change, worked out after the plan is on show.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::calendar::Moment;
use crate::engine::case::Case;
use crate::engine::knowledge::ProblemRef;
use crate::engine::plan::{Change, changes, plan};
use crate::ui::world::World;

/// How long the plan is given to be drawn, in milliseconds.
const DRAWN: u32 = 60;

/// What each answer would change. It takes as long as a dozen plans, so the plan
/// is shown first; until it is done, what was true before the last answer stands.
#[hook]
pub(crate) fn use_changes(
    world: &World,
    problem: ProblemRef,
    case: &Case,
    moment: Moment,
) -> Rc<[Change]> {
    let found = use_state_eq(Rc::<[Change]>::default);
    let setter = found.setter();
    let given = (world.clone(), problem, case.clone(), moment);
    use_effect_with(given, move |(world, problem, case, moment)| {
        let (world, problem, case, moment) = (world.clone(), *problem, case.clone(), *moment);
        let waiting = Timeout::new(DRAWN, move || {
            let core = world.core();
            let now = plan(core, problem, &case, moment);
            setter.set(changes(core, problem, &case, moment, &now).into());
        });
        move || drop(waiting)
    });
    Rc::clone(&found)
}
