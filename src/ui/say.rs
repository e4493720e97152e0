//! The sentences of the interface, by name: `say::APP_NAME` is the sentence
//! `app-name` of `knowledge/text/*.toml`.
//!
//! A name nobody wrote does not compile.

use crate::engine::knowledge::TextRef;

/// A sentence of the interface.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Sentence(u16);

impl Sentence {
    /// Its number in every language pack.
    pub(crate) fn text(self) -> TextRef {
        TextRef::at(usize::from(self.0))
    }
}

include!(concat!(env!("OUT_DIR"), "/say.rs"));
