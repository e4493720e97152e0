//! A form for records in which what is alike stands together: each field of a
//! kind of record is one column, so that a column of dates is packed as dates and
//! a column of web addresses as web addresses.
//!
//! Nothing but the values is written. Both sides walk the records in the same
//! order and number the columns as they meet them.
//!
//! What only the details of a plan need stands on a shelf of its own, with columns of
//! its own, and may arrive later: until then, it reads as nothing.

mod read;
mod write;

use core::fmt;

pub use read::{Columns, Shelf};
pub(super) use read::{from_bytes, number};
pub(super) use write::{later, number as put, to_extend};

/// What a text in a column ends with.
const END: u8 = b'\n';
/// What stands for a text of the same column again: this, and how many others have stood
/// there since, which are fewer than [`AGO`]. No text begins with such a byte.
const AGAIN: u8 = 128;
/// How far back a text is known again.
const AGO: u8 = 64;
/// How deep one value may stand in another: far deeper than any record, and far
/// from where damage could exhaust the stack.
const DEEPEST: usize = 32;

/// What counts up: sentences are numbered in the order of their first use, so the
/// next one is mostly the one after the highest met anywhere so far.
const COUNTED: &str = "TextRef";

/// The mark around what stands on the later shelf.
const LATER: &str = "Later";

/// What has been counted so far: the highest number met in any column.
#[derive(Default)]
struct Count {
    highest: i64,
}

impl Count {
    /// How the number is written: nothing for the next one, otherwise the step
    /// from the last one of its column.
    fn code(&mut self, number: i64, last: i64) -> i64 {
        let step = number.wrapping_sub(last);
        let code = if number == self.highest + 1 { 0 } else { 1 + ((step << 1) ^ (step >> 63)) };
        self.highest = self.highest.max(number);
        code
    }

    /// The number that was written so; `None` for damage.
    fn number(&mut self, code: i64, last: i64) -> Option<i64> {
        let number = match code.checked_sub(1)? {
            ..0 => self.highest.checked_add(1)?,
            step => last.checked_add((step >> 1) ^ -(step & 1))?,
        };
        self.highest = self.highest.max(number);
        Some(number)
    }
}

/// How the numbers of a column are written.
#[derive(Clone, Copy)]
enum Form {
    /// As they are.
    Plain,
    /// With the sign in the lowest bit.
    Signed,
    /// As steps from one to the next, with the sign in the lowest bit.
    Steps,
}

impl Form {
    const ALL: [Self; 3] = [Self::Plain, Self::Signed, Self::Steps];
}

/// Why records cannot be written or read.
#[derive(Debug)]
pub(super) struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("records that do not fit into columns")
    }
}

impl core::error::Error for Unfit {}

impl serde::ser::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// The columns met so far, and how they hang together.
#[derive(Default)]
struct Tree {
    named: Vec<(&'static str, usize)>,
    inner: Vec<Vec<(u32, usize)>>,
}

impl Tree {
    /// The column where everything begins.
    fn root(&mut self) -> usize {
        self.grow()
    }

    /// The column of a kind of record, wherever a record of the kind stands.
    fn named(&mut self, name: &'static str) -> usize {
        if let Some((_, column)) = self.named.iter().find(|(known, _)| *known == name) {
            return *column;
        }
        let column = self.grow();
        self.named.push((name, column));
        column
    }

    /// The column of one part of what stands in another.
    fn inner(&mut self, outer: usize, part: u32) -> usize {
        let known = self.inner.get(outer).and_then(|inner| inner.iter().find(|it| it.0 == part));
        if let Some((_, column)) = known {
            return *column;
        }
        let column = self.grow();
        if let Some(inner) = self.inner.get_mut(outer) {
            inner.push((part, column));
        }
        column
    }

    fn grow(&mut self) -> usize {
        self.inner.push(Vec::new());
        self.inner.len() - 1
    }
}
