//! Every fact of the founding documents is shown to a person at most three steps
//! from the start: the ways of the ledger, walked through plans and guides.

use std::collections::BTreeMap;

use recourse::engine::calendar::Moment;
use recourse::engine::case::{Case, Origin};
use recourse::engine::knowledge::{Channel, Problem, TextRef};
use recourse::engine::plan::{Plan, guides, plan};
use serde::Deserialize;

use crate::cases::{COMPILED, core};
use crate::common::FILES;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fact: String,
    /// Ways through the interface, each with words that stand at its end.
    at: Vec<(String, String)>,
    confidence: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for editors")]
    remark: String,
}

fn ledger() -> BTreeMap<String, Entry> {
    let file = FILES.iter().find(|(name, _)| *name == "ledger.toml").expect("the ledger");
    toml::from_str(file.1).expect("a readable ledger")
}

/// A sentence as it stands in Chinese.
fn zh(text: TextRef) -> &'static str {
    COMPILED.sentences[text.place()].zh.as_deref().unwrap_or_default()
}

/// What a way shows at its end, and how many steps it takes from the start.
struct End {
    steps: usize,
    words: Vec<&'static str>,
}

/// What the parts of a plan show that belong to no door: at once on it, or under
/// one fold.
fn on_plan(problem: &Problem, plan: &Plan) -> Vec<&'static str> {
    let acts = plan.urgent.iter().chain(&plan.first).map(|act| act.text);
    let texts = acts
        .chain(problem.self_help.iter().map(|help| help.text))
        .chain(problem.evidence.iter().map(|item| item.text))
        .chain(problem.dos.iter().chain(&problem.donts).chain(&problem.scam_guard).copied())
        .chain(problem.exhausted);
    texts.map(zh).collect()
}

/// What stands at a door: in sight, or under its one fold.
fn at_door(channel: &Channel, because: TextRef) -> Vec<&'static str> {
    let items = channel.materials.iter().map(|item| item.text);
    let lists =
        [&channel.entry, &channel.discloses, &channel.limits, &channel.cannot, &channel.warnings];
    let singles = [channel.status_reason, channel.cost, channel.after, channel.note];
    let texts = [because, channel.name, channel.summary].into_iter().chain(items);
    let texts = texts.chain(lists.into_iter().flatten().copied());
    texts.chain(singles.into_iter().flatten()).map(zh).collect()
}

/// The case of somebody in mainland China who has answered nothing.
fn silent_case() -> Case {
    let region = core().fact_named("region").expect("the region");
    let here = core().option_named(region, "CN").expect("mainland China");
    let mut case = Case::default();
    case.tell(region, here, Origin::Guessed);
    case
}

/// Walks a way; says where it ends for want of a door.
fn walk(way: &str) -> Result<End, String> {
    let (first, last) = way.split_once(" > ").map_or((way, None), |(a, b)| (a, Some(b)));
    if first == "guides" {
        let last = last.unwrap_or_default();
        let guide = guides(core()).into_iter().filter_map(|guide| core().guide(guide));
        let guide = guide.into_iter().find(|guide| guide.id == last);
        let guide = guide.ok_or_else(|| format!("`{last}` is not on the list of guides"))?;
        // The list, the guide.
        let texts = guide.steps.iter().map(|step| zh(step.text));
        return Ok(End { steps: 2, words: texts.collect() });
    }
    let reference = core().problem_named(first).ok_or(format!("there is no problem `{first}`"))?;
    let problem = core().problem(reference).expect("a problem");
    let now = Moment::from_clock(1_795_000_000_000, 480);
    let plan = plan(core(), reference, &silent_case(), now);
    // All problems, the problem, a fold.
    let Some(id) = last else { return Ok(End { steps: 3, words: on_plan(problem, &plan) }) };
    let door = core().channel_named(id).ok_or(format!("there is no channel `{id}`"))?;
    let channel = core().channel(door).expect("a channel");
    if let Some(step) = plan.ladder.iter().find(|step| step.channel == door) {
        return Ok(End { steps: 3, words: at_door(channel, step.reason) });
    }
    let wall = plan.walls.iter().find(|wall| wall.channel == door);
    let wall = wall.ok_or_else(|| format!("`{id}` is not on the plan for `{first}`"))?;
    Ok(End { steps: 3, words: wall.reason.map(zh).into_iter().collect() })
}

#[test]
fn every_founding_fact_is_shown_in_at_most_three_steps() {
    let ledger = ledger();
    let mut lost = Vec::new();
    for (id, entry) in &ledger {
        if entry.at.is_empty() {
            lost.push(format!("{id}: {} is shown nowhere", entry.fact));
        }
        for (way, words) in &entry.at {
            match walk(way) {
                Err(why) => lost.push(format!("{id}: {why}")),
                Ok(end) => {
                    if end.steps > 3 || !end.words.iter().any(|said| said.contains(words.as_str()))
                    {
                        lost.push(format!("{id}: `{way}` does not say “{words}”"));
                    }
                }
            }
            println!("{id} {} → start > {way}: {words}", entry.fact);
        }
        assert!(matches!(entry.confidence.as_str(), "high" | "medium" | "low"), "{id}");
    }
    assert_eq!(ledger.len(), 88, "the ledger is complete");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn a_way_that_leads_nowhere_is_noticed() {
    for way in ["guides > licences", "no-such-thing", "wa-feature-feedback > cn-110"] {
        assert!(walk(way).is_err(), "{way}");
    }
    let end = walk("wa-feature-feedback > wa-beta").expect("a way");
    assert!(!end.words.iter().any(|said| said.contains("110")));
}
