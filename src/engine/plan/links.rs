//! Which facts hang together, found once for a plan.

use crate::engine::knowledge::{ChannelRef, Core, Fact, FactRef, Trace};
use crate::engine::rule::Condition;

/// The facts that follow from others, rest on others, or tell of used doors.
pub(super) struct Links<'a> {
    /// Those that may follow from others.
    pub(super) derived: Vec<(FactRef, &'a Fact)>,
    /// Those that make no sense unless something else is so.
    pub(super) premised: Vec<(FactRef, &'a Condition)>,
    /// Those that tell whether doors have been used, with those doors.
    pub(super) done: Vec<(FactRef, &'a [ChannelRef])>,
    /// What others follow from or rest on.
    pub(super) carrying: FactSet,
}

impl<'a> Links<'a> {
    pub(super) fn of(core: &'a Core) -> Self {
        let mut links = Self {
            derived: Vec::new(),
            premised: Vec::new(),
            done: Vec::new(),
            carrying: FactSet::default(),
        };
        for (fact, record) in core.each_fact() {
            if !record.derive.is_empty() {
                links.derived.push((fact, record));
                for (when, _) in &record.derive {
                    links.carrying.add_all(when);
                }
            }
            if let Some(premise) = &record.premise {
                links.premised.push((fact, premise));
                links.carrying.add_all(premise);
            }
            if let Some(Trace::Done(doors)) = &record.trace {
                links.done.push((fact, doors));
            }
        }
        links
    }

    /// What has to be so for a fact to make sense.
    pub(super) fn premise(&self, fact: FactRef) -> Option<&'a Condition> {
        self.premised.iter().find(|(premised, _)| *premised == fact).map(|(_, premise)| *premise)
    }
}

/// A set of facts that may hold more than was put in, and never less: good for
/// telling what need not be looked at again.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct FactSet(u64);

impl FactSet {
    pub(super) fn of(fact: FactRef) -> Self {
        Self(1 << (fact.place() % 64))
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds every fact that a condition compares.
    pub(super) fn add_all(&mut self, condition: &Condition) {
        match condition {
            Condition::Is(fact, _) | Condition::AtLeast(fact, _) | Condition::AtMost(fact, _) => {
                *self = self.and(Self::of(*fact));
            }
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.add_all(part);
                }
            }
            Condition::Not(part) => self.add_all(part),
        }
    }

    /// Whether the two sets may have a fact in common.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
