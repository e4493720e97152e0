//! What a case says beyond what it was told.

use crate::engine::calendar::Moment;
use crate::engine::case::{Answer, Case, Deed, Origin, Value};
use crate::engine::knowledge::{
    ChannelRef, Core, Fact, FactKind, FactRef, Links, Problem, ProblemRef, Trace,
};
use crate::engine::rule::{Condition, Verdict};

/// A case ready to be judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    /// The case with what the problem assumes, what the doors already used show,
    /// and what follows from other facts.
    pub case: Case,
    /// Facts that were told but count for nothing, because what they rest on
    /// turned out not to be so. They are kept in the person's case.
    pub ignored: Vec<FactRef>,
    /// Unknown facts that make no sense, because what they rest on is not so:
    /// whoever has asked nobody has had no answer.
    pub moot: Vec<FactRef>,
}

impl Prepared {
    /// Judges a condition; nothing holds of facts that make no sense in the case.
    pub fn judge(&self, condition: &Condition) -> Verdict {
        Moot::of(&self.moot).judge(condition, &self.case)
    }
}

/// Unknown facts that make no sense: nothing holds of them.
#[derive(Clone, Copy)]
pub(super) struct Moot<'a> {
    facts: &'a [FactRef],
    /// One bit for every 64th fact: most others need not be looked for.
    hint: u64,
}

impl<'a> Moot<'a> {
    pub(super) fn of(facts: &'a [FactRef]) -> Self {
        Self { facts, hint: facts.iter().fold(0, |hint, fact| hint | Self::bit(*fact)) }
    }

    fn bit(fact: FactRef) -> u64 {
        1 << (fact.place() % 64)
    }

    /// Whether a fact is among them.
    pub(super) fn holds(self, fact: FactRef) -> bool {
        self.hint & Self::bit(fact) != 0 && self.facts.contains(&fact)
    }

    pub(super) fn judge(self, condition: &Condition, case: &Case) -> Verdict {
        condition.judge_by(&|comparison: &Condition| match comparison.compare(case) {
            Verdict::Unknown if comparison.fact().is_some_and(|fact| self.holds(fact)) => {
                Verdict::No
            }
            verdict @ (Verdict::Yes | Verdict::No | Verdict::Unknown) => verdict,
        })
    }
}

/// Prepares a case for a problem.
///
/// What the person said, or what was read from their words, stands above what
/// follows; what they did stands above what they said. A plan prepares only what
/// can matter for its problem.
#[must_use]
pub fn prepare(core: &Core, problem: ProblemRef, case: &Case, moment: Moment) -> Prepared {
    let links = &core.links;
    settle(core, links, told(core, core.problem(problem), links, case, moment))
}

/// What the case was told, with what the problem assumes and the doors already
/// used show.
pub(super) fn told(
    core: &Core,
    problem: Option<&Problem>,
    links: &Links,
    case: &Case,
    moment: Moment,
) -> Case {
    let mut case = case.clone();
    case.forget_all(Origin::Assumed);
    case.forget_all(Origin::Derived);
    if let Some(problem) = problem {
        assume(core, problem, &mut case);
    }
    trace(core, links, &mut case, moment.today());
    case
}

/// Adds what follows from what was told, and sets aside what makes no sense.
pub(super) fn settle(core: &Core, links: &Links, mut case: Case) -> Prepared {
    let mut ignored = Vec::new();
    // Each round but the last sets one told fact aside, so the rounds end.
    loop {
        derive(core, links, &mut case);
        let Some(fact) = baseless(core, links, &case) else { break };
        case.forget(fact);
        ignored.push(fact);
        case.forget_all(Origin::Derived);
    }
    let moot = moot(core, links, &case);
    Prepared { case, ignored, moot }
}

fn assume(core: &Core, problem: &Problem, case: &mut Case) {
    for (fact, value) in &problem.assumes {
        case.tell(*fact, *value, Origin::Assumed);
    }
    // A problem that happens on one platform only has settled that question.
    if let (Some(fact), [platform]) = (core.platform, problem.platforms.as_slice()) {
        case.tell(fact, Value::Choice(*platform), Origin::Assumed);
    }
}

/// Adds what the doors already used show.
fn trace(core: &Core, links: &Links, case: &mut Case, today: i32) {
    if case.deeds().is_empty() {
        return;
    }
    for (fact, record) in records(core, &links.traced) {
        let value = match &record.trace {
            None => None,
            Some(Trace::Done(doors)) => done(case, fact, record, doors),
            Some(Trace::Since(of)) => {
                let first = used(core, case, *of).map(|deed| deed.day).min();
                first.map(|day| Value::Count(i64::from(today.saturating_sub(day).max(0)) * 1000))
            }
            // An answer that came counts more than a later silence; of two on one
            // day the better one counts, whichever was told first.
            Some(Trace::Answer(of)) => used(core, case, *of)
                .max_by_key(|deed| (deed.answer != Answer::None, deed.day, deed.answer))
                .and_then(|deed| option(core, fact, deed.answer)),
        };
        if let Some(value) = value {
            case.tell(fact, value, Origin::Done);
        }
    }
}

/// Whether, or how often, one of the doors was used.
fn done(case: &Case, fact: FactRef, record: &Fact, doors: &[ChannelRef]) -> Option<Value> {
    let count = case.deeds().iter().filter(|deed| doors.contains(&deed.channel)).count();
    if count == 0 {
        return None;
    }
    if record.kind == FactKind::Flag {
        return Some(Value::Flag(true));
    }
    // The person may have told of appeals from before the first tick.
    let told = match case.value(fact) {
        Some(Value::Count(told)) => told,
        _ => 0,
    };
    let count = i64::try_from(count).unwrap_or(i64::MAX).saturating_mul(1000);
    Some(Value::Count(told.max(count)))
}

/// The uses of the doors of a fact.
fn used<'a>(core: &'a Core, case: &'a Case, of: FactRef) -> impl Iterator<Item = Deed> + 'a {
    let doors = core.doors_of(of);
    case.deeds().iter().copied().filter(move |deed| doors.contains(&deed.channel))
}

fn option(core: &Core, fact: FactRef, answer: Answer) -> Option<Value> {
    core.option_named(fact, answer.id()).or_else(|| core.option_named(fact, answer.of_appeal()))
}

/// Facts with their records.
fn records<'a>(core: &'a Core, facts: &[FactRef]) -> impl Iterator<Item = (FactRef, &'a Fact)> {
    facts.iter().filter_map(|fact| Some((*fact, core.fact(*fact)?)))
}

/// Facts with what they rest on.
fn premises<'a>(core: &'a Core, links: &Links) -> impl Iterator<Item = (FactRef, &'a Condition)> {
    records(core, &links.premised)
        .filter_map(|(fact, record)| Some((fact, record.premise.as_ref()?)))
}

/// Adds what follows from other facts, until nothing more follows.
fn derive(core: &Core, links: &Links, case: &mut Case) {
    // A derivation may feed another one; each round settles at least one fact.
    loop {
        let mut is_settled = true;
        for (fact, record) in records(core, &links.derived) {
            if case.value(fact).is_some() {
                continue;
            }
            let follows = record.derive.iter().find(|(when, _)| when.judge(case) == Verdict::Yes);
            if let Some((_, value)) = follows {
                case.tell(fact, *value, Origin::Derived);
                is_settled = false;
            }
        }
        if is_settled {
            return;
        }
    }
}

/// A told fact whose premise does not hold.
fn baseless(core: &Core, links: &Links, case: &Case) -> Option<FactRef> {
    let is_told = |fact| {
        let known = case.known(fact);
        known.is_some_and(|known| matches!(known.origin, Origin::Read | Origin::Given))
    };
    let mut told = premises(core, links).filter(|(fact, _)| is_told(*fact));
    told.find(|(_, premise)| premise.judge(case) == Verdict::No).map(|(fact, _)| fact)
}

/// The unknown facts whose premise does not hold.
fn moot(core: &Core, links: &Links, case: &Case) -> Vec<FactRef> {
    let mut moot = Vec::new();
    // One may be the premise of another; each round but the last adds one.
    loop {
        let known = moot.len();
        for (fact, premise) in premises(core, links) {
            if case.value(fact).is_none()
                && !moot.contains(&fact)
                && Moot::of(&moot).judge(premise, case) == Verdict::No
            {
                moot.push(fact);
            }
        }
        if moot.len() == known {
            return moot;
        }
    }
}
