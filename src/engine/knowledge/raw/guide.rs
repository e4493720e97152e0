//! A short guide, and the words of a person in danger, as an editor writes them.

use serde::Deserialize;

use super::{RawCondition, RawDoors, RawSentence};
use crate::engine::knowledge::record::{Grade, Spot};

/// A short guide as written; the meaning of each key is told at
/// [`Guide`](crate::engine::knowledge::Guide).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawGuide {
    /// Its place on the list.
    pub order: u8,
    pub title: RawSentence,
    pub lead: RawSentence,
    #[serde(default)]
    pub spots: Vec<Spot>,
    pub doors: Option<RawDoors>,
    #[serde(default)]
    pub problems: Vec<String>,
    /// Every problem of these platforms, besides those named.
    #[serde(default)]
    pub platforms: Vec<String>,
    pub when: Option<RawCondition>,
    pub steps: Vec<RawGuideStep>,
}

/// A paragraph of a guide as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawGuideStep {
    pub zh: Option<String>,
    pub hant: Option<String>,
    pub en: Option<String>,
    pub say: Option<String>,
    pub grade: Option<Grade>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// `crisis.toml` as written: phrases in one spelling, as the reader of texts
/// folds them, and whom to call where.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawCrisis {
    pub own_hand: Vec<String>,
    pub others: Vec<String>,
    pub idioms: Vec<String>,
    pub calls: Vec<RawCrisisCall>,
}

/// Whom to call in one region, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawCrisisCall {
    pub region: String,
    pub number: String,
    /// What it is, where it is somebody to talk to and not the emergency number.
    pub line: Option<RawSentence>,
    /// The channel whose record tells the number; without one it has its own grade.
    pub channel: Option<String>,
    pub grade: Option<Grade>,
    #[serde(default)]
    pub sources: Vec<String>,
}
