//! From a case to a plan: what to do now, the ladder in order with its reasons,
//! how far the person is on it, the doors that are not for this case, the clocks
//! that run, and what is still worth asking.

mod asks;
mod clocks;
mod findings;
mod flips;
mod judge;
mod ladder;
mod look;
mod order;
mod prepare;
mod reach;
mod reading;
mod sketch;
mod things;
mod twins;
mod urgent;
mod walls;
mod way;

use super::calendar::{Due, Moment, Opening};
use super::case::Case;
use super::knowledge::{
    ChannelRef, Core, Duration, FactRef, ProblemRef, SourceRef, Stage, TextRef,
};

pub use clocks::Clock;
pub use findings::{Finding, Findings, findings};
pub use flips::{Change, changes};
pub use judge::Judged;
pub use order::Cost;
pub use prepare::{Prepared, prepare};
use prepare::{settle, told};
pub use reading::{guide_of, guides, guides_at, guides_for};
pub use urgent::at_once;
pub use way::{Next, Outcome, Progress};

/// What to do about one problem, given what is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Where minutes matter: what to do at once, in order.
    pub urgent: Vec<Act>,
    /// Where they do not: what to do before the first door, in order. One of
    /// this and `urgent` is empty.
    pub first: Vec<Act>,
    /// The channels, in order.
    pub ladder: Vec<Step>,
    /// The door whose turn it is.
    pub next: Option<Next>,
    /// How the way stands as a whole.
    pub outcome: Outcome,
    /// Channels that are not for this case, and why.
    pub walls: Vec<Wall>,
    /// The clocks that run, in the order of the record's deadlines.
    pub clocks: Vec<Clock>,
    /// Facts whose answer changes the plan, most decisive first; at most six.
    pub asks: Vec<FactRef>,
    /// Facts that were told but count for nothing, because what they rest on
    /// turned out not to be so.
    pub ignored: Vec<FactRef>,
}

/// Something to do at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// What to do.
    pub text: TextRef,
    /// Whom to turn to, if it is a channel.
    pub channel: Option<ChannelRef>,
    /// Whether the channel is open.
    pub opening: Opening,
    /// The known facts that put it here.
    pub because: Vec<FactRef>,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

/// How a rung stands.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Standing {
    /// It can be taken now.
    Yes,
    /// Open questions decide.
    Unknown,
    /// It lacks only what the person or time can still bring about.
    Later,
}

impl Standing {
    /// The permanent name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Unknown => "unknown",
            Self::Later => "later",
        }
    }
}

/// One rung of the ladder, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Whom to turn to.
    pub channel: ChannelRef,
    /// When its turn comes.
    pub stage: Stage,
    /// How it stands.
    pub standing: Standing,
    /// How far the person is with it.
    pub progress: Progress,
    /// The facts that would settle it, or that still have to come about.
    pub needs: Vec<FactRef>,
    /// The known facts that put it here.
    pub because: Vec<FactRef>,
    /// Why it is here, in words.
    pub reason: TextRef,
    /// The part it plays, if a region fills it: a place in [`Core::roles`].
    pub role: Option<u8>,
    /// Whether it is open.
    pub opening: Opening,
    /// For a rung to be taken now: the day on which its waiting time is over if
    /// taken today. For a later one: the first day on which it can be taken.
    pub due: Option<Due>,
    /// What put it at its place among the doors of its stage.
    pub cost: Cost,
    /// How long to wait here before the next rung.
    pub wait: Option<Duration>,
    /// Where the reason comes from.
    pub sources: Vec<SourceRef>,
}

/// Why a channel is not for this case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WallKind {
    /// People wrongly try it for this problem.
    NotForThis,
    /// It is closed to the person.
    Blocked,
    /// It refuses, or is useless, without something the case lacks.
    Requires,
    /// The rung's own condition does not hold.
    Condition,
    /// It is kept only to warn.
    Warning,
}

impl WallKind {
    /// The permanent name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotForThis => "not-for-this",
            Self::Blocked => "blocked-by",
            Self::Requires => "requires",
            Self::Condition => "condition",
            Self::Warning => "warn-only",
        }
    }
}

/// A channel that is not for this case.
#[derive(Clone, Debug, PartialEq)]
pub struct Wall {
    /// The channel.
    pub channel: ChannelRef,
    /// What kind of wall it is.
    pub kind: WallKind,
    /// Why, in words, where a record says so.
    pub reason: Option<TextRef>,
    /// The known facts that decided.
    pub facts: Vec<FactRef>,
}

/// Makes the plan. Never fails: knowing little is a short plan with questions.
///
/// The case is taken as given; [`prepare`] adds what the problem assumes and
/// what follows from other facts and from the doors already used.
pub fn plan(core: &Core, problem: ProblemRef, case: &Case, moment: Moment) -> Plan {
    make(core, problem, case, moment, true)
}

/// The plan without its questions.
fn outline(core: &Core, problem: ProblemRef, case: &Case, moment: Moment) -> Plan {
    make(core, problem, case, moment, false)
}

fn make(core: &Core, problem: ProblemRef, case: &Case, moment: Moment, may_ask: bool) -> Plan {
    let (Some(record), Some(scope)) = (core.problem(problem), core.scope(problem)) else {
        return Plan::default();
    };
    let links = if scope.is_enough(core, case) { &scope.links } else { &core.links };
    let told = told(core, Some(record), links, case, moment);
    let prepared = settle(core, links, told.clone());
    let scene = reach::Scene::new(core, record, scope, links, &prepared, moment);
    let scene = scene.heeding_the_alarm();
    let findings = findings::find(&scene);
    let (ladder, refused) = ladder::ladder(&scene, &findings);
    let (next, outcome) = way::way(&scene, &ladder);
    let acts = urgent::acts(&scene, &findings);
    let (urgent, first) = if scene.is_emergency { (acts, Vec::new()) } else { (Vec::new(), acts) };
    let walls = walls::walls(&scene, &ladder, refused);
    let clocks = clocks::clocks(&scene);
    let asks = if may_ask { asks::asks(scene, &findings, &told, &prepared) } else { Vec::new() };
    let ignored = prepared.ignored;
    Plan { urgent, first, ladder, next, outcome, walls, clocks, asks, ignored }
}
