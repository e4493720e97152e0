//! Reading the sentences, the character table and the concepts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use recourse::engine::text::concepts::Concepts;
use recourse::engine::text::features;
use recourse::engine::text::folding::{Folding, Kind};
use recourse::engine::text::normalize::Normal;
use recourse::engine::text::phrases::Phrases;
use recourse::engine::text::variants::Variants;
use serde_json::Value;

/// The phrases that facts are read by, as the build packed them.
pub(crate) const PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.txt"));

/// One labelled sentence.
pub(crate) struct Sentence {
    /// What the person wrote.
    pub(crate) text: String,
    /// `zh-Hans`, `zh-Hant`, `en` or `mixed`.
    pub(crate) lang: String,
    /// The problem to act on first.
    pub(crate) primary: String,
    /// Other acceptable problems.
    pub(crate) also_ok: Vec<String>,
    /// Whether help must show at once.
    pub(crate) emergency: bool,
    /// Who wrote it, empty on the development set.
    pub(crate) author: String,
    /// The region the text settles.
    pub(crate) region: Option<String>,
    /// The facts it states.
    pub(crate) facts: serde_json::Map<String, Value>,
    /// Whether the record says which facts and region are stated.
    pub(crate) annotated: bool,
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sentences of one JSON Lines file.
pub(crate) fn sentences(path: &Path) -> Vec<Sentence> {
    let lines =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    lines.lines().filter(|line| !line.trim().is_empty()).map(sentence).collect()
}

fn sentence(line: &str) -> Sentence {
    let record: Value = serde_json::from_str(line).expect("a JSON object per line");
    let word = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
    let also_ok = record["also_ok"].as_array().into_iter().flatten();
    Sentence {
        text: word("text"),
        lang: word("lang"),
        primary: word("primary"),
        also_ok: also_ok.filter_map(Value::as_str).map(str::to_owned).collect(),
        emergency: record["emergency"].as_bool().unwrap_or(false),
        author: word("author"),
        region: record["region"].as_str().map(str::to_owned),
        facts: record["facts"].as_object().cloned().unwrap_or_default(),
        annotated: record["facts"].is_object(),
    }
}

/// All training sentences, file by file in the order of their names.
pub(crate) fn training() -> Vec<Sentence> {
    let folder = fs::read_dir(root().join("training")).expect("training/");
    let mut files: Vec<PathBuf> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    files.sort();
    files.iter().flat_map(|path| sentences(path)).collect()
}

/// The development set: measured on, never learnt from.
pub(crate) fn development() -> Vec<Sentence> {
    sentences(&root().join("tests/native/devset/dev.jsonl"))
}

/// A character that fewer sentences use, in both its forms together, teaches nothing.
const FEW: usize = 3;

/// The characters to fold: those whose reading the sentences use.
pub(crate) fn folding(sentences: &[Sentence]) -> Folding {
    let table =
        fs::read_to_string(root().join("training/traditional.txt")).expect("traditional.txt");
    let mut used: BTreeMap<char, usize> = BTreeMap::new();
    for sentence in sentences {
        let chars: BTreeSet<char> = sentence.text.chars().collect();
        for c in chars {
            *used.entry(c).or_default() += 1;
        }
    }
    let rows = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut chars = line.chars();
        let (from, to) = (chars.next()?, chars.next()?);
        let kind = match chars.next()? {
            '!' => Kind::Script,
            '~' => Kind::Word,
            _ => Kind::Shared,
        };
        Some((from, to, kind))
    });
    let texts = |c: &char| used.get(c).copied().unwrap_or(0);
    Folding::new(rows.filter(|(from, to, _)| texts(from) + texts(to) >= FEW))
}

/// The phrases and the nicknames.
pub(crate) fn phrases() -> (Phrases, Variants) {
    Phrases::decode(PHRASES).expect("the build's own pack")
}

/// The concepts of `training/concepts.txt`: one per line, `name: phrase | phrase`.
pub(crate) fn concepts(folding: &Folding, variants: &Variants) -> Concepts {
    let table = fs::read_to_string(root().join("training/concepts.txt")).expect("concepts.txt");
    let lines = table.lines().filter(|line| !line.starts_with('#') && line.contains(':'));
    let (mut phrases, mut unfit) = (Vec::new(), Vec::new());
    for (number, line) in lines.enumerate() {
        let (_, list) = line.split_once(':').unwrap_or_default();
        for phrase in list.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()) {
            let mut normal = Normal::read(folding, variants, phrase);
            normal.chars.retain(|&c| c != '"');
            match features::phrase(&normal) {
                Some(hash) => {
                    phrases.push((hash, u8::try_from(number).expect("at most 256 concepts")));
                }
                None => unfit.push(phrase),
            }
        }
    }
    assert!(unfit.is_empty(), "not one run of characters or of three words: {unfit:?}");
    Concepts::new(phrases)
}
