//! Questions: none for nothing, few, the premise first, money before paper, and
//! what each answer would change.

use std::collections::BTreeMap;

use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::{FactKind, FactRef, ProblemRef};
use recourse::engine::plan::{Plan, changes, plan};
use recourse::engine::rule::{Condition, Verdict};
use serde_json::json;

use crate::cases::{case, core, fact_ids, plan_for, saturday_morning};

fn planned(problem: ProblemRef, case: &Case) -> Plan {
    plan(core(), problem, case, saturday_morning())
}

fn answered(case: &Case, fact: FactRef, value: Value) -> Case {
    let mut case = case.clone();
    case.tell(fact, value, Origin::Given);
    case
}

/// Every answer that anything in the records could tell from the others.
pub(crate) fn answers(fact: FactRef) -> Vec<Value> {
    let record = core().fact(fact).expect("a fact");
    match record.kind {
        FactKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        FactKind::Choice => (0..record.options.len())
            .map(|place| Value::Choice(u8::try_from(place).expect("few options")))
            .collect(),
        FactKind::Count => {
            let mut counts = vec![0, 1000];
            let mut compared = |comparison: &Condition| {
                if let Condition::AtLeast(of, bound) | Condition::AtMost(of, bound) = comparison
                    && *of == fact
                {
                    counts.extend([(bound - 1000).max(0), *bound, bound + 1000]);
                }
            };
            let derived = core().facts.iter().flat_map(|fact| &fact.derive).map(|(when, _)| when);
            for condition in core().conditions.iter().chain(derived) {
                condition.each_comparison(&mut compared);
            }
            counts.sort_unstable();
            counts.dedup();
            counts.into_iter().map(Value::Count).collect()
        }
        FactKind::Date => vec![Value::Day(20_000)],
    }
}

/// What a person sees of a plan.
pub(crate) fn seen(plan: &Plan) -> String {
    let acts: Vec<_> = [&plan.urgent, &plan.first]
        .map(|acts| acts.iter().map(|act| (act.text, act.channel)).collect::<Vec<_>>())
        .into();
    let doors: Vec<_> = (plan.ladder.iter())
        .map(|step| (step.channel, step.stage, step.standing, step.progress))
        .collect();
    format!("{acts:?} {doors:?} {:?} {:?}", plan.next, plan.outcome)
}

/// Cases to ask about: nothing known, and four places.
pub(crate) fn beginnings() -> Vec<Case> {
    ["CN", "HK", "US", "OTHER"]
        .into_iter()
        .map(|region| case(&json!({ "region": region })))
        .chain([Case::default()])
        .collect()
}

fn unsure(case: &Case, fact: FactRef) -> Case {
    let mut case = case.clone();
    case.skip(fact);
    case
}

/// Walks through the questions of a problem as one person would, giving answer
/// after answer by turns, “I don't know” among them. Calls `visit` before each
/// question with the case, the plan and the question; returns the case in which
/// nothing more is asked, and how many questions there were.
pub(crate) fn walk(
    problem: ProblemRef,
    begin: &Case,
    manner: usize,
    visit: &mut impl FnMut(&Case, &Plan, FactRef),
) -> (Case, usize) {
    let mut case = begin.clone();
    for put in 0.. {
        let plan = planned(problem, &case);
        let Some(fact) = plan.asks.first().copied() else { return (case, put) };
        visit(&case, &plan, fact);
        let answers = answers(fact);
        let turn = (manner + put * (manner % 3)) % (answers.len() + 1);
        case = match answers.get(turn) {
            Some(value) => answered(&case, fact, *value),
            None => unsure(&case, fact),
        };
    }
    (case, 0)
}

/// The most questions anybody can be asked from here on, whether they answer or
/// do not know; what comes to the same plan and the same questions is one.
fn longest(problem: ProblemRef, case: &Case, known: &mut BTreeMap<String, usize>) -> usize {
    let plan = planned(problem, case);
    let Some(fact) = plan.asks.first().copied() else { return 0 };
    let facts: Vec<_> = case.iter().map(|(fact, known)| (fact, known.value)).collect();
    let key = format!("{facts:?} {:?}", case.skipped());
    if let Some(length) = known.get(&key) {
        return *length;
    }
    let mut tried = Vec::new();
    let mut length = 0;
    let answered = answers(fact).into_iter().map(|value| answered(case, fact, value));
    for then in answered.chain([unsure(case, fact)]) {
        let plan = planned(problem, &then);
        let comes_to = (seen(&plan), plan.asks);
        if !tried.contains(&comes_to) {
            tried.push(comes_to);
            length = length.max(1 + longest(problem, &then, known));
        }
    }
    known.insert(key, length);
    length
}

#[test]
fn six_questions_settle_a_plan() {
    let (mut faults, mut states) = (Vec::new(), 0);
    for (problem, record) in core().each_problem() {
        let mut known = BTreeMap::new();
        let length = longest(problem, &Case::default(), &mut known);
        states += known.len();
        if length > 6 {
            faults.push(format!("{} asks {length}", record.id));
        }
    }
    println!("{states} states");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(states > 10_000, "only {states} states were walked");
}

#[test]
fn whoever_does_not_know_is_led_on_and_never_asked_again() {
    for (problem, record) in core().each_problem() {
        for begin in beginnings() {
            for manner in 0..7 {
                let mut seen = Vec::new();
                let (_, put) = walk(problem, &begin, manner, &mut |_, plan, fact| {
                    assert!(plan.asks.len() <= 6, "{}", record.id);
                    assert!(!seen.contains(&fact), "{} asks again: {fact:?}", record.id);
                    seen.push(fact);
                });
                assert!(put <= 6, "{}: {seen:?}", record.id);
            }
        }
    }
}

#[test]
fn no_question_changes_nothing() {
    let mut faults = Vec::new();
    let mut asked = 0;
    for (problem, record) in core().each_problem() {
        for begin in beginnings() {
            for fact in planned(problem, &begin).asks {
                let mut plans: Vec<String> = (answers(fact).into_iter())
                    .map(|value| seen(&planned(problem, &answered(&begin, fact, value))))
                    .collect();
                plans.sort_unstable();
                plans.dedup();
                if plans.len() < 2 {
                    faults.push(format!("{}: {:?}", record.id, fact_ids(&[fact])));
                }
                asked += 1;
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(asked > 1000, "only {asked} questions were tried");
}

#[test]
fn nothing_known_is_asked_and_the_premise_comes_first() {
    for (problem, record) in core().each_problem() {
        for begin in beginnings() {
            for manner in [0, 1, 5] {
                walk(problem, &begin, manner, &mut |case, plan, _| {
                    for fact in &plan.asks {
                        assert!(case.value(*fact).is_none(), "{}: {fact:?}", record.id);
                        let premise = core().fact(*fact).and_then(|fact| fact.premise.as_ref());
                        // What the problem assumes is not in the person's case.
                        let prepared = recourse::engine::plan::prepare(
                            core(),
                            problem,
                            case,
                            saturday_morning(),
                        );
                        let holds = premise.map(|premise| premise.judge(&prepared.case));
                        assert!(holds.is_none_or(|holds| holds == Verdict::Yes), "{}", record.id);
                    }
                });
            }
        }
    }
}

#[test]
fn money_comes_before_paper() {
    let papers = ["has-screenshots", "has-transaction-number", "counterparty-known"];
    let moneys = ["money-moving-now", "money-lost", "card-linked"];
    let mut compared = 0;
    for record in core().problems.iter().filter(|problem| problem.emergency) {
        for place in ["CN", "US"] {
            let plan = plan_for(&record.id, &json!({ "region": place }));
            let asks = fact_ids(&plan.asks);
            let place_of = |ids: &[&str]| asks.iter().position(|ask| ids.contains(ask));
            if let (Some(money), Some(paper)) = (place_of(&moneys), place_of(&papers)) {
                assert!(money < paper, "{}: {asks:?}", record.id);
                compared += 1;
            }
        }
    }
    assert!(compared > 0, "no emergency asks for both");
}

#[test]
fn whoever_asked_nobody_is_not_asked_for_the_answer() {
    let given = json!({ "region": "CN", "contacted-platform": false });
    for problem in &core().problems {
        let plan = plan_for(&problem.id, &given);
        let asks = fact_ids(&plan.asks);
        for moot in ["platform-answer", "days-since-platform-contact"] {
            assert!(!asks.contains(&moot), "{}: {asks:?}", problem.id);
            for step in &plan.ladder {
                assert!(!fact_ids(&step.needs).contains(&moot), "{}: {moot}", problem.id);
            }
        }
    }
}

#[test]
fn changes_say_what_the_plans_say() {
    let problem = core().problem_named("wx-account-stolen").expect("the problem");
    let begin = case(&json!({ "region": "CN", "money-moving-now": false }));
    let now = planned(problem, &begin);
    let all = changes(core(), problem, &begin, saturday_morning(), &now);
    assert!(!all.is_empty());
    for change in &all {
        let then = planned(problem, &answered(&begin, change.fact, change.value));
        let stands = |plan: &Plan, door| plan.ladder.iter().any(|step| step.channel == door);
        assert!(change.comes.iter().all(|door| !stands(&now, *door) && stands(&then, *door)));
        assert!(change.goes.iter().all(|door| stands(&now, *door) && !stands(&then, *door)));
        let turn =
            |plan: &Plan| plan.next.and_then(|next| plan.ladder.get(next.step)).map(|s| s.channel);
        assert_eq!(change.next.is_some(), turn(&now) != turn(&then));
    }
    let first = now.asks.first().copied();
    let differs = all.iter().filter(|change| Some(change.fact) == first).any(|change| {
        change.doors().next().is_some() || !change.acts_come.is_empty() || change.alarm.is_some()
    });
    assert!(differs, "the first question decides about something");
}
