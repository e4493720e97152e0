//! A visit in numbers of the records.
//!
//! The widget carries only what it takes to write and read these; what they mean by
//! their ids is the business of the program that seals them.

use super::{Footing, Note};
use crate::engine::case::{Answer, Deed, Value};
use crate::engine::knowledge::{ChannelRef, FactRef, ProblemRef};

/// What a note says and of what, in whole numbers.
type Row = [i64; 5];
/// How many bytes a number takes, lowest first.
const NUMBER: usize = 8;

/// What of a visit is kept: a number of signs, the length of the words, the words, and
/// a row of numbers for each note.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Kept {
    bytes: Vec<u8>,
}

impl Kept {
    /// The sign that the person would lose something if another case took the place of theirs.
    pub const BEGUN: u8 = 1;
    /// The sign that there are words.
    pub const WORDS: u8 = 2;

    /// A case without notes yet.
    pub fn new(is_begun: bool, story: &str) -> Self {
        let signs = if is_begun { Self::BEGUN } else { 0 };
        let signs = if story.is_empty() { signs } else { signs | Self::WORDS };
        let mut kept = Self { bytes: Vec::new() };
        kept.put_number(signs.into());
        kept.put_number(number(story.len()));
        kept.bytes.extend_from_slice(story.as_bytes());
        kept
    }

    /// Adds a note.
    pub fn put(&mut self, note: Note) {
        for number in row(note) {
            self.put_number(number);
        }
    }

    fn put_number(&mut self, number: i64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    /// The person's own words.
    pub fn story(&self) -> &str {
        str::from_utf8(self.parts().0).unwrap_or_default()
    }

    /// Every note, in the order they were added.
    pub fn notes(&self) -> impl Iterator<Item = Note> {
        let (rows, _) = self.parts().1.as_chunks::<{ 5 * NUMBER }>();
        rows.iter().filter_map(|bytes| {
            let (numbers, _) = bytes.as_chunks();
            let number = |at: usize| numbers.get(at).map_or(0, |bytes| i64::from_le_bytes(*bytes));
            note([number(0), number(1), number(2), number(3), number(4)])
        })
    }

    /// The words, and the rows behind them.
    fn parts(&self) -> (&[u8], &[u8]) {
        let length = self.bytes.get(NUMBER..).and_then(|rest| rest.split_first_chunk());
        let Some((length, rest)) = length else { return (&[], &[]) };
        rest.split_at_checked(place(i64::from_le_bytes(*length))).unwrap_or_default()
    }

    /// All of it.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Takes what [`Kept::bytes`] gave; what it did not give says nothing.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec() }
    }
}

/// The numbers after those of the footings.
const DID: i64 = 6;
const PROBLEM: i64 = 7;
const FOLDED: i64 = 8;

fn row(note: Note) -> Row {
    match note {
        Note::Fact(fact, footing, value) => {
            let (kind, value) = parts(value);
            [footing as i64, number(fact.place()), kind, value, 0]
        }
        Note::Did(problem, deed) => {
            let problem = problem.map_or(-1, |problem| number(problem.place()));
            [DID, number(deed.channel.place()), deed.answer as i64, deed.day.into(), problem]
        }
        Note::Problem(problem) => [PROBLEM, number(problem.place()), 0, 0, 0],
        Note::Folded => [FOLDED, 0, 0, 0, 0],
    }
}

fn note([of, record, kind, value, more]: Row) -> Option<Note> {
    let record = place(record);
    match of {
        DID => {
            let answer = Answer::ALL.get(place(kind)).copied()?;
            let deed = Deed { channel: ChannelRef::at(record), day: day(value)?, answer };
            Some(Note::Did((more >= 0).then(|| ProblemRef::at(place(more))), deed))
        }
        PROBLEM => Some(Note::Problem(ProblemRef::at(record))),
        FOLDED => Some(Note::Folded),
        _ => {
            let footing = Footing::ALL.get(place(of)).copied()?;
            Some(Note::Fact(FactRef::at(record), footing, whole(kind, value)?))
        }
    }
}

fn parts(value: Value) -> (i64, i64) {
    match value {
        Value::Flag(flag) => (0, flag.into()),
        Value::Choice(option) => (1, option.into()),
        Value::Count(count) => (2, count),
        Value::Day(day) => (3, day.into()),
    }
}

fn whole(kind: i64, value: i64) -> Option<Value> {
    Some(match kind {
        0 => Value::Flag(value != 0),
        1 => Value::Choice(u8::try_from(value).ok()?),
        2 => Value::Count(value),
        3 => Value::Day(day(value)?),
        _ => return None,
    })
}

fn day(number: i64) -> Option<i32> {
    i32::try_from(number).ok()
}

fn number(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

/// A place in a table; a number that is none leads past the end of every table.
fn place(number: i64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
