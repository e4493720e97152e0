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
        let mut text = self.sentences.get(sentence.text()).to_owned();
        for (name, words) in holes {
            text = text.replace(&format!("{{{name}}}"), words);
        }
        text.into()
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
