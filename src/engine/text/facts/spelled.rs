//! Numbers in words, Chinese and English: 两千八, two thousand five hundred, twenty-five grand.

use super::super::page::Page;

/// What each English word is worth. Those from [`HUNDRED`] on multiply what stands before them.
const WORDS: [(&str, i64); 34] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", HUNDRED),
    ("thousand", THOUSAND),
    ("grand", THOUSAND),
    ("lakh", 100_000),
    ("lakhs", 100_000),
    ("million", 1_000_000),
    ("crore", 10_000_000),
];
/// Below it a number may count anything.
pub(super) const HUNDRED: i64 = 100;
/// From here on a word closes what stands before it.
pub(super) const THOUSAND: i64 = 1_000;

/// The number whose characters begin at `start`, and where they end: 两千八, 三十多万, 一百零五.
pub(super) fn chinese(page: &Page<'_>, start: usize) -> Option<(i64, usize)> {
    let mut total: i64 = 0;
    let mut section: i64 = 0;
    let mut digit: Option<i64> = None;
    let mut last_unit: i64 = 1;
    let mut at = start;
    while let Some(&c) = page.chars.get(at) {
        if let Some(value) = numeral(c) {
            if digit.is_some() {
                return None;
            }
            digit = Some(value);
            if value == 0 {
                digit = None;
                last_unit = 10;
            }
        } else if let Some(size) = unit_size(c) {
            let amount = digit.take();
            if size >= 10_000 {
                total = (total.saturating_add(section + amount.unwrap_or(0)))
                    .max(i64::from(size == 10_000 && at > start))
                    .saturating_mul(size);
                section = 0;
            } else {
                section += amount.or_else(|| (size == 10 && section == 0).then_some(1))? * size;
            }
            last_unit = size;
        } else if c == '多' && page.chars.get(at + 1).is_some_and(|&next| next == '万') {
            // 三十多万: the rounding word stands before the unit.
        } else {
            break;
        }
        at += 1;
    }
    if at == start {
        return None;
    }
    if let Some(rest) = digit {
        // 两千八: a last digit counts tenths of the last unit.
        let tenth = if last_unit >= 100 { last_unit / 10 } else { 1 };
        section += rest * tenth;
    }
    let value = total.saturating_add(section);
    (value > 0).then_some((value, at))
}

/// The number whose words begin at `start`, and where they end. “A” is one before a hundred
/// or more.
pub(super) fn english(page: &Page<'_>, start: usize) -> Option<(i64, usize)> {
    let (mut total, mut section) = (0_i64, None::<i64>);
    let (mut at, mut end) = (start, None);
    while let Some((word, next)) = word(page, at) {
        let value = worth(word);
        match value {
            Some(size) if size >= THOUSAND => {
                total = total.saturating_add(section.take()?.saturating_mul(size));
            }
            Some(HUNDRED) => section = Some(section?.saturating_mul(HUNDRED)),
            Some(value) => section = Some(together(section.unwrap_or(0), value)?),
            // “a hundred and twenty”
            None if word == ['a', 'n', 'd'] && end.is_some() => {}
            None if word == ['a'] && at == start => section = Some(1),
            None => break,
        }
        if value.is_some() {
            end = Some(next);
        }
        if !matches!(page.chars.get(next), Some(' ' | '-')) {
            break;
        }
        at = next + 1;
    }
    Some((total.saturating_add(section.unwrap_or(0)), end?))
}

/// What the word at `at` multiplies a number by, and where it ends: “2 thousand”.
pub(super) fn unit(page: &Page<'_>, at: usize) -> Option<(i64, usize)> {
    let (word, end) = word(page, at)?;
    let size = worth(word).filter(|&size| size >= THOUSAND)?;
    Some((size, end))
}

/// The letters from `at` on, and where they end.
fn word<'a>(page: &Page<'a>, at: usize) -> Option<(&'a [char], usize)> {
    let rest = page.chars.get(at..)?;
    let length = rest.iter().position(|c| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    Some((rest.get(..length).filter(|word| !word.is_empty())?, at + length))
}

fn worth(word: &[char]) -> Option<i64> {
    // Every word of a text is asked for: most are told apart by their length alone.
    let is = |name: &str| name.len() == word.len() && name.chars().eq(word.iter().copied());
    WORDS.iter().find(|(name, _)| is(name)).map(|&(_, value)| value)
}

/// Twenty and five, a hundred and five; “one two three” is no number.
fn together(before: i64, value: i64) -> Option<i64> {
    let is_open = before % HUNDRED == 0 || (before % HUNDRED >= 20 && before % 10 == 0);
    (is_open && (value < 10 || before % HUNDRED == 0)).then_some(before + value)
}

/// What a Chinese digit is worth.
pub(super) fn numeral(c: char) -> Option<i64> {
    let value = match c {
        '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(value)
}

fn unit_size(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}
