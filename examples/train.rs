//! Learns the word model from `training/` and writes `knowledge/model/words.bin`, and
//! beside the development set what it makes of it; `train --check` writes nothing, and
//! fails unless it learns the very bytes that are there.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a tool for developers: stopping with the reason is the right answer"
)]

#[expect(dead_code, reason = "`evaluate` uses the rest")]
mod training;

use std::fs;

use recourse::engine::text::Model;
use training::build::{self, Recipe};
use training::{data, decided, measure};

fn main() {
    let sentences = data::training();
    let all: Vec<&data::Sentence> = sentences.iter().collect();
    let model = build::model(&all, &sentences, &Recipe::default());
    let bytes = model.encode();
    assert!(
        Model::decode(&bytes, data::PHRASES).as_ref() == Some(&model),
        "the artefact reads back"
    );
    let path = data::root().join("knowledge/model/words.bin");
    if std::env::args().any(|argument| argument == "--check") {
        assert!(fs::read(&path).is_ok_and(|there| there == bytes), "train learns other bytes");
        return println!("train learns the same {} bytes again", bytes.len());
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("knowledge/model/");
    fs::write(&path, &bytes).expect("words.bin");
    println!(
        "{} sentences, {} pieces, {} bytes",
        all.len(),
        model.weights.table.prints.len(),
        bytes.len(),
    );
    let development = data::development();
    fs::write(decided::path(), decided::lines(&model, &development)).expect("decided.txt");
    let development: Vec<&data::Sentence> = development.iter().collect();
    println!("{}", measure::HEADING);
    for (name, report) in measure::groups(&model, &development) {
        println!("{}", report.line(&name));
    }
}
