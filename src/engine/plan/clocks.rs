//! The clocks that run: when each deadline of the problem ends, as far as known.

use super::reach::Scene;
use crate::engine::calendar::{self, Due, Start};
use crate::engine::case::Value;
use crate::engine::knowledge::Deadline;

/// One deadline of the problem.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Clock {
    /// Its place among the record's deadlines.
    pub deadline: usize,
    /// When it ends, if the case tells when it started.
    pub ends: Option<Due>,
    /// Whether it has run out.
    pub is_over: bool,
}

/// Every deadline of the problem that runs where the person is, in the record's
/// order; all of them while nobody knows where that is.
pub(super) fn clocks(scene: &Scene) -> Vec<Clock> {
    let runs_here = |deadline: &Deadline| {
        let runs_in = |here| deadline.regions.contains(&here);
        deadline.regions.is_empty() || scene.here.is_none_or(runs_in)
    };
    (scene.problem.deadlines.iter().enumerate())
        .filter(|(_, deadline)| runs_here(deadline))
        .map(|(place, deadline)| {
            let ends = ends(scene, deadline);
            let is_over = ends.is_some_and(|due| due.is_past(scene.moment));
            Clock { deadline: place, ends, is_over }
        })
        .collect()
}

fn ends(scene: &Scene, deadline: &Deadline) -> Option<Due> {
    let fact = deadline.clock?;
    match scene.case.value(fact)? {
        Value::Day(day) => Some(Due { day, minute: None, about: false }),
        Value::Count(count) => {
            let within = deadline.within.as_ref()?;
            let start = start(scene, count, scene.core.fact(fact)?.unit.as_deref()?)?;
            let (zone, holidays) = (scene.zone(), scene.holidays());
            Some(calendar::ends(start, within.max, within.unit, zone, holidays))
        }
        Value::Flag(_) | Value::Choice(_) => None,
    }
}

/// What a clock that started `count` thousandths of a unit ago is counted from.
fn start(scene: &Scene, count: i64, unit: &str) -> Option<Start> {
    match unit {
        "hour" => Some(Start::hours_ago(scene.moment, count)),
        "day" => Some(Start::days_ago(scene.moment, count)),
        _ => None,
    }
}
