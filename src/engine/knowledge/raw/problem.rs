//! A problem as an editor writes it.

use serde::Deserialize;

use super::{RawCondition, RawDuration, RawItem, RawSentence, RawValue};
use crate::engine::knowledge::record::{Severity, Stage};

/// A problem as written; the meaning of each key is told at
/// [`Problem`](crate::engine::knowledge::Problem).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawProblem {
    pub name: RawSentence,
    pub description: RawSentence,
    pub platforms: Vec<String>,
    pub audiences: Vec<String>,
    pub severity: Severity,
    pub emergency: bool,
    #[serde(default)]
    pub confusable_with: Vec<String>,
    #[serde(default)]
    pub assumes: Vec<(String, RawValue)>,
    #[serde(default)]
    pub asks: Vec<String>,
    #[serde(default)]
    pub urgent: Vec<RawUrgent>,
    pub ladder: Vec<RawRung>,
    #[serde(default)]
    pub not_for_this: Vec<RawNotForThis>,
    #[serde(default)]
    pub self_help: Vec<RawSelfHelp>,
    #[serde(default)]
    pub evidence: Vec<RawItem>,
    #[serde(default)]
    pub deadlines: Vec<RawDeadline>,
    #[serde(default)]
    pub dos: Vec<RawSentence>,
    #[serde(default)]
    pub donts: Vec<RawSentence>,
    #[serde(default)]
    pub scam_guard: Vec<RawSentence>,
    pub exhausted: Option<RawSentence>,
    pub draft: RawDraft,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// An urgent act as written: a role, or an act with or without a channel.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawUrgent {
    pub role: Option<String>,
    pub channel: Option<String>,
    pub when: Option<RawCondition>,
    pub act: Option<RawSentence>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A rung as written: a role, or a channel.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawRung {
    pub role: Option<String>,
    pub channel: Option<String>,
    pub stage: Stage,
    pub when: Option<RawCondition>,
    pub wait: Option<RawDuration>,
    pub because: Option<RawSentence>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A channel that people wrongly try, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawNotForThis {
    pub channel: String,
    pub because: RawSentence,
}

/// Something to try alone, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawSelfHelp {
    pub zh: Option<String>,
    pub hant: Option<String>,
    pub en: Option<String>,
    pub say: Option<String>,
    pub minutes: Option<u16>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A running clock, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawDeadline {
    pub id: String,
    /// Where the clock runs; empty means anywhere.
    #[serde(default)]
    pub regions: Vec<String>,
    pub zh: Option<String>,
    pub hant: Option<String>,
    pub en: Option<String>,
    pub say: Option<String>,
    pub from: RawSentence,
    pub within: Option<RawDuration>,
    /// The fact that tells how long ago the clock started.
    pub since: Option<String>,
    /// The fact that tells the day on which it ends.
    pub by: Option<String>,
    pub consequence: Option<RawSentence>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What the letter asks for and states, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawDraft {
    pub request: RawSentence,
    #[serde(default)]
    pub facts_to_state: Vec<String>,
}
