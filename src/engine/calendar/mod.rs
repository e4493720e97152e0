//! Instants, civil days, opening hours and due days.
//!
//! The arithmetic of calendars is [`chrono`]'s, and when clocks change stands in
//! the records; this room only says what to count. Nothing here asks for the
//! time: a [`Moment`] is given.

mod due;
mod hours;

use chrono::{DateTime, Datelike, Days, NaiveDate};

use super::knowledge::Zone;

pub use due::{Due, Start, due_day, ends};
pub use hours::{Opening, opening};

/// An instant, with the person's own distance from UTC.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Moment {
    /// Seconds since 1970.
    seconds: i64,
    /// Seconds east of UTC.
    offset: i64,
}

/// A time on some clock.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct ClockTime {
    /// The day, counted from 1970-01-01.
    pub(crate) day: i32,
    /// Minutes after midnight.
    pub(crate) minute: u16,
}

const DAY: i64 = 86_400;

impl Moment {
    /// The moment written in RFC 3339, such as `2026-11-21T10:00:00+08:00`.
    pub fn parse(text: &str) -> Option<Self> {
        let read = DateTime::parse_from_rfc3339(text).ok()?;
        Some(Self { seconds: read.timestamp(), offset: i64::from(read.offset().local_minus_utc()) })
    }

    /// The moment from milliseconds since 1970 and minutes east of UTC, as a
    /// browser tells them. A clock out of all bounds is moved to the nearest
    /// sensible one.
    pub fn from_clock(millis: i64, minutes_east: i32) -> Self {
        Self {
            seconds: millis.div_euclid(1000).clamp(-DAY * 700_000, DAY * 2_900_000),
            offset: i64::from(minutes_east.clamp(-1440, 1440)) * 60,
        }
    }

    /// The civil day on the person's own clock, counted from 1970-01-01.
    pub fn today(self) -> i32 {
        self.here().day
    }

    /// The time on the person's own clock.
    pub(crate) fn here(self) -> ClockTime {
        self.on_clock(self.offset)
    }

    /// The time on the clock of a zone.
    pub(crate) fn in_zone(self, zone: &Zone) -> ClockTime {
        let passed = zone.shifts.iter().rev().find(|(from, _)| *from <= self.seconds);
        let shift = passed.or(zone.shifts.first());
        self.on_clock(shift.map_or(self.offset, |(_, offset)| i64::from(*offset)))
    }

    /// The time on the person's own clock so many seconds from now, or before
    /// now. Where the clock of `zone` shows now what the person's shows, the
    /// person's is taken to change with it, as for summer time.
    fn later(self, seconds: i64, zone: Option<&Zone>) -> ClockTime {
        let then = Self { seconds: self.seconds.saturating_add(seconds), ..self };
        match zone {
            Some(zone) if self.in_zone(zone) == self.here() => then.in_zone(zone),
            _ => then.here(),
        }
    }

    fn on_clock(self, offset: i64) -> ClockTime {
        let local = self.seconds.saturating_add(offset);
        let day = local.div_euclid(DAY).clamp(i32::MIN.into(), i32::MAX.into());
        ClockTime {
            day: i32::try_from(day).unwrap_or_default(),
            minute: u16::try_from(local.rem_euclid(DAY) / 60).unwrap_or_default(),
        }
    }
}

/// The number of a day written `YYYY-MM-DD`, counted from 1970-01-01.
pub fn day_number(text: &str) -> Option<i32> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && text.split('-').map(str::len).eq([4, 2, 2]);
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    is_plain.then(|| number_of(date))
}

/// The day with a number, or the nearest one a calendar has.
pub fn date_of(day: i32) -> NaiveDate {
    let epoch = NaiveDate::default();
    let away = Days::new(u64::from(day.unsigned_abs()));
    if day < 0 {
        epoch.checked_sub_days(away).unwrap_or(NaiveDate::MIN)
    } else {
        epoch.checked_add_days(away).unwrap_or(NaiveDate::MAX)
    }
}

/// A day as `YYYY-MM-DD`.
pub fn day_text(day: i32) -> String {
    let date = date_of(day);
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// The weekday, 0 for Monday.
pub fn weekday(day: i32) -> u8 {
    // 1970-01-01 was a Thursday; counted here so that it holds for every day.
    u8::try_from((i64::from(day) + 3).rem_euclid(7)).unwrap_or_default()
}

/// Whether the day is a Saturday or a Sunday.
pub fn is_weekend(day: i32) -> bool {
    weekday(day) >= 5
}

/// Year, month from 1 and day of the month.
pub fn year_month_day(day: i32) -> (i32, u32, u32) {
    let date = date_of(day);
    (date.year(), date.month(), date.day())
}

fn number_of(date: NaiveDate) -> i32 {
    i32::try_from(date.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or_default()
}
