//! Words that mean the same thing, in any language and any register.

use super::bytes::{Reader, Writer};

/// How many leading bits of a hash choose a bit of the sieve.
const SIEVE_BITS: u32 = 16;

/// Phrases by their hash, each with the concept it names.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Concepts {
    phrases: Vec<(u32, u8)>,
    /// A bit for each hash that may name a concept: most are turned away here.
    sieve: Vec<u64>,
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
        Self::sifted(phrases)
    }

    fn sifted(phrases: Vec<(u32, u8)>) -> Self {
        let mut sieve = vec![0_u64; 1 << (SIEVE_BITS - 6)];
        for &(print, _) in &phrases {
            let bit = print >> (Self::BITS - SIEVE_BITS);
            if let Some(word) = sieve.get_mut(bit as usize / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        Self { phrases, sieve }
    }

    const fn print(hash: u32) -> u32 {
        hash >> (u32::BITS - Self::BITS)
    }

    /// The concept a phrase names.
    pub fn find(&self, hash: u32) -> Option<u8> {
        let bit = hash >> (u32::BITS - SIEVE_BITS);
        let word = self.sieve.get(bit as usize / 64)?;
        if word & (1 << (bit % 64)) == 0 {
            return None;
        }
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
        Some(Self::sifted(phrases))
    }
}
