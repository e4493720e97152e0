//! Clocks and due days, as tables.

use recourse::engine::calendar::{
    Due, Moment, Start, date_of, day_number, day_text, due_day, ends, weekday,
};
use recourse::engine::knowledge::{Holidays, Unit, Zone};

use crate::cases::core;

pub(crate) fn day(text: &str) -> i32 {
    day_number(text).expect("a day")
}

pub(crate) fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a time")
}

/// The announced holidays of a region, as the repository has them.
pub(crate) fn holidays(code: &str) -> &'static Holidays {
    let here =
        |table: &&Holidays| core().region(table.region).is_some_and(|region| region.code == code);
    core().holidays.iter().find(here).expect("a table of holidays")
}

#[test]
fn due_days_by_unit() {
    let table = [
        // from, length, unit, due
        ("2026-11-20", 0, Unit::WorkingDay, "2026-11-20"),
        ("2026-11-20", 1, Unit::WorkingDay, "2026-11-23"), // Friday to Monday
        ("2026-11-20", 7, Unit::WorkingDay, "2026-12-01"),
        ("2026-11-21", 7, Unit::WorkingDay, "2026-12-01"), // from a Saturday
        ("2026-11-20", 10, Unit::Day, "2026-11-30"),
        ("2026-11-20", 2, Unit::Week, "2026-12-04"),
        ("2026-01-31", 1, Unit::Month, "2026-02-28"), // no 31 February
        ("2028-01-31", 1, Unit::Month, "2028-02-29"),
        ("2026-08-31", 3, Unit::Month, "2026-11-30"),
        ("2026-11-30", 3, Unit::Month, "2027-02-28"),
        ("2026-12-31", 12, Unit::Month, "2027-12-31"),
        ("2024-02-29", 1, Unit::Year, "2025-02-28"),
        ("2026-11-20", 3, Unit::Year, "2029-11-20"),
        ("2026-11-20", 48, Unit::Hour, "2026-11-22"),
        ("2026-11-20", 49, Unit::Hour, "2026-11-23"),
        ("2026-11-20", 30, Unit::Minute, "2026-11-21"), // may fall after midnight
        ("2026-11-20", 1440, Unit::Minute, "2026-11-21"),
        ("2026-11-20", 1441, Unit::Minute, "2026-11-22"),
    ];
    for (from, length, unit, due) in table {
        let got = due_day(day(from), length, unit, Some(holidays("CN")));
        assert_eq!(day_text(got.day), due, "{length} {unit:?} from {from}");
        assert_eq!((got.minute, got.about), (None, false), "{length} {unit:?} from {from}");
    }
}

/// London in 2026: summer time from 29 March to 25 October, both at one o'clock UTC.
pub(crate) fn london() -> Zone {
    let shifts = vec![(0, 0), (1_774_746_000, 3600), (1_792_890_000, 0)];
    Zone { name: "Europe/London".into(), shifts }
}

#[test]
fn hours_are_counted_on_instants_and_told_on_the_persons_clock() {
    let london = london();
    let beijing = Zone { name: "Asia/Shanghai".into(), shifts: vec![(0, 28_800)] };
    let table = [
        // now, hours since, length, unit, zone, due
        ("2026-11-21T10:12:00+08:00", 0, 24, Unit::Hour, &beijing, "2026-11-22 10:12"),
        ("2026-11-21T10:12:00+08:00", 20, 24, Unit::Hour, &beijing, "2026-11-21 14:12"),
        ("2026-11-21T10:12:00+08:00", 30, 24, Unit::Hour, &beijing, "2026-11-21 04:12"),
        ("2026-11-21T10:12:00+08:00", 1, 48, Unit::Hour, &beijing, "2026-11-23 09:12"),
        ("2026-11-21T23:45:00+08:00", 0, 30, Unit::Minute, &beijing, "2026-11-22 00:15"),
        ("2026-12-31T23:59:59+08:00", 0, 1, Unit::Minute, &beijing, "2027-01-01 00:00"),
        // On 29 March the clock skips an hour, on 25 October it stands still for one.
        ("2026-03-28T18:00:00Z", 0, 24, Unit::Hour, &london, "2026-03-29 19:00"),
        ("2026-10-24T18:00:00+01:00", 0, 24, Unit::Hour, &london, "2026-10-25 17:00"),
        ("2026-10-24T18:00:00+01:00", 0, 48, Unit::Hour, &london, "2026-10-26 17:00"),
        ("2026-10-25T09:00:00Z", 12, 24, Unit::Hour, &london, "2026-10-25 21:00"),
        // Somebody whose clock is not that of the region: the clock stays as it is.
        ("2026-10-24T18:00:00+08:00", 0, 24, Unit::Hour, &london, "2026-10-25 18:00"),
    ];
    for (now, since, length, unit, zone, expected) in table {
        let start = Start::hours_ago(moment(now), since * 1000);
        let due = ends(start, length, unit, Some(zone), None);
        let minute = due.minute.expect("a minute");
        let got = format!("{} {:02}:{:02}", day_text(due.day), minute / 60, minute % 60);
        assert_eq!((got.as_str(), due.about), (expected, false), "{length} {unit:?} from {now}");
    }
}

#[test]
fn longer_lengths_end_with_a_day_whatever_they_start_from() {
    let now = moment("2026-02-14T00:30:00+08:00"); // a Saturday that is worked
    let china = Some(holidays("CN"));
    let table = [
        (Start::now(now), 1, Unit::WorkingDay, "2026-02-24"),
        (Start::hours_ago(now, 1000), 1, Unit::WorkingDay, "2026-02-14"), // half past eleven on Friday
        (Start::days_ago(now, 3000), 10, Unit::Day, "2026-02-21"),
        (Start::days_ago(now, 2500), 10, Unit::Day, "2026-02-22"), // half a day is left out
        (Start::On(day("2026-02-11")), 24, Unit::Hour, "2026-02-12"),
        (Start::now(now), 1, Unit::Month, "2026-03-14"),
    ];
    for (start, length, unit, due) in table {
        let got = ends(start, length, unit, None, china);
        let expected = Due { day: day(due), minute: None, about: false };
        assert_eq!(got, expected, "{length} {unit:?} from {start:?}");
    }
}

#[test]
fn a_clock_is_over_with_its_minute_or_with_its_day() {
    let now = moment("2026-11-21T10:12:00+08:00");
    let due = |text, minute| Due { day: day(text), minute, about: false };
    let table = [
        (due("2026-11-20", None), true),
        (due("2026-11-21", None), false),
        (due("2026-11-21", Some(611)), true),
        (due("2026-11-21", Some(612)), false),
        (due("2026-11-22", Some(0)), false),
    ];
    for (due, is_past) in table {
        assert_eq!(due.is_past(now), is_past, "{due:?}");
    }
}

/// Numbers that look random and are the same every time.
pub(crate) struct Samples(pub(crate) u64);

impl Samples {
    pub(crate) fn below(&mut self, limit: i32) -> i32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i32::try_from((self.0 >> 33) % u64::try_from(limit).expect("positive")).expect("small")
    }
}

/// Everything a length of time is counted in.
const UNITS: [Unit; 7] =
    [Unit::Minute, Unit::Hour, Unit::Day, Unit::WorkingDay, Unit::Week, Unit::Month, Unit::Year];

#[test]
fn later_starts_and_longer_waits_never_end_earlier() {
    let mut samples = Samples(2026);
    let mut compared = 0;
    for _ in 0..4000 {
        let from = day("2024-06-01") + samples.below(1400);
        let length = u16::try_from(samples.below(90)).expect("small");
        let step = 1 + samples.below(40);
        for unit in UNITS {
            for table in [None, Some(holidays("CN")), Some(holidays("TW"))] {
                let due = |from, length| due_day(from, length, unit, table).day;
                assert!(due(from, length) >= from);
                assert!(due(from + step, length) >= due(from, length), "{length} {unit:?} {from}");
                assert!(due(from, length + 1) >= due(from, length), "{length} {unit:?} {from}");
                compared += 1;
            }
        }
        let millis = i64::from(from) * 86_400_000 + i64::from(samples.below(86_400)) * 1000;
        let now = Moment::from_clock(millis, 60);
        let later = Moment::from_clock(millis + i64::from(step) * 1000, 60);
        let london = london();
        let due = |now, length| {
            let due = ends(Start::now(now), length, Unit::Hour, Some(&london), None);
            (due.day, due.minute)
        };
        assert!(due(later, 0) >= due(now, 0), "{step} seconds after {millis}");
        assert!(due(now, length + 1) >= due(now, length), "{length} hours from {millis}");
    }
    assert!(compared >= 80_000);
}

#[test]
fn odd_clocks_are_survived() {
    for text in ["", "yesterday", "2026-13-01T00:00:00Z", "2026-11-21", "2026-11-21T10:00:00"] {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
    for text in
        ["", "2026-2-01", "+026-02-01", "2026-+2-01", "2026-02-30", "2026-02-001", "2026-02"]
    {
        assert_eq!(day_number(text), None, "{text}");
    }
    assert_eq!(day_text(day("1969-12-31")), "1969-12-31");
    let _ = (date_of(i32::MAX), date_of(i32::MIN));
    assert_eq!((weekday(day("2026-11-21")), weekday(day("1969-12-28"))), (5, 6));
}

#[test]
fn the_ends_of_time_are_survived() {
    let china = Some(holidays("CN"));
    for from in [i32::MIN, -1, 0, i32::MAX - 3, i32::MAX] {
        for unit in UNITS {
            for length in [0, 1, 7, u16::MAX] {
                assert!(due_day(from, length, unit, china).day >= from, "{length} {unit:?} {from}");
            }
        }
    }
    for millis in [i64::MIN, i64::MAX, 0, -1] {
        let now = Moment::from_clock(millis, i32::MAX);
        for thousandths in [i64::MIN, i64::MAX, 0] {
            for unit in UNITS {
                let (hours, days) =
                    (Start::hours_ago(now, thousandths), Start::days_ago(now, thousandths));
                let due = ends(hours, u16::MAX, unit, Some(&london()), china);
                assert!(due.minute.is_none_or(|minute| minute < 1440));
                assert!(ends(days, 0, unit, None, None).minute.is_none());
            }
        }
    }
}

#[test]
fn a_browsers_clock_is_minutes_east_of_utc() {
    for (minutes, midnight) in [(0, 0), (480, 480), (-300, -300), (330, 330)] {
        let first = Moment::from_clock(-i64::from(midnight) * 60_000, minutes);
        let before = Moment::from_clock(-i64::from(midnight) * 60_000 - 1000, minutes);
        assert_eq!((first.today(), before.today()), (0, -1), "{minutes}");
    }
}
