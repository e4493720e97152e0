//! The twenty-four rules of routing, each as a test of its own over every
//! problem, region and hour it speaks of. Each lists all offenders.

mod appeals;
mod bodies;
mod emergencies;
mod words;

use recourse::engine::case::{Origin, Value};
use recourse::engine::knowledge::{ChannelRef, ProblemRef, Stage, TextRef};
use recourse::engine::plan::{Plan, Standing, Step};
use serde_json::Value as Json;

use crate::case_states::{State, axes, cases, moment};
use crate::cases::{COMPILED, case, channel_id, core};

/// The Chinese words of a sentence.
fn zh(text: TextRef) -> &'static str {
    COMPILED.sentences[text.place()].zh.as_deref().unwrap_or_default()
}

/// The English words of a sentence.
fn en(text: TextRef) -> &'static str {
    COMPILED.sentences[text.place()].en.as_deref().unwrap_or_default()
}

fn channel(id: &str) -> ChannelRef {
    core().channel_named(id).unwrap_or_else(|| panic!("no channel `{id}`"))
}

fn problem(id: &str) -> ProblemRef {
    core().problem_named(id).unwrap_or_else(|| panic!("no problem `{id}`"))
}

/// The problems on whose ladder one of the channels stands.
fn problems_with(ids: &[&str]) -> Vec<ProblemRef> {
    let all = core().each_problem().filter(|(_, record)| {
        record.ladder.iter().any(|rung| ids.contains(&channel_id(rung.channel)))
    });
    let found: Vec<ProblemRef> = all.map(|(problem, _)| problem).collect();
    assert!(!found.is_empty(), "no ladder has any of {ids:?}");
    found
}

/// The problems in every pair of answers, with these facts settled; the hours
/// take turns.
fn with(problems: &[ProblemRef], settled: &Json) -> Vec<State> {
    let base = case(settled);
    let mut states = Vec::new();
    for problem in problems {
        let free: Vec<_> =
            axes(*problem).into_iter().filter(|axis| base.value(axis.fact).is_none()).collect();
        for (turn, mut case) in cases(&free).into_iter().enumerate() {
            for (fact, known) in base.iter() {
                case.tell(fact, known.value, Origin::Given);
            }
            states.push(State::of(*problem, case, moment(turn)));
        }
    }
    states
}

/// The step of a channel, if it is on the ladder.
fn step<'a>(plan: &'a Plan, id: &str) -> Option<&'a Step> {
    plan.ladder.iter().find(|step| channel_id(step.channel) == id)
}

/// The place of a channel on the ladder.
fn place(plan: &Plan, id: &str) -> Option<usize> {
    plan.ladder.iter().position(|step| channel_id(step.channel) == id)
}

/// Whether a channel can be taken now and has not been used.
fn can_take(plan: &Plan, id: &str) -> bool {
    step(plan, id).is_some_and(is_free)
}

/// Whether a door can be taken now and has not been used.
fn is_free(step: &Step) -> bool {
    step.standing == Standing::Yes && step.progress.is_open()
}

/// Whether a channel is offered at all: as an act or as a door not used before.
fn is_offered(plan: &Plan, id: &str) -> bool {
    let acts = plan.urgent.iter().chain(&plan.first);
    acts.filter_map(|act| act.channel).any(|it| channel_id(it) == id)
        || step(plan, id).is_some_and(|step| step.progress.is_open())
}

/// The plan in words.
fn shown(plan: &Plan) -> String {
    let acts: Vec<&str> = (plan.urgent.iter().chain(&plan.first))
        .map(|act| act.channel.map_or("·", channel_id))
        .collect();
    let step = |step: &Step| {
        format!("{} {} {}", channel_id(step.channel), step.stage.id(), step.standing.id())
    };
    let steps: Vec<String> = plan.ladder.iter().map(step).collect();
    format!("acts {acts:?}, {}", steps.join(", "))
}

/// The complaint about a state, with its plan.
fn fault(state: &State, what: &str) -> String {
    format!("{what}: {}\n  {}", state.told_all(), shown(&state.plan))
}

fn is(state: &State, fact: &str, value: bool) -> bool {
    state.value(fact) == Some(Value::Flag(value))
}

fn at_least(state: &State, fact: &str, floor: i64) -> bool {
    matches!(state.value(fact), Some(Value::Count(count)) if count >= floor * 1000)
}

fn is_last(step: &Step) -> bool {
    step.stage == Stage::Last
}
