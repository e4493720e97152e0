//! From records as written to tables that can be trusted: every reference is
//! checked, and every mistake is reported at once.

mod channels;
mod facts;
mod guides;
mod holidays;
mod names;
mod partings;
mod problems;
mod texts;
mod time;

use super::mistake::{Mistake, MistakeKind};
use super::raw::{RawKnowledge, RawSentence};
use super::record::{ConditionRef, Core, Source};
use crate::engine::rule::Condition;
use names::Names;
use texts::Texts;

/// What compiling yields: the packs' contents.
#[derive(Debug)]
pub struct Compiled {
    /// The records that decide.
    pub core: Core,
    /// The table of sources.
    pub sources: Vec<Source>,
    /// Every sentence, complete in Chinese and English, in the order of its number.
    pub sentences: Vec<RawSentence>,
    /// How many of the sentences describing and a first plan need; they come first.
    pub first: usize,
}

/// Compiles the records, or tells every mistake in them.
pub fn compile(raw: &RawKnowledge) -> Result<Compiled, Vec<Mistake>> {
    let mut compiler = Compiler::new(raw);
    compiler.texts.seed(raw);
    compiler.collect_text_mistakes();
    let first = compiler.texts.len();
    let core = compiler.core().scoped();
    let sources = compiler.sources();
    compiler.collect_text_mistakes();
    if compiler.mistakes.is_empty() {
        Ok(Compiled { core, sources, sentences: compiler.texts.into_sentences(), first })
    } else {
        compiler.mistakes.sort();
        compiler.mistakes.dedup();
        Err(compiler.mistakes)
    }
}

/// The state of one run.
struct Compiler<'a> {
    raw: &'a RawKnowledge,
    names: Names,
    texts: Texts,
    conditions: Vec<Condition>,
    mistakes: Vec<Mistake>,
}

/// Where a part of a record stands: file and key.
#[derive(Clone)]
struct Place {
    file: String,
    key: String,
}

impl Place {
    fn new(folder: &str, id: &str) -> Self {
        Self { file: format!("{folder}/{id}.toml"), key: String::new() }
    }

    /// The place of a key inside this one.
    fn key(&self, key: &str) -> Self {
        let key = if self.key.is_empty() { key.to_owned() } else { format!("{}.{key}", self.key) };
        Self { file: self.file.clone(), key }
    }

    /// The place of the nth entry of a list inside this one, counted from 1.
    fn nth(&self, key: &str, place: usize) -> Self {
        self.key(&format!("{key}[{}]", place + 1))
    }
}

impl<'a> Compiler<'a> {
    fn new(raw: &'a RawKnowledge) -> Self {
        Self {
            raw,
            names: Names::of(raw),
            texts: Texts::new(&raw.shared),
            conditions: Vec::new(),
            mistakes: Vec::new(),
        }
    }

    /// Notes a mistake.
    fn wrong(&mut self, at: &Place, kind: MistakeKind) {
        let place =
            if at.key.is_empty() { at.file.clone() } else { format!("{}: {}", at.file, at.key) };
        self.mistakes.push(Mistake { place, kind });
    }

    /// Takes over the mistakes found in sentences.
    fn collect_text_mistakes(&mut self) {
        self.mistakes.append(&mut self.texts.mistakes);
    }

    /// The reference to a condition, which is kept once.
    fn condition(&mut self, condition: Condition) -> ConditionRef {
        if let Some(place) = self.conditions.iter().position(|known| *known == condition) {
            return ConditionRef::at(place);
        }
        self.conditions.push(condition);
        ConditionRef::at(self.conditions.len() - 1)
    }

    fn core(&mut self) -> Core {
        self.check_ids();
        let (version, date, valid_until) = self.about();
        let facts = self.facts();
        let order = self.order();
        let regions = self.regions();
        let holidays = self.holidays();
        let channels = self.channels();
        let mut problems = self.problems();
        let guides = self.guides();
        let crisis = self.crisis();
        let (asks, answers) = self.partings(&mut problems);
        Core {
            version,
            date,
            valid_until,
            zones: self.zones(),
            holidays,
            facts,
            regions,
            roles: self.raw.roles.keys().cloned().collect(),
            order,
            conditions: std::mem::take(&mut self.conditions),
            channels,
            problems,
            guides,
            crisis,
            asks,
            answers,
            ..Core::default()
        }
    }

    /// Ids are file names for ever: they are checked, and so is their number.
    fn check_ids(&mut self) {
        let raw = self.raw;
        let well_formed = |id: &str| {
            !id.is_empty() && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
        };
        let ids = (raw.channels.keys().map(|id| ("channels", id)))
            .chain(raw.facts.keys().map(|id| ("facts", id)))
            .chain(raw.problems.keys().map(|id| ("problems", id)))
            .chain(raw.guides.keys().map(|id| ("guides", id)))
            .chain(raw.roles.keys().map(|id| ("roles", id)));
        for (folder, id) in ids.filter(|(_, id)| !well_formed(id)) {
            self.wrong(&Place::new(folder, id), MistakeKind::BadId(id.clone()));
        }
        let counts = [
            ("channels", raw.channels.len(), usize::from(u16::MAX)),
            ("problems", raw.problems.len(), usize::from(u16::MAX)),
            ("regions", raw.regions.len(), usize::from(u8::MAX)),
            ("roles", raw.roles.len(), usize::from(u8::MAX)),
            ("zones", raw.zones.len(), usize::from(u8::MAX)),
        ];
        for (what, count, most) in counts {
            if count >= most {
                self.wrong(&Place::new(what, "*"), MistakeKind::TooMany(what));
            }
        }
    }
}
