//! Telling the host where the visit stands: names of screens and records, never
//! a word of the person's.

use yew::prelude::*;

use crate::engine::calendar::Moment;
use crate::engine::knowledge::ChannelRef;
use crate::engine::plan::plan;
use crate::ui::state::{State, Step};
use crate::ui::world::World;

/// Tells the host each screen the person goes to, and the channels of the plan
/// whenever they change.
#[hook]
pub(crate) fn use_report(
    world: &World,
    state: &State,
    moment: Moment,
    on_step: Callback<&'static str>,
    on_plan: Callback<(String, Vec<String>)>,
) {
    use_effect_with(state.step, move |step| on_step.emit(step.id()));

    let core = world.core();
    let problem = state.problem.filter(|_| state.step == Step::Plan);
    // The moment decides only whether a door is open, not which doors there are.
    let channels: Vec<ChannelRef> = problem.map_or_else(Vec::new, |problem| {
        let plan = plan(core, problem, &state.case, moment);
        plan.ladder.iter().map(|step| step.channel).collect()
    });
    let world = world.clone();
    use_effect_with((problem, channels), move |(problem, channels)| {
        let core = world.core();
        if let Some(record) = problem.and_then(|problem| core.problem(problem)) {
            let known = channels.iter().filter_map(|channel| core.channel(*channel));
            on_plan.emit((record.id.clone(), known.map(|channel| channel.id.clone()).collect()));
        }
    });
}
