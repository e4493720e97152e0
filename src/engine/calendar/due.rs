//! The day, and where it matters the minute, on which a length of time is over.

use chrono::Months;

use super::{ClockTime, Moment, date_of, is_weekend, number_of};
use crate::engine::knowledge::{Holidays, Unit, Zone};

/// What a length of time is counted from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Start {
    /// An instant: so many seconds before now.
    Ago {
        /// Now.
        now: Moment,
        /// Seconds.
        seconds: i64,
    },
    /// Some time on a civil day, counted from 1970-01-01.
    On(i32),
}

impl Start {
    /// Now.
    pub const fn now(now: Moment) -> Self {
        Self::Ago { now, seconds: 0 }
    }

    /// So many hours ago, in thousandths as facts count them.
    pub const fn hours_ago(now: Moment, thousandths: i64) -> Self {
        // 3600 seconds are 1000 thousandths.
        Self::Ago { now, seconds: thousandths.saturating_mul(18) / 5 }
    }

    /// Some time on the day so many days ago, in thousandths as facts count
    /// them; a part of a day is left out.
    pub fn days_ago(now: Moment, thousandths: i64) -> Self {
        let days = thousandths.div_euclid(1000).clamp(i32::MIN.into(), i32::MAX.into());
        Self::On(now.today().saturating_sub(i32::try_from(days).unwrap_or_default()))
    }
}

/// When something is due, on the person's own clock.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Due {
    /// The day, counted from 1970-01-01.
    pub day: i32,
    /// Minutes after midnight, where the length is counted in minutes or hours
    /// and the instant it is counted from is known.
    pub minute: Option<u16>,
    /// Whether it can only be given as “about”, because the holidays on the way
    /// are not all known.
    pub about: bool,
}

impl Due {
    /// Whether it is past on the person's own clock; a day without a minute is
    /// past when it is over.
    pub fn is_past(self, now: Moment) -> bool {
        let ClockTime { day, minute } = now.here();
        self.day < day || self.day == day && self.minute.is_some_and(|due| due < minute)
    }
}

/// When `length` units counted from `start` are over.
///
/// Minutes and hours are counted on instants and told on the person's clock,
/// which changes with that of `zone` where the two agree now. Everything longer
/// ends with a day: see [`due_day`].
pub fn ends(
    start: Start,
    length: u16,
    unit: Unit,
    zone: Option<&Zone>,
    holidays: Option<&Holidays>,
) -> Due {
    let (now, seconds) = match start {
        Start::Ago { now, seconds } => (now, seconds),
        Start::On(day) => return due_day(day, length, unit, holidays),
    };
    let step = match unit {
        Unit::Minute => 60,
        Unit::Hour => 3600,
        Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month | Unit::Year => {
            let from = now.later(seconds.saturating_neg(), zone).day;
            return due_day(from, length, unit, holidays);
        }
    };
    let ahead = (i64::from(length) * step).saturating_sub(seconds);
    let ClockTime { day, minute } = now.later(ahead, zone);
    Due { day, minute: Some(minute), about: false }
}

/// The day on which `length` units counted from the day `from` are over.
///
/// Working days are counted from the following day, leave out weekends and the
/// days off of the table, and count the make-up working days. Minutes and hours
/// end on the day they end on when started at its end: the later day is the
/// honest one for whoever waits.
pub fn due_day(from: i32, length: u16, unit: Unit, holidays: Option<&Holidays>) -> Due {
    let (months, length) = (u32::from(length), i32::from(length));
    let plain = |day: i32| Due { day, minute: None, about: false };
    match unit {
        // A day has 1440 minutes; one more begins at its very end.
        Unit::Minute => plain(from.saturating_add((length + 1439) / 1440)),
        Unit::Hour => plain(from.saturating_add((length + 23) / 24)),
        Unit::Day => plain(from.saturating_add(length)),
        Unit::Week => plain(from.saturating_add(length * 7)),
        Unit::Month => plain(later(from, months)),
        Unit::Year => plain(later(from, months.saturating_mul(12))),
        Unit::WorkingDay => working(from, length, holidays),
    }
}

/// The same day of a later month, or that month's last day if it is shorter.
/// Past the last day a calendar has, that day.
fn later(from: i32, months: u32) -> i32 {
    let date = date_of(from).checked_add_months(Months::new(months));
    number_of(date.unwrap_or(chrono::NaiveDate::MAX)).max(from)
}

fn working(from: i32, count: i32, holidays: Option<&Holidays>) -> Due {
    let mut day = from;
    let mut left = count;
    while left > 0 {
        let Some(next) = day.checked_add(1) else { break };
        day = next;
        let is_turned = holidays.is_some_and(|table| table.is_turned(day));
        left -= i32::from(is_weekend(day) == is_turned);
    }
    let is_known = || holidays.is_some_and(|table| table.knows(from + 1, day));
    Due { day, minute: None, about: day > from && !is_known() }
}
