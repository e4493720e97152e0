//! The clocks that run: when each deadline of the problem ends, as far as known.

use super::reach::Scene;
use crate::engine::calendar::{Due, due_day};
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

/// Every deadline of the problem, in the record's order.
pub(super) fn clocks(scene: &Scene) -> Vec<Clock> {
    (scene.problem.deadlines.iter().enumerate())
        .map(|(place, deadline)| {
            let ends = ends(scene, deadline);
            let is_over = ends.is_some_and(|due| due.day < scene.moment.today());
            Clock { deadline: place, ends, is_over }
        })
        .collect()
}

fn ends(scene: &Scene, deadline: &Deadline) -> Option<Due> {
    let fact = deadline.clock?;
    match scene.case.value(fact)? {
        Value::Day(day) => Some(Due { day, about: false }),
        Value::Count(count) => {
            let within = deadline.within.as_ref()?;
            let started = started(scene, count, scene.core.fact(fact)?.unit.as_deref()?)?;
            Some(due_day(started, within.max, within.unit, scene.holidays()))
        }
        Value::Flag(_) | Value::Choice(_) => None,
    }
}

/// The day a clock started, `count` thousandths of a unit ago.
fn started(scene: &Scene, count: i64, unit: &str) -> Option<i32> {
    let days = match unit {
        "hour" => count.div_euclid(24_000),
        "day" => count.div_euclid(1000),
        _ => return None,
    };
    Some(scene.moment.today().saturating_sub(i32::try_from(days).ok()?))
}
