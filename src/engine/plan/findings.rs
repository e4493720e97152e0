//! How every act and every rung of a problem stands in a case, and why: what a
//! plan is put together from.

use std::ops::Range;

use super::judge::{Gate, Gates, Judged, judge};
use super::reach::Scene;
use super::urgent::applies;
use super::{Prepared, Standing, WallKind};
use crate::engine::calendar::Moment;
use crate::engine::knowledge::{Core, FactRef, ProblemRef, Rung};
use crate::engine::rule::{Verdict, keep_first};

/// How the acts and the rungs of a problem stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The places of the acts that apply.
    pub acts: Vec<usize>,
    /// How each rung stands, in the record's order.
    pub rungs: Vec<Finding>,
    /// The facts of all findings, one after the other.
    facts: Vec<FactRef>,
}

/// How a rung stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it comes to.
    pub judged: Judged,
    /// Whether an open question decides about it, other than one that might yet
    /// close the door.
    pub is_open: bool,
    needs: Range<usize>,
    because: Range<usize>,
}

impl Findings {
    /// The facts that would settle it, or that still have to come about.
    pub fn needs(&self, finding: &Finding) -> &[FactRef] {
        self.facts.get(finding.needs.clone()).unwrap_or_default()
    }

    /// The known facts that put it there, or in its way.
    pub fn because(&self, finding: &Finding) -> &[FactRef] {
        self.facts.get(finding.because.clone()).unwrap_or_default()
    }
}

/// How the acts and the rungs of a problem stand in a prepared case, and why.
pub fn findings(core: &Core, problem: ProblemRef, prepared: &Prepared, moment: Moment) -> Findings {
    let (Some(record), Some(scope)) = (core.problem(problem), core.scope(problem)) else {
        return Findings::default();
    };
    find(&Scene::calm(core, record, scope, &scope.links, prepared, moment))
}

/// The findings of a scene.
pub(super) fn find(scene: &Scene) -> Findings {
    let acts = scene.problem.urgent.iter().enumerate();
    let mut facts = Vec::with_capacity(4 * scene.problem.ladder.len());
    Findings {
        acts: acts.filter(|(_, act)| applies(scene, act)).map(|(place, _)| place).collect(),
        rungs: scene.problem.ladder.iter().map(|rung| finding(scene, rung, &mut facts)).collect(),
        facts,
    }
}

fn finding(scene: &Scene, rung: &Rung, facts: &mut Vec<FactRef>) -> Finding {
    let (judged, gates) = match scene.core.channel(rung.channel) {
        Some(channel) => judge(scene, rung, channel),
        None => (Judged::Elsewhere, Gates::NONE),
    };
    let start = facts.len();
    match judged {
        Judged::Elsewhere | Judged::Stands(Standing::Yes) => {}
        Judged::Stands(Standing::Unknown) => needs(scene, &gates, facts),
        Judged::Stands(Standing::Later) => gates.lacks(scene, facts),
        Judged::Refused(kind) => {
            if let Some(gate) = gates.iter().find(|gate| gate.kind == kind) {
                deciding(scene, gate, facts);
            }
        }
    }
    keep_first(facts, start, start);
    let middle = facts.len();
    if matches!(judged, Judged::Stands(_)) {
        for gate in gates.with(Verdict::Yes) {
            deciding(scene, gate, facts);
        }
        keep_first(facts, middle, middle);
    }
    let is_open = gates.with(Verdict::Unknown).any(|gate| gate.kind != WallKind::Blocked);
    let (first, second) = (start..middle, middle..facts.len());
    match judged {
        Judged::Refused(_) => Finding { judged, is_open, needs: second, because: first },
        Judged::Stands(_) | Judged::Elsewhere => {
            Finding { judged, is_open, needs: first, because: second }
        }
    }
}

/// Adds the known facts that decided about a gate.
fn deciding(scene: &Scene, gate: Gate, facts: &mut Vec<FactRef>) {
    let from = facts.len();
    if gate.condition.explain(scene.case, facts) == Verdict::Unknown {
        facts.truncate(from);
    }
}

/// Adds the unknown facts that would settle the gates.
fn needs(scene: &Scene, gates: &Gates, facts: &mut Vec<FactRef>) {
    for gate in gates.with(Verdict::Unknown) {
        let from = facts.len();
        gate.condition.explain(scene.case, facts);
        let mut at = from;
        while let Some(fact) = facts.get(at).copied() {
            if scene.moot.holds(fact) {
                facts.remove(at);
            } else {
                at += 1;
            }
        }
    }
}
