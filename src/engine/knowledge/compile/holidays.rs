//! Reading the tables of holidays.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawHolidayYear, RawHolidays};
use super::super::record::{Holidays, Notice};
use super::{Compiler, Place};
use crate::engine::calendar::{day_number, is_weekend, year_month_day};

impl Compiler<'_> {
    pub(super) fn holidays(&mut self) -> Vec<Holidays> {
        let raw = self.raw;
        raw.holidays.iter().map(|(code, table)| self.holiday_table(code, table)).collect()
    }

    fn holiday_table(&mut self, code: &str, raw: &RawHolidays) -> Holidays {
        let at = Place::new("holidays", code);
        let region = self.region_named(code, &at);
        let first = raw.years.first().map(|year| year.year);
        let last = raw.years.last().map(|year| year.year);
        let edge = |year: Option<i32>, day: &str| {
            year.and_then(|year| day_number(&format!("{year}-{day}")))
        };
        let span = edge(first, "01-01").zip(edge(last, "12-31"));
        if span.is_none() {
            self.wrong(&at, MistakeKind::Missing("a year that can be counted"));
        }
        let (since, until) = span.unwrap_or_default();
        if raw.years.windows(2).any(|two| matches!(two, [a, b] if a.year + 1 != b.year)) {
            self.wrong(&at, MistakeKind::Contradiction("the years do not follow one another"));
        }
        let mut turned = Vec::new();
        let mut notices = Vec::new();
        for (place, year) in raw.years.iter().enumerate() {
            let at = at.nth("years", place);
            let days = self.turned_days(year, &at);
            turned.extend(days.into_iter().filter_map(|day| u16::try_from(day - since).ok()));
            notices.push(self.notice(year, &at));
        }
        turned.sort_unstable();
        Holidays { region, partial: raw.partial, since, until, turned, notices }
    }

    /// The days of a year that are not what their weekday says.
    fn turned_days(&mut self, raw: &RawHolidayYear, at: &Place) -> Vec<i32> {
        let off = self.days_of(raw.year, &raw.off, &at.key("off"));
        let work = self.days_of(raw.year, &raw.work, &at.key("work"));
        if work.iter().any(|day| !is_weekend(*day) || off.contains(day)) {
            let why = "a make-up working day is at a weekend and not off";
            self.wrong(&at.key("work"), MistakeKind::Contradiction(why));
        }
        off.into_iter().filter(|day| !is_weekend(*day)).chain(work).collect()
    }

    fn days_of(&mut self, year: i32, texts: &[String], at: &Place) -> Vec<i32> {
        let mut days = Vec::new();
        for text in texts {
            let day = self.day(text, at);
            if year_month_day(day).0 != year {
                self.wrong(at, MistakeKind::Contradiction("a day of another year"));
            }
            if days.contains(&day) {
                self.wrong(at, MistakeKind::Repeated(text.clone()));
            }
            days.push(day);
        }
        days
    }

    fn notice(&mut self, raw: &RawHolidayYear, at: &Place) -> Notice {
        // A year or a month alone is checked by its first day.
        let rest = match raw.notice.len() {
            4 => "-01-01",
            7 => "-01",
            _ => "",
        };
        self.day(&format!("{}{rest}", raw.notice), &at.key("notice"));
        if raw.sources.is_empty() {
            self.wrong(at, MistakeKind::Missing("the announcement"));
        }
        Notice {
            year: raw.year,
            date: raw.notice.clone(),
            sources: self.sources_named(&raw.sources, &at.key("sources")),
        }
    }
}
