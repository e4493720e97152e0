//! What a text is made of: the short pieces that the model has weights for.

use super::concepts::Concepts;
use super::normalize::{Normal, is_han};

/// How many bits of a piece's fingerprint are kept.
pub const FINGERPRINT_BITS: u32 = 18;
/// Below this lie the numbers of what has a row of weights of its own: what the words do
/// not say, the product named, concepts.
pub const OWN: u32 = SAID + 256;
/// Below this lie the numbers of what the words do not say; the first concept has it.
pub const SAID: u32 = 32;
/// The number of the first product.
const PRODUCT: u32 = 22;

/// The longest run of Chinese characters that counts as one piece.
const LONGEST_HAN: u32 = 4;
/// The longest run that may name a concept; phrases of words are of the kinds above.
const LONGEST_CONCEPT: usize = 6;
/// The kind of phrases of one word, less one.
const WORDS: u32 = 6;
/// Words that have fewer letters before their last two keep a final e.
const SHORT_E: usize = 3;
/// Longer words are cut, so that text without spaces stays cheap.
const LONGEST_WORD: usize = 24;
/// The length of the pieces inside a Latin word.
const INSIDE: usize = 4;
/// So many of the first concepts are names of products.
const PRODUCTS: u8 = 7;
/// The concept of another company's product.
const RIVAL: u8 = 12;
/// Six Chinese characters or twelve letters: too few to tell what they are about.
const FEW: usize = 12;
/// What kind of piece a fingerprint stands for.
#[derive(Clone, Copy)]
enum Piece {
    Run = 1,
    Inside = 2,
}

/// Calls `emit` with the number of each piece of `text`, some twice; `product` is the place
/// of the one product that it names (see [`platform`](super::platform)).
pub fn pieces(concepts: &Concepts, text: &Normal, product: Option<u8>, mut emit: impl FnMut(u32)) {
    let mut seen = ConceptSet::default();
    walk(concepts, text, &mut seen, &mut emit);
    if let Some(product) = product {
        emit(PRODUCT + u32::from(product));
    }
    shape(text, &seen, emit);
}

/// Takes in every run of characters and every word.
fn walk(concepts: &Concepts, text: &Normal, seen: &mut ConceptSet, emit: &mut impl FnMut(u32)) {
    let mut words: Vec<u32> = Vec::new();
    let mut at = 0;
    while let Some(&c) = text.chars.get(at) {
        let rest = text.chars.get(at..).unwrap_or_default();
        if is_han(c) {
            let end = rest.iter().position(|&c| !is_han(c)).unwrap_or(rest.len());
            let run = rest.get(..end).unwrap_or_default();
            han(concepts, run, seen, emit);
            at += end;
        } else if c.is_alphabetic() {
            let end = rest.iter().position(|&c| !is_word(c)).unwrap_or(rest.len());
            let word = rest.get(..end.min(LONGEST_WORD)).unwrap_or_default();
            words.push(stem(word));
            latin(concepts, word, &words, seen, emit);
            at += end;
        } else {
            // A sentence ends the run of words; a hyphen or quote does not.
            if matches!(c, '.' | ',' | '?' | '!' | ';' | ':' | '(' | ')') {
                words.clear();
            }
            at += 1;
        }
    }
}

fn han(concepts: &Concepts, run: &[char], seen: &mut ConceptSet, emit: &mut impl FnMut(u32)) {
    for start in 0..run.len() {
        let mut hash = start_of(Piece::Run);
        for (&c, length) in run.iter().skip(start).take(LONGEST_CONCEPT).zip(1..) {
            hash = mix(hash, u32::from(c));
            if length <= LONGEST_HAN {
                emit(finish(hash));
            }
            seen.add(concepts.find(length, hash), emit);
        }
    }
}

fn latin(
    concepts: &Concepts,
    word: &[char],
    words: &[u32],
    seen: &mut ConceptSet,
    emit: &mut impl FnMut(u32),
) {
    let mut hash = start_of(Piece::Run);
    for (&stem, count) in words.iter().rev().take(3).zip(1..) {
        hash = mix(hash, stem);
        if count <= 2 {
            emit(finish(hash));
        }
        seen.add(concepts.find(WORDS + count, hash), emit);
    }
    if word.len() > INSIDE {
        for window in word.windows(INSIDE) {
            let hash =
                window.iter().fold(start_of(Piece::Inside), |hash, &c| mix(hash, u32::from(c)));
            emit(finish(hash));
        }
    }
}

/// Length, script, a question, an amount, how much of it is known: what the words do not
/// say. Each has a number below that of the first product.
fn shape(text: &Normal, seen: &ConceptSet, mut say: impl FnMut(u32)) {
    let han = text.chars.iter().filter(|&&c| is_han(c)).count();
    // A blank or a stop behind the last word makes nothing longer.
    let weight = text.chars.iter().filter(|c| c.is_alphanumeric()).count() + han;
    let length = match weight {
        0..=FEW => 0,
        13..=24 => 1,
        25..=60 => 2,
        61..=160 => 3,
        _ => 4,
    };
    say(length);
    // A long story that never names a product is likely about something else, and so are
    // a few words that name another company.
    if seen.is_nowhere() {
        say(5 + length);
    }
    if weight <= FEW && !seen.named.contains(&RIVAL) {
        say(10);
    }
    if text.chars.contains(&'?') {
        say(11);
    }
    if text.chars.iter().any(char::is_ascii_digit) {
        say(12);
    }
    say(if han == 0 { 13 } else { 14 });
    say(15 + seen.crowd());
}

/// Which concepts a text has named.
#[derive(Default)]
struct ConceptSet {
    named: Vec<u8>,
}

impl ConceptSet {
    /// How many concepts there are, roughly.
    fn crowd(&self) -> u32 {
        u32::try_from(self.named.len().min(11)).unwrap_or(0).div_ceil(2)
    }

    /// Whether no product is named.
    fn is_nowhere(&self) -> bool {
        self.named.first().is_none_or(|&concept| concept >= PRODUCTS)
    }

    fn add(&mut self, concept: Option<u8>, emit: &mut impl FnMut(u32)) {
        let Some(concept) = concept else { return };
        if let Err(at) = self.named.binary_search(&concept) {
            self.named.insert(at, concept);
            emit(SAID + u32::from(concept));
        }
    }
}

/// The concepts a text names, sorted.
pub fn named(concepts: &Concepts, text: &Normal) -> Vec<u8> {
    let mut seen = ConceptSet::default();
    walk(concepts, text, &mut seen, &mut |_| ());
    seen.named
}

/// The key by which `concepts` knows a phrase, or `None` when it is no
/// single run of characters or of at most three words.
pub fn phrase(text: &Normal) -> Option<u32> {
    let chars = &text.chars;
    if chars.iter().all(|&c| is_han(c)) {
        let known = (1..=LONGEST_CONCEPT).contains(&chars.len());
        let hash = chars.iter().fold(start_of(Piece::Run), |hash, &c| mix(hash, u32::from(c)));
        return known.then(|| Concepts::key(u32::try_from(chars.len()).unwrap_or(0), hash));
    }
    let words: Vec<u32> =
        chars.split(|&c| !is_word(c)).filter(|word| !word.is_empty()).map(stem).collect();
    let known = (1..=3).contains(&words.len()) && chars.iter().all(|&c| !is_han(c));
    let hash = words.iter().rev().fold(start_of(Piece::Run), |hash, &word| mix(hash, word));
    known.then(|| Concepts::key(WORDS + u32::try_from(words.len()).unwrap_or(0), hash))
}

fn is_word(c: char) -> bool {
    !is_han(c) && (c.is_alphanumeric() || c == '\'')
}

/// A hash of a word without its most common endings.
fn stem(word: &[char]) -> u32 {
    let mut rest = word;
    for ending in [&['\'', 's'][..], &['i', 'n', 'g'], &['e', 'd'], &['s']] {
        let kept = rest.strip_suffix(ending).filter(|kept| kept.len() >= 3);
        // "address" and "business" keep their ending.
        if let Some(kept) = kept.filter(|kept| ending.len() > 1 || !kept.ends_with(&['s'])) {
            rest = kept;
            if ending.len() > 1 && ending.first() != Some(&'\'') {
                break;
            }
        }
    }
    let mut lost_e = false;
    if let [start @ .., before, last] = rest {
        let doubled = before == last && rest.len() > 3 && !matches!(last, 's' | 'l');
        if doubled || (*last == 'e' && start.len() >= SHORT_E) {
            rest = rest.get(..rest.len() - 1).unwrap_or(rest);
        } else {
            // A short word keeps its e, or “came” is “cam”; “taking” has lost it, while
            // “getting” has doubled another letter and “paying” had none.
            lost_e = rest.len() == 3
                && word.len() > 4
                && (word.ends_with(&['i', 'n', 'g']) || word.ends_with(&['e', 'd']))
                && !is_vowel(*last)
                && !matches!(last, 'w' | 'x' | 'y')
                && is_vowel(*before)
                && !start.iter().any(|&c| is_vowel(c));
        }
    }
    let stem = rest.iter().fold(0x811c_9dc5, |hash, &c| mix(hash, u32::from(c)));
    if lost_e { mix(stem, u32::from('e')) } else { stem }
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn start_of(piece: Piece) -> u32 {
    mix(0x9747_b28c, piece as u32)
}

fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

/// A fingerprint above the numbers of what has a row of its own.
fn finish(hash: u32) -> u32 {
    let mixed = (hash ^ (hash >> 13)).wrapping_mul(0x85eb_ca6b);
    let mixed = u64::from(mixed ^ (mixed >> 16));
    let rest = u64::from((1 << FINGERPRINT_BITS) - OWN);
    OWN + u32::try_from((mixed * rest) >> u32::BITS).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::stem;

    fn of(word: &str) -> u32 {
        stem(&word.chars().collect::<Vec<char>>())
    }

    #[test]
    fn words_are_known_without_their_endings() {
        let same = [
            ("take", "taking"),
            ("name", "named"),
            ("get", "getting"),
            ("pay", "paying"),
            ("charge", "charged"),
            ("scam", "scammed"),
            ("code", "codes"),
            ("address", "address's"),
        ];
        for (base, form) in same {
            assert_eq!(of(base), of(form), "{base}, {form}");
        }
        for (word, other) in [("cam", "came"), ("not", "note"), ("car", "care"), ("her", "here")] {
            assert_ne!(of(word), of(other), "{word}, {other}");
        }
    }
}
