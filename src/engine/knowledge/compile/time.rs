//! Reading days, times of day and spans of the week.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawDuration, RawWindow};
use super::super::record::{Duration, Window, Zone};
use super::{Compiler, Place};
use crate::engine::calendar::day_number;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Compiler<'_> {
    /// A day written `YYYY-MM-DD`, counted from 1970-01-01.
    pub(super) fn day(&mut self, text: &str, at: &Place) -> i32 {
        day_number(text).unwrap_or_else(|| {
            self.wrong(at, MistakeKind::BadTime(text.to_owned()));
            0
        })
    }

    pub(super) fn duration(&mut self, raw: &RawDuration, at: &Place) -> Duration {
        if raw.min.is_some_and(|min| min > raw.max) {
            self.wrong(at, MistakeKind::Contradiction("`min` is longer than `max`"));
        }
        Duration {
            min: raw.min.filter(|&min| min < raw.max),
            max: raw.max,
            unit: raw.unit,
            basis: raw.basis,
            sources: self.sources_named(&raw.sources, at),
        }
    }

    pub(super) fn window(&mut self, raw: &RawWindow, at: &Place) -> Window {
        let (from, to) = self.weekdays(&raw.days, at);
        let open = self.minutes(&raw.open, at);
        let close = self.minutes(&raw.close, at);
        // One that closes before it opens runs past midnight.
        if open == close || open == 1440 || close == 0 {
            self.wrong(
                at,
                MistakeKind::Contradiction("it closes when it opens; midnight is 24:00"),
            );
        }
        Window { from, to, open, close }
    }

    fn weekdays(&mut self, text: &str, at: &Place) -> (u8, u8) {
        let number = |name: &str| {
            DAYS.iter().position(|day| *day == name).and_then(|place| u8::try_from(place).ok())
        };
        let (from, to) = text.split_once('-').unwrap_or((text, text));
        if let (Some(from), Some(to)) = (number(from), number(to)) {
            return (from, to);
        }
        self.wrong(at, MistakeKind::BadTime(text.to_owned()));
        (0, 6)
    }

    /// Minutes after midnight of a time written `HH:MM`, up to `24:00`.
    fn minutes(&mut self, text: &str, at: &Place) -> u16 {
        let read = || {
            let (hours, minutes) = text.split_once(':')?;
            let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
            let total = hours.checked_mul(60)?.checked_add(minutes)?;
            (minutes < 60 && total <= 1440).then_some(total)
        };
        read().unwrap_or_else(|| {
            self.wrong(at, MistakeKind::BadTime(text.to_owned()));
            0
        })
    }

    pub(super) fn zones(&mut self) -> Vec<Zone> {
        let raw = self.raw;
        for name in raw.zones.iter().filter(|(_, shifts)| shifts.is_empty()).map(|(name, _)| name) {
            let at = Place { file: "zones".to_owned(), key: name.clone() };
            self.wrong(&at, MistakeKind::Missing("the distance from UTC"));
        }
        raw.zones
            .iter()
            .map(|(name, shifts)| Zone { name: name.clone(), shifts: shifts.clone() })
            .collect()
    }
}
