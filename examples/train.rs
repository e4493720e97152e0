//! Learns the word model from `training/` and writes `knowledge/model/words.bin`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    clippy::panic,
    reason = "a tool for developers: stopping with the reason is the right answer, and sums over tables read best by index"
)]

#[expect(dead_code, reason = "`evaluate` uses the rest")]
mod training;

use std::fs;

use recourse::engine::text::Model;
use training::build::{self, Recipe};
use training::{data, measure};

fn main() {
    let sentences = data::training();
    let all: Vec<&data::Sentence> = sentences.iter().collect();
    let model = build::model(&all, &sentences, &Recipe::default());
    let bytes = model.encode();
    assert!(Model::decode(&bytes).as_ref() == Some(&model), "the artefact reads back");
    let path = data::root().join("knowledge/model/words.bin");
    fs::create_dir_all(path.parent().expect("a folder")).expect("knowledge/model/");
    fs::write(&path, &bytes).expect("words.bin");
    println!(
        "{} sentences, {} pieces, {} dimensions, {} bytes",
        all.len(),
        model.weights.pieces.len(),
        model.weights.rank,
        bytes.len(),
    );
    let development = data::development();
    let development: Vec<&data::Sentence> = development.iter().collect();
    println!("{}", measure::HEADING);
    for (name, report) in measure::groups(&model, &development) {
        println!("{}", report.line(&name));
    }
}
