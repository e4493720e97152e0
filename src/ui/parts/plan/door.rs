//! The picture of a door: open and lit, closed, of unknown hours, or walked through.

use yew::prelude::*;

use super::door_words::is_own;
use crate::engine::calendar::Opening;
use crate::engine::knowledge::Channel;
use crate::engine::plan::{Progress, Standing, Step};
use crate::ui::markup::html;
use crate::ui::parts::icon::Icon;

/// How a door stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Door {
    /// Somebody is there, or one may enter at any time.
    Open,
    /// Nobody is there now, or its turn has not come.
    Closed,
    /// Nobody could say when it is open.
    Unknown,
    /// The person has walked through it.
    Done,
    /// The person has walked through it and waits for an answer.
    Waiting,
    /// The person has walked through it, and it did not help.
    Spent,
}

impl Door {
    /// How the door of a rung stands.
    pub(super) fn of(step: &Step, channel: &Channel) -> Self {
        match step.progress {
            Progress::Untried | Progress::Said(_) => {}
            Progress::Tried | Progress::Waiting(_) => return Self::Waiting,
            Progress::Overdue(_) | Progress::Solved => return Self::Done,
            Progress::Refused | Progress::Unsatisfying => return Self::Spent,
        }
        if step.standing == Standing::Later {
            return Self::Closed;
        }
        match step.opening {
            Opening::Always | Opening::Open { .. } => Self::Open,
            Opening::Closed { .. } => Self::Closed,
            Opening::Unknown if is_own(channel) => Self::Open,
            Opening::Unknown => Self::Unknown,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Open => "door door-open",
            Self::Closed => "door door-closed",
            Self::Unknown => "door door-unknown",
            Self::Done | Self::Waiting => "door door-done",
            Self::Spent => "door door-spent",
        }
    }

    /// The drawing on the door: how one gets through it, or how that went.
    const fn sign(self, sign: Icon) -> &'static str {
        match self {
            Self::Open | Self::Closed | Self::Unknown => sign.path(),
            Self::Done => Icon::Check.path(),
            Self::Waiting => Icon::Clock.path(),
            Self::Spent => CROSS,
        }
    }
}

/// The opening of the wall and its jambs.
const ROOM: &str = "M12 46V6.5A2.5 2.5 0 0 1 14.5 4h23A2.5 2.5 0 0 1 40 6.5V46z";
const JAMB: &str = "M12 46V6.5A2.5 2.5 0 0 1 14.5 4h23A2.5 2.5 0 0 1 40 6.5V46";
const SILL: &str = "M7.5 46h37";

const CROSS: &str = "M6 6l12 12M18 6L6 18";

/// The door, with the sign of its kind, or of how it went once it is walked through.
pub(super) fn door(door: Door, sign: Icon) -> Html {
    let jamb = if door == Door::Unknown { "door-frame door-dash" } else { "door-frame" };
    html! {
        <svg class={door.class()} viewBox="0 0 48 54" aria-hidden="true">
            <path class="door-room" d={ROOM} />
            if door == Door::Open {
                <path class="door-spill" d="M12.5 46.5h27l6.5 7.5h-28z" />
            }
            <path class={jamb} d={JAMB} />
            <path class="door-frame" d={SILL} />
            if door == Door::Open {
                <path class="door-leaf" d="M12 4L3 1.5v51L12 46z" />
                <path class="door-latch" d="M6 26v3.5" />
            }
            if door == Door::Closed {
                <path class="door-knob" d="M35.5 24.5v4" />
            }
            <svg class="door-sign" x="16" y="15" width="20" height="20" viewBox="0 0 24 24">
                <path class="stroke" d={door.sign(sign)} />
            </svg>
        </svg>
    }
}

/// A doorway that is bricked up.
pub(super) fn bricks() -> Html {
    html! {
        <svg class="door-small" viewBox="0 0 48 54" aria-hidden="true">
            <path class="door-room" d={ROOM} />
            <path class="door-frame" d="M12 46V4h28v42M12 14.5h28M12 25h28M12 35.5h28M26 4v10.5M19 14.5V25M33 14.5V25M26 25v10.5M19 35.5V46M33 35.5V46" />
            <path class="door-frame" d={SILL} />
        </svg>
    }
}
