//! Days and times of day in the reader's language.

use yew::AttrValue;

use crate::engine::calendar::{Moment, weekday, year_month_day};
use crate::engine::knowledge::Zone;
use crate::ui::say;
use crate::ui::words::{Words, filled};

/// The names a calendar needs, and the order in which a language puts them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CalendarWords {
    weekdays: [AttrValue; 7],
    months: [AttrValue; 12],
    day: AttrValue,
    day_of_year: AttrValue,
    month_of_year: AttrValue,
    year: AttrValue,
}

impl CalendarWords {
    /// The names of the language on show.
    pub(crate) fn of(words: &Words) -> Self {
        let weekdays = [
            say::WEEKDAY_MON,
            say::WEEKDAY_TUE,
            say::WEEKDAY_WED,
            say::WEEKDAY_THU,
            say::WEEKDAY_FRI,
            say::WEEKDAY_SAT,
            say::WEEKDAY_SUN,
        ];
        let months = [
            say::MONTH_1,
            say::MONTH_2,
            say::MONTH_3,
            say::MONTH_4,
            say::MONTH_5,
            say::MONTH_6,
            say::MONTH_7,
            say::MONTH_8,
            say::MONTH_9,
            say::MONTH_10,
            say::MONTH_11,
            say::MONTH_12,
        ];
        Self {
            weekdays: weekdays.map(|name| words.say(name)),
            months: months.map(|name| words.say(name)),
            day: words.say(say::DATE_DAY),
            day_of_year: words.say(say::DATE_DAY_YEAR),
            month_of_year: words.say(say::DATE_MONTH_YEAR),
            year: words.say(say::DATE_ONLY_YEAR),
        }
    }

    /// The name of a weekday, 0 for Monday.
    pub(crate) fn weekday(&self, number: u8) -> &str {
        self.weekdays.get(usize::from(number)).map_or("", AttrValue::as_str)
    }

    /// A day, with its year only if that is not this one.
    pub(crate) fn day(&self, day: i32, today: i32) -> String {
        let (year, month, date) = year_month_day(day);
        let (this_year, ..) = year_month_day(today);
        let template = if year == this_year { &self.day } else { &self.day_of_year };
        filled(
            template,
            &[
                ("year", &year.to_string()),
                ("month", self.month(month)),
                ("day", &date.to_string()),
                ("weekday", self.weekday(weekday(day))),
            ],
        )
    }

    /// The date of a source: a year, or a month and its year. The day of the
    /// month adds nothing a reader could use.
    pub(crate) fn source_date(&self, text: &str) -> String {
        let mut parts = text.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|month| month.parse().ok());
        let (template, month) = match month.map(|month| self.month(month)) {
            Some(month) if !month.is_empty() => (&self.month_of_year, month),
            _ => (&self.year, ""),
        };
        filled(template, &[("year", year), ("month", month)])
    }

    fn month(&self, number: u32) -> &str {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        place.and_then(|place| self.months.get(place)).map_or("", AttrValue::as_str)
    }
}

/// Minutes after midnight on the 24-hour clock; the end of a day is 24:00.
pub(crate) fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// How many whole years have passed since the date of a source. A date that
/// names no day or month counts from the end of its span.
pub(crate) fn years_since(text: &str, today: i32) -> Option<i32> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse::<i32>().ok()?;
    let month = parts.next().map_or(Some(12), |month| month.parse::<u32>().ok())?;
    let day = parts.next().map_or(Some(31), |day| day.parse::<u32>().ok())?;
    let (this_year, this_month, this_day) = year_month_day(today);
    let is_ahead = (this_month, this_day) < (month, day);
    Some(this_year.checked_sub(year)? - i32::from(is_ahead))
}

/// Weekday, 0 for Monday, and minutes after midnight on the reader's own clock.
pub(crate) fn own_clock(moment: Moment) -> (u8, u16) {
    let clock = moment.here();
    (weekday(clock.day), clock.minute)
}

/// Whether the clock of a zone shows what the reader's own shows.
pub(crate) fn is_own_clock(moment: Moment, zone: &Zone) -> bool {
    moment.in_zone(zone) == moment.here()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::calendar::day_number;

    fn names(
        weekday: &'static str,
        month: &'static str,
        templates: [&'static str; 4],
    ) -> CalendarWords {
        let [day, day_of_year, month_of_year, year] = templates.map(AttrValue::from);
        let months = std::array::from_fn(|place| AttrValue::from(format!("{month}{}", place + 1)));
        let weekdays = std::array::from_fn(|place| AttrValue::from(format!("{weekday}{place}")));
        CalendarWords { weekdays, months, day, day_of_year, month_of_year, year }
    }

    fn english() -> CalendarWords {
        let templates = [
            "{weekday} {day} {month}",
            "{weekday} {day} {month} {year}",
            "{month} {year}",
            "{year}",
        ];
        names("w", "m", templates)
    }

    fn number(text: &str) -> i32 {
        day_number(text).expect("a day")
    }

    #[test]
    fn a_day_names_its_year_only_when_it_is_another() {
        let today = number("2026-11-21");
        let table = [
            ("2026-12-04", "w4 4 m12"),
            ("2027-01-04", "w0 4 m1 2027"),
            ("2025-12-31", "w2 31 m12 2025"),
        ];
        for (day, words) in table {
            assert_eq!(english().day(number(day), today), words, "{day}");
        }
    }

    #[test]
    fn a_source_date_keeps_year_and_month() {
        for (date, words) in [
            ("2025", "2025"),
            ("2025-06", "m6 2025"),
            ("2025-06-01", "m6 2025"),
            ("2025-13", "2025"),
        ] {
            assert_eq!(english().source_date(date), words, "{date}");
        }
    }

    #[test]
    fn age_counts_whole_years_only() {
        let today = number("2026-11-21");
        let table = [
            ("2026-11-21", Some(0)),
            ("2025-11-21", Some(1)),
            ("2025-11-22", Some(0)),
            ("2025-11", Some(0)),
            ("2025", Some(0)),
            ("2024", Some(1)),
            ("2019-07", Some(7)),
            ("soon", None),
        ];
        for (date, years) in table {
            assert_eq!(years_since(date, today), years, "{date}");
        }
    }

    #[test]
    fn times_stand_on_the_24_hour_clock() {
        for (minutes, words) in [(0, "00:00"), (540, "09:00"), (1325, "22:05"), (1440, "24:00")] {
            assert_eq!(clock(minutes), words);
        }
    }

    #[test]
    fn the_own_clock_is_the_one_of_the_device() {
        let moment = Moment::parse("2026-11-21T10:12:00+08:00").expect("a moment");
        assert_eq!(own_clock(moment), (5, 612));
        let zone = |hours: i32| Zone { name: "x".into(), shifts: vec![(0, hours * 3600)] };
        assert!(is_own_clock(moment, &zone(8)));
        assert!(!is_own_clock(moment, &zone(0)));
    }
}
