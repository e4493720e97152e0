//! What the engine says of every problem while nothing is known but, perhaps,
//! where the person is.

use std::collections::BTreeMap;

use recourse::engine::calendar::{Moment, day_text};
use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::{ChannelRef, Core, ProblemRef};
use recourse::engine::plan::{Plan, Step, plan};

/// From how many problems on what a place adds is said once for all of them.
const MANY: usize = 5;

/// The plans of one problem.
pub(crate) struct Route {
    /// The plan for a place nobody knows.
    pub(crate) anywhere: Plan,
    /// The plans for the places where it differs, in the order of the records.
    pub(crate) places: Vec<(u8, Plan)>,
}

impl Route {
    /// Whether a door stands in the list for anywhere, for the same reason.
    pub(crate) fn is_known(&self, step: &Step) -> bool {
        let same = |known: &Step| known.channel == step.channel && known.reason == step.reason;
        self.anywhere.ladder.iter().any(same)
    }

    /// The doors a place adds, in their order.
    pub(crate) fn added(&self, plan: &Plan) -> Vec<ChannelRef> {
        let added = plan.ladder.iter().filter(|step| !self.is_known(step));
        added.map(|step| step.channel).collect()
    }
}

/// The plans of all problems, in the order of the records.
pub(crate) struct Routes {
    routes: Vec<Route>,
    usual: BTreeMap<u8, Vec<ChannelRef>>,
}

impl Routes {
    /// Asks the engine.
    ///
    /// A guide is read at any hour, so nothing is taken to be open or closed: the
    /// hours of every door are left out of the question.
    pub(crate) fn of(core: &Core) -> Self {
        let mut core = core.clone();
        for channel in &mut core.channels {
            channel.hours = None;
        }
        let noon = Moment::parse(&format!("{}T12:00:00Z", day_text(core.date)));
        let noon = noon.unwrap_or(Moment::from_clock(0, 0));
        let routes = core.each_problem().map(|(problem, _)| route(&core, problem, noon));
        let routes: Vec<Route> = routes.collect();
        let usual = usual(&routes);
        Self { routes, usual }
    }

    /// The plans of a problem.
    pub(crate) fn get(&self, problem: ProblemRef) -> Option<&Route> {
        self.routes.get(problem.place())
    }

    /// The doors that many problems add in a place, place by place.
    pub(crate) fn usual(&self) -> &BTreeMap<u8, Vec<ChannelRef>> {
        &self.usual
    }
}

fn route(core: &Core, problem: ProblemRef, moment: Moment) -> Route {
    let anywhere = plan(core, problem, &Case::default(), moment);
    let region = core.fact_named("region");
    let assumed = core.problem(problem).map(|record| record.assumes.as_slice());
    // A problem of one country only is not asked about the others.
    let is_settled = assumed.is_some_and(|facts| facts.iter().any(|(f, _)| Some(*f) == region));
    let mut places = Vec::new();
    if let Some(region) = region.filter(|_| !is_settled) {
        let options = core.fact(region).map_or(&[][..], |fact| &fact.options);
        for (place, _) in (0_u8..).zip(options) {
            let mut case = Case::default();
            case.tell(region, Value::Choice(place), Origin::Given);
            let there = plan(core, problem, &case, moment);
            if differs(&anywhere, &there) {
                places.push((place, there));
            }
        }
    }
    Route { anywhere, places }
}

/// For each place the doors, in order, that most problems add there, if many do.
fn usual(routes: &[Route]) -> BTreeMap<u8, Vec<ChannelRef>> {
    let mut seen: BTreeMap<u8, Vec<(usize, Vec<ChannelRef>)>> = BTreeMap::new();
    for route in routes {
        for (place, plan) in &route.places {
            let added = route.added(plan);
            let lists = seen.entry(*place).or_default();
            match lists.iter_mut().find(|(_, known)| *known == added) {
                Some((count, _)) => *count += 1,
                None => lists.push((1, added)),
            }
        }
    }
    let best = seen.into_iter().filter_map(|(place, lists)| {
        let (count, added) = lists.into_iter().max_by_key(|(count, _)| *count)?;
        (count >= MANY).then_some((place, added))
    });
    best.collect()
}

/// Whether a place changes what to do or where to go.
fn differs(one: &Plan, other: &Plan) -> bool {
    let doors = |plan: &Plan| {
        plan.ladder.iter().map(|step| (step.channel, step.stage, step.reason)).collect::<Vec<_>>()
    };
    acts(one).ne(acts(other)) || doors(one) != doors(other)
}

fn acts(plan: &Plan) -> impl Iterator<Item = usize> + '_ {
    plan.urgent.iter().chain(&plan.first).map(|act| act.text.place())
}
