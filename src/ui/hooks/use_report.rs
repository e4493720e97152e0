//! Telling the host where the visit stands: names of screens and records, never
//! a word of the person's.

use yew::prelude::*;

use super::use_after;
use crate::browser::waiting::after;
use crate::engine::calendar::Moment;
use crate::engine::knowledge::{ChannelRef, ProblemRef};
use crate::engine::plan::plan;
use crate::ui::state::{Screen, State};
use crate::ui::world::World;

/// How long the person’s own screen is given first, in milliseconds.
const SHOWN: u32 = 100;

/// Tells the host each screen the person goes to, and the channels of the plan
/// whenever they change.
#[hook]
pub(crate) fn use_report(
    world: &World,
    state: &State,
    moment: Moment,
    on_screen: Callback<&'static str>,
    on_plan: Callback<(String, Vec<String>)>,
) {
    use_after(state.screen, move |screen| on_screen.emit(screen.id()));

    let told = use_mut_ref(|| None::<(ProblemRef, Vec<ChannelRef>)>);
    let problem = state.problem.filter(|_| state.screen == Screen::Plan);
    let world = world.clone();
    // The moment decides only whether a door is open, not which doors there are.
    use_after((problem, state.case.clone()), move |(problem, case)| {
        let (problem, case) = (*problem, case.clone());
        let waiting = after(
            SHOWN,
            Box::new(move || {
                let core = world.core();
                let Some((problem, record)) = problem.and_then(|of| Some((of, core.problem(of)?)))
                else {
                    told.replace(None);
                    return;
                };
                let plan = plan(core, problem, &case, moment);
                let channels: Vec<ChannelRef> =
                    plan.ladder.iter().map(|step| step.channel).collect();
                let ids = channels.iter().filter_map(|channel| core.channel(*channel));
                let ids: Vec<String> = ids.map(|channel| channel.id.clone()).collect();
                let now = Some((problem, channels));
                if *told.borrow() != now {
                    told.replace(now);
                    on_plan.emit((record.id.clone(), ids));
                }
            }),
        );
        move || drop(waiting)
    });
}
