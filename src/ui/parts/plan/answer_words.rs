//! Several answers to one question in words: choices by their names, numbers as
//! stretches.

use yew::AttrValue;

use super::View;
use super::fact_words::value_words;
use super::span_words::quantity;
use crate::engine::case::Value;
use crate::engine::knowledge::{Fact, FactRef};
use crate::ui::say;

/// How many places that come to the same are named, before “somewhere else” stands
/// for them.
const PLACES: usize = 3;

/// The answers `same` out of all that were tried, in words. `is_all_told` says that
/// each of the tried ones is named somewhere.
pub(super) fn answers(
    view: &View,
    fact: FactRef,
    tried: &[Value],
    same: &[Value],
    is_all_told: bool,
) -> String {
    let Some(record) = view.core.fact(fact) else { return String::new() };
    let is_chinese = view.words.lang.is_chinese();
    let between = if is_chinese { "、" } else { " / " };
    let stretches = stretches(tried, same);
    if !stretches.is_empty() {
        let said: Vec<AttrValue> =
            stretches.into_iter().map(|it| stretch(view, record, it)).collect();
        return said.join(between);
    }
    let said =
        |value: &Value| value_words(view.words, view.calendar, record, *value, view.moment.today());
    let rest = tried.last().filter(|rest| {
        let is_many = Some(fact) == view.core.region && same.len() > PLACES;
        is_many && is_all_told && same.contains(rest)
    });
    match rest {
        Some(rest) => said(rest).to_string(),
        None => same.iter().map(said).collect::<Vec<_>>().join(between),
    }
}

/// A stretch of numbers; nothing where it has no end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Stretch {
    from: Option<i64>,
    to: Option<i64>,
}

/// The stretches that neighbouring numbers make up, in their order.
fn stretches(tried: &[Value], same: &[Value]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut is_going_on = false;
    for (place, value) in tried.iter().enumerate() {
        let Value::Count(number) = *value else { continue };
        let is_last = place + 1 == tried.len();
        let to = Some(number).filter(|_| !is_last);
        match stretches.last_mut().filter(|_| is_going_on) {
            _ if !same.contains(value) => {}
            Some(stretch) => stretch.to = to,
            None => stretches.push(Stretch { from: Some(number).filter(|_| place > 0), to }),
        }
        is_going_on = same.contains(value);
    }
    stretches
}

fn stretch(view: &View, record: &Fact, Stretch { from, to }: Stretch) -> AttrValue {
    let words = view.words;
    let said = |number| quantity(words, number, record.unit.as_deref());
    match (from, to) {
        (None, None) => words.fill(say::PLAN_OR_MORE, &[("n", &said(0))]),
        (Some(from), None) => words.fill(say::PLAN_OR_MORE, &[("n", &said(from))]),
        (None, Some(0)) => said(0),
        (None, Some(to)) => words.fill(say::PLAN_UP_TO, &[("n", &said(to))]),
        (Some(from), Some(to)) if from == to => said(from),
        (Some(from), Some(to)) => format!("{}–{}", said(from), said(to)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Ends = (Option<i64>, Option<i64>);

    #[test]
    fn neighbouring_numbers_are_one_stretch() {
        let tried = [0, 1, 9, 10, 15].map(Value::Count);
        let table: [(&[i64], &[Ends]); 7] = [
            (&[0], &[(None, Some(0))]),
            (&[0, 1], &[(None, Some(1))]),
            (&[1, 9], &[(Some(1), Some(9))]),
            (&[1], &[(Some(1), Some(1))]),
            (&[10, 15], &[(Some(10), None)]),
            (&[0, 1, 9, 10, 15], &[(None, None)]),
            (&[0, 9, 15], &[(None, Some(0)), (Some(9), Some(9)), (Some(15), None)]),
        ];
        for (same, wanted) in table {
            let same: Vec<Value> = same.iter().copied().map(Value::Count).collect();
            let found: Vec<_> =
                stretches(&tried, &same).iter().map(|it| (it.from, it.to)).collect();
            assert_eq!(found, wanted, "{same:?}");
        }
        assert!(stretches(&[Value::Flag(true)], &[Value::Flag(true)]).is_empty());
    }
}
