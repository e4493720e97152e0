//! The development set's personas: each is a whole case, and every expectation
//! of every one of them holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use recourse::engine::calendar::Moment;
use recourse::engine::plan::{Plan, Standing};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::cases::{channel_id, fact_ids, plan_at, urgent};

#[derive(Deserialize)]
struct Persona {
    id: String,
    title: String,
    problem: String,
    region: Option<String>,
    facts: BTreeMap<String, Json>,
    now: String,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    /// The channel of the first urgent act that turns to one; none where
    /// minutes do not matter.
    first_urgent_channel: Option<String>,
    /// The first door is one of these.
    first_channels: Vec<String>,
    /// These are urgent acts or steps of the ladder.
    must_include: Vec<String>,
    /// These are neither offered nor held out.
    must_not_include: Vec<String>,
    /// One of these is asked; if it is empty, nothing need be.
    asks_any_of: Vec<String>,
    /// The rule behind it, for the reader of a fault.
    why: String,
}

fn plan_of(persona: &Persona) -> Plan {
    let mut facts = json!(persona.facts);
    if let Some(region) = &persona.region {
        facts["region"] = json!(region);
    }
    plan_at(&persona.problem, &facts, Moment::parse(&persona.now).expect("a time"))
}

fn faults(expect: &Expect, plan: &Plan) -> Vec<String> {
    let calls = urgent(plan);
    let doors: Vec<&str> = plan.ladder.iter().map(|step| channel_id(step.channel)).collect();
    let asks = fact_ids(&plan.asks);
    // A door that depends on an open question is shown, so it counts as offered.
    let is_offered = |channel: &str| {
        let step = plan.ladder.iter().find(|step| channel_id(step.channel) == channel);
        calls.contains(&channel) || step.is_some_and(|step| step.standing != Standing::Later)
    };
    let mut faults = Vec::new();
    if calls.first().copied() != expect.first_urgent_channel.as_deref() {
        faults.push(format!("urgent is {calls:?}, not {:?}", expect.first_urgent_channel));
    }
    if !doors.first().is_some_and(|first| expect.first_channels.iter().any(|id| id == first)) {
        faults.push(format!("the ladder is {doors:?}, not from {:?}", expect.first_channels));
    }
    for channel in &expect.must_include {
        if !calls.contains(&channel.as_str()) && !doors.contains(&channel.as_str()) {
            faults.push(format!("{channel} is missing from {doors:?}"));
        }
    }
    for channel in expect.must_not_include.iter().filter(|channel| is_offered(channel)) {
        faults.push(format!("{channel} is offered"));
    }
    let wanted = &expect.asks_any_of;
    if !wanted.is_empty() && !wanted.iter().any(|fact| asks.contains(&fact.as_str())) {
        faults.push(format!("asks {asks:?}, none of {wanted:?}"));
    }
    faults
}

#[test]
fn every_persona_gets_the_plan_it_needs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/devset/personas.jsonl");
    let text = fs::read_to_string(path).expect("the personas");
    let personas: Vec<Persona> = (text.lines().filter(|line| !line.trim().is_empty()))
        .map(|line| serde_json::from_str(line).expect("a persona"))
        .collect();
    assert!(personas.len() >= 60, "the personas are here");
    let mut told = Vec::new();
    for persona in &personas {
        for fault in faults(&persona.expect, &plan_of(persona)) {
            let Persona { id, title, problem, expect, .. } = persona;
            told.push(format!("{id} ({problem}: {title}): {fault}\n  {}", expect.why));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
