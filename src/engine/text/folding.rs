//! Traditional and regional characters, each with the Simplified one it stands for.

use super::bytes::{Reader, Writer};
use crate::engine::sorting;

/// What a folded character tells about the script.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// Traditional; what it is read as is also written in Traditional texts (後 → 后).
    Shared,
    /// Traditional; what it is read as is Simplified only (們 → 们).
    Script,
    /// A choice of word, common to both scripts (她 → 他).
    Word,
}

/// One character written for another.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Pair {
    from: u16,
    to: u16,
    kind: Kind,
}

/// Characters and what they are read as, sorted by the first.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Folding {
    pairs: Vec<Pair>,
    /// The characters only Simplified uses, sorted.
    simplified: Vec<u64>,
}

impl Folding {
    /// A folding from (written, read, kind); of two with one first character
    /// the lower wins.
    pub fn new(pairs: impl IntoIterator<Item = (char, char, Kind)>) -> Self {
        let narrow = |c: char| u16::try_from(u32::from(c)).ok();
        let mut kept: Vec<Pair> = pairs
            .into_iter()
            .filter_map(|(from, to, kind)| {
                Some(Pair { from: narrow(from)?, to: narrow(to)?, kind })
            })
            .collect();
        kept.sort_by_key(|pair| pair.from);
        kept.dedup_by_key(|pair| pair.from);
        Self::sorted(kept)
    }

    fn sorted(pairs: Vec<Pair>) -> Self {
        let script = pairs.iter().filter(|pair| pair.kind == Kind::Script);
        let mut simplified: Vec<u64> = script.map(|pair| pair.to.into()).collect();
        sorting::numbers(&mut simplified);
        simplified.dedup();
        Self { pairs, simplified }
    }

    fn find(&self, c: char) -> Option<Pair> {
        let wanted = u16::try_from(u32::from(c)).ok().filter(|&wanted| wanted >= 0x2e80)?;
        let at = self.pairs.binary_search_by_key(&wanted, |pair| pair.from).ok()?;
        self.pairs.get(at).copied()
    }

    /// The character `c` is read as, and what that tells about the script.
    pub fn fold(&self, c: char) -> Option<(char, Kind)> {
        let pair = self.find(c)?;
        Some((char::from_u32(u32::from(pair.to))?, pair.kind))
    }

    /// Whether a character is used by Simplified script alone.
    pub fn is_simplified(&self, c: char) -> bool {
        self.simplified.binary_search(&c.into()).is_ok()
    }

    /// Writes the pairs, each part on its own, which compresses best.
    pub fn encode(&self, out: &mut Writer) {
        out.number(self.pairs.len());
        let mut last = 0;
        for pair in &self.pairs {
            out.number(usize::from(pair.from - last));
            last = pair.from;
        }
        for pair in &self.pairs {
            out.byte(pair.to.to_be_bytes()[0]);
        }
        for pair in &self.pairs {
            out.byte(pair.to.to_be_bytes()[1]);
        }
        for pair in &self.pairs {
            out.byte(match pair.kind {
                Kind::Shared => 0,
                Kind::Script => 1,
                Kind::Word => 2,
            });
        }
    }

    /// Reads what `encode` wrote; `None` for damaged bytes.
    pub fn decode(input: &mut Reader<'_>) -> Option<Self> {
        let count = input.number()?;
        let mut pairs = Vec::with_capacity(count.min(8_192));
        let mut from = 0_u16;
        for _ in 0..count {
            from = from.checked_add(u16::try_from(input.number()?).ok()?)?;
            pairs.push(Pair { from, to: 0, kind: Kind::Shared });
        }
        let (high, low, kinds) = (input.bytes(count)?, input.bytes(count)?, input.bytes(count)?);
        for (pair, ((&high, &low), &kind)) in pairs.iter_mut().zip(high.iter().zip(low).zip(kinds))
        {
            pair.to = u16::from_be_bytes([high, low]);
            pair.kind = match kind {
                0 => Kind::Shared,
                1 => Kind::Script,
                2 => Kind::Word,
                _ => return None,
            };
        }
        Some(Self::sorted(pairs))
    }
}
