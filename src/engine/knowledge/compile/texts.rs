//! Numbering the sentences: those needed first come first, and none stands twice.

use std::collections::BTreeMap;

use super::super::mistake::{Mistake, MistakeKind};
use super::super::raw::{RawKnowledge, RawSentence};
use super::super::record::TextRef;

/// The sentences met so far.
pub(super) struct Texts {
    shared: BTreeMap<String, RawSentence>,
    numbers: BTreeMap<RawSentence, TextRef>,
    sentences: Vec<RawSentence>,
    pub(super) mistakes: Vec<Mistake>,
}

impl Texts {
    pub(super) fn new(shared: &BTreeMap<String, RawSentence>) -> Self {
        Self {
            shared: shared.clone(),
            numbers: BTreeMap::new(),
            sentences: Vec::new(),
            mistakes: Vec::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.sentences.len()
    }

    pub(super) fn into_sentences(self) -> Vec<RawSentence> {
        self.sentences
    }

    /// Numbers what describing and the first plan need, interface first: its
    /// sentences keep the order of their names, on which the program relies.
    pub(super) fn seed(&mut self, raw: &RawKnowledge) {
        for (name, sentence) in &raw.interface {
            let sentence = self.resolved(sentence, &format!("text: {name}"));
            self.numbers.entry(sentence.clone()).or_insert(TextRef::at(self.sentences.len()));
            self.sentences.push(sentence);
        }
        for (code, region) in &raw.regions {
            let place = format!("regions/{code}.toml");
            self.number(&region.name, &place);
        }
        for (id, fact) in &raw.facts {
            let place = format!("facts/{id}.toml");
            self.number(&fact.ask, &place);
            for option in &fact.options {
                self.number(&RawSentence::from(option), &place);
            }
        }
        for line in
            raw.crisis.iter().flat_map(|crisis| &crisis.calls).filter_map(|it| it.line.as_ref())
        {
            self.number(line, "crisis.toml");
        }
        for (id, channel) in &raw.channels {
            self.number(&channel.name, &format!("channels/{id}.toml: name"));
        }
        for (id, role) in &raw.roles {
            for filling in &role.fillings {
                if let Some(act) = &filling.act {
                    self.number(act, &format!("roles/{id}.toml"));
                }
            }
        }
        for (id, problem) in &raw.problems {
            let place = format!("problems/{id}.toml");
            self.number(&problem.name, &place);
            // What tells it from others, and why a door is there, is read with the details.
            for act in problem.urgent.iter().filter_map(|urgent| urgent.act.as_ref()) {
                self.number(act, &place);
            }
        }
    }

    /// The number of a sentence, the same for the same words.
    pub(super) fn number(&mut self, sentence: &RawSentence, place: &str) -> TextRef {
        let sentence = self.resolved(sentence, place);
        if let Some(number) = self.numbers.get(&sentence) {
            return *number;
        }
        let number = TextRef::at(self.sentences.len());
        if self.sentences.len() >= usize::from(u16::MAX) {
            self.wrong(place, MistakeKind::TooMany("sentences"));
        }
        self.numbers.insert(sentence.clone(), number);
        self.sentences.push(sentence);
        number
    }

    /// The sentence itself, where it may point at a shared one.
    fn resolved(&mut self, sentence: &RawSentence, place: &str) -> RawSentence {
        let own = sentence.zh.is_some() || sentence.en.is_some() || sentence.hant.is_some();
        let sentence = match &sentence.say {
            None => sentence.clone(),
            Some(name) => {
                if own {
                    self.wrong(place, MistakeKind::SaidTwice);
                }
                let Some(shared) = self.shared.get(name) else {
                    self.wrong(place, MistakeKind::Unknown("shared sentence", name.clone()));
                    return RawSentence::default();
                };
                shared.clone()
            }
        };
        for (lang, words) in [("zh", &sentence.zh), ("en", &sentence.en)] {
            if words.as_ref().is_none_or(|words| words.trim().is_empty()) {
                self.wrong(place, MistakeKind::LanguageMissing(lang));
            }
        }
        sentence
    }

    fn wrong(&mut self, place: &str, kind: MistakeKind) {
        self.mistakes.push(Mistake { place: place.to_owned(), kind });
    }
}

/// Sentences that stand inside an entry with other keys.
macro_rules! sentence_inside {
    ($($entry:ty),*) => {$(
        impl From<&$entry> for RawSentence {
            fn from(entry: &$entry) -> Self {
                Self {
                    zh: entry.zh.clone(),
                    hant: entry.hant.clone(),
                    en: entry.en.clone(),
                    say: entry.say.clone(),
                }
            }
        }
    )*};
}

sentence_inside!(
    super::super::raw::RawOption,
    super::super::raw::RawItem,
    super::super::raw::RawSelfHelp,
    super::super::raw::RawDeadline,
    super::super::raw::RawGuideStep,
    super::super::raw::RawPartingAnswer
);
