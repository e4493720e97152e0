//! Conditions over facts, judged with three truth values.

use recourse_macros::Columns;
use serde::Serialize;

use super::case::{Case, Value};
use super::knowledge::FactRef;

/// Whether something holds. Unknown is not no.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// It does not hold.
    No,
    /// The facts known so far do not settle it.
    Unknown,
    /// It holds.
    Yes,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl Verdict {
    /// The verdict on the opposite; unknown stays unknown.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }

    /// The verdict on both holding.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }
}

/// A condition over the facts of a case.
#[derive(Clone, Debug, Columns, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Condition {
    /// The fact has this value.
    Is(FactRef, Value),
    /// The count is at least this many thousandths.
    AtLeast(FactRef, i64),
    /// The count is at most this many thousandths.
    AtMost(FactRef, i64),
    /// Every part holds; an empty list always holds.
    All(Vec<Condition>),
    /// Some part holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Judges the condition against what is known.
    ///
    /// One `No` settles an `All` and one `Yes` settles an `Any`, whatever is
    /// still unknown beside it.
    pub fn judge(&self, case: &Case) -> Verdict {
        self.judge_by(&|comparison: &Self| comparison.compare(case))
    }

    /// Judges the condition, with `compare` judging each comparison that counts.
    pub fn judge_by(&self, compare: &impl Fn(&Self) -> Verdict) -> Verdict {
        match self {
            Self::Is(..) | Self::AtLeast(..) | Self::AtMost(..) => compare(self),
            Self::All(parts) => {
                let mut verdict = Verdict::Yes;
                for part in parts {
                    verdict = verdict.and(part.judge_by(compare));
                    if verdict == Verdict::No {
                        break;
                    }
                }
                verdict
            }
            Self::Any(parts) => {
                let mut verdict = Verdict::No;
                for part in parts {
                    verdict = verdict.max(part.judge_by(compare));
                    if verdict == Verdict::Yes {
                        break;
                    }
                }
                verdict
            }
            Self::Not(part) => part.judge_by(compare).negated(),
        }
    }

    /// Judges the condition, letting `judge` replace the verdict on each
    /// comparison. The last argument of `judge` tells whether the comparison
    /// stands under an even number of negations.
    pub fn judge_with(
        &self,
        case: &Case,
        judge: &impl Fn(&Self, Verdict, bool) -> Verdict,
        positive: bool,
    ) -> Verdict {
        match self {
            Self::Is(..) | Self::AtLeast(..) | Self::AtMost(..) => {
                judge(self, self.compare(case), positive)
            }
            Self::All(parts) => parts
                .iter()
                .map(|part| part.judge_with(case, judge, positive))
                .min()
                .unwrap_or(Verdict::Yes),
            Self::Any(parts) => parts
                .iter()
                .map(|part| part.judge_with(case, judge, positive))
                .max()
                .unwrap_or(Verdict::No),
            Self::Not(part) => part.judge_with(case, judge, !positive).negated(),
        }
    }

    /// The verdict on a single comparison; the parts of a compound are not looked at.
    pub fn compare(&self, case: &Case) -> Verdict {
        let Some(known) = self.fact().and_then(|fact| case.place(fact)) else {
            return Verdict::Unknown;
        };
        Verdict::from(match (self, known.value) {
            (Self::Is(_, Value::Flag(wanted)), Value::Flag(value)) => value == *wanted,
            (Self::Is(_, Value::Choice(wanted)), Value::Choice(value)) => value == *wanted,
            (Self::Is(_, Value::Count(wanted)), Value::Count(value)) => value == *wanted,
            (Self::Is(_, Value::Day(wanted)), Value::Day(value)) => value == *wanted,
            (Self::AtLeast(_, floor), Value::Count(count)) => count >= *floor,
            (Self::AtMost(_, ceiling), Value::Count(count)) => count <= *ceiling,
            _ => false,
        })
    }

    /// The fact of a single comparison; `None` for a compound.
    pub const fn fact(&self) -> Option<FactRef> {
        match self {
            Self::Is(fact, _) | Self::AtLeast(fact, _) | Self::AtMost(fact, _) => Some(*fact),
            Self::All(_) | Self::Any(_) | Self::Not(_) => None,
        }
    }

    /// Calls `visit` for every comparison in the condition, from left to right.
    pub fn each_comparison(&self, visit: &mut dyn FnMut(&Self)) {
        match self {
            Self::Is(..) | Self::AtLeast(..) | Self::AtMost(..) => visit(self),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.each_comparison(visit);
                }
            }
            Self::Not(part) => part.each_comparison(visit),
        }
    }

    /// Judges the condition and adds the facts that explain the verdict, which
    /// may repeat: for a settled one the known facts a person would name when
    /// asked why, for an unsettled one the unknown facts that could turn it.
    ///
    /// What is open is only told of a condition that is itself not settled.
    pub fn explain(&self, case: &Case, why: &mut Vec<FactRef>) -> Verdict {
        let every = match self {
            Self::Is(fact, _) | Self::AtLeast(fact, _) | Self::AtMost(fact, _) => {
                why.push(*fact);
                return self.compare(case);
            }
            Self::Not(part) => return part.explain(case, why).negated(),
            Self::All(parts) => (parts, Verdict::Yes, Verdict::No),
            Self::Any(parts) => (parts, Verdict::No, Verdict::Yes),
        };
        let (parts, mut verdict, strongest) = every;
        let from = why.len();
        for part in parts {
            let start = why.len();
            let own = part.explain(case, why);
            let is_stronger = if strongest == Verdict::No { own < verdict } else { own > verdict };
            if is_stronger {
                // What explained the weaker verdict so far explains nothing any more.
                if from < start {
                    why.drain(from..start);
                }
                verdict = own;
            } else if own != verdict {
                why.truncate(start);
            }
        }
        verdict
    }

    /// Adds the unknown facts that could still turn an unsettled verdict,
    /// without repeating any.
    pub fn open_facts(&self, case: &Case, open: &mut Vec<FactRef>) {
        let from = open.len();
        if self.explain(case, open) == Verdict::Unknown {
            keep_first(open, 0, from);
        } else {
            open.truncate(from);
        }
    }

    /// Whether a fact is among the [`Self::open_facts`].
    pub fn is_open(&self, fact: FactRef, case: &Case) -> bool {
        match self {
            Self::Is(compared, _) | Self::AtLeast(compared, _) | Self::AtMost(compared, _) => {
                *compared == fact && case.value(fact).is_none()
            }
            Self::All(parts) | Self::Any(parts) => (parts.iter())
                .any(|part| part.is_open(fact, case) && part.judge(case) == Verdict::Unknown),
            Self::Not(part) => part.is_open(fact, case),
        }
    }

    /// Adds the known facts that make the condition hold or fail, without
    /// repeating any: those a person would name when asked why.
    pub fn deciding_facts(&self, case: &Case, deciding: &mut Vec<FactRef>) {
        let from = deciding.len();
        if self.explain(case, deciding) == Verdict::Unknown {
            deciding.truncate(from);
        } else {
            keep_first(deciding, 0, from);
        }
    }
}

/// Takes out what is repeated: of the facts at `from` and after, those that also
/// stand before, beginning with `start`.
fn keep_first(facts: &mut Vec<FactRef>, start: usize, from: usize) {
    let mut kept = from;
    for at in from..facts.len() {
        let Some(fact) = facts.get(at).copied() else { break };
        let is_known = facts.iter().take(kept).skip(start).any(|earlier| *earlier == fact);
        if !is_known && let Some(slot) = facts.get_mut(kept) {
            *slot = fact;
            kept += 1;
        }
    }
    facts.truncate(kept);
}
