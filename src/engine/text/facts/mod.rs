//! Facts a text states outright, each with the words that state it.
//!
//! A wrong fact changes the plan and a missing one costs a question, so every
//! rule prefers silence to a guess.

mod amounts;
mod loss;
pub(super) mod rule;
mod spelled;
mod times;

use core::ops::Range;

use super::page::Page;
use super::phrases;

/// One fact, its value, and the bytes of the text that state it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reading {
    /// The fact's permanent id.
    pub fact: &'static str,
    /// Its value.
    pub value: Read,
    /// Where the text says so.
    pub span: Range<usize>,
    /// The ISO code of the currency of an amount, where the text leaves no
    /// doubt. The amount is in that currency: nothing is converted.
    pub currency: Option<&'static str>,
}

impl Reading {
    /// A reading that is no amount of money.
    const fn new(fact: &'static str, value: Read, span: Range<usize>) -> Self {
        Self { fact, value, span, currency: None }
    }
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

/// Reads every fact the text states, each at most once.
pub(super) fn read(page: &Page<'_>) -> Vec<Reading> {
    let mut facts = loss::read(page);
    for rules in [phrases::ACCOUNT, phrases::CONTACT] {
        rule::apply(rules, page, &mut facts);
    }
    facts
}
