//! Words that mean the same thing, in any language and any register.

use super::bytes::{Reader, Writer};

/// Phrases by their hash, each with the concept it names.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Concepts {
    phrases: Vec<(u32, u8)>,
}

impl Concepts {
    /// How many bits of a phrase's hash are kept.
    const BITS: u32 = 20;

    /// Concepts from phrase hashes; of two with one hash the lower wins.
    pub fn new(phrases: impl IntoIterator<Item = (u32, u8)>) -> Self {
        let mut phrases: Vec<(u32, u8)> =
            phrases.into_iter().map(|(hash, concept)| (Self::print(hash), concept)).collect();
        phrases.sort_unstable();
        phrases.dedup_by_key(|&mut (print, _)| print);
        Self { phrases }
    }

    const fn print(hash: u32) -> u32 {
        hash >> (u32::BITS - Self::BITS)
    }

    /// The concept a phrase names.
    pub fn find(&self, hash: u32) -> Option<u8> {
        let at = self.phrases.binary_search_by_key(&Self::print(hash), |&(print, _)| print).ok()?;
        self.phrases.get(at).map(|&(_, concept)| concept)
    }

    /// Writes the phrases.
    pub fn encode(&self, out: &mut Writer) {
        out.number(self.phrases.len());
        let mut last = 0;
        for &(print, _) in &self.phrases {
            out.number((print - last) as usize);
            last = print;
        }
        for &(_, concept) in &self.phrases {
            out.byte(concept);
        }
    }

    /// Reads what `encode` wrote; `None` for damaged bytes.
    pub fn decode(input: &mut Reader<'_>) -> Option<Self> {
        let count = input.number()?;
        let mut phrases = Vec::with_capacity(count.min(8_192));
        let mut print = 0_u32;
        for _ in 0..count {
            print = print.checked_add(u32::try_from(input.number()?).ok()?)?;
            phrases.push((print, 0));
        }
        for (phrase, &concept) in phrases.iter_mut().zip(input.bytes(count)?) {
            phrase.1 = concept;
        }
        Some(Self { phrases })
    }
}
