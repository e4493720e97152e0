//! What a rule is: phrases that state a fact, and what must or must not stand beside them.

use super::super::page::Page;
use super::{Read, Reading};

/// Phrases that state one value of one fact.
pub(super) struct Rule {
    /// The fact's id.
    pub(super) fact: &'static str,
    /// The value stated.
    pub(super) value: Read,
    /// Any of these phrases, divided by `|`, states it, unless denied by the words before it.
    pub(super) any: &'static str,
    /// One of these must stand somewhere, when there are any.
    pub(super) needs: &'static str,
    /// None of these may stand anywhere.
    pub(super) unless: &'static str,
}

/// A yes.
pub(super) const YES: Read = Read::Flag(true);
/// A no.
pub(super) const NO: Read = Read::Flag(false);

impl Rule {
    /// A rule without further conditions.
    pub(super) const fn new(fact: &'static str, value: Read, any: &'static str) -> Self {
        Self { fact, value, any, needs: "", unless: "" }
    }

    /// The same rule, only beside one of `needs`.
    pub(super) const fn beside(self, needs: &'static str) -> Self {
        Self { needs, ..self }
    }

    /// The same rule, not beside any of `unless`.
    pub(super) const fn unless(self, unless: &'static str) -> Self {
        Self { unless, ..self }
    }
}

/// Adds what the rules read; the first rule that speaks for a fact is heard.
pub(super) fn apply(rules: &[Rule], page: &Page<'_>, facts: &mut Vec<Reading>) {
    for rule in rules {
        if facts.iter().any(|reading| reading.fact == rule.fact) {
            continue;
        }
        let Some(range) = page.stated(rule.any) else { continue };
        let beside = rule.needs.is_empty() || page.has(rule.needs);
        if beside && !page.has(rule.unless) {
            facts.push(Reading::new(rule.fact, rule.value, page.span(range)));
        }
    }
}
