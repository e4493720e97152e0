//! What can matter for a problem: a plan looks at nothing else, however much is
//! known besides.

use super::{ChannelRef, Core, Fact, FactRef, Trace};
use crate::engine::case::{Case, Origin, Value};

/// Facts that hang together with others, each list in the order of the records.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Those that may follow from others.
    pub derived: Vec<FactRef>,
    /// Those that make no sense unless something else is so.
    pub premised: Vec<FactRef>,
    /// Those that follow from the doors the person has used.
    pub traced: Vec<FactRef>,
}

/// What can matter for one problem.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// The facts that decide about an act or a rung, with all that those follow
    /// from and rest on; sorted.
    pub(super) facts: Vec<FactRef>,
    /// How they hang together.
    pub links: Links,
    /// Those that others follow from or rest on.
    pub carrying: FactSet,
    /// Those that may follow from others.
    pub derived: FactSet,
    /// Those that decide whether minutes matter.
    pub alarm: FactSet,
    /// What each act to be done at once depends on.
    pub acts: Vec<FactSet>,
    /// What each rung depends on.
    pub rungs: Vec<FactSet>,
    /// Every two rungs of one channel.
    pub twins: Vec<(usize, usize)>,
    /// The values that something tells from others: options, and the counts on
    /// either side of everything a count is compared with; sorted.
    pub(super) values: Vec<(FactRef, Value)>,
}

impl Scope {
    /// Whether a fact can matter.
    fn holds(&self, fact: FactRef) -> bool {
        self.facts.binary_search(&fact).is_ok()
    }

    /// The facts that can matter, in the order of the records.
    pub fn facts(&self) -> &[FactRef] {
        &self.facts
    }

    /// The fact as a set; an empty one if it cannot matter.
    pub fn set_of(&self, fact: FactRef) -> FactSet {
        self.facts.binary_search(&fact).map_or(FactSet::default(), FactSet::at)
    }

    /// The values of a fact that something tells from others, in order.
    pub fn values(&self, fact: FactRef) -> impl Iterator<Item = Value> {
        self.values.iter().filter(move |(known, _)| *known == fact).map(|(_, value)| *value)
    }

    /// Whether a case tells of nothing beyond the scope that would have to be set
    /// aside, or that tells how it went at a door.
    pub fn is_enough(&self, core: &Core, case: &Case) -> bool {
        let is_answer = |fact: &Fact| matches!(fact.trace, Some(Trace::Answer(_)));
        for (fact, known) in case.iter() {
            let is_told = matches!(known.origin, Origin::Read | Origin::Given);
            let hangs = |fact: &Fact| fact.premise.is_some() || is_answer(fact);
            if is_told && !self.holds(fact) && core.fact(fact).is_some_and(hangs) {
                return false;
            }
        }
        for deed in case.deeds() {
            for fact in core.told_by(deed.channel) {
                if !self.holds(*fact) && core.fact(*fact).is_some_and(is_answer) {
                    return false;
                }
            }
        }
        true
    }
}

impl Core {
    /// The facts that tell whether a door has been used, and what answer came;
    /// in the order of the records.
    pub fn told_by(&self, door: ChannelRef) -> &[FactRef] {
        self.tellers.get(door.place()).map_or(&[], Vec::as_slice)
    }

    /// The doors whose use makes a fact true, or counts as one.
    pub fn doors_of(&self, fact: FactRef) -> &[ChannelRef] {
        match self.fact(fact).and_then(|fact| fact.trace.as_ref()) {
            Some(Trace::Done(doors)) => doors,
            Some(Trace::Since(_) | Trace::Answer(_)) | None => &[],
        }
    }
}

/// A set of facts of one scope. Beyond 64 of them it may hold more than was put
/// in, and never less: good for telling what need not be looked at again.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct FactSet(u64);

impl FactSet {
    /// The fact at a place of its scope.
    pub(super) const fn at(place: usize) -> Self {
        Self(1 << (place % 64))
    }

    /// What is in one of the two.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two have a fact in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
