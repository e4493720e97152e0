//! What can be known of a case, and how it follows from other facts and from deeds.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::super::columns::later;
use super::{ChannelRef, FactRef, TextRef};
use crate::engine::case::Value;
use crate::engine::rule::Condition;

/// What kind of value a fact takes.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Yes or no.
    Flag,
    /// One of the options.
    Choice,
    /// A quantity.
    Count,
    /// A civil day.
    Date,
}

/// How a condition on a fact that fails today could still be met.
#[derive(Clone, Copy, Debug, Default, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attainable {
    /// It cannot: the past does not change.
    #[default]
    Never,
    /// By something the person does.
    Act,
    /// By waiting, or by what others answer.
    Time,
}

/// Something that can be known of a case.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Fact {
    /// The permanent id.
    pub id: String,
    /// What kind of value it takes.
    pub kind: FactKind,
    /// The options of a choice.
    pub options: Vec<FactOption>,
    /// The question.
    pub ask: TextRef,
    /// What helps to answer it.
    #[serde(serialize_with = "later")]
    pub help: Option<TextRef>,
    /// The unit of a count, such as `hour` or `working-day`.
    pub unit: Option<String>,
    /// How a condition on it that fails today could still be met.
    pub attainable: Attainable,
    /// What follows about this fact from others, first match wins.
    pub derive: Vec<(Condition, Value)>,
    /// What must not be false for the question to make sense.
    pub premise: Option<Condition>,
    /// How it follows from the doors the person has used.
    pub trace: Option<Trace>,
}

/// How a fact follows from the doors a person has used.
#[derive(Clone, Debug, Columns, Serialize)]
pub enum Trace {
    /// Using one of these makes it true, or counts as one.
    Done(Vec<ChannelRef>),
    /// The days since the first use of a door of that fact.
    Since(FactRef),
    /// The last answer of a door of that fact.
    Answer(FactRef),
}

/// One option of a choice.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct FactOption {
    /// The permanent id.
    pub id: String,
    /// What a person reads.
    pub name: TextRef,
    /// Whether the option can be left behind in time, as “no answer yet” can.
    pub open: bool,
}
