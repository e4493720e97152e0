//! Building cases for tests in the words of the records.

use std::sync::LazyLock;

use recourse::engine::calendar::{Moment, day_number};
use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::{ChannelRef, Compiled, Core, FactKind, FactRef};
use recourse::engine::plan::{Plan, plan};
use serde_json::Value as Json;

/// The repository's records, compiled once.
pub(crate) static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    crate::common::compiled().unwrap_or_else(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("the records do not compile:\n{}", told.join("\n"))
    })
});

pub(crate) fn core() -> &'static Core {
    &COMPILED.core
}

/// A Saturday morning in China.
pub(crate) fn saturday_morning() -> Moment {
    Moment::parse("2026-11-21T10:00:00+08:00").expect("a time")
}

/// A case in which these facts are given, such as `{"region": "CN"}`.
#[track_caller]
pub(crate) fn case(facts: &Json) -> Case {
    let mut case = Case::default();
    for (id, value) in facts.as_object().expect("an object of facts") {
        let fact = core().fact_named(id).unwrap_or_else(|| panic!("no fact `{id}`"));
        case.tell(fact, value_of(fact, value), Origin::Given);
    }
    case
}

#[track_caller]
fn value_of(fact: FactRef, json: &Json) -> Value {
    let record = core().fact(fact).expect("a fact");
    let value = match (record.kind, json) {
        (FactKind::Flag, Json::Bool(flag)) => Some(Value::Flag(*flag)),
        (FactKind::Choice, Json::String(option)) => core().option_named(fact, option),
        (FactKind::Date, Json::String(day)) => day_number(day).map(Value::Day),
        #[expect(clippy::cast_possible_truncation, reason = "small numbers of tests")]
        (FactKind::Count, Json::Number(number)) => {
            number.as_f64().map(|number| Value::Count((number * 1000.0).round() as i64))
        }
        _ => None,
    };
    value.unwrap_or_else(|| panic!("`{json}` is not a value of `{}`", record.id))
}

/// The plan for a problem with these facts, on a Saturday morning in China.
#[track_caller]
pub(crate) fn plan_for(problem: &str, facts: &Json) -> Plan {
    plan_at(problem, facts, saturday_morning())
}

#[track_caller]
pub(crate) fn plan_at(problem: &str, facts: &Json, moment: Moment) -> Plan {
    let problem = core().problem_named(problem).unwrap_or_else(|| panic!("no problem `{problem}`"));
    plan(core(), problem, &case(facts), moment)
}

pub(crate) fn channel_id(channel: ChannelRef) -> &'static str {
    core().channel(channel).map_or("", |record| record.id.as_str())
}

pub(crate) fn fact_ids(facts: &[FactRef]) -> Vec<&'static str> {
    facts.iter().filter_map(|fact| Some(core().fact(*fact)?.id.as_str())).collect()
}

/// The ladder as pairs of channel and standing.
pub(crate) fn rungs(plan: &Plan) -> Vec<(&'static str, &'static str)> {
    plan.ladder.iter().map(|step| (channel_id(step.channel), step.standing.id())).collect()
}

/// The channels of the urgent acts.
pub(crate) fn urgent(plan: &Plan) -> Vec<&'static str> {
    plan.urgent.iter().filter_map(|act| act.channel).map(channel_id).collect()
}
