//! What each answer would change, worked out after the plan is on show.

use std::rc::Rc;

use yew::prelude::*;

use super::use_after;
use crate::browser::waiting::after_paint;
use crate::engine::calendar::Moment;
use crate::engine::case::Case;
use crate::engine::knowledge::ProblemRef;
use crate::engine::plan::{Change, changes, plan};
use crate::ui::world::World;

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
    use_after(given, move |(world, problem, case, moment)| {
        let (world, problem, case, moment) = (world.clone(), *problem, case.clone(), *moment);
        let waiting = after_paint(Box::new(move || {
            let core = world.core();
            let now = plan(core, problem, &case, moment);
            setter.set(changes(core, problem, &case, moment, &now).into());
        }));
        move || drop(waiting)
    });
    Rc::clone(&found)
}
