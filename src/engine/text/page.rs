//! Finding phrases in a normalised text.
//!
//! Lists of phrases are written in one string, divided by `|`. A phrase is
//! matched literally; a Latin phrase as whole words. `a~b` is `a`
//! with `b` soon after it in the same sentence; a final `*` lets a Latin word
//! go on.

use core::ops::Range;

use super::normalize::{Normal, is_han};
use super::phrases::{List, Phrases};
use crate::engine::sorting;

/// How far apart the two parts of `a~b` may be.
const GAP: usize = 14;
/// The same, where the text between is written in Latin letters.
const LATIN_GAP: usize = 36;
/// How far back a negation reaches in Chinese, in characters.
const REACH: usize = 4;
/// How far back a negation reaches in English, in characters.
const LATIN_REACH: usize = 14;

/// A normalised text with its characters sorted, so that phrases are found
/// without reading the whole text again for each.
pub(super) struct Page<'a> {
    /// The characters, in order.
    pub(super) chars: &'a [char],
    text: &'a Normal,
    phrases: &'a Phrases,
    /// The characters with their places, as numbers that sort by both.
    places: Vec<u64>,
    /// A bit for each character and each pair of neighbours present, by a hash:
    /// most phrases are turned away here.
    present: [u64; 128],
}

impl<'a> Page<'a> {
    /// Opens a text.
    pub(super) fn new(phrases: &'a Phrases, text: &'a Normal) -> Self {
        let places = text.chars.iter().zip(0..).map(|(&c, at)| sorting::keyed(c.into(), at));
        let mut places: Vec<u64> = places.collect();
        sorting::numbers(&mut places);
        let mut present = [0; 128];
        let mut mark = |mark: u32| {
            if let Some(word) = present.get_mut(mark as usize / 64) {
                *word |= 1_u64 << (mark % 64);
            }
        };
        let nexts = text.chars.iter().skip(1).map(|&c| Some(c)).chain([None]);
        for (&c, next) in text.chars.iter().zip(nexts) {
            mark(mark_of(c, None));
            mark(mark_of(c, next));
        }
        Self { chars: &text.chars, text, phrases, places, present }
    }

    /// The phrases of a list.
    pub(super) fn list(&self, list: List) -> &'a str {
        self.phrases.list(list)
    }

    /// The bytes of the original behind a range of characters.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        self.text.span(range)
    }

    /// Whether it is written in Traditional characters.
    pub(super) const fn is_traditional(&self) -> bool {
        self.text.is_traditional()
    }

    /// Every place where `phrase` stands, in order.
    pub(super) fn all<'p>(&'p self, phrase: &'p str) -> impl Iterator<Item = Range<usize>> + 'p {
        let (head, tail) = phrase.split_once('~').map_or((phrase, None), |(a, b)| (a, Some(b)));
        // An empty phrase stands nowhere.
        let first = head.chars().next().unwrap_or('\0');
        let (from, last) =
            (sorting::keyed(first.into(), 0), sorting::keyed(first.into(), u32::MAX));
        let from = self.places.partition_point(|&place| place < from);
        let near = self.places.get(from..).unwrap_or_default();
        near.iter().take_while(move |&&place| place <= last).filter_map(move |&place| {
            let start = sorting::place(place);
            let end = self.literal(head, start)?;
            let end = tail.map_or(Some(end), |tail| self.soon(tail, end))?;
            Some(start..end)
        })
    }

    /// Those of `phrases` whose first two characters the text has together.
    fn likely<'p>(&'p self, phrases: &'p str) -> Likely<'p> {
        Likely { page: self, rest: Some(phrases) }
    }

    fn may_have(&self, mark: u32) -> bool {
        let word = self.present.get(mark as usize / 64).copied().unwrap_or(0);
        word & (1 << (mark % 64)) != 0
    }

    /// Every place where one of `phrases` stands, phrase by phrase.
    pub(super) fn every<'p>(&'p self, phrases: &'p str) -> impl Iterator<Item = Range<usize>> + 'p {
        self.likely(phrases).flat_map(|phrase| self.all(phrase))
    }

    /// The first place where one of `phrases` stands.
    pub(super) fn first(&self, phrases: &str) -> Option<Range<usize>> {
        self.every(phrases).min_by_key(|range| range.start)
    }

    /// The first place where one of `phrases` stands without a negation before it.
    pub(super) fn stated(&self, phrases: &str) -> Option<Range<usize>> {
        let stated = self.every(phrases).filter(|range| !self.negated(range.start));
        stated.min_by_key(|range| range.start)
    }

    /// Whether one of `phrases` stands anywhere.
    pub(super) fn has(&self, phrases: &str) -> bool {
        self.every(phrases).next().is_some()
    }

    /// Whether one of `phrases` begins exactly at `at`; the end of the longest.
    pub(super) fn at(&self, phrases: &str, at: usize) -> Option<usize> {
        let &here = self.chars.get(at)?;
        let mut rest = Some(phrases);
        let phrases = core::iter::from_fn(|| first_of(&mut rest, b'|'));
        // Comparing characters is quicker here than comparing their bytes.
        let begins = phrases.filter(|phrase| phrase.chars().next().is_some_and(|c| c == here));
        begins.filter_map(|phrase| self.literal(phrase, at)).max()
    }

    /// Whether one of `phrases` stands within `reach` characters before `at`,
    /// in the same sentence.
    pub(super) fn before(&self, phrases: &str, at: usize, reach: usize) -> bool {
        let window = self.back(at, reach, |c| matches!(c, '.' | '!' | '?' | ';'));
        self.likely(phrases).any(|phrase| {
            window.clone().any(|start| self.literal(phrase, start).is_some_and(|end| end <= at))
        })
    }

    /// Whether one of `phrases` stands within `reach` characters after `at`,
    /// in the same sentence.
    pub(super) fn after(&self, phrases: &str, at: usize, reach: usize) -> bool {
        let stop = |c: &char| matches!(c, '.' | '!' | '?' | ';');
        let rest = self.chars.get(at..).unwrap_or_default();
        let end = rest.iter().take(reach).position(stop).unwrap_or(reach.min(rest.len()));
        self.likely(phrases)
            .any(|phrase| (at..at + end).any(|start| self.literal(phrase, start).is_some()))
    }

    /// Whether what begins at `start` is denied by the words before it.
    pub(super) fn negated(&self, start: usize) -> bool {
        let latin = self.chars.get(start).is_some_and(|&c| !is_han(c));
        let reach = if latin { LATIN_REACH } else { REACH };
        let clause = |c: char| matches!(c, '.' | ',' | '!' | '?' | ';' | ':');
        let window = self.back(start, reach, clause);
        if latin {
            return window.clone().any(|at| self.at("not|never|no|no one|without", at).is_some());
        }
        window.clone().any(|at| {
            let denies = matches!(self.chars.get(at), Some('没' | '未' | '不' | '别' | '无' | '勿'));
            denies && self.at("没了|不停|不断|不吭|不声|不响|不到|不久|不会弄|不太|不仅|不但|不光|不小心|不知|不是我|没想到|没办法|不料|别人|别的|无故|无缘无故", at).is_none()
        })
    }

    fn back(&self, at: usize, reach: usize, stop: impl Fn(char) -> bool) -> Range<usize> {
        let before = self.chars.get(..at).unwrap_or_default();
        let open = before.iter().rev().take(reach).take_while(|&&c| !stop(c)).count();
        at - open..at
    }

    /// The end of `phrase` when it begins at `start`.
    fn literal(&self, phrase: &str, start: usize) -> Option<usize> {
        let (phrase, open) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
        let mut at = start;
        for wanted in phrase.chars() {
            if *self.chars.get(at)? != wanted {
                return None;
            }
            at += 1;
        }
        // A letter beside a letter, or a digit beside a digit, is inside a word.
        let inside = |edge: Option<char>, outer: Option<&char>| {
            edge.zip(outer).is_some_and(|(edge, outer)| {
                (edge.is_ascii_alphabetic() && outer.is_ascii_alphabetic())
                    || (edge.is_ascii_digit() && outer.is_ascii_digit())
            })
        };
        let before = start.checked_sub(1).and_then(|at| self.chars.get(at));
        let cut = inside(phrase.chars().next(), before)
            || (!open && inside(phrase.chars().next_back(), self.chars.get(at)));
        (!cut).then_some(at)
    }

    fn soon(&self, phrase: &str, from: usize) -> Option<usize> {
        let latin = self.chars.get(from.saturating_sub(1)).is_some_and(|&c| !is_han(c));
        let gap = if latin { LATIN_GAP } else { GAP };
        let rest = self.chars.get(from..)?;
        let stop = |c: &char| matches!(c, '.' | '!' | '?' | ';');
        let end = rest.iter().take(gap).position(stop).unwrap_or(gap);
        (from..from + end).find_map(|start| self.literal(phrase, start))
    }
}

/// Phrases of a list that the text may have, one by one.
struct Likely<'p> {
    page: &'p Page<'p>,
    rest: Option<&'p str>,
}

impl<'p> Iterator for Likely<'p> {
    type Item = &'p str;

    // Written into each of its uses this would weigh half a kilobyte.
    #[inline(never)]
    fn next(&mut self) -> Option<&'p str> {
        loop {
            let phrase = first_of(&mut self.rest, b'|')?;
            let mut chars = phrase.chars();
            let first = chars.next();
            let second = chars.next().filter(|&c| c != '~' && c != '*');
            if first.is_some_and(|first| self.page.may_have(mark_of(first, second))) {
                return Some(phrase);
            }
        }
    }
}

/// Takes what stands before the next mark off a text. Most of the time of reading a text goes here: looking
/// for the dividing byte is several times as quick as looking for a character.
#[inline(never)]
pub(super) fn first_of<'p>(rest: &mut Option<&'p str>, mark: u8) -> Option<&'p str> {
    let all = (*rest)?;
    let end = all.bytes().position(|byte| byte == mark);
    *rest = end.and_then(|end| all.get(end + 1..));
    all.get(..end.unwrap_or(all.len()))
}

/// Which of the 8192 bits stands for a character, or for it and the next.
fn mark_of(c: char, next: Option<char>) -> u32 {
    let pair = u32::from(c) ^ next.map_or(0, |next| u32::from(next).wrapping_mul(0x0100_0193));
    pair.wrapping_mul(0x9e37_79b1) >> 19
}
