//! The clock on the wall.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::use_after;
use crate::browser::clock;
use crate::engine::calendar::Moment;

/// How often the clock is looked at, in milliseconds.
const MINUTE: u32 = 60_000;

/// The moment, taken from the device's clock now and once a minute.
#[hook]
pub(crate) fn use_clock() -> Moment {
    let moment = use_state_eq(read);
    let setter = moment.setter();
    use_after((), move |()| {
        let ticking = Interval::new(MINUTE, move || setter.set(read()));
        move || drop(ticking)
    });
    *moment
}

fn read() -> Moment {
    let (millis, minutes_east) = clock::now();
    Moment::from_clock(millis, minutes_east)
}
