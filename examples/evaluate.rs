//! Measures understanding: on the development set, on held-out authors, or
//! against an earlier artefact.
//!
//! `evaluate [--wrong | --read] [path]`, `evaluate --against earlier.bin`,
//! `evaluate --authors [--wrong] [name … | name+name …]`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a tool for developers: stopping with the reason is the right answer"
)]

mod training;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use recourse::engine::text::{Model, understand};
use training::confusions::Confusions;
use training::data::{self, Sentence};
use training::{authors, measure};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let names: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|name| !name.starts_with("--")).collect();
    if has("--authors") {
        return authors::report(&names, has("--wrong"));
    }
    let model = artefact(&data::root().join("knowledge/model/words.bin"));
    let model = model.expect("a sound artefact; run train");
    if let Some(path) = names.first().filter(|_| has("--against")) {
        return against(&model, Path::new(path));
    }
    let sentences = match names.first() {
        Some(path) => data::sentences(Path::new(path)),
        None => data::development(),
    };
    let sentences: Vec<&Sentence> = sentences.iter().collect();
    if has("--read") {
        return sentences.iter().for_each(|sentence| said(&model, sentence));
    }
    println!("{}", measure::HEADING);
    for (name, report) in measure::groups(&model, &sentences) {
        println!("{}", report.line(&name));
    }
    confusions(&model, &sentences);
    facts(&model, &sentences);
    speed(&model, &sentences);
    if has("--wrong") {
        for line in measure::wrong(&model, &sentences) {
            println!("{line}");
        }
    }
}

/// The pairs of problems most often taken for one another.
fn confusions(model: &Model, sentences: &[&Sentence]) {
    let mut counts = Confusions::default();
    for sentence in sentences {
        counts.add(model, sentence);
    }
    counts.print(10);
}

/// The artefact in a file, if it is one of this version.
fn artefact(path: &Path) -> Option<Model> {
    Model::decode(&fs::read(path).ok()?)
}

/// Every development line that `now` decides otherwise than an earlier artefact.
fn against(now: &Model, path: &Path) {
    let Some(before) = artefact(path) else {
        println!("{} is of another version: nothing to compare", path.display());
        return;
    };
    let development = data::development();
    let (mut mended, mut broken, mut other) = (0, 0, 0);
    for (number, sentence) in development.iter().enumerate() {
        let decide = |model: &Model| {
            let read = understand(model, &sentence.text);
            let first = read.guesses.first().map_or("nothing", |guess| guess.id()).to_owned();
            let right = first == sentence.primary || sentence.also_ok.contains(&first);
            (first, read.emergency, right, read.emergency == sentence.emergency)
        };
        let (old, new) = (decide(&before), decide(now));
        if (&old.0, old.1) == (&new.0, new.1) {
            continue;
        }
        let score =
            |decided: &(String, bool, bool, bool)| u8::from(decided.2) + u8::from(decided.3);
        let verdict = match score(&new).cmp(&score(&old)) {
            core::cmp::Ordering::Greater => (&mut mended, "mended"),
            core::cmp::Ordering::Less => (&mut broken, "broken"),
            core::cmp::Ordering::Equal => (&mut other, "other"),
        };
        *verdict.0 += 1;
        let said = |decided: &(String, bool, bool, bool)| {
            let mark = |right: bool| if right { "right" } else { "wrong" };
            let alarm = if decided.1 { "alarm" } else { "calm" };
            format!("{} {}, {alarm} {}", decided.0, mark(decided.2), mark(decided.3))
        };
        println!("line {:>3} {}: {} -> {}", number + 1, verdict.1, said(&old), said(&new));
    }
    println!("{mended} mended, {broken} broken, {other} otherwise decided");
}

/// Each fact: how often it was read, rightly read, and stated.
fn facts(model: &Model, sentences: &[&Sentence]) {
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for sentence in sentences.iter().filter(|sentence| sentence.annotated) {
        for reading in understand(model, &sentence.text).facts {
            if let Some(hit) = training::facts::judge(sentence, &reading) {
                let count = counts.entry(reading.fact.to_owned()).or_default();
                count[0] += 1;
                count[1] += usize::from(hit);
            }
        }
        for fact in sentence.facts.keys() {
            counts.entry(fact.clone()).or_default()[2] += 1;
        }
    }
    println!("\n{:<24}{:>6}{:>7}{:>8}", "fact", "read", "right", "stated");
    for (fact, [read, right, stated]) in counts {
        println!("{fact:<24}{read:>6}{right:>7}{stated:>8}");
    }
}

#[expect(clippy::disallowed_methods, reason = "this program measures time")]
fn speed(model: &Model, sentences: &[&Sentence]) {
    let rounds = 20;
    let start = Instant::now();
    let mut guesses = 0;
    for _ in 0..rounds {
        guesses +=
            sentences.iter().map(|s| understand(model, &s.text).guesses.len()).sum::<usize>();
    }
    let texts = (rounds * sentences.len()).max(1);
    let micros = start.elapsed().as_micros() / texts as u128;
    println!("\n{micros} µs per text ({texts} texts, {guesses} guesses)");
}

/// What is read from one text.
fn said(model: &Model, sentence: &Sentence) {
    let read = understand(model, &sentence.text);
    let facts: Vec<String> =
        read.facts.iter().map(|reading| format!("{} {:?}", reading.fact, reading.value)).collect();
    let region = read.region.map_or("", |(code, _)| code);
    println!("{region} {} | {}", facts.join(", "), sentence.text);
}
