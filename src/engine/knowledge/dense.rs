//! Sentences in fewer bytes than UTF-8 takes: what is not ASCII takes one byte where it is
//! common, and two otherwise.

use std::collections::BTreeMap;

use super::columns;

/// How many characters take one byte, the first of them 128; the bytes above begin two.
const SINGLE: usize = 112;
/// The lowest second byte, so that none is what a sentence ends with.
const SECOND: u8 = 64;
/// How many second bytes there are.
const SECONDS: usize = 192;

/// The characters of a pack: those of one byte, then those of two, each in the order of
/// Unicode. They are written as steps, and each list ends with a step of nothing.
pub(super) fn table(bytes: &mut &[u8]) -> Option<Vec<char>> {
    let mut table = Vec::new();
    for _ in 0..2 {
        let mut last = 0;
        while let step @ 1.. = u32::try_from(columns::number(bytes)?).ok()? {
            last = step.checked_add(last)?;
            table.push(char::from_u32(last)?);
        }
    }
    Some(table)
}

/// The next character; `None` at the end, and for damage.
pub(super) fn next(table: &[char], bytes: &mut &[u8]) -> Option<char> {
    let first = take(bytes)?;
    let Some(code) = first.checked_sub(128) else { return Some(char::from(first)) };
    let mut place = usize::from(code);
    if let Some(lead) = place.checked_sub(SINGLE) {
        place = SINGLE + lead * SECONDS + usize::from(take(bytes)?.checked_sub(SECOND)?);
    }
    table.get(place).copied()
}

fn take(bytes: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(first)
}

/// Writes a table for these sentences and then themselves, each with `end` behind it;
/// `None` if they hold more kinds of characters than two bytes can tell apart.
pub(super) fn to_extend(bytes: &mut Vec<u8>, sentences: &[&str], end: u8) -> Option<()> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for sign in sentences.iter().flat_map(|sentence| sentence.chars()) {
        *counts.entry(sign).or_default() += usize::from(!sign.is_ascii());
    }
    let mut signs: Vec<(char, usize)> = counts.into_iter().filter(|it| it.1 > 0).collect();
    signs.sort_by_key(|&(sign, count)| (std::cmp::Reverse(count), sign));
    let (common, others) = signs.split_at(signs.len().min(SINGLE));
    let mut codes: BTreeMap<char, Vec<u8>> = BTreeMap::new();
    for list in [common, others] {
        let mut list: Vec<char> = list.iter().map(|&(sign, _)| sign).collect();
        list.sort_unstable();
        let mut last = 0;
        for sign in list {
            columns::put(bytes, u64::from(u32::from(sign) - last));
            last = u32::from(sign);
            codes.insert(sign, code(codes.len())?);
        }
        bytes.push(0);
    }
    for sentence in sentences {
        for sign in sentence.chars() {
            match codes.get(&sign) {
                Some(code) => bytes.extend(code),
                None => bytes.push(u8::try_from(sign).ok()?),
            }
        }
        bytes.push(end);
    }
    Some(())
}

/// What stands for the character at a place of the table.
fn code(place: usize) -> Option<Vec<u8>> {
    let byte = |number: usize| u8::try_from(number).ok();
    Some(match place.checked_sub(SINGLE) {
        None => vec![byte(128 + place)?],
        Some(far) => {
            vec![byte(128 + SINGLE + far / SECONDS)?, SECOND + byte(far % SECONDS)?]
        }
    })
}
