//! A channel as an editor writes it.

use serde::Deserialize;

use super::{RawCondition, RawDuration, RawSentence};
use crate::engine::knowledge::record::{ChannelKind, Grade, Operator, Status};

/// A channel as written; the meaning of each key is told at
/// [`Channel`](crate::engine::knowledge::Channel).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawChannel {
    pub name: RawSentence,
    pub kind: ChannelKind,
    pub operator: Operator,
    #[serde(default)]
    pub platforms: Vec<String>,
    #[serde(default)]
    pub audiences: Vec<String>,
    #[serde(default)]
    pub regions: Vec<String>,
    #[serde(default)]
    pub languages: Vec<String>,
    pub summary: RawSentence,
    #[serde(default)]
    pub entry: Vec<RawSentence>,
    pub search_keyword: Option<RawSentence>,
    pub url: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub contact_grade: Option<Grade>,
    pub status: Status,
    pub status_reason: Option<RawSentence>,
    pub hours: Option<RawHours>,
    pub response: Option<RawDuration>,
    pub outcome: Option<RawDuration>,
    #[serde(default)]
    pub materials: Vec<RawItem>,
    #[serde(default)]
    pub discloses: Vec<RawSentence>,
    pub requires: Option<RawCondition>,
    pub requires_why: Option<RawSentence>,
    pub blocked_by: Option<RawCondition>,
    pub blocked_why: Option<RawSentence>,
    #[serde(default)]
    pub limits: Vec<RawSentence>,
    pub cost: Option<RawSentence>,
    #[serde(default)]
    pub cannot: Vec<RawSentence>,
    #[serde(default)]
    pub warnings: Vec<RawSentence>,
    pub after: Option<RawSentence>,
    pub text_limit: Option<u32>,
    pub grade: Grade,
    #[serde(default)]
    pub sources: Vec<String>,
    pub source_date: Option<String>,
    pub note: Option<RawSentence>,
}

/// Hours as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawHours {
    pub tz: String,
    #[serde(default)]
    pub always: bool,
    #[serde(default)]
    pub windows: Vec<RawWindow>,
    pub basis: Option<String>,
    pub grade: Option<Grade>,
    #[serde(default)]
    pub sources: Vec<String>,
    pub conflict: Option<RawSentence>,
}

/// A span of the week as written: `mon-fri`, `09:00`, `18:00`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawWindow {
    pub days: String,
    pub open: String,
    pub close: String,
}

/// An item of material or evidence as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the compiled record tells")]
pub struct RawItem {
    pub id: String,
    pub zh: Option<String>,
    pub hant: Option<String>,
    pub en: Option<String>,
    pub say: Option<String>,
    #[serde(default)]
    pub required: bool,
}
