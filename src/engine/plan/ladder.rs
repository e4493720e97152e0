//! The rungs that stand, in order, each with its reasons.

use super::judge::{Gate, Judged, deciding, gates, judge, lacks, needs};
use super::order::{cost, promote, sort};
use super::reach::Scene;
use super::way::progress;
use super::{Standing, Step, Wall, WallKind};
use crate::engine::calendar::{Due, due_day};
use crate::engine::case::Value;
use crate::engine::knowledge::{Channel, FactRef, Rung, Unit};
use crate::engine::rule::{Condition, Verdict};

/// The rungs that stand, in order, and those refused, as walls.
pub(super) fn ladder(scene: &Scene) -> (Vec<Step>, Vec<Wall>) {
    let mut steps: Vec<Step> = Vec::new();
    let mut walls = Vec::new();
    for (place, rung) in scene.problem.ladder.iter().enumerate() {
        let Some(channel) = scene.core.channel(rung.channel) else { continue };
        match judge(scene, rung, channel) {
            Judged::Stands(standing) => {
                let step = step(scene, rung, channel, standing, place);
                // The same door twice, under two conditions, is one door: the surer
                // side of it, then the earlier.
                let turn = |step: &Step| (step.standing, step.stage);
                match steps.iter_mut().find(|known| known.channel == step.channel) {
                    Some(known) if turn(&step) < turn(known) => *known = step,
                    Some(_) => {}
                    None => steps.push(step),
                }
            }
            Judged::Refused(kind) => walls.push(wall(scene, rung, channel, kind)),
            Judged::Elsewhere => {}
        }
    }
    promote(scene, &mut steps);
    sort(&mut steps);
    (steps, walls)
}

fn wall(scene: &Scene, rung: &Rung, channel: &Channel, kind: WallKind) -> Wall {
    let reason = match kind {
        WallKind::Warning => channel.status_reason,
        WallKind::Blocked => channel.blocked_why,
        WallKind::Requires => channel.requires_why,
        WallKind::NotForThis | WallKind::Condition => None,
    };
    let gate = gates(scene, rung, channel).find(|gate| gate.kind == kind);
    let facts = gate.map(|gate| deciding(scene, gate)).unwrap_or_default();
    Wall { channel: rung.channel, kind, reason, facts }
}

fn step(scene: &Scene, rung: &Rung, channel: &Channel, standing: Standing, place: usize) -> Step {
    let gates = gates(scene, rung, channel);
    let mut because = Vec::new();
    for gate in gates.clone().filter(|gate| gate.verdict(scene) == Verdict::Yes) {
        gate.condition.deciding_facts(scene.case, &mut because);
    }
    let (needs, due) = match standing {
        Standing::Yes => (Vec::new(), wait_over(scene, rung, channel)),
        Standing::Unknown => (needs(scene, gates.clone()), wait_over(scene, rung, channel)),
        Standing::Later => (lacks(scene, gates.clone()), ready_on(scene, gates.clone())),
    };
    let opening = scene.opening(Some(rung.channel));
    let progress = progress(scene, rung, channel);
    // That something might yet close a door does not put it behind the others.
    let hinges =
        |gate: Gate| gate.kind != WallKind::Blocked && gate.verdict(scene) == Verdict::Unknown;
    let is_open_question = gates.into_iter().any(hinges);
    let ranked =
        if is_open_question || standing == Standing::Later { standing } else { Standing::Yes };
    let cost = cost(scene, channel, place, ranked, progress, opening);
    Step {
        channel: rung.channel,
        stage: rung.stage,
        standing,
        progress,
        needs,
        because,
        reason: rung.because,
        role: rung.role,
        opening,
        due,
        cost,
        wait: rung.wait.clone(),
        sources: rung.sources.clone(),
    }
}

/// The day on which a waiting time is over if it starts today. Waits shorter
/// than a day have no day.
fn wait_over(scene: &Scene, rung: &Rung, channel: &Channel) -> Option<Due> {
    let wait = rung.wait.as_ref()?;
    if matches!(wait.unit, Unit::Minute) || (wait.unit == Unit::Hour && wait.max < 24) {
        return None;
    }
    Some(due_day(scene.moment.today(), wait.max, wait.unit, scene.holidays_of(channel)))
}

/// The first day on which a rung can be taken, if only days are missing.
fn ready_on<'a>(scene: &Scene, gates: impl Iterator<Item = Gate<'a>>) -> Option<Due> {
    let mut latest: Option<Due> = None;
    for gate in gates {
        gate.condition.each_comparison(&mut |comparison| {
            if let Condition::AtLeast(fact, floor) = comparison
                && let Some(due) = reached_on(scene, *fact, *floor)
                && latest.is_none_or(|earlier| earlier.day < due.day)
            {
                latest = Some(due);
            }
        });
    }
    latest
}

/// The day on which a count of days that is still too small reaches its floor.
fn reached_on(scene: &Scene, fact: FactRef, floor: i64) -> Option<Due> {
    let Some(Value::Count(count)) = scene.case.value(fact) else { return None };
    let unit = match scene.core.fact(fact)?.unit.as_deref() {
        Some("day") => Unit::Day,
        Some("working-day") => Unit::WorkingDay,
        _ => return None,
    };
    let missing = floor.checked_sub(count).filter(|missing| *missing > 0)?;
    let days = u16::try_from(missing.div_euclid(1000) + i64::from(missing.rem_euclid(1000) > 0));
    Some(due_day(scene.moment.today(), days.ok()?, unit, scene.holidays()))
}
