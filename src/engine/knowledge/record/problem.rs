//! What can go wrong, and the way out of it.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::super::columns::later;
use super::{ChannelRef, ConditionRef, Duration, FactRef, Item, ProblemRef, SourceRef, TextRef};
use crate::engine::case::Value;

/// How much is at stake.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "an ordered scale")]
pub enum Severity {
    Low,
    Medium,
    High,
    Critical,
}

/// When a rung's turn comes.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// At once.
    Now,
    /// Today.
    First,
    /// When the first rungs are done.
    Next,
    /// When those below refused or stayed silent.
    Escalate,
    /// When nothing else is left.
    Last,
}

impl Stage {
    /// The permanent name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::First => "first",
            Self::Next => "next",
            Self::Escalate => "escalate",
            Self::Last => "last",
        }
    }
}

/// Something to do at once.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Urgent {
    /// What to do.
    pub act: TextRef,
    /// Whom to turn to, if it is a channel.
    pub channel: Option<ChannelRef>,
    /// When it applies; absent means always.
    pub when: Option<ConditionRef>,
    /// Where it comes from.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
}

/// One rung of a problem's ladder.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Rung {
    /// Whom to turn to.
    pub channel: ChannelRef,
    /// When its turn comes.
    pub stage: Stage,
    /// When it applies; absent means always.
    pub when: Option<ConditionRef>,
    /// How long to wait here before the next rung.
    pub wait: Option<Duration>,
    /// Why it is here.
    #[serde(serialize_with = "later")]
    pub because: TextRef,
    /// The part it plays, if a region fills it, such as `first-call`.
    pub role: Option<u8>,
    /// Where it comes from.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
}

/// A channel that people wrongly try.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct NotForThis {
    /// The channel.
    pub channel: ChannelRef,
    /// Why it does not help here.
    #[serde(serialize_with = "later")]
    pub because: TextRef,
}

/// Something a person can try alone.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct SelfHelp {
    /// What to try.
    pub text: TextRef,
    /// How many minutes it takes.
    pub minutes: Option<u16>,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

/// A clock that runs.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Deadline {
    /// The permanent id.
    #[serde(serialize_with = "later")]
    pub id: String,
    /// Where the clock runs, as options of the fact `region`; empty means anywhere.
    pub regions: Vec<u8>,
    /// What has to happen in time.
    #[serde(serialize_with = "later")]
    pub text: TextRef,
    /// The event that starts the clock.
    #[serde(serialize_with = "later")]
    pub from: TextRef,
    /// How long it runs, if anybody says so.
    pub within: Option<Duration>,
    /// The fact that tells how long ago it started, or, if it is a day, when it ends.
    pub clock: Option<FactRef>,
    /// What is lost when it has run out.
    #[serde(serialize_with = "later")]
    pub consequence: Option<TextRef>,
    /// Where it comes from.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
}

/// What can go wrong.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Problem {
    /// The permanent id.
    pub id: String,
    /// The platforms it happens on, as options of the fact `platform`.
    pub platforms: Vec<u8>,
    /// The answers that speak for it when troubles are parted. If none to a question
    /// does, it stays with each of them.
    pub speaking: Vec<u8>,
    /// How a person would say it.
    pub name: TextRef,
    /// What belongs here and what does not.
    #[serde(serialize_with = "later")]
    pub description: TextRef,
    /// How much is at stake.
    pub severity: Severity,
    /// Whether minutes matter.
    pub emergency: bool,
    /// What it is easily taken for.
    pub confusable_with: Vec<ProblemRef>,
    /// What follows from picking it.
    pub assumes: Vec<(FactRef, Value)>,
    /// What is worth asking, most decisive first.
    pub asks: Vec<FactRef>,
    /// What to do at once, in order.
    pub urgent: Vec<Urgent>,
    /// The channels, in order.
    pub ladder: Vec<Rung>,
    /// Channels that people wrongly try.
    pub not_for_this: Vec<NotForThis>,
    /// What to try alone.
    #[serde(serialize_with = "later")]
    pub self_help: Vec<SelfHelp>,
    /// What to collect.
    #[serde(serialize_with = "later")]
    pub evidence: Vec<Item>,
    /// The clocks that run.
    pub deadlines: Vec<Deadline>,
    /// What to do.
    #[serde(serialize_with = "later")]
    pub dos: Vec<TextRef>,
    /// What not to do.
    #[serde(serialize_with = "later")]
    pub donts: Vec<TextRef>,
    /// How swindlers use this moment.
    #[serde(serialize_with = "later")]
    pub scam_guard: Vec<TextRef>,
    /// What remains when every door has been used.
    #[serde(serialize_with = "later")]
    pub exhausted: Option<TextRef>,
    /// What one asks for, in the first person.
    #[serde(serialize_with = "later")]
    pub request: TextRef,
    /// What the letter states: ids of facts, evidence or materials. No pack carries it, as
    /// long as nothing writes a letter from it.
    #[serde(skip)]
    pub facts_to_state: Vec<String>,
    /// Where it comes from.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
}
