//! Records as an editor writes them. Nothing here is trusted yet.
//!
//! The same shapes are read from the repository's TOML files and, later, from a
//! host's own pack.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::record::{Attainable, Basis, ChannelKind, FactKind, Operator, Unit};

/// A whole set of records, by id.
#[derive(Clone, Debug, Default)]
pub struct RawKnowledge {
    /// `about.toml`.
    pub about: Option<RawAbout>,
    /// `order.toml`.
    pub order: Option<RawOrder>,
    /// `parting.toml`.
    pub partings: Option<RawPartings>,
    /// `channels/<id>.toml`.
    pub channels: BTreeMap<String, RawChannel>,
    /// `crisis.toml`.
    pub crisis: Option<RawCrisis>,
    /// `guides/<id>.toml`.
    pub guides: BTreeMap<String, RawGuide>,
    /// `facts/<id>.toml`.
    pub facts: BTreeMap<String, RawFact>,
    /// `problems/<id>.toml`.
    pub problems: BTreeMap<String, RawProblem>,
    /// `regions/<code>.toml`.
    pub regions: BTreeMap<String, RawRegion>,
    /// `roles/<id>.toml`.
    pub roles: BTreeMap<String, RawRole>,
    /// `sources/<key>.toml`.
    pub sources: BTreeMap<String, RawSource>,
    /// `shared.toml`: sentences that several records say.
    pub shared: BTreeMap<String, RawSentence>,
    /// `text/*.toml`: the sentences of the interface.
    pub interface: BTreeMap<String, RawSentence>,
    /// `holidays/<region>.toml`.
    pub holidays: BTreeMap<String, RawHolidays>,
    /// How the clock runs in each zone a record names, by IANA name: the shifts
    /// of [`Zone`](crate::engine::knowledge::Zone).
    pub zones: BTreeMap<String, Vec<(i64, i32)>>,
}

/// A sentence in every language, or a pointer to a shared one.
#[derive(Clone, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(deny_unknown_fields)]
pub struct RawSentence {
    /// Simplified Chinese.
    pub zh: Option<String>,
    /// Traditional Chinese, where conversion alone would read badly.
    pub hant: Option<String>,
    /// English.
    pub en: Option<String>,
    /// The name of a shared sentence, instead of the others.
    pub say: Option<String>,
}

/// What and when this set of records is.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawAbout {
    /// The version, such as `2026.11`.
    pub version: String,
    /// The day it was put together, `YYYY-MM-DD`.
    pub date: String,
    /// The last day it may be shown without a warning, `YYYY-MM-DD`.
    pub valid_until: String,
}

/// A condition: exactly one of the forms.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RawCondition {
    /// The fact has this value.
    Is(String, RawValue),
    /// The count is at least this.
    AtLeast(String, f64),
    /// The count is at most this.
    AtMost(String, f64),
    /// Every part holds.
    All(Vec<RawCondition>),
    /// Some part holds.
    Any(Vec<RawCondition>),
    /// The part does not hold.
    Not(Box<RawCondition>),
}

/// The value of a fact as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum RawValue {
    /// Yes or no.
    Flag(bool),
    /// A quantity.
    Count(f64),
    /// An option's id, or a day as `YYYY-MM-DD`.
    Word(String),
}

/// A length of time as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDuration {
    /// The shortest.
    pub min: Option<u16>,
    /// The longest.
    pub max: u16,
    /// What it is counted in.
    pub unit: Unit,
    /// Who says so.
    pub basis: Basis,
    /// Where that stands.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A fact as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawFact {
    /// What kind of value it takes.
    pub kind: FactKind,
    /// The question.
    pub ask: RawSentence,
    /// What helps to answer.
    pub help: Option<RawSentence>,
    /// The unit of a count.
    pub unit: Option<String>,
    /// How a failing condition could still be met.
    #[serde(default)]
    pub attainable: Attainable,
    /// What follows about it from others.
    #[serde(default)]
    pub derive: Vec<RawDerive>,
    /// What must not be false for the question to make sense.
    pub premise: Option<RawCondition>,
    /// The doors whose use makes it true, or counts as one.
    pub done_by: Option<RawDoors>,
    /// The fact whose doors it counts the days from.
    pub since: Option<String>,
    /// The fact whose doors' last answer it tells.
    pub answer_of: Option<String>,
    /// The options of a choice.
    #[serde(default)]
    pub options: Vec<RawOption>,
}

/// A set of channels: those named, and those of some operators and kinds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawDoors {
    /// Run by one of these; empty means anybody.
    pub operators: Vec<Operator>,
    /// Of one of these kinds; empty means any.
    pub kinds: Vec<ChannelKind>,
    /// But of none of these kinds.
    pub not_kinds: Vec<ChannelKind>,
    /// And these, by id.
    pub channels: Vec<String>,
    /// But never these.
    pub not_channels: Vec<String>,
}

/// One derivation of a fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDerive {
    /// If this holds …
    pub when: RawCondition,
    /// … the fact has this value.
    pub value: RawValue,
}

/// An option as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOption {
    /// The permanent id.
    pub id: String,
    /// Simplified Chinese.
    pub zh: Option<String>,
    /// Traditional Chinese.
    pub hant: Option<String>,
    /// English.
    pub en: Option<String>,
    /// A shared sentence instead.
    pub say: Option<String>,
    /// Whether the option can be left behind in time.
    #[serde(default)]
    pub open: bool,
}

/// A region as written. The lists of bodies are kept for editors; the plan takes
/// them from roles and ladders.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "lists of channel ids named by what the bodies are for")]
pub struct RawRegion {
    pub name: RawSentence,
    pub note: RawSentence,
    pub tz: String,
    pub first_call: Vec<String>,
    #[serde(default)]
    pub advice: Vec<String>,
    #[serde(default)]
    pub consumer: Vec<String>,
    #[serde(default)]
    pub privacy: Vec<String>,
    #[serde(default)]
    pub payment: Vec<String>,
    #[serde(default)]
    pub content: Vec<String>,
    #[serde(default)]
    pub internet_service: Vec<String>,
    #[serde(default)]
    pub court: Vec<String>,
}

/// A source as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawSource {
    /// `page`, `doc`, `issue`, `article` or `unsourced`.
    pub kind: String,
    /// Who publishes it, where the domain would not tell.
    pub publisher: Option<RawSentence>,
    /// What it is about.
    pub title: Option<RawSentence>,
    /// The address, or a description; several are joined by ` ; `.
    #[serde(rename = "ref")]
    pub reference: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Whether the publisher is the body the statement is about, or the law.
    pub official: bool,
    /// Whether nobody may be sent there: an impostor is named, never linked.
    #[serde(default)]
    pub never_link: bool,
}

/// Which part of a problem a role fills.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum RolePart {
    /// The urgent block.
    Urgent,
    /// The ladder.
    Ladder,
}

/// A part that each region fills with its own bodies.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawRole {
    /// Which part of a problem it fills.
    pub part: RolePart,
    /// Who fills it where, in order.
    #[serde(rename = "in")]
    pub fillings: Vec<RawFilling>,
}

/// Who fills a role in some regions.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawFilling {
    /// The regions.
    pub regions: Vec<String>,
    /// The channel.
    pub channel: Option<String>,
    /// How long to wait there.
    pub wait: Option<RawDuration>,
    /// Why, in a ladder.
    pub because: Option<RawSentence>,
    /// What to do, in an urgent block.
    pub act: Option<RawSentence>,
    /// Where it comes from.
    #[serde(default)]
    pub sources: Vec<String>,
}

mod channel;
mod guide;
mod holidays;
mod order;
mod parting;
mod problem;

pub use channel::*;
pub use guide::*;
pub use holidays::*;
pub use order::*;
pub use parting::*;
pub use problem::*;
