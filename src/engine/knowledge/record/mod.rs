//! Compiled records: language-free, with references checked once and then trusted.
//!
//! Every sentence is a [`TextRef`] into the [`super::Sentences`] of a language.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::columns::later;
use super::scope::{Links, Scope};
use crate::engine::rule::Condition;

macro_rules! reference {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Columns, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
        )]
        pub struct $name(u16);

        /// Refers to nothing.
        impl Default for $name {
            fn default() -> Self {
                Self(u16::MAX)
            }
        }

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
    #[serde(serialize_with = "later")]
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

/// A place where a person can be.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Region {
    /// The permanent code, such as `HK`.
    pub code: String,
    /// Its name.
    pub name: TextRef,
    /// What is particular about it.
    #[serde(serialize_with = "later")]
    pub note: TextRef,
    /// The zone whose clock is shown.
    pub zone: u8,
    /// Who takes the first call when money is leaving, best first.
    pub first_call: Vec<ChannelRef>,
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
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
}

mod channel;
mod fact;
mod guide;
mod holidays;
mod order;
mod problem;
mod source;

pub use channel::*;
pub use fact::*;
pub use guide::*;
pub use holidays::*;
pub use order::*;
pub use problem::*;
pub use source::*;
