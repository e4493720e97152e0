//! How the characters in names are spoken, so that names are found by sound.

/// Which syllables a character may be read as.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pinyin {
    /// Characters, sorted, each with its syllable; one with two readings stands twice.
    readings: Vec<(char, String)>,
}

impl Pinyin {
    /// Reads a table: on each line a syllable, a blank, and the characters that
    /// are read so. Lines of any other shape are passed over.
    pub fn read(table: &str) -> Self {
        let mut readings = Vec::new();
        for (syllable, chars) in table.lines().filter_map(|line| line.split_once(' ')) {
            if syllable.bytes().all(|letter| letter.is_ascii_lowercase()) {
                readings.extend(chars.chars().map(|c| (c, syllable.to_owned())));
            }
        }
        readings.sort_unstable();
        Self { readings }
    }

    /// The syllables `c` may be read as.
    pub fn of(&self, c: char) -> impl Iterator<Item = &str> {
        let from = self.readings.partition_point(|(known, _)| *known < c);
        let rest = self.readings.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(known, _)| *known == c).map(|(_, syllable)| syllable.as_str())
    }
}
