//! Whether somebody is there, as tables.

use recourse::engine::calendar::{Moment, Opening, opening};
use recourse::engine::knowledge::{
    Core, Holidays, Hours, Region, RegionRef, TextRef, Window, Zone,
};

use crate::calendar::{Samples, day, holidays, london, moment};

fn hours(zone: u8, windows: &[Window]) -> Hours {
    Hours { zone, windows: windows.to_vec(), grade: None, sources: vec![], conflict: None }
}

const fn window(from: u8, to: u8, open: u16, close: u16) -> Window {
    Window { from, to, open, close }
}

/// China, with its Spring Festival of 2026, and a London without holidays.
fn two_zones() -> Core {
    let region = |code: &str, zone| Region {
        code: code.into(),
        name: TextRef::at(0),
        note: TextRef::at(0),
        zone,
        first_call: vec![],
    };
    let china = Holidays { region: RegionRef::at(0), ..holidays("CN").clone() };
    Core {
        zones: vec![Zone { name: "Asia/Shanghai".into(), shifts: vec![(0, 28_800)] }, london()],
        regions: vec![region("CN", 0), region("UK", 1)],
        holidays: vec![china],
        ..Core::default()
    }
}

fn closed(text: &str, in_days: u8, minute: u16) -> Opening {
    Opening::Closed { day: day(text), in_days, minute }
}

#[test]
fn hours_are_told_on_the_clock_of_the_channel() {
    let core = two_zones();
    let office = hours(0, &[window(0, 4, 540, 1080)]);
    let london = hours(1, &[window(0, 6, 480, 1200)]);
    let london_office = hours(1, &[window(0, 4, 480, 1200)]);
    let lunch = hours(0, &[window(0, 6, 480, 720), window(0, 6, 840, 1080)]);
    let relay = hours(0, &[window(0, 6, 480, 720), window(0, 6, 700, 1080)]);
    let weekend = hours(0, &[window(5, 0, 540, 1080)]); // Saturday to Monday
    let night = hours(0, &[window(4, 4, 1320, 120)]); // Friday, from ten to two at night
    let evening = hours(0, &[window(0, 6, 1080, 1440)]);
    let never_shut = hours(0, &[window(0, 4, 0, 1440), window(5, 6, 0, 1440)]);
    let table = [
        (&office, "2026-11-20T09:00:00+08:00", Opening::Open { until: 1080 }), // Friday, on the minute
        (&office, "2026-11-20T17:59:59+08:00", Opening::Open { until: 1080 }),
        (&office, "2026-11-20T18:00:00+08:00", closed("2026-11-23", 3, 540)), // it has just closed
        (&office, "2026-11-20T08:59:59+08:00", closed("2026-11-20", 0, 540)),
        (&office, "2026-11-21T10:00:00+08:00", closed("2026-11-23", 2, 540)), // Saturday
        (&office, "2026-11-20T01:30:00Z", Opening::Open { until: 1080 }), // half past nine there
        (&london, "2026-07-01T07:30:00Z", Opening::Open { until: 1200 }), // summer time
        (&london, "2026-12-01T07:30:00Z", closed("2026-12-01", 0, 480)),
        (&london, "2026-03-29T00:59:59Z", closed("2026-03-29", 0, 480)), // before the clock skips
        (&london, "2026-03-29T07:00:00Z", Opening::Open { until: 1200 }), // and after
        (&london, "2026-10-25T07:30:00Z", closed("2026-10-25", 0, 480)),
        (&london_office, "2026-12-25T10:00:00Z", Opening::Open { until: 1200 }), // no table tells
        (&lunch, "2026-11-20T12:00:00+08:00", closed("2026-11-20", 0, 840)),
        (&relay, "2026-11-20T08:00:00+08:00", Opening::Open { until: 1080 }), // one takes over
        (&weekend, "2026-11-23T10:00:00+08:00", Opening::Open { until: 1080 }), // Monday
        (&weekend, "2026-11-24T10:00:00+08:00", closed("2026-11-28", 4, 540)),
        (&evening, "2026-11-20T20:00:00+08:00", Opening::Open { until: 1440 }),
        (&night, "2026-11-20T21:59:00+08:00", closed("2026-11-20", 0, 1320)),
        (&night, "2026-11-20T22:00:00+08:00", Opening::Open { until: 120 }),
        (&night, "2026-11-21T01:59:00+08:00", Opening::Open { until: 120 }), // still Friday's
        (&night, "2026-11-21T02:00:00+08:00", closed("2026-11-27", 6, 1320)),
        (&night, "2026-11-20T01:00:00+08:00", closed("2026-11-20", 0, 1320)), // not Thursday's
        (&hours(0, &[]), "2026-12-01T07:30:00Z", Opening::Always),
        (&never_shut, "2026-12-01T07:30:00Z", Opening::Always),
        (&hours(9, &[window(0, 4, 540, 1080)]), "2026-12-01T07:30:00Z", Opening::Unknown),
    ];
    for (hours, now, expected) in table {
        assert_eq!(opening(Some(hours), &core, moment(now)), expected, "{hours:?} at {now}");
    }
    assert_eq!(opening(None, &core, moment("2026-12-01T07:30:00Z")), Opening::Unknown);
}

#[test]
fn office_hours_are_not_relied_upon_on_holidays() {
    let core = two_zones();
    let office = hours(0, &[window(0, 4, 540, 1080)]);
    let daily = hours(0, &[window(0, 6, 540, 1080)]);
    let night = hours(0, &[window(0, 4, 1320, 120)]);
    let table = [
        // Off from Sunday the 15th to Monday the 23rd of February.
        (&office, "2026-02-16T10:00:00+08:00", Opening::Unknown),
        (&office, "2026-02-16T08:00:00+08:00", Opening::Unknown), // it may open at nine
        (&office, "2026-02-16T18:00:00+08:00", closed("2026-02-24", 8, 540)),
        (&office, "2026-02-15T10:00:00+08:00", closed("2026-02-24", 9, 540)), // a plain Sunday
        (&office, "2026-02-13T19:00:00+08:00", closed("2026-02-24", 11, 540)),
        (&office, "2026-02-14T10:00:00+08:00", Opening::Unknown), // a Saturday that is worked
        (&office, "2026-02-24T10:00:00+08:00", Opening::Open { until: 1080 }),
        (&daily, "2026-02-16T10:00:00+08:00", Opening::Open { until: 1080 }),
        (&daily, "2026-02-16T19:00:00+08:00", closed("2026-02-17", 1, 540)),
        (&night, "2026-02-24T01:00:00+08:00", closed("2026-02-24", 0, 1320)), // Monday was off
    ];
    for (hours, now, expected) in table {
        assert_eq!(opening(Some(hours), &core, moment(now)), expected, "{hours:?} at {now}");
    }
}

#[test]
fn a_closed_door_always_tells_a_later_moment_to_open() {
    let core = two_zones();
    let mut samples = Samples(7);
    for _ in 0..4000 {
        let mut number = |limit: i32| u16::try_from(samples.below(limit)).expect("small");
        let windows = [window(0, 4, 540, 1080), window(4, 0, 60 + number(600), 700 + number(700))];
        let hours = hours(0, &windows[usize::from(number(2))..]);
        let millis = (i64::from(day("2025-06-01")) + i64::from(number(700))) * 86_400_000
            + i64::from(number(1440)) * 60_000;
        let Opening::Closed { day: opens, in_days, minute } =
            opening(Some(&hours), &core, Moment::from_clock(millis, 480))
        else {
            continue;
        };
        let now = Moment::from_clock(millis, 480);
        assert_eq!(opens, now.today() + i32::from(in_days));
        let then = i64::from(opens) * 86_400_000 + i64::from(minute) * 60_000 - 480 * 60_000;
        assert!(then > millis, "{hours:?}");
        let at_door = opening(Some(&hours), &core, Moment::from_clock(then, 480));
        assert!(
            matches!(at_door, Opening::Open { .. }),
            "{hours:?} at {opens} {minute}: {at_door:?}"
        );
    }
}

#[test]
fn the_ends_of_time_have_hours_too() {
    let office = hours(0, &[window(0, 4, 540, 1080)]);
    for millis in [i64::MIN, i64::MAX, 0, -1] {
        let now = Moment::from_clock(millis, i32::MAX);
        let got = opening(Some(&office), &two_zones(), now);
        assert!(matches!(got, Opening::Open { .. } | Opening::Closed { .. }), "{millis}: {got:?}");
    }
}
