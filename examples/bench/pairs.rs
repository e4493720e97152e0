//! The cases: for every problem, every pair of values of the facts it looks at.

use std::collections::{BTreeMap, BTreeSet};

use recourse::engine::case::Value;
use recourse::engine::knowledge::{Core, FactKind, FactRef, Problem};
use recourse::engine::rule::Condition;

use super::asking::Given;

/// A fact and the values a case may give it; `None` leaves it unknown.
type Factor = (FactRef, Vec<Option<Value>>);

/// Cases of every problem in which every two values of two facts meet once,
/// the place among them.
pub(crate) fn cases(core: &Core) -> Vec<Given> {
    let mut cases = Vec::new();
    for (problem, record) in core.each_problem() {
        let factors = factors(core, record);
        for row in rows(&factors) {
            let facts = (factors.iter().zip(&row))
                .filter_map(|((fact, values), at)| Some((*fact, (*values.get(*at)?)?)))
                .collect();
            cases.push(Given { problem, facts });
        }
    }
    cases
}

/// The place, and every fact the rules of a problem look at.
fn factors(core: &Core, problem: &Problem) -> Vec<Factor> {
    let mut looked_at: BTreeMap<FactRef, BTreeSet<i64>> = BTreeMap::new();
    let mut visit = |condition: &Condition| {
        condition.each_comparison(&mut |comparison| {
            let Some(fact) = comparison.fact() else { return };
            let edges = looked_at.entry(fact).or_default();
            match comparison {
                Condition::AtLeast(_, floor) => edges.extend([*floor, floor - 1000]),
                Condition::AtMost(_, ceiling) => edges.extend([*ceiling, ceiling + 1000]),
                Condition::Is(..) | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
            }
        });
    };
    let rungs = problem.ladder.iter().map(|rung| (Some(rung.channel), rung.when));
    let acts = problem.urgent.iter().map(|urgent| (urgent.channel, urgent.when));
    for (channel, when) in rungs.chain(acts) {
        let channel = channel.and_then(|channel| core.channel(channel));
        let gates = channel.map(|channel| [channel.requires, channel.blocked_by]);
        for gate in gates.into_iter().flatten().chain([when]).flatten() {
            core.condition(gate).into_iter().for_each(&mut visit);
        }
    }
    let region = core.fact_named("region");
    let others = looked_at.into_iter().filter(|(fact, _)| Some(*fact) != region);
    let places = region.map(|region| (region, BTreeSet::new()));
    (places.into_iter().chain(others))
        .map(|(fact, edges)| (fact, values(core, fact, &edges)))
        .collect()
}

fn values(core: &Core, fact: FactRef, edges: &BTreeSet<i64>) -> Vec<Option<Value>> {
    let Some(record) = core.fact(fact) else { return vec![None] };
    let known: Vec<Value> = match record.kind {
        FactKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        FactKind::Choice => {
            (0_u8..).zip(&record.options).map(|(place, _)| Value::Choice(place)).collect()
        }
        FactKind::Count => edges.iter().map(|edge| Value::Count((*edge).max(0))).collect(),
        FactKind::Date => vec![Value::Day(core.date)],
    };
    [None].into_iter().chain(known.into_iter().map(Some)).collect()
}

/// A value of a factor, by their places.
type Level = (usize, usize);

/// Few rows, one place of a value for each factor, so that every two values of
/// two factors stand together in some row.
fn rows(factors: &[Factor]) -> Vec<Vec<usize>> {
    let mut missing: BTreeSet<(Level, Level)> = BTreeSet::new();
    for (a, (_, left)) in factors.iter().enumerate() {
        for (b, (_, right)) in factors.iter().enumerate().skip(a + 1) {
            let pairs = (0..left.len()).flat_map(|x| (0..right.len()).map(move |y| (x, y)));
            missing.extend(pairs.map(|(x, y)| ((a, x), (b, y))));
        }
    }
    let mut rows = Vec::new();
    while let Some(&(one, other)) = missing.first() {
        let mut row: BTreeMap<usize, usize> = [one, other].into();
        for (factor, (_, values)) in factors.iter().enumerate() {
            if row.contains_key(&factor) {
                continue;
            }
            let gain = |value: &usize| {
                (row.iter())
                    .filter(|&(a, x)| missing.contains(&pair((*a, *x), (factor, *value))))
                    .count()
            };
            // The first of the best: the same rows on every machine.
            let best = (0..values.len()).rev().max_by_key(gain).unwrap_or_default();
            row.insert(factor, best);
        }
        let levels: Vec<Level> = row.into_iter().collect();
        for (at, one) in levels.iter().enumerate() {
            for other in levels.iter().skip(at + 1) {
                missing.remove(&pair(*one, *other));
            }
        }
        rows.push(levels.into_iter().map(|(_, value)| value).collect());
    }
    if rows.is_empty() {
        // A problem that looks at one fact only has no pairs.
        let values = factors.first().map_or(0, |(_, values)| values.len());
        rows = (0..values).map(|value| vec![value]).collect();
    }
    rows
}

fn pair(one: Level, other: Level) -> (Level, Level) {
    if one < other { (one, other) } else { (other, one) }
}
