//! Writing sentences by a table, and choosing its words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::super::columns;
use super::{Before, END, KEPT, SECOND, SECONDS, SINGLE, add};

/// How often neighbours are counted, and how many of the commonest then become words.
const ROUNDS: usize = 25;
const A_ROUND: usize = 20;
/// How often neighbours must stand together to become a word.
const OFTEN: usize = 3;

/// Writes for each part what it adds to the table, and its sentences behind that. `None` if
/// a sentence holds what it ends with, or if there are more kinds of characters than two
/// bytes can tell apart.
pub(in super::super) fn to_parts(parts: &[&[&str]]) -> Option<Vec<Vec<u8>>> {
    let plain = plain_words(parts);
    let mut pieces = Pieces::default();
    let mut texts: Vec<Vec<u32>> = Vec::new();
    for part in parts {
        let mut text = Vec::new();
        for sentence in *part {
            split(sentence, &plain, |piece| text.push(pieces.number(piece)));
            text.push(pieces.number("\0"));
        }
        texts.push(text);
    }
    pieces.join(&mut texts);
    let texts: Vec<Vec<&str>> =
        texts.iter().map(|text| text.iter().map(|piece| pieces.name(*piece)).collect()).collect();
    let words = worthwhile(&texts);
    let texts: Vec<Vec<String>> = texts.iter().map(|text| told(text, &words)).collect();
    written(&texts)
}

/// The word of Latin letters that would be told by itself here, and how it is written.
fn latin(before: Before, rest: &str) -> Option<(&str, &str)> {
    let letters = if before == Before::Nothing { rest } else { rest.strip_prefix(' ')? };
    let end = letters.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(letters.len());
    let word = letters.get(..end)?;
    let is_fit =
        before == Before::Words || word.starts_with(|sign: char| sign.is_ascii_uppercase());
    let written = rest.get(..rest.len() - letters.len() + end)?;
    (is_fit && !word.is_empty()).then_some((word, written))
}

/// Calls with each character or word of a sentence and what stands before it.
fn walk<'a>(sentence: &'a str, mut met: impl FnMut(&'a str, Option<Before>)) {
    let mut rest = sentence;
    while let Some(sign) = rest.chars().next() {
        let done = sentence.strip_suffix(rest).unwrap_or_default();
        let before = Before::of(done);
        let (piece, taken) = match latin(before, rest) {
            Some((word, written)) => (Some(word), written.len()),
            None => (None, sign.len_utf8()),
        };
        let (head, tail) = rest.split_at_checked(taken).unwrap_or((rest, ""));
        met(piece.unwrap_or(head), piece.is_some().then_some(before));
        rest = tail;
    }
}

/// How often each word of Latin letters stands where no capital is due.
fn plain_words<'a>(parts: &[&[&'a str]]) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for sentence in parts.iter().copied().flatten() {
        walk(sentence, |piece, before| {
            if before == Some(Before::Words) {
                *counts.entry(piece).or_default() += 1;
            }
        });
    }
    counts
}

/// Calls with each piece of a sentence: words of Latin letters with their space, and without
/// a capital that stands there only because a sentence begins.
fn split(sentence: &str, plain: &BTreeMap<&str, usize>, mut met: impl FnMut(&str)) {
    walk(sentence, |piece, before| {
        let Some(before) = before else { return met(piece) };
        let mut lower = piece.to_owned();
        if let Some(first) = lower.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        let often = |word: &str| plain.get(word).copied().unwrap_or_default();
        let is_own = before == Before::Words || often(&lower) < often(piece);
        met(&format!(" {}", if is_own { piece } else { &lower }));
    });
}

/// Pieces by number.
#[derive(Default)]
struct Pieces {
    names: Vec<String>,
    numbers: BTreeMap<String, u32>,
}

impl Pieces {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// Makes words of what often stands together, where nothing divides words.
    fn join(&mut self, texts: &mut [Vec<u32>]) {
        for _ in 0..ROUNDS {
            let is_joined = |piece: &u32| {
                self.name(*piece).chars().all(|sign| !sign.is_ascii() && sign.is_alphabetic())
            };
            let pairs = texts.iter().flat_map(|text| text.array_windows());
            let mut pairs: Vec<[u32; 2]> =
                pairs.filter(|pair| pair.iter().all(is_joined)).copied().collect();
            pairs.sort_unstable();
            let mut common: Vec<&[[u32; 2]]> =
                pairs.chunk_by(|a, b| a == b).filter(|same| same.len() >= OFTEN).collect();
            common.sort_by_key(|same| Reverse(same.len()));
            let mut words = BTreeMap::new();
            for pair in common.into_iter().take(A_ROUND).filter_map(|same| same.first()) {
                let word: String = pair.iter().map(|piece| self.name(*piece)).collect();
                words.insert(*pair, self.number(&word));
            }
            for text in &mut *texts {
                *text = joined(text, &words);
            }
        }
    }
}

fn joined(text: &[u32], words: &BTreeMap<[u32; 2], u32>) -> Vec<u32> {
    let mut result = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, others @ ..] = rest {
        let word = others.first().and_then(|second| words.get(&[*first, *second]));
        result.push(*word.unwrap_or(first));
        rest = others.get(usize::from(word.is_some())..).unwrap_or_default();
    }
    result
}

/// Whether a piece is a word, not a character.
fn is_word(piece: &str) -> bool {
    piece.chars().nth(1).is_some()
}

/// The words that are worth their place in the table.
fn worthwhile<'a>(texts: &[Vec<&'a str>]) -> BTreeSet<&'a str> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for piece in texts.iter().flatten().filter(|piece| is_word(piece)) {
        *uses.entry(piece).or_default() += 1;
    }
    // In eighths of a byte. A word that saves little weighs more than it saves: in the first
    // part, and because a packer finds it again by itself.
    let is_worth = |(word, uses): &(&str, usize)| {
        let spelt: usize = word.chars().map(|sign| if sign.is_ascii() { 8 } else { 13 }).sum();
        uses * spelt > uses * 12 + spelt + 56
    };
    uses.into_iter().filter(is_worth).map(|(word, _)| word).collect()
}

/// The text with every word spelt that has no place in the table.
fn told(text: &[&str], words: &BTreeSet<&str>) -> Vec<String> {
    let mut result = Vec::new();
    let mut said = String::new();
    for piece in text {
        let from = said.len();
        if is_word(piece) {
            add(&mut said, piece);
        } else {
            said.push_str(piece);
        }
        if words.contains(piece) {
            result.push((*piece).to_owned());
        } else {
            result.extend(said.get(from..).unwrap_or_default().chars().map(String::from));
        }
    }
    result
}

/// The characters of a piece.
fn signs(piece: &str) -> impl Iterator<Item = &str> {
    piece.char_indices().filter_map(|(at, sign)| piece.get(at..at + sign.len_utf8()))
}

/// Whether something in the table stands for a piece.
fn is_coded(piece: &str) -> bool {
    is_word(piece) || !piece.is_ascii()
}

/// What is so common that one byte is enough.
fn commonest(texts: &[Vec<String>]) -> BTreeSet<&str> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for piece in texts.iter().flatten().filter(|piece| is_coded(piece)) {
        *uses.entry(piece).or_default() += 1;
    }
    let mut uses: Vec<(&str, usize)> = uses.into_iter().collect();
    uses.sort_by_key(|(_, uses)| Reverse(*uses));
    uses.into_iter().take(SINGLE).map(|(piece, _)| piece).collect()
}

/// Writes each text behind what it adds to the table.
fn written(texts: &[Vec<String>]) -> Option<Vec<Vec<u8>>> {
    let common = commonest(texts);
    let mut codes = Codes::default();
    let mut packs = Vec::new();
    for text in texts {
        let mut bytes = Vec::new();
        let mut used: BTreeSet<&str> = text.iter().map(String::as_str).collect();
        used.extend(packs.is_empty().then_some(&common).into_iter().flatten());
        let spelt: Vec<&str> = used.iter().copied().flat_map(signs).collect();
        used.extend(spelt);
        used.retain(|piece| is_coded(piece) && !codes.codes.contains_key(*piece));
        let (common, others) = used.into_iter().partition(|piece| common.contains(piece));
        codes.add(&mut bytes, &[common, others])?;
        codes.write(&mut bytes, text.iter().map(String::as_str))?;
        packs.push(bytes);
    }
    Some(packs)
}

/// With how many bytes of the last word the next one begins, as far as a byte tells it.
fn kept(last: &str, word: &str) -> usize {
    let same = last.chars().zip(word.chars()).take_while(|(a, b)| a == b);
    let kept = same.map(|(sign, _)| sign.len_utf8()).sum();
    if kept + 1 < usize::from(KEPT) { kept } else { 0 }
}

/// What stands for each character and word of the table.
#[derive(Default)]
struct Codes<'a> {
    codes: BTreeMap<&'a str, Vec<u8>>,
    /// How many of them are one byte.
    singles: usize,
}

impl<'a> Codes<'a> {
    /// Writes what is added: of each list, those of one byte and those of two, first the
    /// characters and then the words.
    fn add(&mut self, bytes: &mut Vec<u8>, lists: &[Vec<&'a str>; 2]) -> Option<()> {
        columns::put(bytes, u64::try_from(self.codes.len()).ok()?);
        for (list, is_common) in lists.iter().zip([true, false]) {
            let mut last = 0;
            for piece in list.iter().filter(|piece| !is_word(piece)) {
                let sign = u32::from(piece.chars().next()?);
                columns::put(bytes, u64::from(sign - last));
                last = sign;
                self.give(piece, is_common)?;
            }
            bytes.push(0);
        }
        for (list, is_common) in lists.iter().zip([true, false]) {
            let mut last = "";
            for word in list.iter().filter(|piece| is_word(piece)) {
                let kept = kept(last, word);
                if !last.is_empty() {
                    bytes.push(1 + u8::try_from(kept).ok()?);
                }
                self.write(bytes, signs(word.get(kept..)?))?;
                self.give(word, is_common)?;
                last = word;
            }
            bytes.push(END);
        }
        Some(())
    }

    /// Gives the next code to a piece.
    fn give(&mut self, piece: &'a str, is_common: bool) -> Option<()> {
        let byte = |number: usize| u8::try_from(number).ok();
        let far = self.codes.len() - self.singles;
        let code = if is_common {
            vec![byte(128 + self.singles)?]
        } else {
            vec![byte(128 + SINGLE + far / SECONDS)?, SECOND + byte(far % SECONDS)?]
        };
        self.singles += usize::from(is_common);
        self.codes.insert(piece, code);
        Some(())
    }

    fn write<'p>(&self, bytes: &mut Vec<u8>, pieces: impl Iterator<Item = &'p str>) -> Option<()> {
        for piece in pieces {
            match (self.codes.get(piece), piece.as_bytes()) {
                (Some(code), _) => bytes.extend(code),
                (None, [byte]) => bytes.push(*byte),
                _ => return None,
            }
        }
        Some(())
    }
}
