//! The sentences of the language on show, for components.

use std::rc::Rc;

use yew::AttrValue;

use super::say::Sentence;
use crate::engine::knowledge::{Sentences, TextRef};
use crate::engine::locale::Lang;

/// The language on show and its sentences. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// The language.
    pub(crate) lang: Lang,
    sentences: Rc<Sentences>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang && Rc::ptr_eq(&self.sentences, &other.sentences)
    }
}

impl Words {
    pub(crate) const fn new(lang: Lang, sentences: Rc<Sentences>) -> Self {
        Self { lang, sentences }
    }

    /// A sentence of the interface.
    pub(crate) fn say(&self, sentence: Sentence) -> AttrValue {
        self.get(sentence.text())
    }

    /// A sentence of the interface with its `{holes}` filled.
    pub(crate) fn fill(&self, sentence: Sentence, holes: &[(&str, &str)]) -> AttrValue {
        filled(self.sentences.get(sentence.text()), holes).into()
    }

    /// A sentence of the records; empty while its pack is on the way.
    pub(crate) fn get(&self, text: TextRef) -> AttrValue {
        self.sentences.get(text).to_owned().into()
    }

    /// A sentence of the records as it stands in its pack.
    pub(crate) fn read(&self, text: TextRef) -> &str {
        self.sentences.get(text)
    }

    /// How the characters in names are spoken; empty while it has not arrived.
    pub(crate) fn sounds(&self) -> &str {
        self.sentences.sounds()
    }

    /// Whether the details that follow the first plan have arrived.
    pub(crate) fn has(&self, text: TextRef) -> bool {
        self.sentences.has(text)
    }
}

/// A template with its `{holes}` filled; what is put into one is never read again.
pub(crate) fn filled(template: &str, holes: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let hole = after.split_once('}').and_then(|(hole, after)| {
            let (_, words) = holes.iter().find(|(name, _)| *name == hole)?;
            Some((*words, after))
        });
        let (words, after) = hole.unwrap_or(("{", after));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Whether a short text has `part` in it. The standard library's own search is made for
/// long texts and takes 3 KB.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len().max(1)).any(|own| own == part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{filled, holds};

    #[test]
    fn holes_are_filled_once_and_what_is_put_in_stays_as_it_is() {
        let holes = [("day", "{n}"), ("n", "3")];
        for (template, text) in [
            ("", ""),
            ("on {day}, no. {n}", "on {n}, no. 3"),
            ("{n}{n}", "33"),
            ("{other} {n", "{other} {n"),
            ("{{n}", "{3"),
        ] {
            assert_eq!(filled(template, &holes), text);
        }
    }

    #[test]
    fn a_part_is_found_wherever_it_stands() {
        for (text, part) in
            [("简体", "简"), ("pay-scam-transfer", "scam"), ("pin", "pin"), ("", "a")]
        {
            assert_eq!(holds(text, part), text.contains(part), "{text} {part}");
        }
    }
}
