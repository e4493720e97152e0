//! One half of `cargo xtask bench`: makes the cases, writes them for the other
//! engines, and times ours natively.
//!
//! `cargo run --profile native --no-default-features --example bench -- FOLDER`

mod asking;
mod clock;
#[path = "../common/mod.rs"]
mod common;
mod export;
mod pairs;
mod scaled;
mod texts;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use asking::{Asking, Given};
use recourse::engine::knowledge::{Core, decode_core, encode_core};
use recourse::engine::plan::Standing;
use recourse::engine::text::Model;
use serde_json::{Value as Json, json};

/// The trained words and phrases, as the page loads them.
const WORDS: &[u8] = include_bytes!("../../knowledge/model/words.bin");
/// The phrases that facts are read by, as the build packed them.
const PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.txt"));

/// One case in so many is tried in more knowledge.
const THIN: usize = 500;
/// How many cases are timed together.
const BATCH: usize = 50;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("say where to write: `bench FOLDER`");
        return ExitCode::FAILURE;
    };
    match run(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path) -> Result<(), String> {
    let compiled = common::compiled().map_err(|mistakes| {
        mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    })?;
    // As the page does: from a pack.
    let pack = encode_core(&compiled.core).map_err(|error| error.to_string())?;
    let core = decode_core(&pack).map_err(|error| error.to_string())?;
    let given = pairs::cases(&core);
    let asking = ask(&core, &given)?;
    check(&asking)?;

    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let texts = texts::texts().map_err(|error| format!("the development set: {error}"))?;
    let cases = postcard::to_allocvec(&given).map_err(|error| error.to_string())?;
    write("core.bin", &pack)?;
    write("words.bin", WORDS)?;
    write("phrases.bin", PHRASES)?;
    write("cases.bin", &cases)?;
    write("rules.json", export::rules(&asking).to_string().as_bytes())?;
    write("texts.json", texts.to_string().as_bytes())?;
    write("native.json", timed(&pack, &core, &given, &texts)?.to_string().as_bytes())
}

fn ask(core: &Core, given: &[Given]) -> Result<Asking, String> {
    let model = Model::decode(WORDS, PHRASES).ok_or("the text model is damaged")?;
    Asking::new(core.clone(), model, given).ok_or_else(|| "the moment is no time".to_owned())
}

/// The rules alone and the whole plan must agree, or comparing with either
/// would mean nothing.
fn check(asking: &Asking) -> Result<(), String> {
    for (at, question) in asking.questions.iter().enumerate() {
        let Some(record) = asking.core.problem(question.problem) else { continue };
        let rungs = asking.judge(at).into_iter().filter_map(|place| record.ladder.get(place));
        let holding: BTreeSet<_> = rungs.map(|rung| rung.channel).collect();
        let plan = asking.plan(at);
        let is_sound = (plan.ladder.iter())
            .filter(|step| step.standing == Standing::Yes)
            .all(|step| holding.contains(&step.channel));
        let listed: BTreeSet<_> = plan.ladder.iter().map(|step| step.channel).collect();
        if !is_sound || !holding.is_subset(&listed) {
            return Err(format!("case {at} of {}: plan and rules disagree", record.id));
        }
    }
    Ok(())
}

fn timed(pack: &[u8], core: &Core, given: &[Given], texts: &Json) -> Result<Json, String> {
    let decode = clock::batches(1, 1, |_| decode_core(pack));
    let asking = ask(core, given)?;
    let plan = clock::batches(asking.len(), BATCH, |at| asking.plan(at));
    let findings = clock::batches(asking.len(), BATCH, |at| asking.findings(at));
    let judge = clock::batches(asking.len(), BATCH, |at| asking.judge(at));
    let groups: Vec<&Json> = texts.as_array().into_iter().flatten().collect();
    let hear: Vec<Json> = groups.iter().map(|group| heard(&asking, group)).collect();
    let scale: Result<Vec<Json>, String> =
        [1, 10, 100].into_iter().map(|times| at_scale(core, given, times)).collect();
    Ok(json!({
        "cases": given.len(),
        "bytes": pack.len(),
        "decode": decode,
        "plan": plan,
        "findings": findings,
        "judge": judge,
        "hear": hear,
        "scale": scale?,
    }))
}

fn heard(asking: &Asking, group: &Json) -> Json {
    let texts: Vec<&str> = group
        .get("texts")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .collect();
    let hear = |at: usize| texts.get(at).map(|text| asking.hear(text));
    json!({
        "length": group.get("length"),
        "language": group.get("language"),
        "nanos": clock::batches(texts.len(), 1, hear),
    })
}

/// Some of the cases in a body of knowledge so many times as large.
fn at_scale(core: &Core, given: &[Given], times: usize) -> Result<Json, String> {
    let few: Vec<Given> = given.iter().step_by(THIN).cloned().collect();
    let plain = ask(core, &few)?;
    let mut large = ask(core, &few)?;
    large.scale(&few, times);
    for at in 0..few.len() {
        let names = |asking: &Asking| -> Vec<String> {
            let name = |channel| asking.core.channel(channel).map(|record| record.id.clone());
            asking.plan(at).ladder.iter().map(|step| step.channel).filter_map(name).collect()
        };
        let copied = names(&large);
        if !copied.iter().map(|id| first_id(id)).eq(names(&plain).iter().map(String::as_str)) {
            return Err(format!("case {at} has another plan in {times} times the knowledge"));
        }
    }
    let records = large.look_up();
    let look_up = clock::batches(1, 1, |_| large.look_up());
    Ok(json!({
        "times": times,
        "problems": large.core.problems.len(),
        "channels": large.core.channels.len(),
        "facts": large.core.facts.len(),
        "plan": clock::batches(few.len(), 1, |at| large.plan(at)),
        "look-up": { "records": records, "all": look_up },
    }))
}

/// The id in the knowledge itself of a record in any copy.
fn first_id(id: &str) -> &str {
    id.strip_prefix('~').and_then(|id| id.split_once('~')).map_or(id, |(_, id)| id)
}
