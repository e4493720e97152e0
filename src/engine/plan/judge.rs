//! Judging one rung: whether it stands, comes later or is refused.

use std::ops::Range;

use super::reach::Scene;
use super::{Standing, WallKind};
use crate::engine::knowledge::{Channel, FactRef, Rung};
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

/// What is behind a judgement.
pub(super) struct Why<'a> {
    /// What the rung has to pass.
    pub(super) gates: Gates<'a>,
    /// The facts behind all that was judged, one after the other.
    pub(super) facts: Vec<FactRef>,
    /// Those that still have to come about before the gates open.
    pub(super) lacks: Vec<FactRef>,
}

/// What a rung has to pass.
pub(super) struct Gate<'a> {
    pub(super) kind: WallKind,
    condition: Option<&'a Condition>,
    /// Whether the rung passes as things are; without a condition it does.
    pub(super) verdict: Verdict,
    /// Where the facts behind that stand in a [`Why`]: the known ones that decided,
    /// or the unknown ones that would.
    pub(super) why: Range<usize>,
}

impl Gate<'_> {
    const fn open(kind: WallKind) -> Self {
        Self { kind, condition: None, verdict: Verdict::Yes, why: 0..0 }
    }

    /// Whether the condition has to hold, or has to fail.
    fn is_wanted(&self) -> bool {
        self.kind != WallKind::Blocked
    }

    /// The verdict if everything that can still come about came about; adds the
    /// facts that would have to.
    fn attained(&self, scene: &Scene, missing: &mut Vec<FactRef>) -> Verdict {
        let Some(condition) = self.condition else { return Verdict::Yes };
        self.turn(scene.attainable(condition, self.is_wanted(), missing))
    }

    /// The verdict if everything but where the person is were as wished.
    fn for_region_alone(&self, scene: &Scene) -> Verdict {
        let Some(condition) = self.condition else { return Verdict::Yes };
        let judge = |comparison: &Condition, verdict, positive| {
            let is_region = comparison.fact() == scene.core.region;
            if is_region { verdict } else { Verdict::from(positive) }
        };
        self.turn(condition.judge_with(scene.case, &judge, self.is_wanted()))
    }

    fn turn(&self, verdict: Verdict) -> Verdict {
        if self.is_wanted() { verdict } else { verdict.negated() }
    }
}

/// What a rung has to pass: its own condition, what the channel requires, and
/// that the channel is not closed to the person.
pub(super) struct Gates<'a> {
    gates: [Gate<'a>; 3],
    /// The verdict on all of them.
    pub(super) verdict: Verdict,
}

impl<'a> Gates<'a> {
    /// With nothing to pass.
    pub(super) const OPEN: Self = Self {
        gates: [
            Gate::open(WallKind::Condition),
            Gate::open(WallKind::Requires),
            Gate::open(WallKind::Blocked),
        ],
        verdict: Verdict::Yes,
    };

    pub(super) fn of(scene: &Scene<'a>, rung: &Rung, channel: &Channel) -> Self {
        let mut gates = Self::OPEN;
        gates.set(scene, rung, channel, None);
        gates
    }

    /// Judges the gates of another rung, and tells why if asked to.
    fn set(
        &mut self,
        scene: &Scene<'a>,
        rung: &Rung,
        channel: &Channel,
        mut why: Option<&mut Vec<FactRef>>,
    ) {
        self.verdict = Verdict::Yes;
        let whens = [rung.when, channel.requires, channel.blocked_by];
        for (gate, when) in self.gates.iter_mut().zip(&whens) {
            *gate = Gate::open(gate.kind);
            gate.condition = scene.condition(*when);
            let Some(condition) = gate.condition else { continue };
            let verdict = match &mut why {
                Some(facts) => {
                    gate.why.start = facts.len();
                    let verdict = scene.explain(condition, facts);
                    gate.why.end = facts.len();
                    verdict
                }
                None => scene.judge(condition),
            };
            gate.verdict = gate.turn(verdict);
            self.verdict = self.verdict.and(gate.verdict);
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Gate<'a>> {
        self.gates.iter()
    }

    /// Whether where the person is would still have to be known.
    fn depend_on_region(&self, scene: &Scene) -> bool {
        let Some(region) = scene.core.region.filter(|_| scene.here.is_none()) else { return false };
        let asks = |condition: &Condition| condition.is_open(region, scene.case);
        self.iter().any(|gate| gate.verdict == Verdict::Unknown && gate.condition.is_some_and(asks))
    }

    /// What they come to; adds the facts that have to come about.
    fn judged(&self, scene: &Scene, is_used: bool, lacks: &mut Vec<FactRef>) -> Judged {
        match self.verdict {
            _ if is_used => Judged::Stands(Standing::Yes),
            Verdict::Yes => Judged::Stands(Standing::Yes),
            Verdict::Unknown if self.depend_on_region(scene) => Judged::Elsewhere,
            Verdict::Unknown => Judged::Stands(Standing::Unknown),
            Verdict::No => self.refusal(scene, lacks),
        }
    }

    /// Later, if what stands in the way can still come right, otherwise refused.
    fn refusal(&self, scene: &Scene, lacks: &mut Vec<FactRef>) -> Judged {
        for gate in self.iter().filter(|gate| gate.verdict == Verdict::No) {
            if gate.attained(scene, lacks) == Verdict::No {
                // A rung for another region is not a wall: it is simply not here.
                let is_elsewhere = gate.for_region_alone(scene) == Verdict::No;
                return if is_elsewhere { Judged::Elsewhere } else { Judged::Refused(gate.kind) };
            }
        }
        Judged::Stands(Standing::Later)
    }
}

/// Judges a rung, and tells why if asked to.
/// A door the person has used stays a step, whatever that changed.
pub(super) fn judge<'a>(
    scene: &Scene<'a>,
    rung: &Rung,
    channel: &Channel,
    why: Option<&mut Why<'a>>,
) -> Judged {
    let is_used = scene.case.has_used(rung.channel);
    if !is_used && scene.serves_here(channel) != Verdict::Yes {
        return Judged::Elsewhere;
    }
    if !is_used && !Scene::is_door(channel) {
        return Judged::Refused(WallKind::Warning);
    }
    let Some(why) = why else {
        return Gates::of(scene, rung, channel).judged(scene, is_used, &mut Vec::new());
    };
    why.lacks.clear();
    why.gates.set(scene, rung, channel, Some(&mut why.facts));
    why.gates.judged(scene, is_used, &mut why.lacks)
}
