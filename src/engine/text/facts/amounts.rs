//! Amounts of money, in digits, in Chinese numerals, in both, or in English words.

use core::ops::Range;

use super::super::normalize::is_han;
use super::super::page::Page;
use super::super::phrases;
use super::spelled;

/// An amount and where it stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Amount {
    /// In thousandths of whatever currency was meant.
    pub(super) thousandths: i64,
    /// The characters that say it, currency included.
    pub(super) range: Range<usize>,
    /// Whether a currency or a unit such as 万 makes it an amount of money.
    pub(super) money: bool,
    /// The currency it was said in, where the words leave no doubt.
    pub(super) currency: Option<&'static str>,
}

/// Every amount in the text.
pub(super) fn read(page: &Page<'_>) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.chars.len() {
        match amount(page, at) {
            Some(amount) => {
                at = amount.range.end;
                found.push(amount);
            }
            None => at += skip(page, at),
        }
    }
    found
}

/// How far to go on when no amount begins here: past the rest of a number.
fn skip(page: &Page<'_>, at: usize) -> usize {
    let rest = page.chars.get(at..).unwrap_or_default();
    rest.iter().take_while(|&&c| c.is_ascii_digit()).count().max(1)
}

fn amount(page: &Page<'_>, start: usize) -> Option<Amount> {
    let mut at = start;
    let mut money = false;
    let mut said = None;
    // Currencies before a number begin with a letter or a sign, never with Chinese.
    // A letter behind another is inside a word.
    let before = start.checked_sub(1).and_then(|at| page.chars.get(at));
    let is_letter = |c: &char| c.is_ascii_alphabetic();
    let may_be_currency = page.chars.get(at).is_some_and(|c| {
        let is_inside = is_letter(c) && before.is_some_and(is_letter);
        !is_inside && !is_han(*c) && !c.is_ascii_digit()
    });
    if let Some((end, named)) = may_be_currency.then(|| currency(page, at)).flatten() {
        money = true;
        said = named;
        at = end + usize::from(page.chars.get(end) == Some(&' '));
    }
    if !money
        && before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '#' | ':'))
    {
        return None;
    }
    let (number, end) = digits(page, at).or_else(|| spelled(page, at))?;
    let mut end = end;
    if matches!(page.chars.get(end), Some('多' | '来' | '余')) && number.unit {
        end += 1;
    }
    let gap = usize::from(page.chars.get(end) == Some(&' '));
    let currency = currency(page, end + gap);
    if currency.is_none()
        && (page.at(page.list(phrases::COUNTED), end + gap).is_some()
            || page.chars.get(end) == Some(&'-'))
    {
        return None;
    }
    let money = money || currency.is_some();
    let said = said.or_else(|| currency?.1);
    let is_amount = money || !number.doubtful;
    (is_amount && number.thousandths > 0).then_some(Amount {
        thousandths: number.thousandths,
        range: start..currency.map_or(end, |(end, _)| end),
        money: money || number.unit,
        currency: said,
    })
}

/// Where the word for money that begins at `at` ends, and the ISO code of the currency it
/// names, unless several share it.
fn currency(page: &Page<'_>, at: usize) -> Option<(usize, Option<&'static str>)> {
    let words = phrases::CURRENCIES.iter();
    let found = words.filter_map(|&(code, words)| Some((page.at(page.list(words), at)?, code)));
    let (end, code) = found.max_by_key(|&(end, _)| end)?;
    Some((end, Some(code).filter(|code| !code.is_empty())))
}

/// A number, and what it looked like.
struct Number {
    thousandths: i64,
    /// Whether it has a unit such as 百, 万 or k.
    unit: bool,
    /// Whether only a currency beside it makes it an amount: a long row of digits may be a
    /// phone number, “ten” may count anything.
    doubtful: bool,
}

/// 1,800 · 3k · 1.5万 · 1万2 · 40000
fn digits(page: &Page<'_>, start: usize) -> Option<(Number, usize)> {
    let mut whole: i64 = 0;
    let mut part: i64 = 0;
    let mut places = 0_usize;
    let mut count = 0;
    let mut at = start;
    let digit = |at: usize| page.chars.get(at).and_then(|c| c.to_digit(10)).map(i64::from);
    while let Some(&c) = page.chars.get(at) {
        if let Some(value) = digit(at) {
            count += 1;
            if places == 0 {
                whole = whole.saturating_mul(10).saturating_add(value);
            } else if places <= 3 {
                part = part * 10 + value;
                places += 1;
            }
        } else if c == ','
            && places == 0
            && (1..=3).all(|next| digit(at + next).is_some())
            && digit(at + 4).is_none()
        {
            // A comma between groups of three digits is no punctuation.
        } else if c == '.' && places == 0 && count > 0 && digit(at + 1).is_some() {
            places = 1;
        } else {
            break;
        }
        at += 1;
    }
    if count == 0 || count > 12 {
        return None;
    }
    let scale = [1000, 100, 10, 1].get(places.saturating_sub(1)).copied().unwrap_or(1);
    let mut value =
        whole.saturating_mul(1000).saturating_add(part * if places == 0 { 0 } else { scale });
    let gap = usize::from(page.chars.get(at) == Some(&' '));
    let unit = match page.chars.get(at) {
        Some('十') => Some((10, at + 1)),
        Some('百') => Some((100, at + 1)),
        Some('千' | 'k') => Some((1_000, at + 1)),
        Some('万' | 'w') => Some((10_000, at + 1)),
        Some('亿') => Some((100_000_000, at + 1)),
        _ => spelled::unit(page, at + gap),
    };
    let unit = unit.filter(|&(_, end)| {
        let latin = page.chars.get(end - 1).is_some_and(char::is_ascii_alphabetic);
        !(latin && page.chars.get(end).is_some_and(char::is_ascii_alphanumeric))
    });
    if let Some((factor, end)) = unit {
        value = value.saturating_mul(factor);
        at = end;
        // 1万2 is 12000.
        if let Some(next) = digit(at).filter(|_| factor >= 100 && digit(at + 1).is_none()) {
            value = value.saturating_add(next * factor / 10 * 1000);
            at += 1;
        }
    }
    Some((Number { thousandths: value, unit: unit.is_some(), doubtful: count > 8 }, at))
}

/// 两千八 · two thousand · a hundred and twenty
fn spelled(page: &Page<'_>, start: usize) -> Option<(Number, usize)> {
    let number = |value: i64, unit, doubtful, end| {
        Some((Number { thousandths: value.saturating_mul(1000), unit, doubtful }, end))
    };
    if let Some((value, end)) = spelled::chinese(page, start) {
        return number(value, value >= spelled::HUNDRED, false, end);
    }
    let (value, end) = spelled::english(page, start)?;
    // “A million” is as often said of anything else.
    let unit = value >= spelled::THOUSAND && page.at("a", start).is_none();
    number(value, unit, value < spelled::HUNDRED, end)
}
