//! Where the person is, read from places and institutions.

use core::ops::Range;

use super::page::Page;
use super::phrases;

/// The region a text settles, with the words that settle it.
pub(super) fn read(page: &Page<'_>) -> Option<(&'static str, Range<usize>)> {
    let mut best: Option<(u8, &'static str, Range<usize>)> = None;
    let mut tied = false;
    for &(code, places) in phrases::PLACES {
        let found = page.every(page.list(places)).filter_map(|range| {
            let weight = weight(page, &range);
            (weight > 0).then_some((weight, code, range))
        });
        let Some(found) =
            found.max_by_key(|(weight, _, range)| (*weight, core::cmp::Reverse(range.start)))
        else {
            continue;
        };
        match &best {
            Some((weight, ..)) if *weight > found.0 => {}
            Some((weight, ..)) if *weight == found.0 => tied = true,
            Some(_) | None => {
                best = Some(found);
                tied = false;
            }
        }
    }
    let (_, code, range) = best.filter(|_| !tied)?;
    Some((code, page.span(range)))
}

/// How well a name settles where the person is; nought when it does not.
fn weight(page: &Page<'_>, range: &Range<usize>) -> u8 {
    if page.is_traditional() && page.at(page.list(phrases::SHARED), range.start).is_some() {
        return 0;
    }
    let thing = page.list(phrases::THING);
    // “In Hong Kong by somebody” is no “Hong Kong people”.
    let is_suffered = page.at("被", range.end).is_some();
    if !is_suffered && (page.after(thing, range.end, 2) || page.at(thing, range.end + 1).is_some())
    {
        return 0;
    }
    // What people say of themselves counts more than what is said of those who
    // cheat them, or by them.
    let is_latin = page.chars.get(range.start).is_some_and(char::is_ascii);
    let (own, claimed) = if is_latin { (14, 28) } else { (3, 6) };
    if page.before(page.list(phrases::OWN), range.start, own) {
        return 4;
    }
    // Money they took is still the person's own.
    let beside = [range.start.checked_sub(1), range.start.checked_sub(2), Some(range.end)];
    let mut beside = beside.into_iter().flatten().filter_map(|at| page.chars.get(at));
    if !beside.any(char::is_ascii_digit)
        && page.before(page.list(phrases::CLAIMED), range.start, claimed)
    {
        return 0;
    }
    let before = range.start;
    let here =
        page.before(page.list(phrases::HERE), before, 5) && !page.before("不在|not in", before, 6);
    if here {
        return 3;
    }
    if page.before(page.list(phrases::AWAY), before, 4) { 0 } else { 2 }
}
