//! Measures understanding on the development set, or with `--authors` by
//! learning from all authors but one and measuring on that one.
//!
//! `evaluate [--authors] [path]`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    clippy::panic,
    reason = "a tool for developers: stopping with the reason is the right answer, and sums over tables read best by index"
)]

mod training;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use recourse::engine::text::{Model, understand};
use training::build::{self, Recipe};
use training::data::{self, Sentence};
use training::measure::{self, Report};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--authors") {
        return by_author();
    }
    let bytes =
        fs::read(data::root().join("knowledge/model/words.bin")).expect("words.bin; run train");
    let model = Model::decode(&bytes).expect("a sound artefact");
    let sentences = match arguments.iter().find(|argument| !argument.starts_with("--")) {
        Some(path) => data::sentences(Path::new(path)),
        None => data::development(),
    };
    let sentences: Vec<&Sentence> = sentences.iter().collect();
    if arguments.iter().any(|argument| argument == "--read") {
        return sentences.iter().for_each(|sentence| said(&model, sentence));
    }
    println!("{}", measure::HEADING);
    for (name, report) in measure::groups(&model, &sentences) {
        println!("{}", report.line(&name));
    }
    confusions(&model, &sentences);
    facts(&model, &sentences);
    speed(&model, &sentences);
    if arguments.iter().any(|argument| argument == "--wrong") {
        wrong(&model, &sentences);
    }
}

/// The ten pairs of problems most often taken for one another.
fn confusions(model: &Model, sentences: &[&Sentence]) {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for sentence in sentences {
        let read = understand(model, &sentence.text);
        let first = read.guesses.first().map_or("nothing", |guess| guess.id()).to_owned();
        if first != sentence.primary && !sentence.also_ok.contains(&first) {
            *counts.entry((sentence.primary.clone(), first)).or_default() += 1;
        }
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    println!("\nmost often taken for another problem");
    for ((wanted, got), count) in ranked.into_iter().take(10) {
        println!("{count:>4}  {wanted} as {got}");
    }
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

/// Every text that was misread.
fn wrong(model: &Model, sentences: &[&Sentence]) {
    for sentence in sentences {
        let read = understand(model, &sentence.text);
        let first = read.guesses.first().map_or("nothing", |guess| guess.id());
        if first != sentence.primary && !sentence.also_ok.iter().any(|ok| ok == first) {
            let guesses: Vec<String> =
                read.guesses.iter().take(3).map(|g| format!("{} {}", g.id(), g.score)).collect();
            println!("{} | {} | {}", sentence.primary, guesses.join(", "), sentence.text);
        }
        for reading in &read.facts {
            if sentence.annotated && training::facts::judge(sentence, reading) == Some(false) {
                println!("read {} {:?} | {}", reading.fact, reading.value, sentence.text);
            }
        }
        for (fact, value) in sentence.facts.iter().filter(|(fact, value)| {
            !read.facts.iter().any(|r| r.fact == *fact && training::facts::same(value, r.value))
        }) {
            println!("missed {fact} {value} | {}", sentence.text);
        }
        let region = read.region.as_ref().map(|(code, _)| *code);
        if sentence.annotated && region != sentence.region.as_deref() {
            println!("region {region:?} wanted {:?} | {}", sentence.region, sentence.text);
        }
        if sentence.emergency != read.emergency {
            println!("alarm {} wanted {} | {}", read.alarm, sentence.emergency, sentence.text);
        }
    }
}

/// Learns from all authors but one, and measures on that one.
fn by_author() {
    let sentences = data::training();
    let mut authors: Vec<&str> =
        sentences.iter().map(|sentence| sentence.author.as_str()).collect();
    authors.sort_unstable();
    authors.dedup();
    // Authors without a name among the first eight only ever help to learn.
    authors.retain(|author| author.starts_with('a'));
    println!("{}", measure::HEADING);
    let halves: Vec<Vec<(String, Report)>> = std::thread::scope(|scope| {
        let workers: Vec<_> = authors
            .chunks(authors.len().div_ceil(2))
            .map(|authors| {
                scope.spawn(|| authors.iter().map(|author| hold_out(&sentences, author)).collect())
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().expect("a fold")).collect()
    });
    let mut whole = Report::default();
    for (author, report) in halves.iter().flatten() {
        println!("{}", report.line(author));
        whole.join(report);
    }
    println!("{}", whole.line("all"));
}

fn hold_out(sentences: &[Sentence], author: &str) -> (String, Report) {
    let others: Vec<&Sentence> =
        sentences.iter().filter(|sentence| sentence.author != author).collect();
    let own: Vec<&Sentence> =
        sentences.iter().filter(|sentence| sentence.author == author).collect();
    let model = build::model(&others, sentences, &Recipe::default());
    let report = measure::groups(&model, &own).swap_remove(0).1;
    (author.to_owned(), report)
}
