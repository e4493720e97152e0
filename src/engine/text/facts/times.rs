//! How long ago something happened, when the text says so in so many words.

use core::ops::Range;

use super::super::page::Page;
use super::spelled;

/// A unit of time in hours' thousandths, in the words that name it.
const UNITS: &[(&str, i64)] = &[
    ("分钟|minutes|minute|mins|min", 17),
    ("小时|钟头|钟|hours|hour|hrs|hr", 1_000),
    ("天|日|days|day", 24_000),
    ("周|星期|个星期|个周|weeks|week", 168_000),
    ("个月|月|months|month", 730_000),
    ("年|years|year", 8_760_000),
];
/// Written after a span of time that ended now.
const AGO: &str = "前|以前|之前|ago|earlier|back";
/// Days named rather than counted, the most telling first, in thousandths of hours.
const NAMED: &[(&str, i64)] = &[
    ("大前天", 72_000),
    ("前天|前日|day before yesterday", 48_000),
    ("昨晚|昨夜|昨天晚上|昨天夜里|last night", 12_000),
    ("昨天|yesterday", 24_000),
    ("上周|last week", 168_000),
    ("上个月|上月|last month", 730_000),
    ("去年|last year", 8_760_000),
];
/// How far a named day may stand from the words it dates, in characters.
const NEAR: usize = 24;
/// The same in English.
const LATIN_NEAR: usize = 60;
/// What was done on a named day that was not the loss.
const LEARNT: &str = "发现|才|看到|收到|查|问|打电话|报警|去|he |she |they |i found|i noticed|i saw|i called|\
    i asked|i went|i reported|i realised|i realized|noticed|found|realised|realized";
/// Counts that are no numbers, in thousandths.
const WORDS: &[(&str, i64)] = &[("half a|half an", 500), ("a|an", 1_000), ("a couple of", 2_000)];

/// The first "so long ago" in the text, in thousandths of hours.
pub(super) fn hours_ago(page: &Page<'_>) -> Option<(i64, Range<usize>)> {
    (0..page.chars.len()).find_map(|at| ago(page, at))
}

/// The first day named beside what happened in `event`, in thousandths of hours.
pub(super) fn named(page: &Page<'_>, event: &Range<usize>) -> Option<(i64, Range<usize>)> {
    let latin = page.chars.get(event.start).is_some_and(char::is_ascii);
    let near = if latin { LATIN_NEAR } else { NEAR };
    NAMED.iter().find_map(|&(words, hours)| {
        let dates = |range: &Range<usize>| {
            let (first, last) = (range.end.min(event.start), range.start.max(event.start));
            let between = page.chars.get(first..last).unwrap_or_default();
            let one_sentence = !between.iter().any(|c| matches!(c, '.' | '!' | '?' | ';'));
            let reach = if latin { 16 } else { 5 };
            one_sentence && between.len() <= near && !page.after(LEARNT, range.end, reach)
        };
        page.every(words).find(dates).map(|range| (hours, range))
    })
}

fn ago(page: &Page<'_>, start: usize) -> Option<(i64, Range<usize>)> {
    let before = start.checked_sub(1).and_then(|at| page.chars.get(at));
    if before
        .is_some_and(|c| c.is_ascii_alphanumeric() || spelled::numeral(*c).is_some() || *c == '第')
    {
        return None;
    }
    let (mut count, mut at) = number(page, start)?;
    if page.chars.get(at) == Some(&'多') {
        at += 1;
    }
    at += usize::from(page.chars.get(at) == Some(&' '));
    at = page
        .at("个", at)
        .filter(|&next| page.at("半", next).is_none())
        .map_or(at, |next| if page.at("月", next).is_some() { at } else { next });
    let (hours, mut end) =
        UNITS.iter().find_map(|(words, hours)| Some((*hours, page.at(words, at)?)))?;
    if page.at("半", end).is_some() {
        count += 500;
        end += 1;
    }
    let gap = end + usize::from(page.chars.get(end) == Some(&' '));
    let closed = page.at(AGO, gap).or_else(|| {
        let until_now = page.before("到现在|已经|过去|past|last|in the last", start, 8);
        until_now.then_some(end).filter(|_| hours <= 24_000)
    })?;
    // Minutes are 16.67 thousandths: work in seconds to stay honest.
    let value = if hours == 17 { count * 1_000 / 60_000 } else { count * hours / 1_000 };
    Some((value, start..closed))
}

/// A count in thousandths.
fn number(page: &Page<'_>, start: usize) -> Option<(i64, usize)> {
    let rest = page.chars.get(start..)?;
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    if (1..=3).contains(&digits) {
        let value = rest
            .iter()
            .take(digits)
            .filter_map(|c| c.to_digit(10))
            .fold(0, |sum, d| sum * 10 + i64::from(d));
        return Some((value * 1_000, start + digits));
    }
    if rest.first() == Some(&'半') {
        let skip = usize::from(rest.get(1) == Some(&'个'));
        let month = rest.get(1 + skip) == Some(&'月');
        return Some((500, start + 1 + if month { 0 } else { skip }));
    }
    let spelled = spelled::chinese(page, start).or_else(|| spelled::english(page, start));
    // “五百三天前” is five hundred and, three days ago: hundreds are no count of days.
    if let Some((value, end)) = spelled.filter(|&(value, _)| value < spelled::HUNDRED) {
        return Some((value * 1_000, end));
    }
    if !rest.first().is_some_and(char::is_ascii_alphabetic) {
        return None;
    }
    let word = WORDS.iter().filter_map(|&(word, count)| Some((page.at(word, start)?, count)));
    word.max_by_key(|&(end, _)| end).map(|(end, count)| (count, end))
}
