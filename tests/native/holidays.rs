//! What the tables of holidays hold, and working days counted past them.

use recourse::engine::calendar::{day_text, due_day, is_weekend};
use recourse::engine::knowledge::{Holidays, Unit};

use crate::calendar::{day, holidays};
use crate::cases::core;
use crate::common::{FILES, compiled_from};

fn is_working(table: &Holidays, text: &str) -> bool {
    is_weekend(day(text)) == table.is_turned(day(text))
}

#[test]
fn every_table_speaks_of_whole_years_and_says_since_when_it_is_known() {
    let table = [
        ("CN", "2026-12-31", false), // 2027 is not announced yet
        ("HK", "2027-12-31", false),
        ("MO", "2026-12-31", false), // nobody but a calculation tells 2027
        ("TW", "2027-12-31", false),
        ("SG", "2027-12-31", false),
        ("MY", "2027-12-31", true), // every state adds its own
    ];
    assert_eq!(core().holidays.len(), table.len());
    for (code, until, partial) in table {
        let known = holidays(code);
        assert_eq!(
            (day_text(known.since), day_text(known.until)),
            ("2025-01-01".into(), until.into())
        );
        assert_eq!(known.partial, partial, "{code}");
        let years: Vec<i32> = known.notices.iter().map(|notice| notice.year).collect();
        assert_eq!(years, (2025..).take(years.len()).collect::<Vec<_>>(), "{code}");
        for notice in &known.notices {
            assert!(!notice.sources.is_empty(), "{code} {}: no announcement", notice.year);
            let announced: i32 = notice.date[..4].parse().expect("a year");
            assert!((notice.year - 1..=notice.year).contains(&announced), "{code} {notice:?}");
        }
        assert!(known.turned.is_sorted_by(|a, b| a < b), "{code}: each day once, in order");
    }
    assert_eq!(holidays("CN").notices[1].date, "2025-11-04");
}

#[test]
fn a_make_up_day_is_worked_and_a_holiday_is_not() {
    // The State Council's notices for 2025 and 2026, and the last one of Taiwan.
    let worked = [
        ("CN", "2025-01-26"),
        ("CN", "2025-02-08"),
        ("CN", "2025-04-27"),
        ("CN", "2025-09-28"),
        ("CN", "2025-10-11"),
        ("CN", "2026-01-04"),
        ("CN", "2026-02-14"),
        ("CN", "2026-02-28"),
        ("CN", "2026-05-09"),
        ("CN", "2026-09-20"),
        ("CN", "2026-10-10"),
        ("TW", "2025-02-08"),
    ];
    for (code, text) in worked {
        assert!(is_weekend(day(text)) && is_working(holidays(code), text), "{code} {text}");
    }
    let make_up_days = core().holidays.iter().flat_map(|table| {
        (table.turned.iter()).filter(|place| is_weekend(table.since + i32::from(**place)))
    });
    assert_eq!(make_up_days.count(), worked.len(), "nowhere else is a weekend worked");
    let off = [
        ("CN", "2026-02-20"), // in exchange for the 14th
        ("CN", "2026-10-07"),
        ("HK", "2026-04-07"), // the day following Easter Monday
        ("HK", "2027-02-09"), // the fourth day of the Lunar New Year
        ("MO", "2026-12-21"), // in lieu of Establishment Day, a Sunday
        ("MO", "2026-12-08"),
        ("TW", "2026-02-27"), // in lieu of the 28th, a Saturday
        ("TW", "2027-12-31"), // in lieu of the New Year's Day of 2028
        ("SG", "2026-11-09"), // in lieu of Deepavali, a Sunday
        ("SG", "2027-05-17"),
        ("MY", "2025-09-15"), // declared in July
        ("MY", "2026-03-23"),
    ];
    for (code, text) in off {
        assert!(!is_working(holidays(code), text), "{code} {text}");
    }
}

#[test]
fn working_days_are_counted_past_holidays() {
    let table = [
        // Spring Festival 2026: off from the 15th to the 23rd of February; Saturday
        // the 14th and Saturday the 28th are worked.
        ("CN", "2026-02-13", 1, "2026-02-14"),  // Fri: Sat 14
        ("CN", "2026-02-13", 5, "2026-02-27"),  // Sat 14, Tue 24, Wed 25, Thu 26, Fri 27
        ("CN", "2026-02-13", 7, "2026-03-02"),  // … Sat 28, Mon 2
        ("CN", "2026-02-13", 15, "2026-03-12"), // … Tue 3 is the 8th, Fri 6 the 11th, Thu 12 the 15th
        ("CN", "2026-02-13", 20, "2026-03-19"), // … Fri 13 is the 16th, Thu 19 the 20th
        ("CN", "2026-02-18", 7, "2026-03-03"), // within it: Tue 24 to Sat 28 are five, Mon 2, Tue 3
        // National Day 2026: off from the 1st to the 7th of October; Sunday the 20th
        // of September and Saturday the 10th of October are worked. Mid-autumn:
        // Friday the 25th of September is off.
        ("CN", "2026-09-30", 5, "2026-10-13"), // Wed: Thu 8, Fri 9, Sat 10, Mon 12, Tue 13
        ("CN", "2026-09-30", 7, "2026-10-15"), // … Wed 14, Thu 15
        ("CN", "2026-09-18", 7, "2026-09-29"), // Fri: Sun 20 to Thu 24 are five, Mon 28, Tue 29
        ("CN", "2026-09-18", 15, "2026-10-15"), // … Wed 30 is the 8th, then as above
        ("CN", "2026-09-18", 20, "2026-10-22"), // … Fri 16 is the 16th, Thu 22 the 20th
        // Labour Day 2026: off from Friday 1 to Tuesday 5 May; Saturday 9 is worked.
        ("CN", "2026-04-30", 3, "2026-05-08"), // Thu: Wed 6, Thu 7, Fri 8
        ("CN", "2026-04-30", 4, "2026-05-09"),
        // Over the New Year of 2026: Thu 1 and Fri 2 are off, Sun 4 is worked.
        ("CN", "2025-12-31", 1, "2026-01-04"),
        // Spring Festival 2025: off from Tue 28 January to Tue 4 February; Sun 26
        // January and Sat 8 February are worked.
        ("CN", "2025-01-24", 5, "2025-02-07"), // Fri: Sun 26, Mon 27, Wed 5, Thu 6, Fri 7
        ("CN", "2025-01-24", 6, "2025-02-08"),
        // Easter 2026: Fri 3, Mon 6 and Tue 7 April are off.
        ("HK", "2026-04-02", 2, "2026-04-09"), // Thu: Wed 8, Thu 9
        ("HK", "2027-02-05", 1, "2027-02-10"), // Fri: Mon 8 and Tue 9 are off
        ("MO", "2026-12-18", 2, "2026-12-28"), // Fri: Mon 21, Tue 22, Thu 24 and Fri 25 are off
        ("SG", "2026-11-06", 1, "2026-11-10"), // Fri: Mon 9 is off
        ("TW", "2026-02-13", 1, "2026-02-23"), // Fri: off from Mon 16 to Fri 20
        ("TW", "2026-02-13", 5, "2026-03-02"), // Mon 23 to Thu 26 are four; Fri 27 is off
    ];
    for (code, from, count, due) in table {
        let got = due_day(day(from), count, Unit::WorkingDay, Some(holidays(code)));
        assert_eq!(day_text(got.day), due, "{code}: {count} working days from {from}");
        assert!(!got.about, "{code}: {count} working days from {from}");
    }
}

#[test]
fn beyond_what_is_announced_a_due_day_is_only_about() {
    let about = |from, count, unit, table| due_day(day(from), count, unit, table).about;
    let (china, malaysia) = (Some(holidays("CN")), Some(holidays("MY")));
    assert!(about("2026-12-28", 7, Unit::WorkingDay, china));
    assert!(!about("2026-12-28", 3, Unit::WorkingDay, china), "up to Thursday the 31st");
    assert!(about("2026-12-28", 4, Unit::WorkingDay, china));
    assert!(about("2024-12-30", 1, Unit::WorkingDay, china), "before the table");
    assert!(!about("2024-12-31", 1, Unit::WorkingDay, china), "the first day counted is known");
    assert!(about("2026-11-20", 7, Unit::WorkingDay, None));
    assert!(about("2026-11-20", 1, Unit::WorkingDay, malaysia), "its states differ");
    assert!(!about("2026-11-20", 0, Unit::WorkingDay, None), "nothing is counted");
    assert!(!about("2026-12-28", 7, Unit::Day, None));
}

#[test]
fn a_table_that_contradicts_itself_is_told() {
    let table = [
        ("year = 2026", "year = 2027", "the years do not follow one another"),
        ("\"2026-05-09\"", "\"2026-05-11\"", "a make-up working day is at a weekend and not off"),
        ("\"2026-05-09\"", "\"2026-05-03\"", "a make-up working day is at a weekend and not off"),
        ("\"2026-06-19\"", "\"2025-06-19\"", "a day of another year"),
        ("\"2026-06-19\"", "\"2026-06-20\"", "`2026-06-20` stands here twice"),
        ("\"2026-06-19\"", "\"2026-06-31\"", "`2026-06-31` is not a day or time"),
        ("\"2025-11-04\"", "\"November\"", "`November` is not a day or time"),
        ("[\"cn-holidays-2025\"]", "[]", "the announcement is missing"),
        ("[\"cn-holidays-2025\"]", "[\"hearsay\"]", "there is no source `hearsay`"),
    ];
    for (from, to, expected) in table {
        let changed = |(name, text): &(&'static str, &'static str)| {
            let is_it = *name == "holidays/CN.toml";
            (*name, if is_it { text.replacen(from, to, 1) } else { (*text).to_owned() })
        };
        let files: Vec<(&str, String)> = FILES.iter().map(changed).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(n, text)| (*n, text.as_str())).collect();
        let told = compiled_from(&files).expect_err(expected);
        let is_told =
            |line: &String| line.starts_with("holidays/CN.toml") && line.ends_with(expected);
        let told: Vec<String> = told.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(is_told), "{expected}\n{}", told.join("\n"));
    }
}
