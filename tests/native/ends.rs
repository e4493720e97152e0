//! Where the questions end: nothing that was neither asked nor shown moves the plan.

use recourse::engine::case::{Case, Origin};
use recourse::engine::knowledge::{FactRef, ProblemRef};
use recourse::engine::plan::{Change, Outcome, Plan, Progress, changes, plan, prepare};
use recourse::engine::rule::Verdict;

use crate::asks::{answers, beginnings, walk};
use crate::case_states::{axes, none_of, told_all};
use crate::cases::{core, saturday_morning};

/// What a person sees of a plan; which fact says that a door has been used is not
/// seen at the door.
fn seen(plan: &Plan) -> String {
    let acts: Vec<_> = [&plan.urgent, &plan.first]
        .map(|acts| acts.iter().map(|act| (act.text, act.channel)).collect::<Vec<_>>())
        .into();
    let progress = |progress: Progress| {
        if let Progress::Said(_) = progress { "said".into() } else { format!("{progress:?}") }
    };
    let doors: Vec<_> = (plan.ladder.iter())
        .map(|step| (step.channel, step.stage, step.standing, progress(step.progress)))
        .collect();
    format!("{acts:?} {doors:?} {:?} {:?}", plan.next, plan.outcome)
}

/// Whether the line about an answer says anything.
fn tells(change: &Change) -> bool {
    let told = Change {
        outcome: change.outcome.filter(|outcome| *outcome != Outcome::Open),
        ..change.clone()
    };
    told != Change::none(change.fact, change.value)
}

/// The facts that can matter: the problem's, those of the problems that may lend it
/// what is to be done at once, and the platform, by which they lend.
fn deciding(problem: ProblemRef, case: &Case) -> Vec<FactRef> {
    let prepared = prepare(core(), problem, case, saturday_morning());
    let lends = core().order.lends.iter();
    let lenders = lends.filter(|(when, _)| prepared.judge(when) != Verdict::No);
    let lenders = lenders.map(|(_, lender)| *lender);
    let axes = [problem].into_iter().chain(lenders).flat_map(axes);
    let mut facts: Vec<FactRef> = axes.map(|axis| axis.fact).chain(core().platform).collect();
    facts.sort_unstable();
    facts.dedup();
    facts.retain(|fact| prepared.case.value(*fact).is_none() && !prepared.moot.contains(fact));
    facts
}

#[test]
fn nothing_that_was_neither_asked_nor_shown_moves_a_plan() {
    let (mut ends, mut shown, mut hidden) = (0, 0, 0);
    let mut faults = Vec::new();
    for (problem, record) in core().each_problem() {
        for begin in beginnings() {
            for manner in 0..7 {
                let (case, _) = walk(problem, &begin, manner, &mut |_, _, _| {});
                let now = plan(core(), problem, &case, saturday_morning());
                let all = changes(core(), problem, &case, saturday_morning(), &now);
                ends += 1;
                for fact in deciding(problem, &case) {
                    if all.iter().any(|change| change.fact == fact && tells(change)) {
                        shown += 1;
                        continue;
                    }
                    hidden += 1;
                    for value in answers(fact) {
                        let mut then = case.clone();
                        then.tell(fact, value, Origin::Given);
                        if seen(&plan(core(), problem, &then, saturday_morning())) != seen(&now) {
                            let id = &core().fact(fact).expect("a fact").id;
                            faults.push(format!("{}: {id} {}", record.id, told_all(&case)));
                        }
                    }
                }
            }
        }
    }
    println!("{ends} ends; {shown} facts move one and are shown, {hidden} move nothing");
    none_of(faults);
    assert!(ends > 3_000 && shown > 1_000, "only {ends} ends, {shown} facts");
}
