//! Judging the rungs of a ladder, in order.

use super::reach::Scene;
use super::{Standing, Step, Wall, WallKind};
use crate::engine::calendar::{Due, due_day};
use crate::engine::case::Value;
use crate::engine::knowledge::{Channel, FactRef, Holidays, Problem, Rung, Unit};
use crate::engine::rule::{Condition, Verdict};

/// The rungs that stand, in order, and those refused, as walls.
pub(super) fn ladder(scene: &Scene, problem: &Problem) -> (Vec<Step>, Vec<Wall>) {
    let mut rungs: Vec<&Rung> = problem.ladder.iter().collect();
    // Stable: within a stage the record's own order stands.
    rungs.sort_by_key(|rung| rung.stage);
    let mut steps: Vec<Step> = Vec::new();
    let mut walls = Vec::new();
    for rung in rungs {
        let Some(channel) = scene.core.channel(rung.channel) else { continue };
        match judge(scene, rung, channel) {
            // The same door twice, under two conditions, is one door.
            Judged::Stands(step) => {
                if !steps.iter().any(|earlier| earlier.channel == step.channel) {
                    steps.push(step);
                }
            }
            Judged::Refused(wall) => walls.push(wall),
            Judged::Elsewhere => {}
        }
    }
    // Within a stage a door that stands open comes before one that depends, and
    // that before one whose turn comes later; otherwise the record's order stays.
    steps.sort_by_key(|step| (step.stage, step.standing));
    (steps, walls)
}

enum Judged {
    Stands(Step),
    Refused(Wall),
    /// It belongs to another region, or to one not yet known.
    Elsewhere,
}

fn judge(scene: &Scene, rung: &Rung, channel: &Channel) -> Judged {
    let here = scene.serves_here(channel);
    if here != Verdict::Yes {
        return Judged::Elsewhere;
    }
    if !Scene::is_door(channel) {
        return Judged::Refused(Wall {
            channel: rung.channel,
            kind: WallKind::Warning,
            reason: channel.status_reason,
            facts: Vec::new(),
        });
    }
    let gates = gates(scene, rung, channel);
    let verdict = gates.iter().map(|gate| gate.condition.judge(scene.case)).min();
    match verdict.unwrap_or(Verdict::Yes) {
        Verdict::Yes => Judged::Stands(step(scene, rung, Standing::Yes, Vec::new(), &gates)),
        Verdict::Unknown => {
            let mut needs = Vec::new();
            for gate in &gates {
                if gate.condition.judge(scene.case) == Verdict::Unknown {
                    gate.condition.open_facts(scene.case, &mut needs);
                }
            }
            if scene.core.fact_named("region").is_some_and(|region| needs.contains(&region)) {
                return Judged::Elsewhere;
            }
            Judged::Stands(step(scene, rung, Standing::Unknown, needs, &gates))
        }
        Verdict::No => later_or_refused(scene, rung, channel, &gates),
    }
}

/// One condition a rung has to pass.
struct Gate {
    kind: WallKind,
    condition: Condition,
}

/// The conditions a rung has to pass: its own, what the channel requires, and
/// that the channel is not closed to the person.
fn gates(scene: &Scene, rung: &Rung, channel: &Channel) -> Vec<Gate> {
    let own = scene
        .condition(rung.when)
        .map(|when| Gate { kind: WallKind::Condition, condition: when.clone() });
    let requires = scene
        .condition(channel.requires)
        .map(|when| Gate { kind: WallKind::Requires, condition: when.clone() });
    let open = scene.condition(channel.blocked_by).map(|when| Gate {
        kind: WallKind::Blocked,
        condition: Condition::Not(Box::new(when.clone())),
    });
    own.into_iter().chain(requires).chain(open).collect()
}

fn later_or_refused(scene: &Scene, rung: &Rung, channel: &Channel, gates: &[Gate]) -> Judged {
    let mut needs = Vec::new();
    for gate in gates {
        let verdict = gate.condition.judge(scene.case);
        if verdict != Verdict::No {
            continue;
        }
        let (attained, missing) = scene.attainable(&gate.condition, true);
        if attained == Verdict::No {
            return refused(scene, rung, channel, gate);
        }
        for fact in missing {
            if !needs.contains(&fact) {
                needs.push(fact);
            }
        }
    }
    Judged::Stands(step(scene, rung, Standing::Later, needs, gates))
}

fn refused(scene: &Scene, rung: &Rung, channel: &Channel, gate: &Gate) -> Judged {
    let mut facts = Vec::new();
    gate.condition.deciding_facts(scene.case, &mut facts);
    // A rung for another region is not a wall: it is simply not here.
    if facts.iter().all(|fact| Some(*fact) == scene.core.fact_named("region")) {
        return Judged::Elsewhere;
    }
    let reason = match gate.kind {
        WallKind::Blocked => channel.blocked_why,
        WallKind::Requires => channel.requires_why,
        WallKind::NotForThis | WallKind::Condition | WallKind::Warning => None,
    };
    Judged::Refused(Wall { channel: rung.channel, kind: gate.kind, reason, facts })
}

fn step(
    scene: &Scene,
    rung: &Rung,
    standing: Standing,
    needs: Vec<FactRef>,
    gates: &[Gate],
) -> Step {
    let mut because = Vec::new();
    for gate in gates {
        if gate.condition.judge(scene.case) == Verdict::Yes {
            gate.condition.deciding_facts(scene.case, &mut because);
        }
    }
    let due = match standing {
        Standing::Later => ready_on(scene, gates),
        Standing::Yes | Standing::Unknown => wait_over(scene, rung),
    };
    Step {
        channel: rung.channel,
        stage: rung.stage,
        standing,
        needs,
        because,
        reason: rung.because,
        role: rung.role,
        opening: scene.opening(Some(rung.channel)),
        due,
        wait: rung.wait.clone(),
        sources: rung.sources.clone(),
    }
}

/// The day on which the waiting time of a rung taken today is over. Waits
/// shorter than a day have no day.
fn wait_over(scene: &Scene, rung: &Rung) -> Option<Due> {
    let wait = rung.wait.as_ref()?;
    if matches!(wait.unit, Unit::Minute) || (wait.unit == Unit::Hour && wait.max < 24) {
        return None;
    }
    Some(due_day(scene.moment.today(), wait.max, wait.unit, holidays(scene)))
}

/// The first day on which a rung can be taken, if only days are missing.
fn ready_on(scene: &Scene, gates: &[Gate]) -> Option<Due> {
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
    Some(due_day(scene.moment.today(), days.ok()?, unit, holidays(scene)))
}

/// The holidays where the person is.
fn holidays<'a>(scene: &Scene<'a>) -> Option<&'a Holidays> {
    let code = scene.region_code()?;
    let here = |table: &&Holidays| {
        scene.core.region(table.region).is_some_and(|region| region.code == code)
    };
    scene.core.holidays.iter().find(here)
}
