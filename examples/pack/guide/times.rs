//! Lengths of time, hours of the week and dates, in words.

use recourse::engine::calendar::{weekday, year_month_day};
use recourse::engine::knowledge::{Basis, Channel, ChannelKind, Duration, Grade, Unit, Window};

use super::book::Book;

/// A length of time and who says so.
pub(crate) fn span_and_basis(book: &Book, duration: &Duration) -> String {
    let name = match duration.basis {
        Basis::Law => "plan-by-law",
        Basis::Official => "plan-promised",
        Basis::Claimed => "plan-reported-span",
        Basis::Community => "plan-hearsay-span",
    };
    book.fill(name, &[("span", &span(book, duration))])
}

fn span(book: &Book, duration: &Duration) -> String {
    match duration.min {
        Some(min) => quantity(book, duration.unit, &format!("{min}–{}", duration.max)),
        None => quantity(book, duration.unit, &duration.max.to_string()),
    }
}

/// So many minutes, hours or days.
pub(crate) fn quantity(book: &Book, unit: Unit, number: &str) -> String {
    let unit = match unit {
        Unit::Minute => "span-minute",
        Unit::Hour => "span-hour",
        Unit::Day => "span-day",
        Unit::WorkingDay => "span-working-day",
        Unit::Week => "span-week",
        Unit::Month => "span-month",
        Unit::Year => "span-year",
    };
    match number {
        "1" => book.say(&format!("{unit}-one")).to_owned(),
        number => book.fill(unit, &[("n", number)]),
    }
}

/// The hours of a door in words; `None` where nobody sits at a desk or a phone
/// and nobody named hours.
pub(crate) fn hours(book: &Book, channel: &Channel) -> Option<String> {
    let has_phone = channel.phone.is_some();
    let is_office = matches!(channel.kind, ChannelKind::Police | ChannelKind::Court);
    let Some(hours) = &channel.hours else {
        let is_desk = is_office && channel.url.is_none();
        let name = if is_desk { "plan-desk-unknown" } else { "plan-hours-unknown" };
        return (has_phone || is_desk).then(|| book.say(name).to_owned());
    };
    if hours.windows.is_empty() {
        let is_answered =
            has_phone || matches!(channel.kind, ChannelKind::Phone | ChannelKind::Bank);
        let name = if is_answered { "plan-day-and-night" } else { "plan-any-time" };
        return Some(book.say(name).to_owned());
    }
    let between = if book.lang.is_chinese() { "；" } else { "; " };
    let windows: Vec<String> = hours.windows.iter().map(|window| days(book, *window)).collect();
    let comma = if book.lang.is_chinese() { "，" } else { ", " };
    let zone = book.core.zones.get(usize::from(hours.zone)).map(|zone| zone_name(book, &zone.name));
    let mut text = windows.join(between);
    for part in zone.into_iter().chain(hours.grade.and_then(|grade| doubt(book, grade))) {
        text = format!("{text}{comma}{part}");
    }
    let conflict = hours.conflict.map(|conflict| book.get(conflict).to_owned());
    let lines: Vec<String> = std::iter::once(text).chain(conflict).collect();
    Some(book.paragraph(&lines))
}

fn doubt(book: &Book, grade: Grade) -> Option<String> {
    let name = match grade {
        Grade::A | Grade::B => return None,
        Grade::C => "plan-reported-hours",
        Grade::D | Grade::U => "plan-hearsay-hours",
        Grade::X => "plan-disputed-hours",
    };
    Some(book.say(name).to_owned())
}

fn days(book: &Book, window: Window) -> String {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let days = match (window.from, window.to) {
        (0, 6) => book.say("every-day").to_owned(),
        (from, to) if from == to => weekday_name(book, from).to_owned(),
        (from, to) => book.fill(
            "date-weekdays",
            &[("from", weekday_name(book, from)), ("to", weekday_name(book, to))],
        ),
    };
    format!("{days} {}–{}", clock(window.open), clock(window.close))
}

fn weekday_name<'a>(book: &'a Book, number: u8) -> &'a str {
    const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    NAMES.get(usize::from(number)).map_or("", |name| book.say(&format!("weekday-{name}")))
}

/// The name of a zone: that of its city, of the region that keeps it, or its own.
fn zone_name(book: &Book, zone: &str) -> String {
    let city = match zone {
        "Asia/Shanghai" => "plan-zone-beijing",
        "America/New_York" => "plan-zone-new-york",
        "America/Toronto" => "plan-zone-toronto",
        "America/Sao_Paulo" => "plan-zone-sao-paulo",
        "Asia/Jakarta" => "plan-zone-jakarta",
        "Australia/Sydney" => "plan-zone-sydney",
        "Europe/Brussels" => "plan-zone-brussels",
        _ => {
            let keeps = |place: u8| {
                book.core.zones.get(usize::from(place)).is_some_and(|kept| kept.name == zone)
            };
            let region = book.core.regions.iter().find(|region| keeps(region.zone));
            return region.map_or_else(
                || zone.to_owned(),
                |region| book.fill("plan-zone-of", &[("place", book.get(region.name))]),
            );
        }
    };
    book.say(city).to_owned()
}

/// The date of a source: a year, or a month and its year.
pub(crate) fn source_date(book: &Book, date: Option<&str>) -> String {
    let Some(date) = date else { return book.say("plan-no-date").to_owned() };
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<u8>().ok());
    match month.filter(|month| (1..=12).contains(month)) {
        Some(month) => {
            let month = book.say(&format!("month-{month}"));
            book.fill("date-month-year", &[("year", year), ("month", month)])
        }
        None => book.fill("date-only-year", &[("year", year)]),
    }
}

/// A day, with its year: a guide is read for longer than one.
pub(crate) fn day(book: &Book, day: i32) -> String {
    let (year, month, date) = year_month_day(day);
    let month = book.say(&format!("month-{month}"));
    book.fill(
        "date-day-year",
        &[
            ("year", &year.to_string()),
            ("month", month),
            ("day", &date.to_string()),
            ("weekday", weekday_name(book, weekday(day))),
        ],
    )
}
