//! Reading the parts of a pack whose shape is sound.

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, Error};

use super::json::Json;
use super::shape::{LANGUAGES, days, minutes};
use crate::engine::case::Value;
use crate::engine::knowledge::raw::RawSentence;
use crate::engine::knowledge::{
    Basis, Core, Duration, Grade, Hours, Item, Mistake, MistakeKind, SourceRef, TextRef, Window,
};

/// The number of the first sentence of a pack, beyond all of ours.
pub const FIRST: usize = 32_768;

/// Reads a pack whose shape is sound, and notes what does not fit the records.
pub(super) struct Joiner<'a> {
    pub(super) pack: &'a Json,
    pub(super) built: &'a Core,
    pub(super) source: SourceRef,
    pub(super) sentences: Vec<RawSentence>,
    pub(super) wrong: Vec<Mistake>,
}

impl Joiner<'_> {
    pub(super) fn note(&mut self, place: &str, kind: MistakeKind) {
        self.wrong.push(Mistake { place: place.to_owned(), kind });
    }

    pub(super) fn text(&mut self, sentence: &Json) -> TextRef {
        let [zh, en, hant] = LANGUAGES.map(|(lang, _)| sentence.text(lang).to_owned());
        let hant = Some(if hant.is_empty() { zh.clone() } else { hant });
        self.sentences.push(RawSentence { zh: Some(zh), hant, en: Some(en), say: None });
        let number = FIRST + self.sentences.len() - 1;
        if number == usize::from(u16::MAX) {
            self.note("", MistakeKind::TooMany("sentences"));
        }
        TextRef::at(number)
    }

    pub(super) fn needed(&mut self, of: &Json, name: &str) -> TextRef {
        self.text(of.get(name).unwrap_or(&Json::Null))
    }

    pub(super) fn maybe(&mut self, of: &Json, name: &str) -> Option<TextRef> {
        of.get(name).map(|sentence| self.text(sentence))
    }

    pub(super) fn all(&mut self, of: &Json, name: &str) -> Vec<TextRef> {
        of.list(name).iter().map(|sentence| self.text(sentence)).collect()
    }

    pub(super) fn items(&mut self, of: &Json, name: &str, place: &str) -> Vec<Item> {
        let list = of.list(name);
        self.distinct(list, &format!("{place}/{name}"));
        list.iter()
            .map(|item| Item {
                id: item.text("id").to_owned(),
                text: self.needed(item, "text"),
                required: item.is("required"),
            })
            .collect()
    }

    /// Notes ids that stand in a list twice.
    pub(super) fn distinct(&mut self, list: &[Json], place: &str) {
        for (at, entry) in list.iter().enumerate() {
            let id = entry.text("id");
            if list.iter().take(at).any(|earlier| earlier.text("id") == id) {
                self.note(&format!("{place}/{at}/id"), MistakeKind::Repeated(id.to_owned()));
            }
        }
    }

    /// The places of options of a choice, such as the regions of a door.
    pub(super) fn options(
        &mut self,
        of: &Json,
        name: &str,
        fact: &'static str,
        place: &str,
    ) -> Vec<u8> {
        let mut places = Vec::new();
        for id in of.texts(name) {
            let option = self.built.fact_named(fact).and_then(|it| self.built.option_named(it, id));
            if let Some(Value::Choice(option)) = option {
                places.push(option);
            } else {
                let kind = MistakeKind::Unknown(fact, id.to_owned());
                self.note(&format!("{place}/{name}"), kind);
            }
        }
        places
    }

    pub(super) fn duration(&mut self, of: &Json, name: &str, place: &str) -> Option<Duration> {
        let time = of.get(name)?;
        let (min, max) = (time.number("min"), time.number("max")?);
        if min.is_some_and(|min| min > max) {
            let kind = MistakeKind::Contradiction("`min` is longer than `max`");
            self.note(&format!("{place}/{name}"), kind);
        }
        Some(Duration {
            min: min.filter(|min| *min < max),
            max,
            unit: word(time.text("unit"))?,
            basis: Basis::Official,
            sources: vec![self.source],
        })
    }

    pub(super) fn hours(&mut self, of: &Json, place: &str) -> Option<Hours> {
        let (hours, place) = (of.get("hours")?, format!("{place}/hours"));
        let name = hours.text("zone");
        let zone = self.built.zones.iter().position(|zone| zone.name == name);
        if zone.is_none() {
            self.note(&place, MistakeKind::Unknown("time zone called", name.to_owned()));
        }
        let spans = hours.list("windows");
        if hours.is("always") != spans.is_empty() {
            self.note(&place, MistakeKind::Contradiction("either `always` or `windows`"));
        }
        let mut windows = Vec::new();
        for span in spans {
            let (from, to) = days(span.text("days"))?;
            let (open, close) = (minutes(span.text("open"))?, minutes(span.text("close"))?);
            if open == close || open == 1440 || close == 0 {
                let why = "it closes when it opens; midnight is 24:00";
                self.note(&place, MistakeKind::Contradiction(why));
            }
            windows.push(Window { from, to, open, close });
        }
        let zone = u8::try_from(zone?).ok()?;
        let sources = vec![self.source];
        Some(Hours { zone, windows, grade: Some(Grade::B), sources, conflict: None })
    }
}

/// A word of the records' own, as the records are read.
pub(super) fn word<'a, Word: Deserialize<'a>>(text: &'a str) -> Option<Word> {
    Word::deserialize(BorrowedStrDeserializer::<Error>::new(text)).ok()
}
