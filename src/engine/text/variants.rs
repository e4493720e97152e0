//! Nicknames, homophones and regional words, each with the common word it stands for.

use super::normalize::Normal;
use super::page::first_of;
use crate::engine::sorting;

/// What people write, and the common word: one `written=read` per line, both already in
/// the form that normalising gives.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Variants {
    table: Box<str>,
    /// Where each line starts, and its first character, by which they are sorted.
    rows: Vec<(char, usize)>,
}

impl Variants {
    /// Reads the lines of a table.
    pub(super) fn read(table: &str) -> Self {
        let mut rows: Vec<(char, usize)> = Vec::with_capacity(1_024);
        let mut rest = Some(table);
        while let Some(line) = first_of(&mut rest, b'\n') {
            let end = rest.map_or(table.len(), |rest| table.len() - rest.len() - 1);
            rows.extend(line.chars().next().map(|first| (first, end - line.len())));
        }
        let keyed = rows.iter().zip(0..).map(|(&(first, _), at)| sorting::keyed(first.into(), at));
        let mut sorted: Vec<u64> = keyed.collect();
        sorting::numbers(&mut sorted);
        let row = |number| rows.get(sorting::place(number)).copied();
        Self { table: table.into(), rows: sorted.into_iter().filter_map(row).collect() }
    }

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
    fn longest(&self, chars: &[char], at: usize) -> Option<(usize, &str)> {
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
        for &(_, start) in near {
            let mut line = self.table.get(start..);
            let from = first_of(&mut line, b'=').unwrap_or_default();
            let mut length = 0;
            let same = from.chars().all(|wanted| {
                length += 1;
                rest.get(length - 1) == Some(&wanted)
            });
            let latin_end = from.ends_with(|c: char| c.is_ascii_alphanumeric());
            let whole = !latin_end || !inside_word(rest.get(length));
            if same && whole && best.is_none_or(|(longest, _)| length > longest) {
                best = Some((length, first_of(&mut line, b'\n').unwrap_or_default()));
            }
        }
        best
    }
}
