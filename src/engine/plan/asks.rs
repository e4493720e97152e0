//! Which questions are still worth asking.

use super::reach::Scene;
use super::{Standing, Step};
use crate::engine::knowledge::{Channel, FactRef, Rung};
use crate::engine::rule::{Condition, Verdict};

/// The unknown facts that could change the plan: the region first if a door
/// depends on it, then in the order of the record, then those that only a
/// channel's own conditions name.
pub(super) fn asks(scene: &Scene, ladder: &[Step]) -> Vec<FactRef> {
    let problem = scene.problem;
    let mut open = Vec::new();
    for urgent in &problem.urgent {
        open_in(scene, scene.condition(urgent.when), &mut open);
    }
    for rung in &problem.ladder {
        open_in_rung(scene, rung, &mut open);
    }
    for step in ladder.iter().filter(|step| step.standing == Standing::Unknown) {
        add_all(&step.needs, &mut open);
    }
    let region = scene.region.filter(|region| open.contains(region));
    let mut asks: Vec<FactRef> = region.into_iter().collect();
    let recorded: Vec<FactRef> =
        problem.asks.iter().copied().filter(|fact| open.contains(fact)).collect();
    add_all(&recorded, &mut asks);
    add_all(&open, &mut asks);
    asks.retain(|fact| makes_sense(scene, *fact));
    asks
}

fn open_in_rung(scene: &Scene, rung: &Rung, open: &mut Vec<FactRef>) {
    let Some(channel) = scene.core.channel(rung.channel) else { return };
    let gates = [rung.when, channel.requires].map(|when| scene.condition(when));
    let is_shut = |gate: &&Condition| gate.judge(scene.case) == Verdict::No;
    if !Scene::is_door(channel) || gates.iter().flatten().any(is_shut) || scene.is_blocked(channel)
    {
        return;
    }
    for gate in gates.into_iter().chain([scene.condition(channel.blocked_by)]) {
        open_in(scene, gate, open);
    }
    ask_where(scene, channel, open);
}

/// A channel that serves some places only makes the place worth asking.
fn ask_where(scene: &Scene, channel: &Channel, open: &mut Vec<FactRef>) {
    if scene.serves_here(channel) == Verdict::Unknown
        && let Some(region) = scene.region
    {
        add_all(&[region], open);
    }
}

fn open_in(scene: &Scene, condition: Option<&Condition>, open: &mut Vec<FactRef>) {
    if let Some(condition) = condition
        && condition.judge(scene.case) == Verdict::Unknown
    {
        condition.open_facts(scene.case, open);
    }
}

fn add_all(facts: &[FactRef], to: &mut Vec<FactRef>) {
    for fact in facts {
        if !to.contains(fact) {
            to.push(*fact);
        }
    }
}

/// A question whose premise was denied is not asked.
fn makes_sense(scene: &Scene, fact: FactRef) -> bool {
    let premise = scene.core.fact(fact).and_then(|record| record.premise.as_ref());
    premise.is_none_or(|premise| premise.judge(scene.case) != Verdict::No)
}
