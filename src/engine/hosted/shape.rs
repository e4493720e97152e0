//! What a pack may look like, told once: the check and the published schema both
//! come from here.

use super::json::Json;
use crate::engine::calendar::day_number;
use crate::engine::knowledge::{Mistake, MistakeKind};

/// What a value must be.
#[derive(Debug)]
pub enum Shape {
    /// A record with these fields and no others.
    Record(&'static [Field]),
    /// A list of at most so many.
    List(&'static Shape, usize),
    /// A sentence in Chinese and English, and in Traditional Chinese where it should
    /// not be the Simplified one.
    Sentence,
    /// A text of a form.
    Text(Form),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number between two bounds.
    Number(i64, i64),
    /// True or false.
    Flag,
}

/// A field of a record.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it must be.
    pub shape: Shape,
    /// Whether it must be there.
    pub needed: bool,
    /// What it means, for whoever writes a pack.
    pub about: &'static str,
}

/// What a text must look like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// Any line of words.
    Line,
    /// An id of ours or of the pack.
    Id,
    /// An id of the pack, which begins with `x-`.
    OwnId,
    /// A two-letter code of a language.
    Language,
    /// The code of a region.
    Region,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A time of day, up to `24:00`.
    Time,
    /// A day of the week or a span of days, `mon-fri`.
    Days,
    /// An address that begins with `https://`.
    Address,
    /// A number that can be dialled.
    Phone,
    /// A mail address.
    Mail,
}

/// The most characters of a line or a sentence.
pub const LONGEST: usize = 600;
/// The parts of a sentence, and whether they must be there.
pub const LANGUAGES: [(&str, bool); 3] = [("zh", true), ("en", true), ("hant", false)];
/// The days of the week as they are written.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Notes everything in `json` that is not of the shape; `place` is where it stands.
pub fn check(shape: &Shape, json: &Json, place: &str, wrong: &mut Vec<Mistake>) {
    let mut note = |kind| wrong.push(Mistake { place: place.to_owned(), kind });
    match (shape, json) {
        (Shape::Record(fields), Json::Record(_)) => {
            let known = fields.iter().map(|field| (field.name, field.needed));
            names(json, known, &mut note);
            for field in *fields {
                if let Some(value) = json.get(field.name) {
                    check(&field.shape, value, &format!("{place}/{}", field.name), wrong);
                }
            }
        }
        (Shape::Sentence, Json::Record(_)) => {
            names(json, LANGUAGES.into_iter(), &mut note);
            for (lang, _) in LANGUAGES {
                if let Some(value) = json.get(lang) {
                    check(&Shape::Text(Form::Line), value, &format!("{place}/{lang}"), wrong);
                }
            }
        }
        (Shape::List(of, most), Json::List(list)) => {
            if list.len() > *most {
                note(MistakeKind::TooMany("entries"));
            }
            for (at, entry) in list.iter().take(*most).enumerate() {
                check(of, entry, &format!("{place}/{at}"), wrong);
            }
        }
        (Shape::Text(form), Json::Text(text)) => {
            if !form.is_of(text) {
                note(MistakeKind::Unreadable(format!("“{}” is not {}", short(text), form.says())));
            }
        }
        (Shape::Choice(words), Json::Text(text)) => {
            if !words.contains(&text.as_str()) {
                let words = words.join(", ");
                note(MistakeKind::Unreadable(format!("“{}” is none of: {words}", short(text))));
            }
        }
        (Shape::Number(least, most), Json::Number(number)) => {
            if !(*least..=*most).contains(number) {
                let bounds = format!("{number} is not between {least} and {most}");
                note(MistakeKind::Unreadable(bounds));
            }
        }
        (Shape::Flag, Json::Flag(_)) => {}
        _ => note(MistakeKind::Unreadable(format!("this should be {}", shape.says()))),
    }
}

/// Notes names that are unknown, stand twice, or are missing.
fn names(
    json: &Json,
    known: impl Iterator<Item = (&'static str, bool)> + Clone,
    note: &mut impl FnMut(MistakeKind),
) {
    let Json::Record(entries) = json else { return };
    for (at, (name, _)) in entries.iter().enumerate() {
        if entries.iter().take(at).any(|(earlier, _)| earlier == name) {
            note(MistakeKind::Repeated(short(name)));
        } else if !known.clone().any(|(known, _)| known == name) {
            note(MistakeKind::Unknown("key", short(name)));
        }
    }
    for (name, _) in known.filter(|(name, needed)| *needed && json.get(name).is_none()) {
        note(MistakeKind::Missing(name));
    }
}

/// The beginning of what somebody wrote, fit for a console.
fn short(text: &str) -> String {
    text.chars().take(60).map(|c| if is_plain(c) { c } else { '\u{fffd}' }).collect()
}

/// Neither a control character nor one that turns the direction of writing.
fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Shape {
    const fn says(&self) -> &'static str {
        match self {
            Self::Record(_) => "a record: { … }",
            Self::List(..) => "a list: [ … ]",
            Self::Sentence => "a sentence: { \"zh\": …, \"en\": … }",
            Self::Text(_) | Self::Choice(_) => "a text",
            Self::Number(..) => "a whole number",
            Self::Flag => "true or false",
        }
    }
}

impl Form {
    const fn says(self) -> &'static str {
        match self {
            Self::Line => "a line of 1 to 600 plain characters",
            Self::Id => "an id: lowercase letters, digits and hyphens",
            Self::OwnId => "an id of a pack: `x-`, lowercase letters, digits and hyphens",
            Self::Language => "a two-letter code, such as zh",
            Self::Region => "the code of a region, such as HK",
            Self::Day => "a day: YYYY-MM-DD",
            Self::Time => "a time: HH:MM",
            Self::Days => "a day or a span of days: mon-fri",
            Self::Address => "an address that begins with https://",
            Self::Phone => "a number to dial: digits, `+`, `-` and blanks",
            Self::Mail => "a mail address",
        }
    }

    /// The same as a regular expression of ECMA 262, for the schema.
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Line => {
                r"^(?=.*\S)[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,600}$"
            }
            Self::Id => r"^[a-z0-9-]{1,60}$",
            Self::OwnId => r"^x-[a-z0-9-]{1,58}$",
            Self::Language => r"^[a-z]{2}$",
            Self::Region => r"^[A-Z]{2}$",
            Self::Day => r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            Self::Time => r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$",
            Self::Days => r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$",
            Self::Address => {
                r"^https://[a-z0-9][a-z0-9.-]{0,252}(:[0-9]{1,5})?(/[A-Za-z0-9/._~!$&'()*+,;=:@%?#-]*)?$"
            }
            Self::Phone => r"^\+?[0-9](?=(.*[0-9]){2})[0-9 -]{1,22}[0-9]$",
            Self::Mail => r"^[A-Za-z0-9._+-]{1,64}@[a-z0-9][a-z0-9.-]{0,252}$",
        }
    }

    /// Whether a text is of the form.
    pub fn is_of(self, text: &str) -> bool {
        match self {
            Self::Line => {
                (1..=LONGEST).contains(&text.chars().count())
                    && text.chars().all(is_plain)
                    && text.chars().any(|c| !c.is_whitespace())
            }
            Self::Id => is_id(text),
            Self::OwnId => {
                text.strip_prefix("x-").is_some_and(|rest| !rest.is_empty()) && is_id(text)
            }
            Self::Language => text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase()),
            Self::Region => text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
            Self::Day => text.len() == 10 && day_number(text).is_some(),
            Self::Time => minutes(text).is_some(),
            Self::Days => days(text).is_some(),
            Self::Address => is_address(text),
            Self::Phone => is_phone(text),
            Self::Mail => {
                let (name, host) = text.split_once('@').unwrap_or_default();
                let is_part = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
                (1..=64).contains(&name.len()) && name.chars().all(is_part) && is_host(host)
            }
        }
    }
}

fn is_id(text: &str) -> bool {
    (1..=60).contains(&text.len())
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn is_host(text: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    (1..=253).contains(&text.len())
        && text.bytes().all(|b| is_part(b) || matches!(b, b'.' | b'-'))
        && text.bytes().next().is_some_and(is_part)
}

/// No name of a person, no other scheme, nothing that could end an attribute.
fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let end = rest.find('/').unwrap_or(rest.len());
    let (server, path) = rest.split_at(end);
    let (host, port) = server.split_once(':').unwrap_or((server, "443"));
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "/._~!$&'()*+,;=:@%?#-".contains(c);
    is_host(host)
        && (1..=5).contains(&port.len())
        && port.bytes().all(|b| b.is_ascii_digit())
        && path.chars().all(is_sign)
}

fn is_phone(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let edge = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
    (3..=24).contains(&digits.len())
        && edge(digits.bytes().next())
        && edge(digits.bytes().next_back())
        && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'-'))
        && digits.bytes().filter(u8::is_ascii_digit).count() >= 3
}

/// Minutes after midnight of a time written `HH:MM`, up to `24:00`.
pub fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let two = |text: &str| {
        let is_sound = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_sound)
    };
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 1440).then_some(total)
}

/// The first and the last day of a span, 0 for Monday.
pub fn days(text: &str) -> Option<(u8, u8)> {
    let number = |name: &str| {
        let place = DAYS.iter().position(|day| *day == name)?;
        u8::try_from(place).ok()
    };
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    Some((number(from)?, number(to)?))
}
