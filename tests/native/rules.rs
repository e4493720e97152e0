//! Three-valued logic, as a table.

use recourse::engine::case::{Answer, Case, Origin, Value};
use recourse::engine::knowledge::{ChannelRef, FactRef};
use recourse::engine::rule::{Condition, Verdict};

const YES: Verdict = Verdict::Yes;
const NO: Verdict = Verdict::No;
const UNKNOWN: Verdict = Verdict::Unknown;

/// A condition that is judged `verdict`: fact 0 is true, fact 1 false, fact 2 unknown.
fn part(verdict: Verdict) -> Condition {
    let place = match verdict {
        Verdict::Yes => 0,
        Verdict::No => 1,
        Verdict::Unknown => 2,
    };
    Condition::Is(FactRef::at(place), Value::Flag(true))
}

fn case() -> Case {
    let mut case = Case::default();
    case.tell(FactRef::at(0), Value::Flag(true), Origin::Given);
    case.tell(FactRef::at(1), Value::Flag(false), Origin::Given);
    case
}

#[test]
fn unknown_is_not_no() {
    let table = [
        // left, right, all, any
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ];
    for (left, right, all, any) in table {
        for (a, b) in [(left, right), (right, left)] {
            let judged = |condition: Condition| condition.judge(&case());
            assert_eq!(judged(Condition::All(vec![part(a), part(b)])), all, "{a:?} and {b:?}");
            assert_eq!(judged(Condition::Any(vec![part(a), part(b)])), any, "{a:?} or {b:?}");
        }
    }
    for (verdict, negated) in [(YES, NO), (NO, YES), (UNKNOWN, UNKNOWN)] {
        let not = Condition::Not(Box::new(part(verdict)));
        assert_eq!(not.judge(&case()), negated, "not {verdict:?}");
    }
}

#[test]
fn an_empty_all_holds_and_an_empty_any_does_not() {
    assert_eq!(Condition::All(vec![]).judge(&case()), YES);
    assert_eq!(Condition::Any(vec![]).judge(&case()), NO);
}

#[test]
fn a_value_is_that_value_and_no_other() {
    let fact = FactRef::at(3);
    let values = [
        [Value::Flag(true), Value::Flag(false)],
        [Value::Choice(1), Value::Choice(2)],
        [Value::Count(1000), Value::Count(2000)],
        [Value::Day(1), Value::Day(2)],
    ];
    for (place, wanted) in values.iter().flatten().enumerate() {
        for (other, value) in values.iter().flatten().enumerate() {
            let mut case = Case::default();
            case.tell(fact, *value, Origin::Given);
            let verdict = Condition::Is(fact, *wanted).judge(&case);
            assert_eq!(verdict, Verdict::from(place == other), "{wanted:?} of {value:?}");
        }
    }
}

#[test]
fn counts_are_compared_at_their_edges() {
    let fact = FactRef::at(3);
    let mut case = Case::default();
    case.tell(fact, Value::Count(7000), Origin::Given);
    for (condition, verdict) in [
        (Condition::AtLeast(fact, 7000), YES),
        (Condition::AtLeast(fact, 7001), NO),
        (Condition::AtMost(fact, 7000), YES),
        (Condition::AtMost(fact, 6999), NO),
    ] {
        assert_eq!(condition.judge(&case), verdict, "{condition:?}");
    }
    case.tell(fact, Value::Flag(true), Origin::Given);
    assert_eq!(Condition::AtLeast(fact, 0).judge(&case), NO, "a flag is no count");
}

#[test]
fn only_facts_that_can_still_turn_the_verdict_are_open() {
    let open = |condition: &Condition| {
        let mut open = Vec::new();
        condition.open_facts(&case(), &mut open);
        open.iter().map(|fact| fact.place()).collect::<Vec<_>>()
    };
    let both = Condition::All(vec![part(YES), part(UNKNOWN), part(UNKNOWN)]);
    assert_eq!(open(&both), [2], "named once");
    let settled = Condition::Any(vec![part(NO), Condition::All(vec![part(NO), part(UNKNOWN)])]);
    assert_eq!(open(&settled), Vec::<usize>::new(), "the inner part is settled by its no");
}

#[test]
fn a_later_origin_outranks_an_earlier_one_and_not_the_other_way() {
    let fact = FactRef::at(0);
    let mut case = Case::default();
    case.tell(fact, Value::Flag(true), Origin::Given);
    case.tell(fact, Value::Flag(false), Origin::Read);
    assert_eq!(case.value(fact), Some(Value::Flag(true)));
    case.tell(fact, Value::Flag(false), Origin::Given);
    assert_eq!(case.value(fact), Some(Value::Flag(false)));
    case.forget_all(Origin::Read);
    assert_eq!(case.value(fact), Some(Value::Flag(false)), "only what was read is forgotten");
    case.forget(fact);
    assert_eq!(case.value(fact), None);
}

#[test]
fn a_deed_that_is_taken_back_leaves_the_others() {
    let (one, other) = (ChannelRef::at(1), ChannelRef::at(2));
    let mut case = Case::default();
    case.did(one, 10);
    case.did(other, 11);
    case.answered(other, Answer::Refused);
    case.undo(one);
    assert_eq!(case.deed(one), None);
    let left = case.deed(other).map(|deed| (deed.day, deed.answer));
    assert_eq!((left, case.deeds().len()), (Some((11, Answer::Refused)), 1));
}

#[test]
fn what_is_worked_out_anew_does_not_bring_back_a_question() {
    let (mut case, fact) = (Case::default(), FactRef::at(3));
    case.skip(fact);
    case.tell(fact, Value::Flag(true), Origin::Derived);
    case.forget_all(Origin::Derived);
    assert_eq!((case.value(fact), case.skipped()), (None, [fact].as_slice()));
}

#[test]
fn who_decided_is_named_once_and_the_unknown_decide_nothing() {
    let table = [
        (Condition::All(vec![part(YES), part(YES)]), vec![0]),
        (Condition::All(vec![part(YES), part(NO)]), vec![1]),
        (Condition::Any(vec![part(YES), part(NO), part(UNKNOWN)]), vec![0]),
        (Condition::Any(vec![part(NO), part(UNKNOWN)]), vec![]),
        (part(UNKNOWN), vec![]),
        (Condition::Not(Box::new(part(NO))), vec![1]),
    ];
    for (condition, places) in table {
        let mut deciding = Vec::new();
        condition.deciding_facts(&case(), &mut deciding);
        let facts: Vec<_> = places.into_iter().map(FactRef::at).collect();
        assert_eq!(deciding, facts, "{condition:?}");
    }
}

#[test]
fn a_fact_is_open_where_it_would_settle_something() {
    let two = FactRef::at(2);
    let table = [
        (part(UNKNOWN), true),
        (part(YES), false),
        (Condition::All(vec![part(YES), part(UNKNOWN)]), true),
        (Condition::All(vec![part(NO), part(UNKNOWN)]), true),
        (Condition::Any(vec![part(NO), Condition::Not(Box::new(part(UNKNOWN)))]), true),
        (Condition::Any(vec![Condition::All(vec![part(NO), part(UNKNOWN)])]), false),
    ];
    for (condition, is_open) in table {
        assert_eq!(condition.is_open(two, &case()), is_open, "{condition:?}");
    }
}
