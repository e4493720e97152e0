//! Which question comes next: the one whose answers part the plans most.

use std::cmp::Reverse;

use super::prepare::Prepared;
use super::reach::Scene;
use super::sketch::{Look, Sketch, Sketcher};
use crate::engine::case::{Case, Known, Origin, Value};
use crate::engine::knowledge::{Fact, FactKind, FactRef, Trace};
use crate::engine::rule::{Condition, Verdict};
use crate::engine::sorting;

/// No plan asks for more.
const MOST: usize = 6;

/// The questions whose answers change the plan, most decisive first: the one
/// that leaves the least open in the worst case; of equal ones, the one whose
/// answers differ in the most; then what the record asks first. Where doors wait
/// for nothing but the place, the place comes before everything.
///
/// Small questions, on which only later doors and marks hang, come last; once
/// three are answered, all that are not pressing do. Whoever has answered six is
/// only asked what presses: what the other doors depend on stands beside them.
pub(super) fn asks(scene: Scene, told: &Case, prepared: &Prepared) -> Vec<FactRef> {
    let mut sketcher = Sketcher::new(scene, told, prepared);
    let left = MOST.saturating_sub(answered(&sketcher));
    let waits = sketcher.things.iter().any(|thing| thing.waits_for_place(&scene));
    let place = scene
        .region
        .filter(|region| scene.here.is_none() && waits && !scene.case.skipped().contains(region));
    let danger = &scene.core.order.danger;
    let small = if left > MOST / 2 { danger.small } else { danger.pressing };
    let mut worths: Vec<(Worth, FactRef)> = Vec::new();
    for fact in candidates(&sketcher, prepared) {
        if Some(fact) != place
            && let Some(worth) = worth(&mut sketcher, prepared, fact, small)
        {
            worths.push((worth, fact));
        }
    }
    sorting::by_key(&mut worths, |worth| *worth);
    let mut asks: Vec<FactRef> = place.into_iter().collect();
    for (worth, fact) in worths {
        let limit = if worth.is_pressing { MOST } else { left };
        if asks.len() < limit {
            asks.push(fact);
        }
    }
    asks
}

/// What a question is worth; the least comes first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Worth {
    is_small: bool,
    /// How much stays open in the worst case.
    worst: i32,
    /// How much the answers differ in.
    parted: Reverse<i32>,
    /// Whether the answer seems to follow already.
    is_derived: bool,
    /// Its place among what the record asks.
    place: usize,
    /// Whether it is asked even after six answers; what rests on another answer
    /// only makes it finer.
    is_pressing: bool,
}

fn worth(sketcher: &mut Sketcher, prepared: &Prepared, fact: FactRef, small: i32) -> Option<Worth> {
    if !sketcher.matters(fact) {
        return None;
    }
    let mut sketches: Vec<Sketch> = Vec::new();
    for value in answers(sketcher, fact) {
        let mut sketch = Sketch { is_emergency: false, marks: Vec::new() };
        sketcher.suppose(fact, value, &mut sketch);
        sketches.push(sketch);
    }
    let difference = sketcher.differ(&sketches);
    if difference.sum == 0 {
        return None;
    }
    let asks = &sketcher.scene.problem.asks;
    let danger = &sketcher.scene.core.order.danger;
    Some(Worth {
        is_small: difference.most <= small,
        worst: sketches.iter().map(|sketch| sketcher.open(sketch)).max()?,
        parted: Reverse(difference.sum),
        is_derived: prepared.case.known(fact).is_some(),
        place: asks.iter().position(|asked| *asked == fact).unwrap_or(asks.len()),
        is_pressing: difference.most > danger.pressing
            && sketcher.scene.links.premise(fact).is_none(),
    })
}

/// How many questions of this problem the person has answered, be it with “I don’t
/// know”. What the problem says itself is none of them.
fn answered(sketcher: &Sketcher) -> usize {
    let scene = &sketcher.scene;
    let is_assumed = |fact| scene.problem.assumes.iter().any(|(assumed, _)| *assumed == fact);
    let given = scene.case.iter().filter(|(_, known)| known.origin == Origin::Given);
    let asked = given.map(|(fact, _)| fact).chain(scene.case.skipped().iter().copied());
    asked.filter(|fact| sketcher.decides(*fact) && !is_assumed(*fact)).count()
}

/// The questions that could settle something, each after what it rests on.
fn candidates(sketcher: &Sketcher, prepared: &Prepared) -> Vec<FactRef> {
    let scene = &sketcher.scene;
    let mut found = Found { scene, facts: Vec::new() };
    for (thing, mark) in sketcher.things.iter().zip(sketcher.now().marks) {
        if !mark.look.is_open() {
            continue;
        }
        for condition in thing.conditions(scene) {
            found.open_in(condition);
        }
        if mark.look == Look::Hidden
            && scene.here.is_none()
            && let Some(region) = scene.region
        {
            found.add(region);
        }
    }
    for (fact, record) in scene.core.each_fact() {
        if matches!(record.trace, Some(Trace::Done(_) | Trace::Answer(_))) {
            found.add(fact);
        }
    }
    // What makes an emergency is asked even if the answer seems to follow.
    if let Some(alarm) = &scene.core.order.alarm {
        alarm.each_comparison(&mut |comparison| {
            let fact = comparison.fact();
            let known = fact.and_then(|fact| prepared.case.known(fact));
            if let Some(fact) = fact
                && matches!(known, Some(Known { origin: Origin::Derived, .. }))
                && !found.facts.contains(&fact)
                && !scene.case.skipped().contains(&fact)
            {
                found.facts.push(fact);
            }
        });
    }
    found.facts
}

struct Found<'a, 'b> {
    scene: &'b Scene<'a>,
    facts: Vec<FactRef>,
}

impl Found<'_, '_> {
    fn open_in(&mut self, condition: &Condition) {
        if self.scene.judge(condition) != Verdict::Unknown {
            return;
        }
        let mut open = Vec::new();
        condition.open_facts(self.scene.case, &mut open);
        for fact in open {
            self.add(fact);
        }
    }

    /// Adds a question, or instead what it rests on.
    fn add(&mut self, fact: FactRef) {
        let scene = self.scene;
        let is_skipped = scene.case.skipped().contains(&fact);
        let is_idle = is_skipped || scene.case.value(fact).is_some() || scene.moot.contains(&fact);
        if is_idle || self.facts.contains(&fact) {
            return;
        }
        if let Some(premise) = scene.links.premise(fact)
            && scene.judge(premise) == Verdict::Unknown
        {
            self.open_in(premise);
            return;
        }
        match presupposed(scene, fact) {
            Some(first) => self.add(first),
            None => self.facts.push(fact),
        }
    }
}

/// What any answer to a question says besides: who tells how long ago the money
/// left says that it left. Not known yet, it is the question to ask first.
fn presupposed(scene: &Scene, fact: FactRef) -> Option<FactRef> {
    let is_any = |when: &Condition| matches!(when, Condition::AtLeast(of, 0) if *of == fact);
    let mut unknown =
        scene.links.derived.iter().filter(|(derived, _)| scene.case.value(*derived).is_none());
    let first = unknown.find(|(_, record)| record.derive.iter().any(|(when, _)| is_any(when)));
    first.map(|(derived, _)| *derived)
}

/// The answers to try: each that a condition could tell from the others.
fn answers(sketcher: &Sketcher, fact: FactRef) -> Vec<Value> {
    let Some(record) = sketcher.scene.core.fact(fact) else { return Vec::new() };
    match record.kind {
        FactKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        FactKind::Choice => (0..record.options.len())
            .filter_map(|place| u8::try_from(place).ok())
            .map(Value::Choice)
            .collect(),
        FactKind::Count => counts(sketcher, fact, record),
        // A day moves clocks, not doors.
        FactKind::Date => Vec::new(),
    }
}

/// A count on either side of everything it is compared with.
fn counts(sketcher: &Sketcher, fact: FactRef, record: &Fact) -> Vec<Value> {
    let scene = &sketcher.scene;
    let mut counts: Vec<i64> = Vec::new();
    if matches!(record.trace, Some(Trace::Done(_))) {
        counts.extend([0, 1000]);
    }
    let mut compared = |comparison: &Condition| {
        if comparison.fact() != Some(fact) {
            return;
        }
        if let Condition::AtLeast(_, floor) = comparison {
            counts.extend([(floor - 1000).max(0), *floor]);
        }
        if let Condition::AtMost(_, ceiling) = comparison {
            counts.extend([*ceiling, ceiling + 1000]);
        }
    };
    for condition in sketcher.things.iter().flat_map(|thing| thing.conditions(scene)) {
        condition.each_comparison(&mut compared);
    }
    for (condition, _) in scene.links.derived.iter().flat_map(|(_, record)| &record.derive) {
        condition.each_comparison(&mut compared);
    }
    for (_, premise) in &scene.links.premised {
        premise.each_comparison(&mut compared);
    }
    sorting::by_key(&mut counts, |count| *count);
    counts.dedup();
    counts.into_iter().map(Value::Count).collect()
}
