//! Instants, civil days, opening hours and due days.
//!
//! The arithmetic of calendars and zones is [`jiff`]'s; this room only says what
//! to count. Nothing here asks for the time: a [`Moment`] is given.

mod due;
mod hours;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::knowledge::Zone;

pub use due::{Due, due_day};
pub use hours::{Opening, opening};

/// An instant, with the person's own distance from UTC.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Moment {
    instant: Timestamp,
    offset: Offset,
}

impl Moment {
    /// The moment written in RFC 3339, such as `2026-11-21T10:00:00+08:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let pieces = jiff::fmt::temporal::Pieces::parse(text).ok()?;
        let offset = pieces.to_numeric_offset()?;
        let instant = offset.to_timestamp(pieces.date().to_datetime(pieces.time()?)).ok()?;
        Some(Self { instant, offset })
    }

    /// The moment from milliseconds since 1970 and minutes east of UTC, as a
    /// browser tells them. A clock out of all bounds is taken for 1970.
    pub fn from_clock(millis: i64, minutes_east: i32) -> Self {
        Self {
            instant: Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH),
            offset: Offset::from_seconds(minutes_east.saturating_mul(60)).unwrap_or(Offset::UTC),
        }
    }

    /// The civil day on the person's own clock, counted from 1970-01-01.
    pub fn today(self) -> i32 {
        number_of(self.offset.to_datetime(self.instant).date())
    }

    /// The civil time on the clock of a zone.
    pub fn on_clock_of(self, zone: &Zone) -> DateTime {
        match TimeZone::posix(&zone.rule) {
            Ok(zone) => zone.to_datetime(self.instant),
            // Rules are checked when knowledge is compiled; the person's own
            // clock is the honest fallback for a foreign pack.
            Err(_) => self.offset.to_datetime(self.instant),
        }
    }
}

/// The number of a day written `YYYY-MM-DD`, counted from 1970-01-01.
pub fn day_number(text: &str) -> Option<i32> {
    text.parse::<Date>().ok().map(number_of)
}

/// The day with a number, or the nearest one a calendar has.
pub fn date_of(day: i32) -> Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.saturating_add(jiff::Span::new().days(day.clamp(-700_000, 2_900_000)))
}

/// A day as `YYYY-MM-DD`.
pub fn day_text(day: i32) -> String {
    date_of(day).to_string()
}

/// The weekday, 0 for Monday.
pub fn weekday(day: i32) -> u8 {
    date_of(day).weekday().to_monday_zero_offset().unsigned_abs()
}

fn number_of(date: Date) -> i32 {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.until(date).map_or(0, |span| span.get_days())
}
