//! What is known of a person's case: facts, their values, and who said so.

use serde::{Deserialize, Serialize};

use super::knowledge::FactRef;

/// The value of a fact.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// One of the fact's options, by its place in the fact's record.
    Choice(u8),
    /// A quantity in thousandths of the fact's unit, so that 0.3 hours needs no float.
    Count(i64),
    /// A civil day, counted from 1970-01-01.
    Day(i32),
}

/// Who told us a fact; a later variant outranks an earlier one.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Origin {
    /// The device suggests it, such as the region by its time zone.
    Guessed,
    /// It follows from another fact.
    Derived,
    /// It follows from the chosen problem.
    Assumed,
    /// It was read from the person's own words.
    Read,
    /// The person answered it.
    Given,
}

/// A fact of the case: its value and who said so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Known {
    /// What is the case.
    pub value: Value,
    /// Who said so.
    pub origin: Origin,
}

/// Everything known of one person's case.
///
/// A fact that is absent is unknown, which is not the same as no.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Case {
    facts: Vec<Option<Known>>,
}

impl Case {
    /// What is known of a fact.
    pub fn known(&self, fact: FactRef) -> Option<Known> {
        self.facts.get(fact.place()).copied().flatten()
    }

    /// The value of a fact, if it is known.
    pub fn value(&self, fact: FactRef) -> Option<Value> {
        self.known(fact).map(|known| known.value)
    }

    /// Records a fact unless a more trusted origin has already spoken.
    pub fn tell(&mut self, fact: FactRef, value: Value, origin: Origin) {
        let place = fact.place();
        if self.facts.len() <= place {
            self.facts.resize(place + 1, None);
        }
        if let Some(slot) = self.facts.get_mut(place)
            && slot.is_none_or(|earlier| earlier.origin <= origin)
        {
            *slot = Some(Known { value, origin });
        }
    }

    /// Makes a fact unknown again, whoever said it.
    pub fn forget(&mut self, fact: FactRef) {
        if let Some(slot) = self.facts.get_mut(fact.place()) {
            *slot = None;
        }
    }

    /// Makes every fact of one origin unknown again, such as those read from
    /// words the person has since changed.
    pub fn forget_all(&mut self, origin: Origin) {
        for slot in &mut self.facts {
            if slot.is_some_and(|known| known.origin == origin) {
                *slot = None;
            }
        }
    }

    /// Every known fact, in the order of the records.
    pub fn iter(&self) -> impl Iterator<Item = (FactRef, Known)> {
        self.facts
            .iter()
            .enumerate()
            .filter_map(|(place, slot)| slot.map(|known| (FactRef::at(place), known)))
    }
}
