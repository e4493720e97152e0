//! Scenarios that a lawyer can read: a person's case and the plan it must get.
//! One file a problem, named after it; `docs/scenarios.md` says how to write one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use recourse::engine::calendar::{Moment, day_number};
use recourse::engine::case::{Answer, Case};
use recourse::engine::knowledge::{FactRef, Problem};
use recourse::engine::plan::{Plan, Prepared, plan, prepare};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::cases::{case, core, saturday_morning};
use crate::expectations::{Expect, check};

/// How many scenarios there are at least.
const AT_LEAST: usize = 500;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    scenario: Vec<Scenario>,
}

/// A case and what its plan must be.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Scenario {
    /// Whose case it is, in a sentence or two.
    story: String,
    /// What is known of the case.
    #[serde(default)]
    facts: BTreeMap<String, Json>,
    /// Doors already used.
    #[serde(default)]
    done: Vec<Door>,
    /// The time, in RFC 3339; a Saturday morning in China if absent.
    now: Option<String>,
    /// What must hold, in every place.
    #[serde(default)]
    expect: Expect,
    /// The same case in several regions, and what must also hold in each.
    #[serde(default)]
    places: BTreeMap<String, Expect>,
}

/// A door already used.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Door {
    channel: String,
    on: String,
    /// What came of it; nothing yet if absent.
    #[serde(default)]
    answer: Reply,
}

/// An [`Answer`] as a scenario writes it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Reply {
    #[default]
    None,
    Refused,
    Unsatisfying,
    Solved,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        match reply {
            Reply::None => Self::None,
            Reply::Refused => Self::Refused,
            Reply::Unsatisfying => Self::Unsatisfying,
            Reply::Solved => Self::Solved,
        }
    }
}

/// A scenario played in one place.
pub(crate) struct Played {
    /// The file, the number in it, and the place.
    pub(crate) name: String,
    pub(crate) problem: &'static Problem,
    /// What the scenario gives, before anything follows from it.
    pub(crate) given: Vec<FactRef>,
    pub(crate) prepared: Prepared,
    pub(crate) plan: Plan,
    /// Where the plan is not what was expected.
    faults: Vec<String>,
}

/// Every scenario, played once.
pub(crate) static PLAYED: LazyLock<Vec<Played>> = LazyLock::new(|| {
    let mut played = Vec::new();
    for (problem, scenarios) in files() {
        for (number, scenario) in scenarios.iter().enumerate() {
            let name = format!("{problem} {}", number + 1);
            if scenario.places.is_empty() {
                played.push(play(name, &problem, scenario, None));
                continue;
            }
            for place in &scenario.places {
                played.push(play(format!("{name} {}", place.0), &problem, scenario, Some(place)));
            }
        }
    }
    played
});

/// The scenarios by problem.
fn files() -> Vec<(String, Vec<Scenario>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/scenarios");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("scenarios")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    (paths.iter())
        .map(|path| {
            let text = fs::read_to_string(path).expect("a readable scenario");
            let file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let problem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (problem, file.scenario)
        })
        .collect()
}

fn play(
    name: String,
    problem: &str,
    scenario: &Scenario,
    place: Option<(&String, &Expect)>,
) -> Played {
    let mut facts = scenario.facts.clone();
    if let Some((region, _)) = place {
        let twice = facts.insert("region".into(), json!(region));
        assert!(twice.is_none(), "{name}: the places are the region");
    }
    let told = case_of(&json!(facts), &scenario.done, &name);
    let moment = scenario.now.as_ref().map_or_else(saturday_morning, |now| {
        Moment::parse(now).unwrap_or_else(|| panic!("{name}: `{now}` is not a time"))
    });
    let found = core().problem_named(problem);
    let problem = found.unwrap_or_else(|| panic!("{name}: there is no problem `{problem}`"));
    let plan = plan(core(), problem, &told, moment);
    let record = core().problem(problem).expect("a problem");
    let mut faults = check(&scenario.expect, &plan, record);
    if let Some((_, expect)) = place {
        faults.extend(check(expect, &plan, record));
    }
    for fault in &mut faults {
        *fault = format!("{name}: {fault}\n    ({})", scenario.story.trim());
    }
    Played {
        name,
        problem: record,
        given: told.iter().map(|(fact, _)| fact).collect(),
        prepared: prepare(core(), problem, &told, moment),
        plan,
        faults,
    }
}

fn case_of(facts: &Json, done: &[Door], name: &str) -> Case {
    let mut told = case(facts);
    for door in done {
        let found = core().channel_named(&door.channel);
        let channel =
            found.unwrap_or_else(|| panic!("{name}: there is no channel `{}`", door.channel));
        let found = day_number(&door.on);
        let day = found.unwrap_or_else(|| panic!("{name}: `{}` is not a day", door.on));
        told.did(channel, day);
        told.answered(channel, door.answer.into());
    }
    told
}

#[test]
fn scenarios_hold() {
    let faults: Vec<&str> = PLAYED.iter().flat_map(|one| &one.faults).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn there_are_enough_scenarios_and_no_two_are_alike() {
    let mut count = 0;
    let mut stories = BTreeSet::new();
    let mut cases = BTreeSet::new();
    for (problem, scenarios) in files() {
        for scenario in &scenarios {
            count += 1;
            assert!(stories.insert(scenario.story.clone()), "{problem}: {}", scenario.story);
            let doors: Vec<String> = (scenario.done.iter())
                .map(|door| format!("{} {} {:?}", door.channel, door.on, door.answer))
                .collect();
            let places: Vec<&String> = scenario.places.keys().collect();
            let told = json!([problem, scenario.facts, doors, scenario.now, places]);
            assert!(cases.insert(told.to_string()), "{problem}: twice {told}");
        }
    }
    assert!(count >= AT_LEAST, "{count} scenarios");
}
