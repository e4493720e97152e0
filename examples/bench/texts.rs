//! Texts of a given length, from what people in the development set wrote.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};

/// The lengths worth knowing: what the contract speaks of, and the longest we take.
const LENGTHS: [(usize, usize); 2] = [(500, 12), (100_000, 1)];

/// Texts by length and language.
pub(crate) fn texts() -> std::io::Result<Json> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/devset/dev.jsonl");
    let lines = fs::read_to_string(path)?;
    let said: Vec<(String, String)> = lines.lines().filter_map(said).collect();
    let mut groups = Vec::new();
    for (length, count) in LENGTHS {
        for (name, script) in [("Chinese", "zh"), ("English", "en"), ("both", "")] {
            let of_script = said.iter().filter(|(lang, _)| lang.starts_with(script));
            let whole: String = of_script.flat_map(|(_, text)| [text.as_str(), "\n"]).collect();
            let letters: Vec<char> = whole.chars().collect();
            let texts: Vec<String> = (0..count)
                .map(|n| letters.iter().cycle().skip(n * length).take(length).collect())
                .collect();
            groups.push(json!({ "length": length, "language": name, "texts": texts }));
        }
    }
    let as_written: Vec<&String> = said.iter().map(|(_, text)| text).collect();
    groups.push(json!({ "length": "as written", "language": "both", "texts": as_written }));
    Ok(Json::Array(groups))
}

fn said(line: &str) -> Option<(String, String)> {
    let line: Json = serde_json::from_str(line).ok()?;
    Some((line.get("lang")?.as_str()?.to_owned(), line.get("text")?.as_str()?.to_owned()))
}
