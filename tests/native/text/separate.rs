//! What is measured with was not learnt from.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Texts with fewer runs of three letters than this are alike by chance.
const FEW: usize = 8;

/// The runs of three letters or digits of every text in a file of JSON lines.
fn texts(path: &Path) -> Vec<(String, BTreeSet<Vec<char>>)> {
    let lines = fs::read_to_string(path).expect("a file of sentences");
    let read = |line: &str| {
        let record: Value = serde_json::from_str(line).expect("a JSON object");
        let text = record["text"].as_str().expect("a text").to_owned();
        let letters: Vec<char> =
            text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        (text, letters.windows(3).map(<[char]>::to_vec).collect())
    };
    lines.lines().filter(|line| !line.trim().is_empty()).map(read).collect()
}

#[test]
fn no_development_text_has_a_near_copy_among_the_training_sentences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let development = texts(&root.join("tests/native/devset/dev.jsonl"));
    let mut places: BTreeMap<&[char], Vec<usize>> = BTreeMap::new();
    for (at, (_, runs)) in development.iter().enumerate() {
        for run in runs {
            places.entry(run).or_default().push(at);
        }
    }
    let mut compared = 0;
    let files = fs::read_dir(root.join("training")).expect("training/");
    let files = files.map(|entry| entry.expect("an entry").path());
    for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "jsonl")) {
        for (text, runs) in texts(&file).iter().filter(|(_, runs)| runs.len() >= FEW) {
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for at in runs.iter().filter_map(|run| places.get(run.as_slice())).flatten() {
                *shared.entry(*at).or_default() += 1;
            }
            for (at, shared) in shared {
                let (other, theirs) = &development[at];
                let all = runs.len() + theirs.len() - shared;
                compared += 1;
                assert!(theirs.len() < FEW || shared * 2 <= all, "{text} / {other}");
            }
        }
    }
    assert!(compared > 100_000, "only {compared} pairs were compared");
}
