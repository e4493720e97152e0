//! Every fact of the founding documents has a place where it lives now.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::common::FILES;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fact: String,
    /// Problems or channels that carry it.
    #[serde(default)]
    records: Vec<String>,
    /// Shared sentences that say it.
    #[serde(default)]
    said: Vec<String>,
    /// Sources whose own data it is.
    #[serde(default)]
    sources: Vec<String>,
    confidence: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for editors")]
    remark: String,
}

fn file(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The records that say a shared sentence.
fn speakers(sentence: &str) -> Vec<&'static str> {
    let said = format!("say = \"{sentence}\"");
    FILES.iter().filter(|(_, text)| text.contains(&said)).map(|(name, _)| *name).collect()
}

#[test]
fn every_founding_fact_lives_somewhere() {
    let ledger: BTreeMap<String, Entry> =
        toml::from_str(file("ledger.toml").expect("the ledger")).expect("a readable ledger");
    let mut homeless = Vec::new();
    for (id, entry) in &ledger {
        let mut homes = Vec::new();
        for record in &entry.records {
            let found = ["problems", "channels"]
                .map(|folder| format!("{folder}/{record}.toml"))
                .into_iter()
                .find(|name| file(name).is_some());
            match found {
                Some(name) => homes.push(name),
                None => homeless.push(format!("{id}: there is no record `{record}`")),
            }
        }
        for sentence in &entry.said {
            let speakers = speakers(sentence);
            if speakers.is_empty() {
                homeless.push(format!("{id}: nobody says `{sentence}`"));
            }
            homes.push(format!("`{sentence}`, said in {} records", speakers.len()));
        }
        for source in &entry.sources {
            match file(&format!("sources/{source}.toml")) {
                Some(_) => homes.push(format!("sources/{source}.toml")),
                None => homeless.push(format!("{id}: there is no source `{source}`")),
            }
        }
        if homes.is_empty() {
            homeless.push(format!("{id}: {} lives nowhere", entry.fact));
        }
        assert!(matches!(entry.confidence.as_str(), "high" | "medium" | "low"), "{id}");
        println!("{id} {} → {}", entry.fact, homes.join(", "));
    }
    assert_eq!(ledger.len(), 88, "the ledger is complete");
    assert!(homeless.is_empty(), "{}", homeless.join("\n"));
}
