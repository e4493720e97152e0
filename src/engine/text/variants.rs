//! Nicknames, homophones and regional words, each with the common word it stands for.

use super::normalize::Normal;
use super::page::first_of;
use crate::engine::sorting;

/// What people write, and the common word: a line for each word, which stands first, all
/// already in the form that normalising gives.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Variants {
    table: Box<str>,
    rows: Vec<Row>,
}

/// One nickname, by which they are sorted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Row {
    first: char,
    /// Where the nickname and the common word start.
    from: usize,
    to: usize,
}

impl Variants {
    /// Reads the lines of a table.
    pub(super) fn read(table: &str) -> Self {
        let mut rows: Vec<Row> = Vec::with_capacity(1_024);
        let (mut lines, mut to) = (Some(table), 0);
        while let Some(line) = first_of(&mut lines, b'\n') {
            let mut words = Some(line);
            let mut from = to;
            while let Some(word) = first_of(&mut words, b'|') {
                let first = word.chars().next().filter(|_| from > to);
                rows.extend(first.map(|first| Row { first, from, to }));
                from += word.len() + 1;
            }
            to += line.len() + 1;
        }
        let keyed = rows.iter().zip(0..).map(|(row, at)| sorting::keyed(row.first.into(), at));
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
        let start = self.rows.partition_point(|row| row.first < first);
        let near = self.rows.get(start..)?.iter().take_while(|row| row.first == first);
        let mut best = None;
        for row in near {
            let from = self.word(row.from);
            let mut length = 0;
            let same = from.chars().all(|wanted| {
                length += 1;
                rest.get(length - 1) == Some(&wanted)
            });
            let latin_end = from.ends_with(|c: char| c.is_ascii_alphanumeric());
            let whole = !latin_end || !inside_word(rest.get(length));
            if same && whole && best.is_none_or(|(longest, _)| length > longest) {
                best = Some((length, self.word(row.to)));
            }
        }
        best
    }

    /// The word that starts at `start` in the table.
    fn word(&self, start: usize) -> &str {
        let mut line = first_of(&mut self.table.get(start..), b'\n');
        first_of(&mut line, b'|').unwrap_or_default()
    }
}
