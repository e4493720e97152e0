//! Whether somebody is there at a given moment.

use super::{ClockTime, Moment, weekday};
use crate::engine::knowledge::{Core, Holidays, Hours, Window};

/// Whether a channel is open.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Opening {
    /// Day and night.
    Always,
    /// Open now, until this minute after midnight on its own clock.
    Open {
        /// Minutes after midnight, up to 1440.
        until: u16,
    },
    /// Closed now; opens on this day at this minute, on its own clock.
    Closed {
        /// The day, counted from 1970-01-01.
        day: i32,
        /// Days from today on its clock.
        in_days: u8,
        /// Minutes after midnight.
        minute: u16,
    },
    /// Nobody could tell us its hours, or those of this day.
    Unknown,
}

impl Opening {
    /// Open, closed, or not known.
    pub const fn is_open(self) -> Option<bool> {
        match self {
            Self::Always | Self::Open { .. } => Some(true),
            Self::Closed { .. } => Some(false),
            Self::Unknown => None,
        }
    }
}

/// Minutes of a day.
const DAY: u16 = 1440;
/// How far ahead the next opening is looked for; no run of holidays is longer.
const AHEAD: u8 = 31;

/// Whether a channel with these hours is open at the moment.
///
/// Hours that are not the same on all seven days are not relied upon on a public
/// holiday or a make-up working day of the place whose clock they are told by.
pub fn opening(hours: Option<&Hours>, core: &Core, moment: Moment) -> Opening {
    let Some(hours) = hours else { return Opening::Unknown };
    let Some(zone) = core.zones.get(usize::from(hours.zone)) else { return Opening::Unknown };
    let here = |table: &&Holidays| {
        core.region(table.region).is_some_and(|region| region.zone == hours.zone)
    };
    let week = Week { windows: &hours.windows, holidays: core.holidays.iter().find(here) };
    if week.never_closes() {
        return Opening::Always;
    }
    let now = moment.in_zone(zone);
    if let Some(end) = week.open_until(now) {
        return Opening::Open { until: if end > DAY { end - DAY } else { end } };
    }
    if week.is_doubtful(now) { Opening::Unknown } else { week.next_opening(now) }
}

/// The hours of a week, and the days that are not as their weekday says.
#[derive(Clone, Copy)]
struct Week<'a> {
    windows: &'a [Window],
    holidays: Option<&'a Holidays>,
}

impl<'a> Week<'a> {
    fn is_turned(self, day: i32) -> bool {
        self.holidays.is_some_and(|table| table.is_turned(day))
    }

    /// The windows that open on a day for certain.
    fn on(self, day: i32) -> impl Iterator<Item = &'a Window> {
        let is_turned = self.is_turned(day);
        let opens = move |window: &&Window| {
            if is_turned { is_daily(**window) } else { works_on(**window, weekday(day)) }
        };
        self.windows.iter().filter(opens)
    }

    /// Whether the windows leave no minute of the week out.
    fn never_closes(self) -> bool {
        let plain = Self { holidays: None, ..self };
        let is_whole =
            |day| plain.open_until(ClockTime { day, minute: 0 }).is_some_and(|end| end >= DAY);
        self.windows.is_empty() || (0..7).all(is_whole)
    }

    /// If it is open: the minute at which it closes, past [`DAY`] on the next day.
    fn open_until(self, now: ClockTime) -> Option<u16> {
        let since_yesterday = self
            .on(now.day.saturating_sub(1))
            .filter(|window| window.close < window.open && now.minute < window.close)
            .map(|window| window.close)
            .max();
        let mut end = since_yesterday;
        // One window may take over from another.
        loop {
            let reached = end.unwrap_or(now.minute);
            let further = (self.on(now.day))
                .filter(|window| window.open <= reached)
                .map(|window| end_of(*window))
                .filter(|&until| until > reached)
                .max();
            match further {
                Some(until) => end = Some(until),
                None => return end,
            }
        }
    }

    /// Whether it may be open now or later today for all we know.
    fn is_doubtful(self, now: ClockTime) -> bool {
        self.is_turned(now.day)
            && self.windows.iter().any(|window| !is_daily(*window) && end_of(*window) > now.minute)
    }

    fn next_opening(self, now: ClockTime) -> Opening {
        for in_days in 0..=AHEAD {
            let day = now.day.saturating_add(i32::from(in_days));
            let next = (self.on(day))
                .map(|window| window.open)
                .filter(|&open| in_days > 0 || open > now.minute)
                .min();
            if let Some(minute) = next {
                return Opening::Closed { day, in_days, minute };
            }
        }
        Opening::Unknown
    }
}

/// The minute at which a window closes, past [`DAY`] on the next day.
const fn end_of(window: Window) -> u16 {
    if window.close < window.open { window.close.saturating_add(DAY) } else { window.close }
}

/// Whether a window is the same on all seven days.
fn is_daily(window: Window) -> bool {
    (0..7).all(|weekday| works_on(window, weekday))
}

/// Whether a window covers a weekday; it may run over the weekend.
const fn works_on(window: Window, weekday: u8) -> bool {
    if window.from <= window.to {
        window.from <= weekday && weekday <= window.to
    } else {
        weekday >= window.from || weekday <= window.to
    }
}
