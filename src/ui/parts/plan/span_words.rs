//! Lengths of time and amounts in the reader's language, with who says so.

use yew::AttrValue;

use crate::engine::knowledge::{Basis, Duration, Unit};
use crate::ui::say::{self, Sentence};
use crate::ui::words::Words;

/// A length of time.
pub(super) fn span(words: &Words, duration: &Duration) -> AttrValue {
    let (one, many) = sentences(duration.unit);
    match duration.min {
        // The joiner keeps both ends of a span on one line.
        Some(min) => words.fill(many, &[("n", &format!("{min}–\u{2060}{}", duration.max))]),
        None if duration.max == 1 => words.say(one),
        None => words.fill(many, &[("n", &duration.max.to_string())]),
    }
}

/// A length of time and who says so: law, promise, report or hearsay.
pub(super) fn span_and_basis(words: &Words, duration: &Duration) -> AttrValue {
    let sentence = match duration.basis {
        Basis::Law => say::PLAN_BY_LAW,
        Basis::Official => say::PLAN_PROMISED,
        Basis::Claimed => say::PLAN_REPORTED_SPAN,
        Basis::Community => say::PLAN_HEARSAY_SPAN,
    };
    words.fill(sentence, &[("span", &span(words, duration))])
}

/// A quantity in thousandths of its unit.
pub(crate) fn quantity(words: &Words, thousandths: i64, unit: Option<&str>) -> AttrValue {
    if unit == Some("hour") && (1..1000).contains(&thousandths) {
        // Who was quick says minutes; a third of an hour is nothing anybody says.
        return quantity(words, (thousandths * 60 + 500) / 1000 * 1000, Some("minute"));
    }
    let number = decimal(thousandths);
    let (one, many) = match unit {
        Some("minute") => sentences(Unit::Minute),
        Some("hour") => sentences(Unit::Hour),
        Some("day") => sentences(Unit::Day),
        Some("working-day") => sentences(Unit::WorkingDay),
        Some("time") => (say::COUNT_TIMES_ONE, say::COUNT_TIMES),
        Some("CNY") => {
            return words.fill(say::AMOUNT_YUAN, &[("n", &number_words(words, thousandths))]);
        }
        _ => return number.into(),
    };
    words.fill(if thousandths == 1000 { one } else { many }, &[("n", &number)])
}

/// A number in thousandths as the language writes it.
pub(crate) fn number_words(words: &Words, thousandths: i64) -> String {
    let number = decimal(thousandths);
    // Chinese counts in ten thousands, so thousands are not set apart there.
    if words.lang.is_chinese() { number } else { grouped(&number) }
}

const fn sentences(unit: Unit) -> (Sentence, Sentence) {
    match unit {
        Unit::Minute => (say::SPAN_MINUTE_ONE, say::SPAN_MINUTE),
        Unit::Hour => (say::SPAN_HOUR_ONE, say::SPAN_HOUR),
        Unit::Day => (say::SPAN_DAY_ONE, say::SPAN_DAY),
        Unit::WorkingDay => (say::SPAN_WORKING_DAY_ONE, say::SPAN_WORKING_DAY),
        Unit::Week => (say::SPAN_WEEK_ONE, say::SPAN_WEEK),
        Unit::Month => (say::SPAN_MONTH_ONE, say::SPAN_MONTH),
        Unit::Year => (say::SPAN_YEAR_ONE, say::SPAN_YEAR),
    }
}

/// Thousandths as a decimal number without idle zeros.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{rest:03}").trim_end_matches('0').to_owned()
}

/// A number with its thousands set apart.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::new();
    for (at, figure) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(figure);
    }
    text + rest
}

/// The thousandths a person wrote, as half-width or full-width figures, with or
/// without separators and a currency sign; `None` if it is not one number.
pub(super) fn thousandths(text: &str) -> Option<i64> {
    let mut plain = String::new();
    for sign in text.trim().chars() {
        match sign {
            '0'..='9' | '.' => plain.push(sign),
            '０'..='９' => {
                let figure = u32::from(sign) - u32::from('０');
                plain.push(char::from_digit(figure, 10)?);
            }
            '．' => plain.push('.'),
            ',' | '，' | ' ' | '\u{3000}' | '¥' | '￥' | '元' => {}
            _ => return None,
        }
    }
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.is_empty() && rest.is_empty() || rest.contains('.') {
        return None;
    }
    let whole = if whole.is_empty() { 0 } else { whole.parse::<i64>().ok()? };
    let rest: String = rest.chars().chain("000".chars()).take(3).collect();
    whole.checked_mul(1000)?.checked_add(rest.parse::<i64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        let table = [
            ("3", Some(3000)),
            (" 3,000 ", Some(3_000_000)),
            ("３０００元", Some(3_000_000)),
            ("¥0.5", Some(500)),
            (".25", Some(250)),
            ("1.23456", Some(1234)),
            ("", None),
            (".", None),
            ("1.2.3", None),
            ("three", None),
            ("-1", None),
            ("99999999999999999999", None),
        ];
        for (text, number) in table {
            assert_eq!(thousandths(text), number, "{text:?}");
        }
    }

    #[test]
    fn a_number_is_written_without_idle_zeros() {
        for (number, text) in [(0, "0"), (3000, "3"), (500, "0.5"), (1250, "1.25"), (-1500, "-1.5")]
        {
            assert_eq!(decimal(number), text);
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in
            [("0", "0"), ("999.5", "999.5"), ("3000", "3,000"), ("1234567.25", "1,234,567.25")]
        {
            assert_eq!(grouped(number), text);
        }
    }
}
