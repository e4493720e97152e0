//! Nicknames, homophones and regional words, each with the common word it stands for.

use super::normalize::Normal;
use crate::engine::sorting;

/// What people write, and the common word: one `written=read` per line, both
/// already in the form that normalising gives.
const TABLE: &str = include_str!("variants.txt");

/// The table, sorted by first character.
#[derive(Debug, Eq, PartialEq)]
pub struct Variants {
    rows: Vec<(char, &'static str, &'static str)>,
}

impl Default for Variants {
    fn default() -> Self {
        let row = |line: &'static str| {
            let (from, to) = line.split_once('=')?;
            Some((from.chars().next()?, from, to))
        };
        let rows: Vec<_> = TABLE.lines().filter_map(row).collect();
        let mut sorted: Vec<u64> =
            rows.iter().zip(0..).map(|(&(c, ..), at)| sorting::keyed(c.into(), at)).collect();
        sorting::numbers(&mut sorted);
        let row = |number| rows.get(sorting::place(number)).copied();
        Self { rows: sorted.into_iter().filter_map(row).collect() }
    }
}

impl Variants {
    /// Reads every nickname in `raw` as the common word.
    ///
    /// The longest match wins. A Latin entry matches whole words only.
    pub(super) fn fold(&self, raw: &Normal) -> Normal {
        let mut out = Normal {
            chars: Vec::with_capacity(raw.chars.len() + 16),
            from: Vec::with_capacity(raw.chars.len() + 16),
            traditional: raw.traditional,
            simplified: raw.simplified,
        };
        let mut at = 0;
        while let Some(&c) = raw.chars.get(at) {
            let found = self.longest(&raw.chars, at);
            let length = found.map_or(1, |(length, _)| length);
            let start = raw.from.get(at).map_or(0, |&(start, _)| start as usize);
            let end = raw.from.get(at + length - 1).map_or(start, |&(_, end)| end as usize);
            match found {
                Some((_, word)) => word.chars().for_each(|c| out.push(c, start, end)),
                None => out.push(c, start, end),
            }
            at += length;
        }
        out
    }

    /// The longest entry that matches at `at`: its length and the common word.
    fn longest(&self, chars: &[char], at: usize) -> Option<(usize, &'static str)> {
        let rest = chars.get(at..)?;
        let &first = rest.first()?;
        let inside_word = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        if first.is_ascii_alphanumeric() && inside_word(before) {
            return None;
        }
        let start = self.rows.partition_point(|&(c, ..)| c < first);
        let near = self.rows.get(start..)?.iter().take_while(|&&(c, ..)| c == first);
        let mut best = None;
        for &(_, from, to) in near {
            let mut length = 0;
            let same = from.chars().all(|wanted| {
                length += 1;
                rest.get(length - 1) == Some(&wanted)
            });
            let latin_end = from.ends_with(|c: char| c.is_ascii_alphanumeric());
            let whole = !latin_end || !inside_word(rest.get(length));
            if same && whole && best.is_none_or(|(longest, _)| length > longest) {
                best = Some((length, to));
            }
        }
        best
    }
}
