//! Compiled records: language-free, with references checked once and then trusted.
//!
//! Every sentence is a [`TextRef`] into the [`super::Sentences`] of a language.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::scope::{Links, Scope};
use crate::engine::case::Value;
use crate::engine::rule::Condition;

macro_rules! reference {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Columns, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
        )]
        pub struct $name(u16);

        impl $name {
            /// The reference to the record at a place of its table.
            ///
            /// A place past the last one a table can have refers to nothing.
            pub fn at(place: usize) -> Self {
                Self(u16::try_from(place).unwrap_or(u16::MAX))
            }

            /// The record's place in its table.
            pub fn place(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

reference!(
    /// Refers to a [`Fact`].
    FactRef
);
reference!(
    /// Refers to a [`Channel`].
    ChannelRef
);
reference!(
    /// Refers to a [`Problem`].
    ProblemRef
);
reference!(
    /// Refers to a [`Guide`].
    GuideRef
);
reference!(
    /// Refers to a [`Region`].
    RegionRef
);
reference!(
    /// Refers to a [`Source`].
    SourceRef
);
reference!(
    /// Refers to a condition of the core's table.
    ConditionRef
);
reference!(
    /// Refers to a sentence.
    TextRef
);

/// Everything the engine decides with. Tables are sorted by id.
#[derive(Clone, Debug, Default, Columns, Serialize)]
pub struct Core {
    /// The version of the knowledge, such as `2026.11`.
    pub version: String,
    /// The day the knowledge was put together, counted from 1970-01-01.
    pub date: i32,
    /// The last day on which the knowledge may be shown without a warning.
    pub valid_until: i32,
    /// How a clock runs in each zone that a record names.
    pub zones: Vec<Zone>,
    /// Days off and make-up working days by region.
    pub holidays: Vec<Holidays>,
    /// What can be known of a case.
    pub facts: Vec<Fact>,
    /// Where a person can be.
    pub regions: Vec<Region>,
    /// The parts that a region fills, such as `first-call`.
    pub roles: Vec<String>,
    /// How doors are put in order.
    pub order: Order,
    /// Every condition, once.
    pub conditions: Vec<Condition>,
    /// Places to turn to.
    pub channels: Vec<Channel>,
    /// What can go wrong.
    pub problems: Vec<Problem>,
    /// What is worth two minutes of reading, in the order of the list.
    pub guides: Vec<Guide>,
    /// By which words a person in danger is known, and whom they can call.
    pub crisis: Crisis,
    /// Questions that part troubles people take for one another: the question of each
    /// answer, those of one question side by side, and where it happened first.
    pub asks: Vec<TextRef>,
    /// The answers; which speak for a problem stands there.
    pub answers: Vec<TextRef>,
    /// For each problem of a host's own pack, which are the last of the table, the words it
    /// is known by: problems divided by `^`, words by `|`. They travel behind the columns,
    /// so that without a host nothing does.
    #[serde(skip)]
    pub own: String,
    /// For each problem, what can matter; found by [`Core::scoped`].
    #[serde(skip)]
    pub scopes: Vec<Scope>,
    /// For each channel, the facts that tell of its use; found likewise.
    #[serde(skip)]
    pub tellers: Vec<Vec<FactRef>>,
    /// How all facts hang together; found likewise.
    #[serde(skip)]
    pub links: Links,
    /// The fact that tells where the person is.
    #[serde(skip)]
    pub region: Option<FactRef>,
    /// The fact that tells on which platform it happened.
    #[serde(skip)]
    pub platform: Option<FactRef>,
}

/// How the clock runs in one place.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Zone {
    /// The IANA name, such as `Asia/Shanghai`.
    pub name: String,
    /// When the distance from UTC changes, in seconds since 1970, and the
    /// seconds east of UTC from then on; sorted, never empty.
    pub shifts: Vec<(i64, i32)>,
}

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

/// A place where a person can be.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Region {
    /// The permanent code, such as `HK`.
    pub code: String,
    /// Its name.
    pub name: TextRef,
    /// What is particular about it.
    pub note: TextRef,
    /// The zone whose clock is shown.
    pub zone: u8,
    /// Who takes the first call when money is leaving, best first.
    pub first_call: Vec<ChannelRef>,
}

/// How far a statement can be trusted.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Grade {
    /// Law, or a regulator's own page.
    A,
    /// The operator's own page.
    B,
    /// Credible second hand: press, a police campaign, two independent sources.
    C,
    /// A blog or forum.
    D,
    /// General knowledge without a source.
    U,
    /// Contradicted by another source.
    X,
}

/// Where a statement comes from.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Source {
    /// The address, or a short description of what has none.
    pub place: String,
    /// The title, in English, if it is known.
    pub title: Option<String>,
    /// The date as the source gives it: `2025`, `2025-06` or `2025-06-01`.
    pub date: Option<String>,
    /// Whether the publisher is the body the statement is about, or the law.
    pub official: bool,
}

impl Source {
    /// The address, if there is one.
    pub fn url(&self) -> Option<&str> {
        let is_url = self.place.starts_with("https://") || self.place.starts_with("http://");
        is_url.then_some(self.place.as_str())
    }

    /// The publisher: a domain, or a short description.
    pub fn publisher(&self) -> &str {
        let domain = self.url().and_then(|url| url.split('/').nth(2));
        domain.map_or(self.place.as_str(), |domain| domain.strip_prefix("www.").unwrap_or(domain))
    }
}

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Calendar days.
    Day,
    /// Days on which offices work.
    WorkingDay,
    /// Weeks.
    Week,
    /// Calendar months.
    Month,
    /// Years.
    Year,
}

/// Who says how long something takes.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The law.
    Law,
    /// The body itself promises it.
    Official,
    /// Somebody reports it.
    Claimed,
    /// Hearsay.
    Community,
}

/// A length of time and who says so.
#[derive(Clone, Debug, Columns, Eq, PartialEq, Serialize)]
pub struct Duration {
    /// The shortest, if it is a span.
    pub min: Option<u16>,
    /// The longest.
    pub max: u16,
    /// What it is counted in.
    pub unit: Unit,
    /// Who says so.
    pub basis: Basis,
    /// Where that stands.
    pub sources: Vec<SourceRef>,
}

mod channel;
mod guide;
mod holidays;
mod order;
mod problem;

pub use channel::*;
pub use guide::*;
pub use holidays::*;
pub use order::*;
pub use problem::*;
