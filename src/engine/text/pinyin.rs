//! How the characters in names are spoken, so that names are found by sound.

use crate::engine::sorting;

/// Which syllables a character may be read as.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pinyin {
    syllables: Vec<String>,
    /// Characters, sorted, each with the place of its syllable; one with two
    /// readings stands twice.
    readings: Vec<u64>,
}

impl Pinyin {
    /// Reads a table: on each line the end of syllables, and behind a blank each their
    /// beginnings, with the characters that are read so.
    pub fn read(table: &str) -> Self {
        let (mut syllables, mut readings) = (Vec::new(), Vec::new());
        for (end, words) in table.lines().filter_map(|line| line.split_once(' ')) {
            for word in words.split(' ') {
                let chars = word.trim_start_matches(|c: char| c.is_ascii());
                let start = word.strip_suffix(chars).unwrap_or_default();
                let place = u32::try_from(syllables.len()).unwrap_or(u32::MAX);
                readings.extend(chars.chars().map(|c| sorting::keyed(c.into(), place)));
                syllables.push([start, end].concat());
            }
        }
        sorting::numbers(&mut readings);
        Self { syllables, readings }
    }

    /// The syllables `c` may be read as.
    pub fn of(&self, c: char) -> impl Iterator<Item = &str> {
        let (from, last) = (sorting::keyed(c.into(), 0), sorting::keyed(c.into(), u32::MAX));
        let from = self.readings.partition_point(|&reading| reading < from);
        let rest = self.readings.get(from..).unwrap_or_default();
        let near = rest.iter().take_while(move |&&reading| reading <= last);
        near.filter_map(|&reading| Some(self.syllables.get(sorting::place(reading))?.as_str()))
    }
}
