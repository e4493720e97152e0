//! What each answer to the next questions would change, found by trying it.

use super::urgent::{lenders, waits_for_platform};
use super::{Act, Next, Outcome, Plan, Progress, Standing, Step, outline, prepare};
use crate::engine::calendar::Moment;
use crate::engine::case::{Case, Origin, Value};
use crate::engine::knowledge::{ChannelRef, Core, FactKind, FactRef, ProblemRef, Scope, TextRef};
use crate::engine::rule::Condition;

/// What one answer would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The question.
    pub fact: FactRef,
    /// The answer.
    pub value: Value,
    /// The doors that would come, in their order.
    pub comes: Vec<ChannelRef>,
    /// The doors that would go.
    pub goes: Vec<ChannelRef>,
    /// The doors whose open questions would be settled, so that they can be taken.
    pub settles: Vec<ChannelRef>,
    /// The doors that would wait for something that is not so yet.
    pub waits: Vec<ChannelRef>,
    /// The doors that would move: to another stage, or past another door that
    /// stands in both plans.
    pub moves: Vec<ChannelRef>,
    /// The doors of both plans that would count as tried.
    pub tried: Vec<ChannelRef>,
    /// What there would be to do at once, or first, that is not there now.
    pub acts_come: Vec<TextRef>,
    /// What would not have to be done any more.
    pub acts_go: Vec<TextRef>,
    /// Whether minutes would begin, or cease, to matter.
    pub alarm: Option<bool>,
    /// The door whose turn it would be, if it is another one.
    pub next: Option<ChannelRef>,
    /// How the way would stand as a whole, if it is not as now.
    pub outcome: Option<Outcome>,
}

impl Change {
    /// The answer that changes nothing.
    pub const fn none(fact: FactRef, value: Value) -> Self {
        Self {
            fact,
            value,
            comes: Vec::new(),
            goes: Vec::new(),
            settles: Vec::new(),
            waits: Vec::new(),
            moves: Vec::new(),
            tried: Vec::new(),
            acts_come: Vec::new(),
            acts_go: Vec::new(),
            alarm: None,
            next: None,
            outcome: None,
        }
    }

    /// The doors it decides about: those that come, go, are settled or wait.
    pub fn doors(&self) -> impl Iterator<Item = ChannelRef> {
        let doors = [&self.comes, &self.goes, &self.settles, &self.waits];
        doors.into_iter().flatten().copied()
    }
}

/// What each answer to an open question would change: first to those that are
/// asked, in their order, then to every other one that can matter for the problem.
///
/// Days are left out: they move clocks, not doors.
pub fn changes(
    core: &Core,
    problem: ProblemRef,
    case: &Case,
    moment: Moment,
    now: &Plan,
) -> Vec<Change> {
    let (Some(record), Some(scope)) = (core.problem(problem), core.scope(problem)) else {
        return Vec::new();
    };
    let prepared = prepare(core, problem, case, moment);
    let mut open: Vec<(FactRef, &Scope)> = now.asks.iter().map(|fact| (*fact, scope)).collect();
    let mut add = |facts: &[FactRef], scope| {
        for fact in facts.iter().copied() {
            let is_settled = prepared.case.value(fact).is_some() || prepared.moot.contains(&fact);
            if !is_settled && !open.iter().any(|(known, _)| *known == fact) {
                open.push((fact, scope));
            }
        }
    };
    add(&record.asks, scope);
    add(scope.facts(), scope);
    // What other problems lend to this emergency hangs on the platform, and on facts
    // of theirs.
    let judge = |when: &Condition| prepared.judge(when);
    if waits_for_platform(core, record, &judge) {
        add(core.platform.as_slice(), scope);
    }
    for lender in lenders(core, record, &judge) {
        if let Some(scope) = core.scope(lender) {
            add(scope.facts(), scope);
        }
    }
    let mut changes = Vec::new();
    for (fact, scope) in open {
        for value in answers(core, scope, fact) {
            let mut supposed = case.clone();
            supposed.tell(fact, value, Origin::Given);
            let then = outline(core, problem, &supposed, moment);
            changes.push(difference(fact, value, now, &then));
        }
    }
    changes
}

fn answers(core: &Core, scope: &Scope, fact: FactRef) -> Vec<Value> {
    let Some(record) = core.fact(fact) else { return Vec::new() };
    match record.kind {
        FactKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        FactKind::Choice => {
            (record.options.iter().zip(0..)).map(|(_, place)| Value::Choice(place)).collect()
        }
        FactKind::Count => scope.values(fact).collect(),
        FactKind::Date => Vec::new(),
    }
}

fn difference(fact: FactRef, value: Value, now: &Plan, then: &Plan) -> Change {
    let mut change = Change {
        moves: moves(now, then),
        acts_come: lost(then, now),
        acts_go: lost(now, then),
        alarm: alarm(now, then),
        next: turn(then).filter(|next| Some(*next) != turn(now)),
        outcome: (then.outcome != now.outcome).then_some(then.outcome),
        ..Change::none(fact, value)
    };
    for step in &then.ladder {
        let was = found(now, step.channel);
        if was.is_some_and(|was| was.progress == Progress::Untried && was.progress != step.progress)
        {
            change.tried.push(step.channel);
        }
        let into = match (was.map(|was| was.standing), step.standing) {
            (None, _) => &mut change.comes,
            (Some(was), Standing::Yes) if was != Standing::Yes => &mut change.settles,
            (Some(was), Standing::Later) if was != Standing::Later => &mut change.waits,
            (Some(_), Standing::Yes | Standing::Unknown | Standing::Later) => continue,
        };
        into.push(step.channel);
    }
    let had = now.ladder.iter().map(|step| step.channel);
    change.goes = had.filter(|channel| found(then, *channel).is_none()).collect();
    change
}

fn found(plan: &Plan, channel: ChannelRef) -> Option<&Step> {
    plan.ladder.iter().find(|step| step.channel == channel)
}

/// The doors of both plans that change their stage, or pass another one upwards.
fn moves(now: &Plan, then: &Plan) -> Vec<ChannelRef> {
    let place = |plan: &Plan, channel| plan.ladder.iter().position(|it| it.channel == channel);
    let mut moves = Vec::new();
    let mut passed = Vec::new();
    for step in &then.ladder {
        let Some(was) = place(now, step.channel) else { continue };
        let is_up = (now.ladder.iter().take(was)).any(|earlier| {
            place(then, earlier.channel).is_some() && !passed.contains(&earlier.channel)
        });
        let stage = now.ladder.get(was).map(|step| step.stage);
        if is_up || stage != Some(step.stage) {
            moves.push(step.channel);
        }
        passed.push(step.channel);
    }
    moves
}

fn acts(plan: &Plan) -> impl Iterator<Item = &Act> {
    plan.urgent.iter().chain(&plan.first)
}

/// The acts of one plan that the other does not have.
fn lost(have: &Plan, keep: &Plan) -> Vec<TextRef> {
    let is_kept =
        |act: &&Act| acts(keep).any(|kept| (kept.text, kept.channel) == (act.text, act.channel));
    acts(have).filter(|act| !is_kept(act)).map(|act| act.text).collect()
}

/// Whether acts become, or cease to be, urgent.
fn alarm(now: &Plan, then: &Plan) -> Option<bool> {
    let is_urgent = !then.urgent.is_empty();
    (is_urgent == now.urgent.is_empty()).then_some(is_urgent)
}

fn turn(plan: &Plan) -> Option<ChannelRef> {
    let Next { step, .. } = plan.next?;
    plan.ladder.get(step).map(|step| step.channel)
}
