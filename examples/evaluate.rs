//! Measures understanding: on the development set, on held-out authors, or
//! against earlier decisions (see `training/decided.rs`).
//!
//! `evaluate [--wrong | --read] [path]`, `evaluate --against [earlier.txt]`,
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
use std::path::{Path, PathBuf};
use std::time::Instant;

use recourse::engine::text::{Model, understand};
use training::confusions::Confusions;
use training::data::{self, Sentence};
use training::{authors, decided, measure};

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
    if has("--against") {
        let earlier = names.first().map_or_else(decided::path, PathBuf::from);
        return decided::against(&model, &earlier);
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
    Model::decode(&fs::read(path).ok()?, data::PHRASES)
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
