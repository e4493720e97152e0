//! Reading sentences by their table.

use super::super::columns;
use super::{END, KEPT, SECOND, SECONDS, SINGLE, add};

/// The most bytes of a word: further than any reaches, and too near for damage to grow by
/// words made of words.
const LONGEST: usize = 64;

/// The characters and words of a language, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Table {
    /// Those of one byte.
    common: Vec<String>,
    /// Those of two.
    others: Vec<String>,
}

impl Table {
    /// Reads what a part adds: how much it takes for known; the characters of one byte and
    /// those of two, as steps in the order of Unicode, each list with a step of nothing
    /// behind it; and the words of both, spelt from where they differ from the one before.
    /// `None` for damage, and where what it takes for known is not.
    pub(in super::super) fn extend(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let known = usize::try_from(columns::number(bytes)?).ok()?;
        if known != self.common.len() + self.others.len() {
            return None;
        }
        for list in [&mut self.common, &mut self.others] {
            let mut last = 0;
            while let step @ 1.. = u32::try_from(columns::number(bytes)?).ok()? {
                last = step.checked_add(last)?;
                list.push(char::from_u32(last)?.into());
            }
        }
        for is_common in [true, false] {
            let mut word = String::new();
            while let Some(kept) = self.word(bytes, &mut word)?.checked_sub(1) {
                let next = word.get(..usize::from(kept))?.to_owned();
                let word = std::mem::replace(&mut word, next);
                if is_common { &mut self.common } else { &mut self.others }.push(word);
            }
            if !word.is_empty() {
                if is_common { &mut self.common } else { &mut self.others }.push(word);
            }
        }
        Some(())
    }

    /// Adds to a word of the table what is spelt of it, and reads what it ends with.
    fn word(&self, bytes: &mut &[u8], word: &mut String) -> Option<u8> {
        while *bytes.first()? >= KEPT {
            self.next(bytes, word)?;
            if word.len() > LONGEST {
                return None;
            }
        }
        take(bytes)
    }

    /// Adds the next character or word; `Some(false)` at the end of a sentence, `None` for
    /// damage.
    pub(in super::super) fn next(&self, bytes: &mut &[u8], words: &mut String) -> Option<bool> {
        let first = take(bytes)?;
        let Some(code) = first.checked_sub(128).map(usize::from) else {
            if first != END {
                words.push(char::from(first));
            }
            return Some(first != END);
        };
        let piece = match code.checked_sub(SINGLE) {
            None => self.common.get(code),
            Some(lead) => {
                let second = take(bytes)?.checked_sub(SECOND)?;
                self.others.get(lead * SECONDS + usize::from(second))
            }
        };
        add(words, piece?);
        Some(true)
    }
}

fn take(bytes: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(first)
}
