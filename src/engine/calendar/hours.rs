//! Whether somebody is there at a given moment.

use super::{ClockTime, Moment, weekday};
use crate::engine::knowledge::{Hours, Window, Zone};

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
    /// Nobody could tell us its hours.
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

/// Whether a channel with these hours is open at the moment.
pub fn opening(hours: Option<&Hours>, zones: &[Zone], moment: Moment) -> Opening {
    let Some(hours) = hours else { return Opening::Unknown };
    let Some(zone) = zones.get(usize::from(hours.zone)) else { return Opening::Unknown };
    let is_always =
        |window: &Window| (window.from, window.to, window.open, window.close) == (0, 6, 0, 1440);
    if hours.windows.is_empty() || hours.windows.iter().any(is_always) {
        return Opening::Always;
    }
    let ClockTime { day: today, minute } = moment.in_zone(zone);
    let on = |day: i32| {
        let weekday = weekday(day);
        hours.windows.iter().filter(move |window| works_on(**window, weekday))
    };
    if let Some(window) = on(today).find(|window| (window.open..window.close).contains(&minute)) {
        return Opening::Open { until: window.close };
    }
    for in_days in 0..=7_u8 {
        let day = today.saturating_add(i32::from(in_days));
        let next =
            on(day).map(|window| window.open).filter(|&open| in_days > 0 || open > minute).min();
        if let Some(minute) = next {
            return Opening::Closed { day, in_days, minute };
        }
    }
    Opening::Unknown
}

/// Whether a window covers a weekday; it may run over the weekend.
fn works_on(window: Window, weekday: u8) -> bool {
    if window.from <= window.to {
        (window.from..=window.to).contains(&weekday)
    } else {
        weekday >= window.from || weekday <= window.to
    }
}
