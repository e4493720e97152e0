//! Questions that part troubles, as an editor writes them.

use serde::Deserialize;

use super::RawSentence;

/// `parting.toml` as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPartings {
    /// The questions, the likeliest to help first.
    pub questions: Vec<RawParting>,
}

/// A question as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawParting {
    /// The question.
    pub ask: RawSentence,
    /// What can be answered.
    pub answers: Vec<RawPartingAnswer>,
}

/// An answer as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawPartingAnswer {
    pub zh: Option<String>,
    pub hant: Option<String>,
    pub en: Option<String>,
    pub say: Option<String>,
    /// The ids of the problems it speaks for.
    pub problems: Vec<String>,
}
