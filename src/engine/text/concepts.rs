//! Words that mean the same thing, in any language and any register.

use super::bytes::{Reader, Writer};

/// How many leading bits of a hash choose a bit of the sieve.
const SIEVE_BITS: u32 = 16;

/// Phrases by their keys, each with the concept it names.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Concepts {
    phrases: Vec<(u32, u8)>,
    /// A bit for each hash that may name a concept: most are turned away here.
    sieve: Vec<u64>,
}

impl Concepts {
    /// How many bits of a phrase's hash are kept.
    const BITS: u32 = 18;

    /// Concepts from the keys of phrases; of two with one key the lower wins.
    pub fn new(phrases: impl IntoIterator<Item = (u32, u8)>) -> Self {
        let mut phrases: Vec<(u32, u8)> = phrases.into_iter().collect();
        phrases.sort_unstable();
        phrases.dedup_by_key(|&mut (key, _)| key);
        Self::sifted(phrases)
    }

    /// The key of a phrase: of which kind it is, so many characters or so many words, and
    /// its hash. What is of another kind falls on no key by chance.
    pub const fn key(kind: u32, hash: u32) -> u32 {
        (kind << Self::BITS) | (hash >> (u32::BITS - Self::BITS))
    }

    fn sifted(phrases: Vec<(u32, u8)>) -> Self {
        let mut sieve = vec![0_u64; 1 << (SIEVE_BITS - 6)];
        for &(key, _) in &phrases {
            let bit = (key & ((1 << Self::BITS) - 1)) >> (Self::BITS - SIEVE_BITS);
            if let Some(word) = sieve.get_mut(bit as usize / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        Self { phrases, sieve }
    }

    /// The concept that a phrase of a kind names.
    pub fn find(&self, kind: u32, hash: u32) -> Option<u8> {
        let bit = hash >> (u32::BITS - SIEVE_BITS);
        let word = self.sieve.get(bit as usize / 64)?;
        if word & (1 << (bit % 64)) == 0 {
            return None;
        }
        let at = self.phrases.binary_search_by_key(&Self::key(kind, hash), |&(key, _)| key).ok()?;
        self.phrases.get(at).map(|&(_, concept)| concept)
    }

    /// Writes the phrases.
    pub fn encode(&self, out: &mut Writer) {
        out.number(self.phrases.len());
        let mut last = 0;
        for &(key, _) in &self.phrases {
            out.number((key - last) as usize);
            last = key;
        }
        for &(_, concept) in &self.phrases {
            out.byte(concept);
        }
    }

    /// Reads what `encode` wrote; `None` for damaged bytes.
    pub fn decode(input: &mut Reader<'_>) -> Option<Self> {
        let count = input.number()?;
        let mut phrases = Vec::with_capacity(count.min(8_192));
        let mut key = 0_u32;
        for _ in 0..count {
            key = key.checked_add(u32::try_from(input.number()?).ok()?)?;
            phrases.push((key, 0));
        }
        for (phrase, &concept) in phrases.iter_mut().zip(input.bytes(count)?) {
            phrase.1 = concept;
        }
        Some(Self::sifted(phrases))
    }
}

#[cfg(test)]
mod tests {
    use super::Concepts;

    #[test]
    fn what_is_of_another_kind_names_nothing() {
        let hash = 0x9e37_79b9;
        let concepts = Concepts::new([(Concepts::key(2, hash), 7)]);
        assert_eq!(concepts.find(2, hash), Some(7));
        assert_eq!(concepts.find(4, hash), None);
        assert_eq!(concepts.find(2, !hash), None);
    }
}
