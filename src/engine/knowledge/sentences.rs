//! The sentences of one language, read in place from their packs.

use super::dense::{Table, to_parts};
use super::record::TextRef;

/// The first bytes of a pack of sentences.
const MAGIC: &[u8; 4] = b"RCT2";
/// The first bytes of a pack of sentences with a table of characters and words.
const DENSE: &[u8; 4] = b"RCT5";
/// What every sentence ends with.
const END: u8 = 0;
/// What the table of sounds begins with, where a pack ends with one.
pub const SOUNDS: &str = "sounds\n";

/// The sentences of one language.
///
/// They arrive in parts: what describing and a first plan need, then the rest.
/// A sentence is a slice of its part.
#[derive(Debug, Default)]
pub struct Sentences {
    parts: Vec<Part>,
    /// The characters and words of the parts that have a table.
    table: Table,
}

#[derive(Debug)]
struct Part {
    /// The number of the first sentence of the part.
    first: usize,
    /// Invariant: where each sentence begins in `words`, and where the last ends;
    /// each ends with [`END`].
    offsets: Vec<u32>,
    words: String,
}

impl Sentences {
    /// Adds a part, or several that follow each other. Where one is damaged, or goes on with
    /// a table that is not here, all are refused and nothing changes.
    #[must_use]
    pub fn add(&mut self, mut bytes: &[u8]) -> bool {
        let had = self.parts.len();
        let mut table = self.table.clone();
        loop {
            let Some((part, rest)) = Part::read(bytes, &mut table) else {
                self.parts.truncate(had);
                return false;
            };
            self.parts.push(part);
            if rest.is_empty() {
                self.table = table;
                return true;
            }
            bytes = rest;
        }
    }

    /// The sentence; empty while the part it stands in has not arrived.
    pub fn get(&self, text: TextRef) -> &str {
        self.parts.iter().find_map(|part| part.get(text.place())).unwrap_or_default()
    }

    /// How the characters in names are spoken: a table that may stand after the
    /// last sentence; empty while it has not arrived, or where there is none.
    pub fn sounds(&self) -> &str {
        let last = self.parts.iter().find_map(|part| part.last()?.strip_prefix(SOUNDS));
        last.unwrap_or_default()
    }

    /// Whether the sentence has arrived.
    pub fn has(&self, text: TextRef) -> bool {
        self.parts.iter().any(|part| part.get(text.place()).is_some())
    }
}

impl Part {
    /// A part, and what stands after it.
    fn read<'a>(bytes: &'a [u8], table: &mut Table) -> Option<(Self, &'a [u8])> {
        let (magic, rest) = bytes.split_first_chunk::<4>()?;
        let (first, rest) = rest.split_first_chunk::<4>()?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let first = usize::try_from(u32::from_le_bytes(*first)).ok()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (offsets, words, rest) = match magic {
            MAGIC => plain(rest, count)?,
            DENSE => packed(rest, count, table)?,
            _ => return None,
        };
        Some((Self { first, offsets, words }, rest))
    }

    fn last(&self) -> Option<&str> {
        self.get((self.first + self.offsets.len()).checked_sub(2)?)
    }

    fn get(&self, place: usize) -> Option<&str> {
        let place = place.checked_sub(self.first)?;
        let start = *self.offsets.get(place)? as usize;
        let end = *self.offsets.get(place + 1)? as usize;
        self.words.get(start..end - 1)
    }
}

/// Where the sentences begin and the last ends, the words, and what stands behind them.
type Read<'a> = (Vec<u32>, String, &'a [u8]);

/// Sentences in UTF-8; `None` for damage.
fn plain(bytes: &[u8], count: usize) -> Option<Read<'_>> {
    let mut offsets = vec![0];
    let mut end = 0;
    for (place, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == END).take(count) {
        end = place + 1;
        offsets.push(u32::try_from(end).ok()?);
    }
    let (words, rest) = bytes.split_at_checked(end)?;
    let words = String::from_utf8(words.to_vec()).ok()?;
    (offsets.len() == count.checked_add(1)?).then_some((offsets, words, rest))
}

/// Sentences by a table of their characters and words; `None` for damage.
fn packed<'a>(mut bytes: &'a [u8], count: usize, table: &mut Table) -> Option<Read<'a>> {
    table.extend(&mut bytes)?;
    let mut offsets = vec![0];
    let mut words = String::with_capacity(bytes.len() * 3);
    while offsets.len() <= count {
        if !table.next(&mut bytes, &mut words)? {
            words.push(char::from(END));
            offsets.push(u32::try_from(words.len()).ok()?);
        }
    }
    Some((offsets, words, bytes))
}

/// Writes sentences numbered from `first` as a pack that [`Sentences::add`] reads.
///
/// `None` if a sentence holds what a sentence ends with.
pub fn encode_sentences(first: usize, sentences: &[&str]) -> Option<Vec<u8>> {
    let mut bytes = head(*MAGIC, first, sentences)?;
    for sentence in sentences {
        bytes.extend_from_slice(sentence.as_bytes());
        bytes.push(END);
    }
    Some(bytes)
}

/// The same in fewer bytes, for parts that follow each other from `first` on: each can be
/// read where those before it were.
pub fn encode_dense(first: usize, parts: &[&[&str]]) -> Option<Vec<Vec<u8>>> {
    let mut from = first;
    let mut packs = Vec::new();
    for (part, body) in parts.iter().zip(to_parts(parts)?) {
        packs.push([head(*DENSE, from, part)?, body].concat());
        from += part.len();
    }
    Some(packs)
}

fn head(magic: [u8; 4], first: usize, sentences: &[&str]) -> Option<Vec<u8>> {
    let is_fit = sentences.iter().all(|sentence| !sentence.as_bytes().contains(&END));
    let mut bytes = magic.to_vec();
    bytes.extend_from_slice(&u32::try_from(first).ok()?.to_le_bytes());
    bytes.extend_from_slice(&u32::try_from(sentences.len()).ok()?.to_le_bytes());
    is_fit.then_some(bytes)
}
