//! The phrases by which facts, places and alarm are read: data, beside the program.
//!
//! They are written in `knowledge/phrases`; the build packs their words and numbers their
//! lists. What names a list here that nobody wrote does not compile.

use super::facts::Read;
use super::facts::rule::Rule;
use super::page::first_of;
use super::variants::Variants;

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// A list of phrases, by its place among all.
#[derive(Clone, Copy)]
pub(super) struct List(usize);

/// Every list, each as one string divided by `|`.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Phrases(Vec<Box<str>>);

impl Phrases {
    /// Reads the pack, and the nicknames that follow the lists; `None` for damaged bytes or
    /// those of another version.
    pub fn decode(bytes: &[u8]) -> Option<(Self, Variants)> {
        let text = core::str::from_utf8(bytes).ok()?;
        let mut rest = Some(text.strip_prefix(HEAD)?.strip_suffix(HEAD)?);
        let mut lists = Vec::with_capacity(LISTS);
        for _ in 0..LISTS {
            lists.push(Box::from(first_of(&mut rest, b'\n')?));
        }
        Some((Self(lists), Variants::read(rest?)))
    }

    /// The phrases of a list.
    pub(super) fn list(&self, list: List) -> &str {
        self.0.get(list.0).map_or("", |list| list)
    }
}

/// The pack as the build wrote it.
#[cfg(test)]
pub(super) const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.txt"));

#[cfg(test)]
mod tests {
    use super::super::Model;
    use super::*;

    fn model() -> Model {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge/model/words.bin");
        let words = std::fs::read(path).expect("words.bin");
        Model::decode(&words, PACK).expect("a sound artefact")
    }

    /// Rules read normalised text, so their phrases must be written that way.
    #[test]
    fn phrases_are_written_as_they_are_read() {
        let model = model();
        let mut changed = Vec::new();
        for phrase in model.phrases.0.iter().flat_map(|list| list.split(['|', '~'])) {
            let phrase = phrase.trim_end_matches('*');
            let read: String = model.normalize(phrase).chars.into_iter().collect();
            if read != phrase {
                changed.push(format!("{phrase} is read {read}"));
            }
        }
        assert!(changed.is_empty(), "{changed:#?}");
    }

    /// What folding changes before nicknames are looked for, no nickname may hold.
    #[test]
    fn nicknames_are_written_as_they_are_met() {
        let model = model();
        let folded = |word: &str| word.chars().any(|c| model.folding.fold(c).is_some());
        let table =
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge/phrases/variants.txt"));
        let never: Vec<&str> = table.split(['|', '\n']).filter(|word| folded(word)).collect();
        assert!(never.is_empty(), "{never:?}");
        let mut met = std::collections::BTreeSet::new();
        for line in table.lines() {
            for word in line.split('|').skip(1) {
                assert!(met.insert(word), "`{word}` is there twice");
            }
        }
    }

    #[test]
    fn a_damaged_pack_is_refused() {
        for length in 0..PACK.len() {
            assert!(Phrases::decode(&PACK[..length]).is_none(), "cut at {length}");
        }
        assert!(Phrases::decode(&[PACK, b"\n"].concat()).is_none(), "something follows");
        let another = String::from_utf8_lossy(PACK).replacen("RCP1", "RCP0", 1);
        assert!(Phrases::decode(another.as_bytes()).is_none(), "another version");
    }
}
