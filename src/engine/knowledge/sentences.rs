//! The sentences of one language, read in place from their packs.

use super::record::TextRef;

/// The first bytes of a pack of sentences.
const MAGIC: &[u8; 4] = b"RCT2";
/// What every sentence ends with.
const END: char = '\0';
/// What the table of sounds begins with, where a pack ends with one.
pub const SOUNDS: &str = "sounds\n";

/// The sentences of one language.
///
/// They arrive in parts: what describing and a first plan need, then the rest.
/// Nothing is decoded up front; a sentence is a slice of its pack.
#[derive(Debug, Default)]
pub struct Sentences {
    parts: Vec<Part>,
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
    /// Adds a part. A damaged part is refused and changes nothing.
    #[must_use]
    pub fn add(&mut self, bytes: &[u8]) -> bool {
        let Some(part) = Part::read(bytes) else { return false };
        self.parts.push(part);
        true
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
    fn read(bytes: &[u8]) -> Option<Self> {
        let (magic, rest) = bytes.split_first_chunk::<4>()?;
        let (first, rest) = rest.split_first_chunk::<4>()?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let first = usize::try_from(u32::from_le_bytes(*first)).ok()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let words = String::from_utf8(rest.to_vec()).ok()?;
        let mut offsets = vec![0];
        for (end, _) in words.match_indices(END) {
            offsets.push(u32::try_from(end + 1).ok()?);
        }
        let sound = magic == MAGIC
            && offsets.len() == count.checked_add(1)?
            && (words.is_empty() || words.ends_with(END));
        sound.then_some(Self { first, offsets, words })
    }

    fn last(&self) -> Option<&str> {
        self.get((self.first + self.offsets.len()).checked_sub(2)?)
    }

    fn get(&self, place: usize) -> Option<&str> {
        let place = place.checked_sub(self.first)?;
        let start = *self.offsets.get(place)? as usize;
        let end = *self.offsets.get(place + 1)? as usize;
        self.words.get(start..end)?.strip_suffix(END)
    }
}

/// Writes sentences numbered from `first` as a pack that [`Sentences::add`] reads.
///
/// `None` if a sentence holds what a sentence ends with.
pub fn encode_sentences(first: usize, sentences: &[&str]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&u32::try_from(first).ok()?.to_le_bytes());
    bytes.extend_from_slice(&u32::try_from(sentences.len()).ok()?.to_le_bytes());
    for sentence in sentences {
        if sentence.contains(END) {
            return None;
        }
        bytes.extend_from_slice(sentence.as_bytes());
        bytes.push(0);
    }
    Some(bytes)
}
