//! A place to turn to, and everything a person should know before going.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::super::columns::later;
use super::{ConditionRef, Duration, Grade, SourceRef, TextRef};

/// How one gets to a channel.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum ChannelKind {
    InApp,
    OfficialAccount,
    MiniProgram,
    Phone,
    WebForm,
    Email,
    AppStore,
    Social,
    ThirdParty,
    Regulator,
    Police,
    Bank,
    Court,
    Community,
    SelfHelp,
}

/// Who runs a channel.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum Operator {
    Tencent,
    Meta,
    Bank,
    Government,
    Court,
    Ngo,
    Company,
    Community,
}

/// Whether a channel may be used.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It exists as described.
    Active,
    /// Sources contradict each other about it.
    Disputed,
    /// Nobody could confirm it.
    Unverified,
    /// It is kept only to warn.
    WarnOnly,
}

/// One item to bring or to send.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Item {
    /// The permanent id.
    #[serde(serialize_with = "later")]
    pub id: String,
    /// What it is.
    #[serde(serialize_with = "later")]
    pub text: TextRef,
    /// Whether the channel refuses without it. Never holds up a phone call.
    pub required: bool,
}

/// When somebody is there.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Hours {
    /// The zone of the times.
    pub zone: u8,
    /// The spans of the week; empty means day and night.
    pub windows: Vec<Window>,
    /// How far the hours can be trusted.
    pub grade: Option<Grade>,
    /// Where they stand.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
    /// What other sources say.
    #[serde(serialize_with = "later")]
    pub conflict: Option<TextRef>,
}

/// A span of the day on some days of the week.
#[derive(Clone, Copy, Debug, Columns, Eq, PartialEq, Serialize)]
pub struct Window {
    /// The first weekday, 0 for Monday.
    pub from: u8,
    /// The last weekday, 6 for Sunday.
    pub to: u8,
    /// Minutes after midnight when it opens.
    pub open: u16,
    /// Minutes after midnight when it closes, up to 1440; before `open`, on the
    /// following day.
    pub close: u16,
}

/// A place to turn to.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Channel {
    /// The permanent id.
    pub id: String,
    /// What one looks for.
    pub name: TextRef,
    /// How one gets there.
    pub kind: ChannelKind,
    /// Who runs it.
    pub operator: Operator,
    /// Where it serves, as options of the fact `region`; empty means anywhere.
    pub regions: Vec<u8>,
    /// The languages it is served in, as two-letter codes.
    #[serde(serialize_with = "later")]
    pub languages: Vec<String>,
    /// What it is good for.
    #[serde(serialize_with = "later")]
    pub summary: TextRef,
    /// The steps to reach it.
    #[serde(serialize_with = "later")]
    pub entry: Vec<TextRef>,
    /// What to search for.
    #[serde(serialize_with = "later")]
    pub keyword: Option<TextRef>,
    /// Its address on the web.
    pub url: Option<String>,
    /// A dialable number.
    pub phone: Option<String>,
    /// A mail address.
    pub email: Option<String>,
    /// How far address, number and mail can be trusted.
    pub contact_grade: Option<Grade>,
    /// Whether it may be used.
    pub status: Status,
    /// Why the status is what it is.
    #[serde(serialize_with = "later")]
    pub status_reason: Option<TextRef>,
    /// When somebody is there.
    pub hours: Option<Hours>,
    /// Time to the first reply.
    pub response: Option<Duration>,
    /// Time to the result.
    pub outcome: Option<Duration>,
    /// What to bring.
    pub materials: Vec<Item>,
    /// What one hands over about oneself.
    #[serde(serialize_with = "later")]
    pub discloses: Vec<TextRef>,
    /// It refuses, or is useless, unless this holds.
    pub requires: Option<ConditionRef>,
    /// Why.
    #[serde(serialize_with = "later")]
    pub requires_why: Option<TextRef>,
    /// It is closed to the person when this holds.
    pub blocked_by: Option<ConditionRef>,
    /// Why.
    #[serde(serialize_with = "later")]
    pub blocked_why: Option<TextRef>,
    /// Limits on its use.
    #[serde(serialize_with = "later")]
    pub limits: Vec<TextRef>,
    /// What it costs.
    #[serde(serialize_with = "later")]
    pub cost: Option<TextRef>,
    /// What it will not do.
    #[serde(serialize_with = "later")]
    pub cannot: Vec<TextRef>,
    /// What to beware of.
    #[serde(serialize_with = "later")]
    pub warnings: Vec<TextRef>,
    /// What happens afterwards.
    #[serde(serialize_with = "later")]
    pub after: Option<TextRef>,
    /// The most characters its form takes.
    #[serde(serialize_with = "later")]
    pub text_limit: Option<u32>,
    /// How far the record can be trusted.
    pub grade: Grade,
    /// Where it comes from.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
    /// The newest date among the sources, as text.
    pub source_date: Option<String>,
    /// What else is worth knowing.
    #[serde(serialize_with = "later")]
    pub note: Option<TextRef>,
}
