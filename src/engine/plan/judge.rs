//! Judging one rung: whether it stands, comes later or is refused.

use super::reach::Scene;
use super::{Standing, WallKind};
use crate::engine::knowledge::{Channel, ConditionRef, FactRef, Rung};
use crate::engine::rule::{Condition, Verdict};

/// How a rung was judged.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Judged {
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
    /// Whether the rung passes as things are.
    pub(super) verdict: Verdict,
}

impl<'a> Gate<'a> {
    /// The gate, if there is a condition.
    fn of(scene: &Scene<'a>, kind: WallKind, when: Option<ConditionRef>) -> Option<Self> {
        let condition = scene.condition(when)?;
        let mut gate = Self { kind, condition, verdict: Verdict::Unknown };
        gate.verdict = gate.turn(scene.judge(condition));
        Some(gate)
    }

    /// Whether the condition has to hold, or has to fail.
    fn is_wanted(self) -> bool {
        self.kind != WallKind::Blocked
    }

    /// The verdict if everything that can still come about came about; adds the
    /// facts that would have to.
    fn attained(self, scene: &Scene, missing: &mut Vec<FactRef>) -> Verdict {
        self.turn(scene.attainable(self.condition, self.is_wanted(), missing))
    }

    /// The verdict if everything but where the person is were as wished.
    fn for_region_alone(self, scene: &Scene) -> Verdict {
        let judge = |comparison: &Condition, verdict, positive| {
            let is_region = comparison.fact() == scene.core.region;
            if is_region { verdict } else { Verdict::from(positive) }
        };
        self.turn(self.condition.judge_with(scene.case, &judge, self.is_wanted()))
    }

    fn turn(self, verdict: Verdict) -> Verdict {
        if self.is_wanted() { verdict } else { verdict.negated() }
    }
}

/// The conditions a rung has to pass: its own, what the channel requires, and
/// that the channel is not closed to the person.
#[derive(Clone, Copy)]
pub(super) struct Gates<'a>([Option<Gate<'a>>; 3]);

impl<'a> Gates<'a> {
    /// None.
    pub(super) const NONE: Self = Self([None; 3]);

    pub(super) fn of(scene: &Scene<'a>, rung: &Rung, channel: &Channel) -> Self {
        Self([
            Gate::of(scene, WallKind::Condition, rung.when),
            Gate::of(scene, WallKind::Requires, channel.requires),
            Gate::of(scene, WallKind::Blocked, channel.blocked_by),
        ])
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Gate<'a>> {
        self.0.iter().flatten().copied()
    }

    /// Those with a verdict.
    pub(super) fn with(&self, verdict: Verdict) -> impl Iterator<Item = Gate<'a>> {
        self.iter().filter(move |gate| gate.verdict == verdict)
    }

    /// The verdict on all of them.
    pub(super) fn verdict(&self) -> Verdict {
        self.iter().fold(Verdict::Yes, |all, gate| all.and(gate.verdict))
    }

    /// Whether where the person is would still have to be known.
    fn depend_on_region(&self, scene: &Scene) -> bool {
        let Some(region) = scene.core.region.filter(|_| scene.here.is_none()) else { return false };
        self.with(Verdict::Unknown).any(|gate| gate.condition.is_open(region, scene.case))
    }

    /// Later, if what stands in the way can still come right, otherwise refused.
    fn refusal(&self, scene: &Scene) -> Judged {
        for gate in self.with(Verdict::No) {
            if gate.attained(scene, &mut Vec::new()) == Verdict::No {
                // A rung for another region is not a wall: it is simply not here.
                let is_elsewhere = gate.for_region_alone(scene) == Verdict::No;
                return if is_elsewhere { Judged::Elsewhere } else { Judged::Refused(gate.kind) };
            }
        }
        Judged::Stands(Standing::Later)
    }

    /// Adds the facts that still have to come about before the gates open.
    pub(super) fn lacks(&self, scene: &Scene, lacks: &mut Vec<FactRef>) {
        for gate in self.with(Verdict::No) {
            let mut missing = Vec::new();
            gate.attained(scene, &mut missing);
            lacks.append(&mut missing);
        }
    }
}

/// Judges a rung. A door the person has used stays a step, whatever that changed.
pub(super) fn judge<'a>(scene: &Scene<'a>, rung: &Rung, channel: &Channel) -> (Judged, Gates<'a>) {
    let is_used = scene.case.deed(rung.channel).is_some();
    if !is_used && scene.serves_here(channel) != Verdict::Yes {
        return (Judged::Elsewhere, Gates::NONE);
    }
    if !is_used && !Scene::is_door(channel) {
        return (Judged::Refused(WallKind::Warning), Gates::NONE);
    }
    let gates = Gates::of(scene, rung, channel);
    let judged = match gates.verdict() {
        _ if is_used => Judged::Stands(Standing::Yes),
        Verdict::Yes => Judged::Stands(Standing::Yes),
        Verdict::Unknown if gates.depend_on_region(scene) => Judged::Elsewhere,
        Verdict::Unknown => Judged::Stands(Standing::Unknown),
        Verdict::No => gates.refusal(scene),
    };
    (judged, gates)
}
