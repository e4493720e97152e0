//! What a case says beyond what it was told: what doors show, and what is set aside.

use recourse::engine::case::{Answer, Case, Origin, Value};
use recourse::engine::knowledge::{ChannelRef, FactKind, FactRef, ProblemRef, Trace};
use recourse::engine::plan::{plan, prepare};
use recourse::engine::rule::Condition;

use crate::cases::{core, saturday_morning};

/// A value under which a comparison fails.
fn failing(comparison: &Condition) -> Option<(FactRef, Value)> {
    match comparison {
        Condition::Is(fact, Value::Flag(flag)) => Some((*fact, Value::Flag(!flag))),
        Condition::Is(fact, Value::Choice(place)) => Some((*fact, Value::Choice(place ^ 1))),
        Condition::AtLeast(fact, floor) => Some((*fact, Value::Count(floor - 1000))),
        Condition::AtMost(fact, ceiling) => Some((*fact, Value::Count(ceiling + 1000))),
        Condition::Is(..) | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => None,
    }
}

/// Tells what rests on something, and that this is not so.
fn baseless(fact: FactRef) -> Option<Case> {
    let record = core().fact(fact)?;
    let mut case = Case::default();
    record.premise.as_ref()?.each_comparison(&mut |comparison| {
        if let Some((of, value)) = failing(comparison) {
            case.tell(of, value, Origin::Given);
        }
    });
    let value = match record.kind {
        FactKind::Flag => Value::Flag(true),
        FactKind::Choice => Value::Choice(0),
        FactKind::Count => Value::Count(1000),
        FactKind::Date => Value::Day(20_000),
    };
    case.tell(fact, value, Origin::Given);
    Some(case)
}

/// The same plan and preparation agree on what counts for nothing.
fn sets_aside(problem: ProblemRef, case: &Case) -> usize {
    let now = saturday_morning();
    let ignored = plan(core(), problem, case, now).ignored;
    assert_eq!(ignored, prepare(core(), problem, case, now).ignored);
    ignored.len()
}

#[test]
fn what_rests_on_nothing_is_set_aside_even_where_it_cannot_matter() {
    let mut aside = 0;
    for (problem, _) in core().each_problem() {
        for place in 0..core().facts.len() {
            let Some(mut case) = baseless(FactRef::at(place)) else { continue };
            aside += sets_aside(problem, &case);
            // An answer that came at a door is told by the door itself.
            for door in (0..core().channels.len()).map(ChannelRef::at) {
                if core().told_by(door).contains(&FactRef::at(place)) {
                    case.did(door, saturday_morning().today());
                    case.answered(door, Answer::Refused);
                    sets_aside(problem, &case);
                    case.undo(door);
                }
            }
        }
    }
    assert!(aside > 500, "only {aside} answers were set aside");
}

/// The facts that doors show, each with what it is read from.
fn traced() -> impl Iterator<Item = (FactRef, FactKind, &'static Trace)> {
    core().each_fact().filter_map(|(fact, it)| Some((fact, it.kind, it.trace.as_ref()?)))
}

/// A fact as it is prepared for some problem.
fn prepared(case: &Case, fact: FactRef) -> Option<Value> {
    let (problem, _) = core().each_problem().next().expect("a problem");
    prepare(core(), problem, case, saturday_morning()).case.value(fact)
}

#[test]
fn an_answer_that_came_counts_more_than_a_later_silence() {
    let mut tried = 0;
    for (fact, _, trace) in traced() {
        let Trace::Answer(of) = trace else { continue };
        let [first, second, ..] = core().doors_of(*of) else { continue };
        let today = saturday_morning().today();
        let mut case = Case::default();
        case.did(*first, today - 9);
        case.answered(*first, Answer::Refused);
        let alone = prepared(&case, fact);
        case.did(*second, today);
        assert_eq!(prepared(&case, fact), alone);
        case.answered(*second, Answer::Solved);
        assert_ne!(prepared(&case, fact), alone);
        tried += 1;
    }
    assert!(tried > 0, "no answer can come from two doors");
}

#[test]
fn what_was_counted_before_the_first_tick_stays_counted() {
    let mut tried = 0;
    for (fact, kind, trace) in traced() {
        let Trace::Done(doors) = trace else { continue };
        if kind != FactKind::Count {
            continue;
        }
        let mut case = Case::default();
        case.tell(fact, Value::Count(2000), Origin::Given);
        case.did(doors[0], saturday_morning().today());
        assert_eq!(prepared(&case, fact), Some(Value::Count(2000)));
        case.tell(fact, Value::Count(0), Origin::Given);
        assert_eq!(prepared(&case, fact), Some(Value::Count(1000)));
        tried += 1;
    }
    assert!(tried > 0, "no count of doors");
}
