//! Days off and make-up working days.

use recourse_macros::Columns;
use serde::Serialize;

use super::super::columns::later;
use super::{RegionRef, SourceRef};

/// The public holidays of one region, for whole years.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Holidays {
    /// The region they hold in.
    pub region: RegionRef,
    /// Whether parts of the region keep days of their own that are not told
    /// here, so that no count of working days is more than “about”.
    pub partial: bool,
    /// The first day the table speaks of.
    pub since: i32,
    /// The last day the table speaks of; later dates can only be given as “about”.
    pub until: i32,
    /// The days on which offices do the opposite of what the weekday says: those
    /// off from Monday to Friday, and the make-up working days at a weekend.
    /// Counted from `since`, sorted.
    pub turned: Vec<u16>,
    /// Where each year was announced, in order.
    #[serde(serialize_with = "later")]
    pub notices: Vec<Notice>,
}

/// The announcement of one year's holidays.
#[derive(Clone, Debug, Columns, Eq, PartialEq, Serialize)]
pub struct Notice {
    /// The year.
    pub year: i32,
    /// When it was announced, as closely as it is known: `2025`, `2025-08` or `2025-11-04`.
    pub date: String,
    /// Where it stands.
    pub sources: Vec<SourceRef>,
}

impl Holidays {
    /// Whether offices do the opposite of what the day's weekday says.
    pub fn is_turned(&self, day: i32) -> bool {
        let place = day.checked_sub(self.since).and_then(|days| u16::try_from(days).ok());
        place.is_some_and(|place| self.turned.binary_search(&place).is_ok())
    }

    /// Whether every day of a span is one the table knows everything about.
    pub fn knows(&self, first: i32, last: i32) -> bool {
        !self.partial && self.since <= first && last <= self.until
    }
}
