//! Reading the repository's records: what the native programs and tests share.

mod zones;

use recourse::engine::knowledge::raw::{RawKnowledge, RawSentence};
use recourse::engine::knowledge::{Compiled, Mistake, MistakeKind, compile};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Every record of `knowledge/` as a pair of name and text.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Compiles the repository's records, or tells every mistake in them.
///
/// # Errors
/// All mistakes, each with its place.
pub(crate) fn compiled() -> Result<Compiled, Vec<Mistake>> {
    compiled_from(FILES)
}

/// Compiles records given as pairs of name and text.
///
/// # Errors
/// All mistakes, each with its place.
pub(crate) fn compiled_from(files: &[(&str, &str)]) -> Result<Compiled, Vec<Mistake>> {
    let (raw, mut mistakes) = read(files);
    match compile(&raw) {
        Ok(compiled) if mistakes.is_empty() => Ok(compiled),
        Ok(_) => Err(mistakes),
        Err(more) => {
            mistakes.extend(more);
            Err(mistakes)
        }
    }
}

/// Reads records as written; what cannot be read is told.
pub(crate) fn read(files: &[(&str, &str)]) -> (RawKnowledge, Vec<Mistake>) {
    let mut raw = RawKnowledge::default();
    let mut mistakes = Vec::new();
    for (name, text) in files {
        let file = Path { name, text };
        let (folder, rest) = name.split_once('/').unwrap_or(("", name));
        let id = rest.trim_end_matches(".toml");
        let to = &mut mistakes;
        match (folder, id) {
            ("channels", _) => file.read_into(id, &mut raw.channels, to),
            ("guides", _) => file.read_into(id, &mut raw.guides, to),
            ("facts", _) => file.read_into(id, &mut raw.facts, to),
            ("problems", _) => file.read_into(id, &mut raw.problems, to),
            ("regions", _) => file.read_into(id, &mut raw.regions, to),
            ("roles", _) => file.read_into(id, &mut raw.roles, to),
            ("sources", _) => file.read_into(id, &mut raw.sources, to),
            ("holidays", _) => file.read_into(id, &mut raw.holidays, to),
            ("text", _) => {
                let sentences: BTreeMap<String, RawSentence> = file.parse(to).unwrap_or_default();
                for (key, sentence) in sentences {
                    if raw.interface.insert(key.clone(), sentence).is_some() {
                        to.push(file.mistake(MistakeKind::Repeated(key)));
                    }
                }
            }
            ("", "about") => raw.about = file.parse(to),
            ("", "crisis") => raw.crisis = file.parse(to),
            ("", "parting") => raw.partings = file.parse(to),
            ("", "order") => raw.order = file.parse(to),
            ("", "shared") => raw.shared = file.parse(to).unwrap_or_default(),
            // The ledger, the table of exceptions, the retired ids, the words of the pages
            // and the phrases are read by those who use them.
            ("", "ledger" | "hant" | "retired") | ("pages" | "phrases", _) => {}
            _ => {
                let kind = MistakeKind::Unknown("kind of record called", (*name).into());
                to.push(file.mistake(kind));
            }
        }
    }
    raw.zones = zones::shifts(&raw);
    (raw, mistakes)
}

struct Path<'a> {
    name: &'a str,
    text: &'a str,
}

impl Path<'_> {
    fn mistake(&self, kind: MistakeKind) -> Mistake {
        Mistake { place: self.name.to_owned(), kind }
    }

    fn parse<T: DeserializeOwned>(&self, mistakes: &mut Vec<Mistake>) -> Option<T> {
        match toml::from_str(self.text) {
            Ok(record) => Some(record),
            Err(error) => {
                let line = error.span().map_or(1, |span| {
                    self.text.bytes().take(span.start).filter(|&b| b == b'\n').count() + 1
                });
                let kind = MistakeKind::Unreadable(format!("line {line}: {}", error.message()));
                mistakes.push(self.mistake(kind));
                None
            }
        }
    }

    fn read_into<T: DeserializeOwned>(
        &self,
        id: &str,
        map: &mut BTreeMap<String, T>,
        mistakes: &mut Vec<Mistake>,
    ) {
        if let Some(record) = self.parse(mistakes) {
            map.insert(id.to_owned(), record);
        }
    }
}
