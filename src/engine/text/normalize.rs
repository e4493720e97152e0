//! One spelling for many: width, case, script, brand nicknames and stray marks.
//!
//! Every normalised character remembers which bytes of the original it came
//! from, so that evidence can be shown in the person's own words.

use core::ops::Range;

use super::folding::{Folding, Kind};
use super::variants::Variants;

/// How many characters are read from the start of a text.
const HEAD: usize = 6_000;
/// How many characters are read from the end of a longer text.
const TAIL: usize = 2_000;
/// A character repeated more often than this says nothing more.
const REPEAT: usize = 3;

/// A text in one spelling, and where each character came from.
#[derive(Debug, Default)]
pub struct Normal {
    /// The normalised characters; a blank stands for any run of white space.
    pub chars: Vec<char>,
    /// The bytes of the original text behind each character.
    pub from: Vec<(u32, u32)>,
    /// How many characters were written in their Traditional form.
    pub traditional: u32,
    /// How many characters were written in a form only Simplified uses.
    pub simplified: u32,
}

impl Normal {
    /// Normalises `text`, reading at most its beginning and its end.
    pub fn read(folding: &Folding, variants: &Variants, text: &str) -> Self {
        let mut raw = Self::default();
        let cut = text.char_indices().nth(HEAD).map_or(text.len(), |(at, _)| at);
        let resume = text.char_indices().rev().nth(TAIL).map_or(0, |(at, _)| at).max(cut);
        for (at, c) in text.get(..cut).unwrap_or("").char_indices() {
            raw.take(folding, c, at);
        }
        if resume > cut {
            raw.push(' ', cut, cut);
        }
        for (at, c) in text.get(resume..).unwrap_or("").char_indices() {
            raw.take(folding, c, resume + at);
        }
        variants.fold(&raw)
    }

    /// The bytes of the original behind a range of normalised characters.
    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        let start = self.from.get(range.start).map_or(0, |&(start, _)| start);
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.from.get(last).map_or(start, |&(_, end)| end);
        start as usize..end.max(start) as usize
    }

    /// The characters in `range` as a text of their own.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let chars = self.chars.get(range.clone()).unwrap_or_default().to_vec();
        let from = self.from.get(range).unwrap_or_default().to_vec();
        Self { chars, from, traditional: self.traditional, simplified: self.simplified }
    }

    /// Whether it is written in Traditional characters.
    pub(super) const fn is_traditional(&self) -> bool {
        self.traditional > self.simplified
    }

    /// Adds one character that came from the bytes `start..end`.
    pub(super) fn push(&mut self, c: char, start: usize, end: usize) {
        let place = (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(0));
        self.chars.push(c);
        self.from.push(place);
    }

    fn take(&mut self, folding: &Folding, original: char, at: usize) {
        let end = at + original.len_utf8();
        let Some(c) = plain(original) else { return };
        let blank_before = self.chars.last().is_none_or(|&last| last == ' ');
        if c == ' ' && blank_before {
            return;
        }
        let folded = if let Some((to, kind)) = folding.fold(c) {
            self.traditional += u32::from(kind != Kind::Word);
            to
        } else {
            self.simplified += u32::from(folding.is_simplified(c));
            c
        };
        let repeats = self.chars.iter().rev().take(REPEAT).filter(|&&last| last == folded).count();
        if repeats == REPEAT && !folded.is_ascii_digit() {
            return;
        }
        self.push(folded, at, end);
    }
}

/// The plain form of a character, a blank for white space, or nothing for
/// marks that cannot be seen.
fn plain(c: char) -> Option<char> {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\t' | '\n' | '\r' => ' ',
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{00b4}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{300c}' | '\u{300d}' | '\u{300e}' | '\u{300f}' => '"',
        '\u{3001}' => ',',
        '\u{3002}' => '.',
        '\u{2460}'..='\u{2468}' => char::from_u32(u32::from(c) - 0x2460 + 0x31).unwrap_or(c),
        '\u{00c0}'..='\u{024f}' => unaccented(c),
        other => other,
    };
    if c.is_whitespace() {
        return Some(' ');
    }
    let unseen = c.is_control()
        || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}');
    if unseen { None } else { Some(small(c)) }
}

/// The small letter of a capital in the alphabets people here write.
///
/// In these blocks it stands 32 places further on; the tables of the whole of
/// Unicode would weigh more than the rest of this file.
fn small(c: char) -> char {
    match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => {
            char::from_u32(u32::from(c) + 32).unwrap_or(c)
        }
        other => other.to_ascii_lowercase(),
    }
}

/// Western European letters without their accents, enough for place names.
fn unaccented(c: char) -> char {
    match small(c) {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// Whether `c` is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}
