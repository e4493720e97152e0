//! A case keeps many facts apart, whatever order they are told and taken back in.

use std::collections::BTreeMap;

use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::FactRef;
use recourse::engine::plan::Prepared;
use recourse::engine::rule::{Condition, Verdict};

/// Places on either side of every 64th fact, in no order.
const PLACES: [usize; 12] = [130, 3, 64, 0, 191, 63, 127, 65, 66, 128, 192, 5];

#[track_caller]
fn check(case: &Case, told: &BTreeMap<FactRef, i64>) {
    for place in 0..300 {
        let fact = FactRef::at(place);
        let value = told.get(&fact).map(|count| Value::Count(*count));
        assert_eq!(case.value(fact), value, "the fact at {place}");
    }
    let all: Vec<FactRef> = case.iter().map(|(fact, _)| fact).collect();
    assert_eq!(all, told.keys().copied().collect::<Vec<_>>());
}

#[test]
fn many_facts_are_told_and_taken_back_each_on_its_own() {
    let (mut case, mut told) = (Case::default(), BTreeMap::new());
    for (place, count) in PLACES.into_iter().zip(1..) {
        let fact = FactRef::at(place);
        case.tell(fact, Value::Count(count), Origin::Given);
        told.insert(fact, count);
        check(&case, &told);
    }
    for turn in 0..PLACES.len() {
        let fact = FactRef::at(PLACES[turn * 5 % PLACES.len()]);
        case.forget(fact);
        told.remove(&fact);
        check(&case, &told);
    }
    assert_eq!(case, Case::default(), "a case that tells nothing is the empty one");
}

#[test]
fn nothing_holds_of_facts_that_make_no_sense_however_many_there_are() {
    for places in [&[3, 67, 200][..], &[5]] {
        let moot = places.iter().copied().map(FactRef::at).collect();
        let prepared = Prepared { moot, ..Prepared::default() };
        for place in 0..300 {
            let is = Condition::Is(FactRef::at(place), Value::Flag(true));
            let is_moot = places.contains(&place);
            let expected = if is_moot { Verdict::No } else { Verdict::Unknown };
            assert_eq!(prepared.judge(&is), expected, "the fact at {place}");
        }
    }
}
