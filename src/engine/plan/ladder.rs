//! The rungs that stand, in order, each with its reasons.

use super::findings::{Finding, Findings};
use super::judge::Judged;
use super::order::{cost, promote, sort};
use super::reach::Scene;
use super::twins::stands_instead;
use super::way::progress;
use super::{Standing, Step, Wall, WallKind};
use crate::engine::calendar::{Due, due_day, year_month_day};
use crate::engine::case::Value;
use crate::engine::knowledge::{Channel, FactRef, Rung, Unit};
use crate::engine::rule::Condition;

/// The rungs that stand, in order, and those refused, as walls.
pub(super) fn ladder(scene: &Scene, findings: &Findings) -> (Vec<Step>, Vec<Wall>) {
    let mut steps: Vec<Step> = Vec::with_capacity(findings.rungs.len());
    let mut walls = Vec::new();
    let (year, ..) = year_month_day(scene.moment.today());
    let rungs = scene.problem.ladder.iter().zip(&findings.rungs).enumerate();
    for (place, (rung, finding)) in rungs {
        let Some(channel) = scene.core.channel(rung.channel) else { continue };
        match finding.judged {
            Judged::Stands(standing) => {
                let earlier = steps.iter_mut().find(|known| known.channel == rung.channel);
                let new =
                    || step(scene, year, (place, rung), channel, findings, (finding, standing));
                match earlier {
                    Some(known)
                        if stands_instead(
                            (standing, rung.stage),
                            (known.standing, known.stage),
                        ) =>
                    {
                        *known = new();
                    }
                    Some(_) => {}
                    None => steps.push(new()),
                }
            }
            Judged::Refused(kind) => walls.push(Wall {
                channel: rung.channel,
                kind,
                reason: match kind {
                    WallKind::Warning => channel.status_reason,
                    WallKind::Blocked => channel.blocked_why,
                    WallKind::Requires => channel.requires_why,
                    WallKind::NotForThis | WallKind::Condition => None,
                },
                facts: findings.because(finding).to_vec(),
            }),
            Judged::Elsewhere => {}
        }
    }
    promote(scene, &mut steps);
    sort(&mut steps);
    (steps, walls)
}

fn step(
    scene: &Scene,
    year: i32,
    (place, rung): (usize, &Rung),
    channel: &Channel,
    findings: &Findings,
    (finding, standing): (&Finding, Standing),
) -> Step {
    let due = match standing {
        Standing::Yes | Standing::Unknown => wait_over(scene, rung, channel),
        Standing::Later => ready_on(scene, rung, channel),
    };
    let opening = scene.opening(Some(rung.channel));
    let progress = progress(scene, rung, channel);
    // That something might yet close a door does not put it behind the others.
    let is_as_judged = finding.is_open || standing == Standing::Later;
    let ranked = if is_as_judged { standing } else { Standing::Yes };
    let cost = cost(scene, year, channel, place, ranked, progress, opening);
    Step {
        channel: rung.channel,
        stage: rung.stage,
        standing,
        progress,
        needs: findings.needs(finding).to_vec(),
        because: findings.because(finding).to_vec(),
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
fn ready_on(scene: &Scene, rung: &Rung, channel: &Channel) -> Option<Due> {
    let mut latest: Option<Due> = None;
    let whens = [rung.when, channel.requires, channel.blocked_by];
    for condition in whens.into_iter().filter_map(|when| scene.condition(when)) {
        condition.each_comparison(&mut |comparison| {
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
