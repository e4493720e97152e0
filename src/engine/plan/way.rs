//! How far the person is on the ladder: tried, waited, refused, next, exhausted.

use super::reach::Scene;
use super::{Standing, Step};
use crate::engine::calendar::{Due, due_day};
use crate::engine::case::{Answer, Origin, Value};
use crate::engine::knowledge::{Channel, FactRef, Rung, Stage, Trace};

/// How far the person is with one door.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Progress {
    /// Not tried.
    #[default]
    Untried,
    /// Not ticked, but by this fact the person has been to a door of its kind.
    Said(FactRef),
    /// Tried; nobody says how long an answer takes.
    Tried,
    /// Tried; an answer may come until this day.
    Waiting(Due),
    /// Tried, and no answer by this day.
    Overdue(Due),
    /// Tried and refused.
    Refused,
    /// Tried, and the answer does not help.
    Unsatisfying,
    /// Tried, and that solved it.
    Solved,
}

impl Progress {
    /// Whether there is still something to try here.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Untried | Self::Said(_))
    }

    /// The permanent name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Untried => "untried",
            Self::Said(_) => "said",
            Self::Tried => "tried",
            Self::Waiting(_) => "waiting",
            Self::Overdue(_) => "overdue",
            Self::Refused => "refused",
            Self::Unsatisfying => "unsatisfying",
            Self::Solved => "solved",
        }
    }
}

/// The door whose turn it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Next {
    /// Its place in the ladder, from 0.
    pub step: usize,
    /// From when, if not now.
    pub from: Option<Due>,
}

/// How the way stands as a whole.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Outcome {
    /// There is a door to try now.
    #[default]
    Open,
    /// Everything that can be tried is waiting for an answer or a day; the first
    /// is due then.
    Waiting(Due),
    /// Some door solved it.
    Solved,
    /// Every door has been used.
    Exhausted,
}

impl Outcome {
    /// The permanent name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waiting(_) => "waiting",
            Self::Solved => "solved",
            Self::Exhausted => "exhausted",
        }
    }
}

/// How far the person is with the door of a rung.
pub(super) fn progress(scene: &Scene, rung: &Rung, channel: &Channel) -> Progress {
    let Some(deed) = scene.case.deed(rung.channel) else { return said(scene, rung) };
    match deed.answer {
        Answer::Refused => Progress::Refused,
        Answer::Unsatisfying => Progress::Unsatisfying,
        Answer::Solved => Progress::Solved,
        Answer::None => {
            let waits = [&rung.wait, &channel.response, &channel.outcome];
            let Some(wait) = waits.into_iter().flatten().next() else { return Progress::Tried };
            let due = due_day(deed.day, wait.max, wait.unit, scene.holidays_of(channel));
            if due.day < scene.moment.today() {
                Progress::Overdue(due)
            } else {
                Progress::Waiting(due)
            }
        }
    }
}

/// A fact may say that a door of this kind has been used, though not which one.
pub(super) fn said(scene: &Scene, rung: &Rung) -> Progress {
    let is_said = |fact: &FactRef| {
        // What a ticked door shows says nothing about its neighbours.
        let told = scene.case.known(*fact).filter(|known| known.origin != Origin::Done);
        let is_so = match told.map(|known| known.value) {
            Some(Value::Flag(is_done)) => is_done,
            Some(Value::Count(count)) => count > 0,
            Some(Value::Choice(_) | Value::Day(_)) | None => false,
        };
        is_so && !scene.core.doors_of(*fact).is_empty()
    };
    let told = scene.core.told_by(rung.channel).iter().copied().find(is_said);
    told.map_or(Progress::Untried, Progress::Said)
}

/// The door whose turn it is, and how the way stands as a whole.
pub(super) fn way(scene: &Scene, ladder: &[Step]) -> (Option<Next>, Outcome) {
    let waiting = |step: &Step| {
        if let Progress::Waiting(due) = step.progress { Some((step.stage, due)) } else { None }
    };
    let waits: Vec<(Stage, Due)> = ladder.iter().filter_map(waiting).collect();
    let soonest = |dues: &mut dyn Iterator<Item = Due>| dues.min_by_key(|due| due.day);
    let open = ladder.iter().enumerate().filter(|(_, step)| step.progress.is_open());
    let turns: Vec<(usize, Standing, Option<Due>)> = open
        .map(|(place, step)| {
            // Higher doors ask whether the lower ones were given their time.
            let held = (step.stage >= Stage::Escalate)
                .then(|| {
                    soonest(
                        &mut waits
                            .iter()
                            .filter(|(stage, _)| *stage < step.stage)
                            .map(|(_, due)| *due),
                    )
                })
                .flatten();
            let ready = if step.standing == Standing::Later { step.due } else { None };
            (place, step.standing, ready.or(held))
        })
        .collect();
    let now =
        turns.iter().find(|(_, standing, from)| *standing != Standing::Later && from.is_none());
    let dated = turns.iter().filter_map(|(place, _, from)| Some((*place, (*from)?)));
    let dated = dated.min_by_key(|(place, due)| (due.day, *place));
    let next = match (now, dated) {
        (Some((step, ..)), _) => Some(Next { step: *step, from: None }),
        (None, Some((step, due))) => Some(Next { step, from: Some(due) }),
        // What lacks a deed of the person's own has no date.
        (None, None) => turns.first().map(|(step, ..)| Next { step: *step, from: None }),
    };
    let is_solved =
        ladder.iter().any(|step| step.progress == Progress::Solved) || says_solved(scene);
    let first_due =
        soonest(&mut waits.iter().map(|(_, due)| *due).chain(next.and_then(|next| next.from)));
    let outcome = match (next, first_due) {
        _ if is_solved => Outcome::Solved,
        (Some(Next { from: None, .. }), _) => Outcome::Open,
        (_, Some(due)) => Outcome::Waiting(due),
        (_, None) => Outcome::Exhausted,
    };
    (next, outcome)
}

/// Whether the person says that somebody's answer solved it.
fn says_solved(scene: &Scene) -> bool {
    scene.links.traced.iter().any(|fact| {
        let Some(Value::Choice(place)) = scene.case.value(*fact) else { return false };
        let Some(record) = scene.core.fact(*fact) else { return false };
        let option = record.options.get(usize::from(place)).map(|option| option.id.as_str());
        matches!(record.trace, Some(Trace::Answer(_)))
            && [Answer::Solved.id(), Answer::Solved.of_appeal()].map(Some).contains(&option)
    })
}
