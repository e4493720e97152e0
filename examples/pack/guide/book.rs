//! Everything the guide is written from, in one language.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use recourse::engine::knowledge::{Channel, ChannelRef, Core, Source, Status, TextRef};
use recourse::engine::locale::Lang;
use recourse::engine::text::pinyin::Pinyin;

use super::Form;
use super::html::Html;
use super::routes::Routes;

/// The records, their sentences in one language, and the plans of the engine.
pub(crate) struct Book<'a> {
    /// The records.
    pub(crate) core: &'a Core,
    /// Who said so.
    pub(crate) sources: &'a [Source],
    /// What the engine says of every problem while nothing is known.
    pub(crate) routes: &'a Routes,
    /// The language.
    pub(crate) lang: Lang,
    /// The sentences of the records, by number.
    pub(crate) sentences: &'a [String],
    /// The same in Simplified Chinese.
    pub(crate) simplified: &'a [String],
    /// How the characters in names are spoken.
    pub(crate) sounds: &'a Pinyin,
    /// The sentences of the interface and of the guide, by name.
    pub(crate) phrases: &'a BTreeMap<String, String>,
    /// The names of sentences that were wanted and are not there.
    pub(crate) missing: &'a RefCell<BTreeSet<String>>,
    /// How much is to be told.
    pub(crate) form: Form,
}

impl<'a> Book<'a> {
    /// A sentence by its name. What is missing is noted, and told when the guide
    /// is done.
    pub(crate) fn say(&self, name: &str) -> &str {
        if let Some(sentence) = self.phrases.get(name) {
            return sentence;
        }
        self.missing.borrow_mut().insert(name.to_owned());
        ""
    }

    /// A sentence by its name, with words in its holes.
    pub(crate) fn fill(&self, name: &str, holes: &[(&str, &str)]) -> String {
        let mut text = self.say(name).to_owned();
        for (hole, words) in holes {
            text = text.replace(&format!("{{{hole}}}"), words);
        }
        text
    }

    /// Whether everything is to be told.
    pub(crate) fn is_full(&self) -> bool {
        self.form == Form::Full
    }

    /// A sentence of the records.
    pub(crate) fn get(&self, text: TextRef) -> &str {
        self.sentences.get(text.place()).map_or("", String::as_str)
    }

    /// Other ways to write a Chinese name: Simplified, and by sound, where each
    /// syllable begins with a capital, so that the initials can be read off it.
    pub(crate) fn also(&self, name: TextRef) -> String {
        let simplified = self.simplified.get(name.place()).map_or("", String::as_str);
        let mut sounds = String::new();
        for sound in simplified.chars().filter_map(|sign| self.sounds.of(sign).next()) {
            let mut letters = sound.chars();
            sounds.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            sounds.push_str(letters.as_str());
        }
        let is_known = simplified == self.get(name);
        let words = [if is_known { "" } else { simplified }, &sounds];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A sentence of the records, as markup.
    pub(crate) fn read(&self, text: TextRef) -> Html {
        self.spoken(self.get(text))
    }

    /// Words of the language, as markup.
    pub(crate) fn spoken(&self, words: &str) -> Html {
        Html::spoken(words, self.lang)
    }

    /// Sentences one after another, as the language sets them apart.
    pub(crate) fn paragraph(&self, sentences: &[String]) -> String {
        let mut text = String::new();
        for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
            let is_whole = sentence.ends_with(['.', '。', '？', '?', '”', '）', ')']);
            if !text.is_empty() && !self.lang.is_chinese() {
                text.push(' ');
            }
            text.push_str(sentence);
            if !is_whole {
                text.push_str(if self.lang.is_chinese() { "。" } else { "." });
            }
        }
        text
    }

    /// Things one after another, as the language lists them.
    pub(crate) fn listed(&self, names: &[String]) -> String {
        names.join(if self.lang.is_chinese() { "；" } else { "; " })
    }

    /// The channel behind a reference.
    pub(crate) fn channel(&self, channel: ChannelRef) -> Option<&'a Channel> {
        self.core.channel(channel)
    }

    /// The name of a place, as an option of the fact `region`.
    pub(crate) fn place(&self, place: u8) -> &str {
        let fact = self.core.fact_named("region").and_then(|fact| self.core.fact(fact));
        let option = fact.and_then(|fact| fact.options.get(usize::from(place)));
        option.map_or("", |option| self.get(option.name))
    }
}

/// The number of a channel, if it may be dialled: a disputed one and one kept
/// only to warn never are.
pub(crate) fn dialable(channel: &Channel) -> Option<&str> {
    channel.phone.as_deref().filter(|_| may_be_used(channel))
}

/// Whether the contacts of a channel may be followed.
pub(crate) const fn may_be_used(channel: &Channel) -> bool {
    matches!(channel.status, Status::Active | Status::Unverified)
}

/// A number as a link that dials it.
pub(crate) fn call(number: &str) -> Html {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let address = format!("tel:{digits}");
    Html::element("a", &[("class", "rg-call"), ("href", &address)], Html::text(number))
}

/// The name of a channel, leading to what is known of it.
pub(crate) fn door_link(book: &Book, channel: &Channel) -> Html {
    let address = format!("#{}", door_anchor(channel));
    Html::element("a", &[("href", &address)], book.read(channel.name))
}

/// The anchor of a channel; problems are their own anchors.
pub(crate) fn door_anchor(channel: &Channel) -> String {
    format!("door-{}", channel.id)
}
