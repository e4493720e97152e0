//! What a rule is: phrases that state a fact, and what must or must not stand beside them.

use super::super::page::Page;
use super::super::phrases::List;
use super::{Read, Reading};

/// Phrases that state one value of one fact.
pub(in super::super) struct Rule {
    /// The fact's id.
    pub(in super::super) fact: &'static str,
    /// The value stated.
    pub(in super::super) value: Read,
    /// Any of these phrases states it, unless denied by the words before it.
    pub(in super::super) any: List,
    /// One of these must stand somewhere, when there are any.
    pub(in super::super) beside: List,
    /// None of these may stand anywhere.
    pub(in super::super) unless: List,
}

/// A yes.
pub(super) const YES: Read = Read::Flag(true);
/// A no.
pub(super) const NO: Read = Read::Flag(false);

/// Adds what the rules read; the first rule that speaks for a fact is heard.
pub(super) fn apply(rules: &[Rule], page: &Page<'_>, facts: &mut Vec<Reading>) {
    for rule in rules {
        if facts.iter().any(|reading| reading.fact == rule.fact) {
            continue;
        }
        let Some(range) = page.stated(page.list(rule.any)) else { continue };
        let beside = page.list(rule.beside);
        let is_beside = beside.is_empty() || page.has(beside);
        if is_beside && !page.has(page.list(rule.unless)) {
            facts.push(Reading::new(rule.fact, rule.value, page.span(range)));
        }
    }
}
