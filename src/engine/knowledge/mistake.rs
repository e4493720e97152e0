//! What an editor has to mend, with its place.

use std::fmt;

/// One mistake in the records.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Mistake {
    /// The file and the key inside it, such as `problems/pay-scam-transfer.toml: ladder[3].channel`.
    pub place: String,
    /// What is wrong.
    pub kind: MistakeKind,
}

/// What can be wrong with a record.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum MistakeKind {
    /// The file cannot be read as the record it should be; the reader's own words.
    Unreadable(String),
    /// An id is not lowercase letters, digits and hyphens.
    BadId(String),
    /// Something is named that does not exist: what, and its name.
    Unknown(&'static str, String),
    /// A sentence lacks a language.
    LanguageMissing(&'static str),
    /// A sentence points at a shared one and speaks for itself as well.
    SaidTwice,
    /// A value does not fit the fact's kind.
    WrongValue(String),
    /// A day or time of day cannot be read.
    BadTime(String),
    /// A required part is missing.
    Missing(&'static str),
    /// A part contradicts another.
    Contradiction(&'static str),
    /// A list repeats an entry.
    Repeated(String),
    /// There are more records than a table can number.
    TooMany(&'static str),
}

impl fmt::Display for Mistake {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: ", self.place)?;
        match &self.kind {
            MistakeKind::Unreadable(why) => write!(to, "{why}"),
            MistakeKind::BadId(id) => {
                write!(to, "`{id}` is not an id: use lowercase letters, digits and hyphens")
            }
            MistakeKind::Unknown(what, id) => write!(to, "there is no {what} `{id}`"),
            MistakeKind::LanguageMissing(lang) => write!(to, "the sentence has no `{lang}`"),
            MistakeKind::SaidTwice => {
                write!(to, "a sentence has either `say` or its own words, not both")
            }
            MistakeKind::WrongValue(value) => write!(to, "`{value}` is not a value of this fact"),
            MistakeKind::BadTime(text) => write!(to, "`{text}` is not a day or time"),
            MistakeKind::Missing(what) => write!(to, "{what} is missing"),
            MistakeKind::Contradiction(why) => write!(to, "{why}"),
            MistakeKind::Repeated(id) => write!(to, "`{id}` stands here twice"),
            MistakeKind::TooMany(what) => write!(to, "there are too many {what}"),
        }
    }
}
