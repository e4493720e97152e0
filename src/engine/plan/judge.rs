//! Judging one rung: whether it stands, comes later or is refused.

use super::reach::Scene;
use super::{Standing, WallKind};
use crate::engine::knowledge::{Channel, FactRef, Rung};
use crate::engine::rule::{Condition, Verdict};

/// How a rung was judged.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Judged {
    /// It is a step of the ladder.
    Stands(Standing),
    /// The gate of this kind refuses it for good.
    Refused(WallKind),
    /// It belongs to another region, or to one not yet known.
    Elsewhere,
}

/// One condition a rung has to pass.
#[derive(Clone, Copy)]
pub(super) struct Gate<'a> {
    pub(super) kind: WallKind,
    pub(super) condition: &'a Condition,
    /// Whether the condition has to hold, or has to fail.
    wanted: bool,
}

impl Gate<'_> {
    /// Whether the rung passes.
    pub(super) fn verdict(self, scene: &Scene) -> Verdict {
        self.turn(scene.judge(self.condition))
    }

    /// The verdict if everything that can still come about came about, with the
    /// facts that would have to.
    pub(super) fn attained(self, scene: &Scene) -> (Verdict, Vec<FactRef>) {
        let (verdict, missing) = scene.attainable(self.condition, self.wanted);
        (self.turn(verdict), missing)
    }

    /// The verdict if everything but where the person is were as wished.
    fn for_region_alone(self, scene: &Scene) -> Verdict {
        let judge = |comparison: &Condition, verdict, positive| {
            let is_region = comparison.fact() == scene.region;
            if is_region { verdict } else { Verdict::from(positive) }
        };
        self.turn(self.condition.judge_with(scene.case, &judge, self.wanted))
    }

    fn turn(self, verdict: Verdict) -> Verdict {
        if self.wanted { verdict } else { verdict.negated() }
    }
}

/// The conditions a rung has to pass: its own, what the channel requires, and
/// that the channel is not closed to the person.
pub(super) fn gates<'a>(
    scene: &Scene<'a>,
    rung: &Rung,
    channel: &Channel,
) -> impl Iterator<Item = Gate<'a>> + Clone + use<'a> {
    let gate = |kind, when, wanted| {
        scene.condition(when).map(|condition| Gate { kind, condition, wanted })
    };
    [
        gate(WallKind::Condition, rung.when, true),
        gate(WallKind::Requires, channel.requires, true),
        gate(WallKind::Blocked, channel.blocked_by, false),
    ]
    .into_iter()
    .flatten()
}

/// Judges a rung. A door the person has used stays a step, whatever that changed.
pub(super) fn judge(scene: &Scene, rung: &Rung, channel: &Channel) -> Judged {
    if scene.case.deed(rung.channel).is_some() {
        return Judged::Stands(Standing::Yes);
    }
    if scene.serves_here(channel) != Verdict::Yes {
        return Judged::Elsewhere;
    }
    if !Scene::is_door(channel) {
        return Judged::Refused(WallKind::Warning);
    }
    let gates = gates(scene, rung, channel);
    match gates.clone().map(|gate| gate.verdict(scene)).min().unwrap_or(Verdict::Yes) {
        Verdict::Yes => Judged::Stands(Standing::Yes),
        Verdict::Unknown if depends_on_region(scene, gates.clone()) => Judged::Elsewhere,
        Verdict::Unknown => Judged::Stands(Standing::Unknown),
        Verdict::No => refusal(scene, gates),
    }
}

/// Whether where the person is would still have to be known.
fn depends_on_region<'a>(scene: &Scene, gates: impl Iterator<Item = Gate<'a>>) -> bool {
    let Some(region) = scene.region.filter(|_| scene.here.is_none()) else { return false };
    let mut open = gates.filter(|gate| gate.verdict(scene) == Verdict::Unknown);
    open.any(|gate| gate.condition.is_open(region, scene.case))
}

/// Later, if what stands in the way can still come right, otherwise refused.
fn refusal<'a>(scene: &Scene, gates: impl Iterator<Item = Gate<'a>>) -> Judged {
    for gate in gates {
        if gate.verdict(scene) == Verdict::No && gate.attained(scene).0 == Verdict::No {
            // A rung for another region is not a wall: it is simply not here.
            let is_elsewhere = gate.for_region_alone(scene) == Verdict::No;
            return if is_elsewhere { Judged::Elsewhere } else { Judged::Refused(gate.kind) };
        }
    }
    Judged::Stands(Standing::Later)
}

/// The known facts that decided about a gate.
pub(super) fn deciding(scene: &Scene, gate: Gate) -> Vec<FactRef> {
    let mut facts = Vec::new();
    gate.condition.deciding_facts(scene.case, &mut facts);
    facts
}

/// The unknown facts that would settle the gates.
pub(super) fn needs<'a>(scene: &Scene, gates: impl Iterator<Item = Gate<'a>>) -> Vec<FactRef> {
    let mut needs = Vec::new();
    for gate in gates.filter(|gate| gate.verdict(scene) == Verdict::Unknown) {
        gate.condition.open_facts(scene.case, &mut needs);
    }
    needs.retain(|fact| !scene.moot.contains(fact));
    needs
}

/// The facts that still have to come about before the gates open.
pub(super) fn lacks<'a>(scene: &Scene, gates: impl Iterator<Item = Gate<'a>>) -> Vec<FactRef> {
    let mut lacks: Vec<FactRef> = Vec::new();
    for gate in gates.filter(|gate| gate.verdict(scene) == Verdict::No) {
        for fact in gate.attained(scene).1 {
            if !lacks.contains(&fact) {
                lacks.push(fact);
            }
        }
    }
    lacks
}
