//! Opening hours and due days, as tables.

use recourse::engine::calendar::{
    Moment, Opening, date_of, day_number, day_text, due_day, opening,
};
use recourse::engine::knowledge::{Holidays, Hours, RegionRef, Unit, Window, Zone};

fn day(text: &str) -> i32 {
    day_number(text).expect("a day")
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a time")
}

fn china() -> Holidays {
    Holidays {
        region: RegionRef::at(0),
        until: day("2026-12-31"),
        off: (15..=23).map(|d| day(&format!("2026-02-{d}"))).collect(),
        work: vec![day("2026-02-14"), day("2026-02-28")],
    }
}

#[test]
fn due_days_by_unit() {
    let holidays = china();
    let table = [
        // from, length, unit, due
        ("2026-11-20", 0, Unit::WorkingDay, "2026-11-20"),
        ("2026-11-20", 1, Unit::WorkingDay, "2026-11-23"), // Friday to Monday
        ("2026-11-20", 7, Unit::WorkingDay, "2026-12-01"),
        ("2026-11-21", 7, Unit::WorkingDay, "2026-12-01"), // from a Saturday
        ("2026-02-13", 1, Unit::WorkingDay, "2026-02-14"), // a make-up Saturday counts
        ("2026-02-13", 2, Unit::WorkingDay, "2026-02-24"), // then the festival passes
        ("2026-02-27", 1, Unit::WorkingDay, "2026-02-28"),
        ("2026-11-20", 10, Unit::Day, "2026-11-30"),
        ("2026-11-20", 2, Unit::Week, "2026-12-04"),
        ("2026-01-31", 1, Unit::Month, "2026-02-28"), // no 31 February
        ("2024-02-29", 1, Unit::Year, "2025-02-28"),
        ("2026-11-20", 48, Unit::Hour, "2026-11-22"),
        ("2026-11-20", 49, Unit::Hour, "2026-11-23"),
        ("2026-11-20", 30, Unit::Minute, "2026-11-21"), // may fall after midnight
    ];
    for (from, length, unit, due) in table {
        let got = due_day(day(from), length, unit, Some(&holidays));
        assert_eq!(day_text(got.day), due, "{length} {unit:?} from {from}");
        assert!(!got.about, "{length} {unit:?} from {from}");
    }
}

#[test]
fn beyond_the_table_a_due_day_is_only_about() {
    let holidays = china();
    assert!(due_day(day("2026-12-28"), 7, Unit::WorkingDay, Some(&holidays)).about);
    assert!(due_day(day("2026-11-20"), 7, Unit::WorkingDay, None).about);
    assert!(!due_day(day("2026-12-28"), 7, Unit::Day, None).about);
}

#[test]
fn hours_are_told_on_the_clock_of_the_channel() {
    let zones = [
        Zone { name: "Asia/Shanghai".into(), shifts: vec![(0, 28_800)] },
        // London in 2026: summer time from 29 March to 25 October.
        Zone {
            name: "Europe/London".into(),
            shifts: vec![(0, 0), (1_774_746_000, 3600), (1_792_890_000, 0)],
        },
    ];
    let hours = |zone, windows: &[Window]| Hours {
        zone,
        windows: windows.to_vec(),
        grade: None,
        sources: vec![],
        conflict: None,
    };
    let office = hours(0, &[Window { from: 0, to: 4, open: 540, close: 1080 }]);
    let london = hours(1, &[Window { from: 0, to: 6, open: 480, close: 1200 }]);
    let always = hours(0, &[]);
    let closed = |text: &str, in_days, minute| Opening::Closed { day: day(text), in_days, minute };
    let table = [
        (&office, "2026-11-20T09:00:00+08:00", Opening::Open { until: 1080 }), // Friday, on the minute
        (&office, "2026-11-20T18:00:00+08:00", closed("2026-11-23", 3, 540)),  // it has just closed
        (&office, "2026-11-20T03:00:00+08:00", closed("2026-11-20", 0, 540)),
        (&office, "2026-11-21T10:00:00+08:00", closed("2026-11-23", 2, 540)), // Saturday
        (&office, "2026-11-20T01:30:00Z", Opening::Open { until: 1080 }), // half past nine there
        (&london, "2026-07-01T07:30:00Z", Opening::Open { until: 1200 }), // summer time
        (&london, "2026-12-01T07:30:00Z", closed("2026-12-01", 0, 480)),
        (&always, "2026-12-01T07:30:00Z", Opening::Always),
    ];
    for (hours, now, expected) in table {
        assert_eq!(opening(Some(hours), &zones, moment(now)), expected, "at {now}");
    }
    assert_eq!(opening(None, &zones, moment("2026-12-01T07:30:00Z")), Opening::Unknown);
}

#[test]
fn odd_clocks_are_survived() {
    for text in ["", "yesterday", "2026-13-01T00:00:00Z", "2026-11-21", "2026-11-21T10:00:00"] {
        assert_eq!(Moment::parse(text), None, "{text}");
    }
    for millis in [i64::MIN, i64::MAX, 0, -1] {
        let _ = Moment::from_clock(millis, i32::MAX).today();
    }
    assert_eq!(day_text(day("1969-12-31")), "1969-12-31");
    let _ = (date_of(i32::MAX), date_of(i32::MIN));
}
