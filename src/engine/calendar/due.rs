//! The day on which a length of time is over.

use chrono::Months;

use super::{date_of, number_of, weekday};
use crate::engine::knowledge::{Holidays, Unit};

/// A day on which something is due.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Due {
    /// The day, counted from 1970-01-01.
    pub day: i32,
    /// Whether it can only be given as “about”, because the holidays on the way
    /// are not all known.
    pub about: bool,
}

/// The day on which `length` units counted from the day `from` are over.
///
/// Working days are counted from the following day, leave out weekends and the
/// days off of the table, and count the make-up working days. Minutes and hours
/// end on the day they end on when started at its end: the later day is the
/// honest one.
pub fn due_day(from: i32, length: u16, unit: Unit, holidays: Option<&Holidays>) -> Due {
    let (months, length) = (u32::from(length), i32::from(length));
    let plain = |day: i32| Due { day, about: false };
    match unit {
        Unit::Minute => plain(from.saturating_add(i32::from(length > 0))),
        Unit::Hour => plain(from.saturating_add((length + 23) / 24)),
        Unit::Day => plain(from.saturating_add(length)),
        Unit::Week => plain(from.saturating_add(length * 7)),
        Unit::Month => plain(later(from, months)),
        Unit::Year => plain(later(from, months.saturating_mul(12))),
        Unit::WorkingDay => working(from, length, holidays),
    }
}

/// The same day of a later month, or that month's last day if it is shorter.
fn later(from: i32, months: u32) -> i32 {
    date_of(from).checked_add_months(Months::new(months)).map_or(from, number_of)
}

fn working(from: i32, count: i32, holidays: Option<&Holidays>) -> Due {
    let is_working = |day: i32| {
        let listed = |days: &Vec<i32>| days.binary_search(&day).is_ok();
        match holidays {
            Some(table) if listed(&table.off) => false,
            Some(table) if listed(&table.work) => true,
            _ => weekday(day) < 5,
        }
    };
    let mut day = from;
    let mut left = count;
    while left > 0 {
        day = day.saturating_add(1);
        left -= i32::from(is_working(day));
    }
    Due { day, about: holidays.is_none_or(|table| day > table.until) }
}
