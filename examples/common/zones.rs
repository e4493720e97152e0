//! When clocks change in the zones that records name, from the IANA database.

use std::collections::BTreeMap;

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::Tz;
use recourse::engine::knowledge::raw::RawKnowledge;

/// The years the packs speak of: long past the day their knowledge expires.
const FROM: i64 = 1_735_689_600; // 2025-01-01
const UNTIL: i64 = 2_051_222_400; // 2035-01-01
const STEP: i64 = 86_400;

/// The shifts of every zone a region or a channel names; a name that is no zone
/// is left out, and whoever names it is told so by the compiler.
pub(crate) fn shifts(raw: &RawKnowledge) -> BTreeMap<String, Vec<(i64, i32)>> {
    let by_region = raw.regions.values().map(|region| &region.tz);
    let by_channel = raw.channels.values().filter_map(|channel| Some(&channel.hours.as_ref()?.tz));
    by_region
        .chain(by_channel)
        .filter_map(|name| Some((name.clone(), shifts_of(name.parse().ok()?))))
        .collect()
}

fn shifts_of(zone: Tz) -> Vec<(i64, i32)> {
    let mut shifts = vec![(FROM, offset(zone, FROM))];
    for day in (FROM..UNTIL).step_by(86_400) {
        let (mut before, mut after) = (day, day + STEP);
        let new = offset(zone, after);
        if offset(zone, before) == new {
            continue;
        }
        // Halving finds the second at which the clock changes.
        while after - before > 1 {
            let middle = before.midpoint(after);
            if offset(zone, middle) == new {
                after = middle;
            } else {
                before = middle;
            }
        }
        shifts.push((after, new));
    }
    shifts
}

/// Seconds east of UTC at an instant.
fn offset(zone: Tz, seconds: i64) -> i32 {
    DateTime::from_timestamp(seconds, 0).map_or(0, |instant| {
        zone.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc()
    })
}
