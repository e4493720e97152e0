//! Sentences in fewer bytes than UTF-8 takes: by a table of their characters and their
//! commonest words. What is most used takes one byte, everything else of the table two, and
//! ASCII stands for itself.
//!
//! A word of Latin letters begins with its space, which it loses where it begins the text,
//! and has a capital wherever a sentence begins. Of Chinese, which nothing divides, those
//! characters are words that often stand together.
//!
//! The table of a part goes on where that of the part before it ended.

mod read;
mod write;

pub(super) use read::Table;
pub(super) use write::to_parts;

/// How many characters and words take one byte, the first of them 128; the bytes above
/// begin two.
const SINGLE: usize = 112;
/// The lowest second byte, so that none is what a sentence ends with.
const SECOND: u8 = 64;
/// How many second bytes there are.
const SECONDS: usize = 192;
/// What a sentence ends with, and the words of a table.
const END: u8 = 0;
/// A word of the table with another behind it ends with a byte below this one: how many of
/// its bytes the next one begins with, and one more.
const KEPT: u8 = 32;

/// What stands before the next word of a sentence.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Before {
    /// Nothing: the sentence begins.
    Nothing,
    /// What ends a sentence.
    Stop,
    /// Anything else.
    Words,
}

impl Before {
    fn of(words: &str) -> Self {
        match words.as_bytes().last() {
            None | Some(&END) => Self::Nothing,
            Some(b'.' | b'?' | b'!') => Self::Stop,
            Some(_) => Self::Words,
        }
    }
}

/// Adds a character or a word of the table to the words before it.
fn add(words: &mut String, piece: &str) {
    let Some(latin) = piece.strip_prefix(' ') else { return words.push_str(piece) };
    let before = Before::of(words);
    let mut letters = latin.chars();
    words.extend((before != Before::Nothing).then_some(' '));
    let is_due = before != Before::Words;
    words.extend(letters.next().map(|it| if is_due { it.to_ascii_uppercase() } else { it }));
    words.push_str(letters.as_str());
}
