//! Facts a text states outright, each with the words that state it.
//!
//! A wrong fact changes the plan and a missing one costs a question, so every
//! rule prefers silence to a guess.

mod account;
mod amounts;
mod contact;
mod loss;
mod rule;
mod times;

use core::ops::Range;

use super::page::Page;

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
    for rules in [account::RULES, contact::RULES] {
        rule::apply(rules, page, &mut facts);
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::super::{Model, platform, region};
    use super::*;

    /// Rules read normalised text, so their phrases must be written that way.
    #[test]
    fn phrases_are_written_as_they_are_read() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge/model/words.bin");
        let model =
            Model::decode(&std::fs::read(path).expect("words.bin")).expect("a sound artefact");
        let rules = [account::RULES, contact::RULES, loss::RULES].into_iter().flatten();
        let of_rules = rules.flat_map(|rule| [rule.any, rule.needs, rule.unless]);
        let lists = of_rules
            .chain(loss::LISTS.iter().copied())
            .chain(times::lists())
            .chain(region::lists())
            .chain(platform::lists())
            .chain(super::super::alarm::LISTS);
        let mut changed = Vec::new();
        for phrase in lists.flat_map(|list| list.split(['|', '~'])) {
            let phrase = phrase.trim_end_matches('*');
            let read: String = model.normalize(phrase).chars.into_iter().collect();
            if read != phrase {
                changed.push(format!("{phrase} is read {read}"));
            }
        }
        assert!(changed.is_empty(), "{changed:#?}");
    }
}
