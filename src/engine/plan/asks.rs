//! Which question comes next: the one whose answers part the plans most.

use std::cmp::Reverse;

use super::findings::Findings;
use super::look::Look;
use super::prepare::Prepared;
use super::reach::Scene;
use super::sketch::Sketcher;
use super::urgent::{waits_for_place, waits_for_platform};
use crate::engine::case::{Case, Known, Origin, Value};
use crate::engine::knowledge::{FactKind, FactRef, Trace};
use crate::engine::rule::{Condition, Verdict};
use crate::engine::sorting;

/// No plan asks for more.
const MOST: usize = 6;

/// The questions whose answers change the plan, most decisive first: the one
/// that leaves the least open in the worst case; of equal ones, the one whose
/// answers differ in the most; then what the record asks first. Where doors wait
/// for nothing but the place, the place comes before everything, and so does the
/// platform where what is to be done at once depends on it.
///
/// Small questions, on which only later doors and marks hang, come last; once
/// three are answered, all that are not pressing do. Whoever has answered six is
/// only asked what presses: what the other doors depend on stands beside them.
pub(super) fn asks(
    scene: Scene,
    findings: &Findings,
    told: &Case,
    prepared: &Prepared,
) -> Vec<FactRef> {
    let mut sketcher = Sketcher::new(scene, findings, told, prepared);
    let left = MOST.saturating_sub(answered(&sketcher));
    let place = scene.core.region.filter(|region| {
        scene.here.is_none()
            && !scene.case.skipped().contains(region)
            && (sketcher.things.iter().any(|thing| thing.waits_for_place(&scene))
                || scene.is_emergency && waits_for_place(&scene))
    });
    let platform = scene.core.platform.filter(|platform| {
        !scene.case.skipped().contains(platform)
            && waits_for_platform(scene.core, scene.problem, &|when| scene.judge(when))
    });
    let danger = &scene.core.order.danger;
    let small = if left > MOST / 2 { danger.small } else { danger.pressing };
    let mut worths: Vec<(Worth, FactRef)> = Vec::new();
    let mut values = Vec::new();
    for fact in candidates(&sketcher, prepared) {
        if Some(fact) != place
            && Some(fact) != platform
            && let Some(worth) = worth(&mut sketcher, prepared, fact, small, &mut values)
        {
            worths.push((worth, fact));
        }
    }
    sorting::by_key(&mut worths, |worth| *worth);
    let mut asks: Vec<FactRef> = place.into_iter().chain(platform).collect();
    let mut late_place = None;
    for (worth, fact) in worths {
        let limit = if worth.is_pressing { MOST } else { left };
        if asks.len() < limit {
            asks.push(fact);
        } else if Some(fact) == scene.core.region {
            late_place = Some(fact);
        }
    }
    // Some doors come only with the place, so it is at least the last question.
    if let ([_, .., last], Some(place)) = (asks.as_mut_slice(), late_place) {
        *last = place;
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

fn worth(
    sketcher: &mut Sketcher,
    prepared: &Prepared,
    fact: FactRef,
    small: i32,
    values: &mut Vec<Value>,
) -> Option<Worth> {
    if !sketcher.matters(fact) {
        return None;
    }
    answers(&sketcher.scene, fact, values);
    let effect = sketcher.weigh(fact, values);
    if effect.sum == 0 {
        return None;
    }
    let asks = &sketcher.scene.problem.asks;
    let danger = &sketcher.scene.core.order.danger;
    Some(Worth {
        is_small: effect.most <= small,
        worst: effect.worst,
        parted: Reverse(effect.sum),
        is_derived: prepared.case.known(fact).is_some(),
        place: asks.iter().position(|asked| *asked == fact).unwrap_or(asks.len()),
        is_pressing: effect.most > danger.pressing && sketcher.scene.premise(fact).is_none(),
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
    for (thing, mark) in sketcher.things.iter().zip(sketcher.now()) {
        if !mark.look.is_open() {
            continue;
        }
        for condition in thing.conditions(scene) {
            found.open_in(condition);
        }
        if mark.look == Look::Hidden
            && scene.here.is_none()
            && let Some(region) = scene.core.region
        {
            found.add(region);
        }
    }
    for fact in &scene.scope.links.traced {
        let trace = scene.core.fact(*fact).and_then(|record| record.trace.as_ref());
        if matches!(trace, Some(Trace::Done(_) | Trace::Answer(_))) {
            found.add(*fact);
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
        let is_idle = is_skipped || scene.case.value(fact).is_some() || scene.moot.holds(fact);
        if is_idle || self.facts.contains(&fact) {
            return;
        }
        if let Some(premise) = scene.premise(fact)
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
    let links = &scene.scope.links;
    let mut unknown = links.derived.iter().filter(|derived| scene.case.value(**derived).is_none());
    let presupposes = |derived: &&FactRef| {
        let record = scene.core.fact(**derived);
        record.is_some_and(|record| record.derive.iter().any(|(when, _)| is_any(when)))
    };
    unknown.find(presupposes).copied()
}

/// The answers to try: each that something could tell from the others.
fn answers(scene: &Scene, fact: FactRef, values: &mut Vec<Value>) {
    values.clear();
    let Some(record) = scene.core.fact(fact) else { return };
    match record.kind {
        FactKind::Flag => values.extend([Value::Flag(true), Value::Flag(false)]),
        FactKind::Choice => {
            // Of the options that nothing tells apart one is enough, and one that
            // can be left behind in time.
            let told_apart: Vec<Value> = scene.scope.values(fact).collect();
            let mut is_tried = [false; 2];
            for (option, place) in record.options.iter().zip(0..) {
                let mut is_new = || {
                    let tried = is_tried.get_mut(usize::from(option.open));
                    tried.is_some_and(|tried| !std::mem::replace(tried, true))
                };
                let value = Value::Choice(place);
                if told_apart.contains(&value) || is_new() {
                    values.push(value);
                }
            }
        }
        FactKind::Count => values.extend(scene.scope.values(fact)),
        // A day moves clocks, not doors.
        FactKind::Date => {}
    }
}
