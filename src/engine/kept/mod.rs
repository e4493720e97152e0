//! A case that leaves with its owner: what of a visit is kept.
//!
//! [`Kept`] holds it in numbers of the records, and so it passes between programs that
//! were built together; [`file`] is how it is written down: by permanent ids, so that a
//! later version can read it.

pub mod file;
mod numbers;

pub use numbers::Kept;

use super::case::{Deed, Value};
use super::knowledge::{FactRef, ProblemRef};

/// One thing that is kept.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Note {
    /// A fact on its footing, and the value it is kept with; what has none says no.
    Fact(FactRef, Footing, Value),
    /// A door the person has used: for the case, or for another problem that it solved.
    Did(Option<ProblemRef>, Deed),
    /// The problem the plan is about.
    Problem(ProblemRef),
    /// The alarm is not the person's case.
    Folded,
}

/// On what footing a fact is kept: who or what it came from, or how it was set aside.
/// What follows from others is not kept; it follows again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Footing {
    /// The device suggests it.
    Guessed,
    /// It was read from the words.
    Read,
    /// The person answered it.
    Given,
    /// The person does not know.
    Skipped,
    /// The person took it back.
    Withdrawn,
    /// It was read from the words and is not so.
    Denied,
}

impl Footing {
    /// Every one, in the order of their numbers.
    pub const ALL: [Self; 6] =
        [Self::Guessed, Self::Read, Self::Given, Self::Skipped, Self::Withdrawn, Self::Denied];
}
