//! What a case says beyond what it was told.

use crate::engine::case::{Case, Origin, Value};
use crate::engine::knowledge::{Core, ProblemRef};
use crate::engine::rule::Verdict;

/// The case with what the problem assumes and what follows from other facts.
///
/// What the person said, or what was read from their words, stands above both.
#[must_use]
pub fn prepare(core: &Core, problem: ProblemRef, case: &Case) -> Case {
    let mut case = case.clone();
    case.forget_all(Origin::Assumed);
    case.forget_all(Origin::Derived);
    if let Some(record) = core.problem(problem) {
        for (fact, value) in &record.assumes {
            case.tell(*fact, *value, Origin::Assumed);
        }
        // A problem that happens on one platform only has settled that question.
        if let (Some(fact), [platform]) = (core.fact_named("platform"), record.platforms.as_slice())
        {
            case.tell(fact, Value::Choice(*platform), Origin::Assumed);
        }
    }
    derive(core, &mut case);
    case
}

/// Adds what follows from other facts, until nothing more follows.
fn derive(core: &Core, case: &mut Case) {
    // A derivation may feed another one; each round settles at least one fact.
    for _ in 0..core.facts.len() {
        let before = case.clone();
        for (fact, record) in core.each_fact() {
            if case.value(fact).is_some() {
                continue;
            }
            let follows = record.derive.iter().find(|(when, _)| when.judge(case) == Verdict::Yes);
            if let Some((_, value)) = follows {
                case.tell(fact, *value, Origin::Derived);
            }
        }
        if *case == before {
            break;
        }
    }
}
