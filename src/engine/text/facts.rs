//! Facts a text states outright, each with the words that state it.

use core::ops::Range;

use super::normalize::Normal;

/// One fact, its value, and the bytes of the text that state it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reading {
    /// The fact's permanent id.
    pub fact: &'static str,
    /// Its value.
    pub value: Read,
    /// Where the text says so.
    pub span: Range<usize>,
}

/// The value of a fact as read from a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Read {
    /// Yes or no.
    Flag(bool),
    /// The id of an option of the fact.
    Choice(&'static str),
    /// A quantity in thousandths of the fact's unit.
    Count(i64),
}

/// Reads every fact the text states.
pub fn read(_text: &Normal) -> Vec<Reading> {
    Vec::new()
}
