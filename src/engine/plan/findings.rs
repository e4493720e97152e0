//! How every act and every rung of a problem stands in a case, and why: what a
//! plan is put together from.

use std::ops::Range;

use super::judge::{Gates, Judged, Why, judge};
use super::reach::Scene;
use super::urgent::applies;
use super::{Prepared, Standing, WallKind};
use crate::engine::calendar::Moment;
use crate::engine::knowledge::{Core, FactRef, ProblemRef, Rung};
use crate::engine::rule::Verdict;

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
    /// Whether an open question decides about a rung that is here, other than one
    /// that might yet close the door.
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
    find(&Scene::new(core, record, scope, &scope.links, prepared, moment))
}

/// The findings of a scene.
pub(super) fn find(scene: &Scene) -> Findings {
    let (urgent, ladder) = (&scene.problem.urgent, &scene.problem.ladder);
    let mut acts = Vec::with_capacity(urgent.len());
    for (place, act) in urgent.iter().enumerate() {
        if applies(scene, act) {
            acts.push(place);
        }
    }
    let facts = Vec::with_capacity(4 * ladder.len());
    let mut why = Why { gates: Gates::OPEN, facts, lacks: Vec::new() };
    let rungs = ladder.iter().map(|rung| finding(scene, rung, &mut why)).collect();
    Findings { acts, rungs, facts: why.facts }
}

fn finding<'a>(scene: &Scene<'a>, rung: &Rung, why: &mut Why<'a>) -> Finding {
    let start = why.facts.len();
    let judged = match scene.core.channel(rung.channel) {
        Some(channel) => judge(scene, rung, channel, Some(&mut *why)),
        None => Judged::Elsewhere,
    };
    let Why { gates, facts, lacks } = why;
    if matches!(judged, Judged::Elsewhere | Judged::Refused(WallKind::Warning)) {
        facts.truncate(start);
        return Finding { judged, is_open: false, needs: start..start, because: start..start };
    }
    // What stands behind the gates is told anew, in order and each fact once.
    let told = facts.len();
    if judged == Judged::Stands(Standing::Later) {
        facts.extend_from_slice(lacks);
    }
    let mut is_open = false;
    for gate in gates.iter().filter(|gate| gate.verdict == Verdict::Unknown) {
        is_open |= gate.kind != WallKind::Blocked;
        if judged == Judged::Stands(Standing::Unknown) {
            tell(facts, told, &gate.why);
        }
    }
    let middle = facts.len();
    for gate in gates.iter() {
        let decides = match judged {
            Judged::Refused(kind) => gate.kind == kind,
            Judged::Stands(_) | Judged::Elsewhere => gate.verdict == Verdict::Yes,
        };
        if decides {
            tell(facts, middle, &gate.why);
        }
    }
    facts.drain(start..told);
    let middle = start + middle - told;
    Finding { judged, is_open, needs: start..middle, because: middle..facts.len() }
}

/// Adds facts that already stand somewhere, unless they stand from a place on.
fn tell(facts: &mut Vec<FactRef>, from: usize, which: &Range<usize>) {
    for at in which.clone() {
        let Some(fact) = facts.get(at).copied() else { break };
        if !facts.iter().skip(from).any(|known| *known == fact) {
            facts.push(fact);
        }
    }
}
