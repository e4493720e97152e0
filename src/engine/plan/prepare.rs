//! What a case says beyond what it was told.

use crate::engine::calendar::Moment;
use crate::engine::case::{Answer, Case, Deed, Origin, Value};
use crate::engine::knowledge::{ChannelRef, Core, Fact, FactKind, FactRef, ProblemRef, Trace};
use crate::engine::rule::{Condition, Verdict};

use super::links::Links;

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
        judge(condition, &self.case, &self.moot)
    }
}

/// Prepares a case for a problem.
///
/// What the person said, or what was read from their words, stands above what
/// follows; what they did stands above what they said.
#[must_use]
pub fn prepare(core: &Core, problem: ProblemRef, case: &Case, moment: Moment) -> Prepared {
    settle(&Links::of(core), told(core, problem, case, moment))
}

/// What the case was told, with what the problem assumes and the doors already
/// used show.
pub(super) fn told(core: &Core, problem: ProblemRef, case: &Case, moment: Moment) -> Case {
    let mut case = case.clone();
    case.forget_all(Origin::Assumed);
    case.forget_all(Origin::Derived);
    assume(core, problem, &mut case);
    trace(core, &mut case, moment.today());
    case
}

/// Adds what follows from what was told, and sets aside what makes no sense.
pub(super) fn settle(links: &Links, mut case: Case) -> Prepared {
    let mut ignored = Vec::new();
    // Each round but the last sets one told fact aside, so the rounds end.
    loop {
        derive(links, &mut case);
        let Some(fact) = baseless(links, &case) else { break };
        case.forget(fact);
        ignored.push(fact);
        case.forget_all(Origin::Derived);
    }
    let moot = moot(links, &case);
    Prepared { case, ignored, moot }
}

/// Judges a condition; nothing holds of facts that make no sense.
pub(super) fn judge(condition: &Condition, case: &Case, moot: &[FactRef]) -> Verdict {
    if moot.is_empty() {
        return condition.judge(case);
    }
    let judge = |comparison: &Condition, verdict, _| {
        let is_moot = comparison.fact().is_some_and(|fact| moot.contains(&fact));
        if is_moot { Verdict::No } else { verdict }
    };
    condition.judge_with(case, &judge, true)
}

fn assume(core: &Core, problem: ProblemRef, case: &mut Case) {
    let Some(record) = core.problem(problem) else { return };
    for (fact, value) in &record.assumes {
        case.tell(*fact, *value, Origin::Assumed);
    }
    // A problem that happens on one platform only has settled that question.
    if let (Some(fact), [platform]) = (core.fact_named("platform"), record.platforms.as_slice()) {
        case.tell(fact, Value::Choice(*platform), Origin::Assumed);
    }
}

/// Adds what the doors already used show.
fn trace(core: &Core, case: &mut Case, today: i32) {
    if case.deeds().is_empty() {
        return;
    }
    for (fact, record) in core.each_fact() {
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
    let doors = match core.fact(of).and_then(|fact| fact.trace.as_ref()) {
        Some(Trace::Done(doors)) => doors.as_slice(),
        _ => &[],
    };
    case.deeds().iter().copied().filter(move |deed| doors.contains(&deed.channel))
}

fn option(core: &Core, fact: FactRef, answer: Answer) -> Option<Value> {
    core.option_named(fact, answer.id()).or_else(|| core.option_named(fact, answer.of_appeal()))
}

/// Adds what follows from other facts, until nothing more follows.
fn derive(links: &Links, case: &mut Case) {
    // A derivation may feed another one; each round settles at least one fact.
    loop {
        let mut is_settled = true;
        for (fact, record) in &links.derived {
            if case.value(*fact).is_some() {
                continue;
            }
            let follows = record.derive.iter().find(|(when, _)| when.judge(case) == Verdict::Yes);
            if let Some((_, value)) = follows {
                case.tell(*fact, *value, Origin::Derived);
                is_settled = false;
            }
        }
        if is_settled {
            return;
        }
    }
}

/// A told fact whose premise does not hold.
fn baseless(links: &Links, case: &Case) -> Option<FactRef> {
    let is_told = |fact| {
        let known = case.known(fact);
        known.is_some_and(|known| matches!(known.origin, Origin::Read | Origin::Given))
    };
    let mut told = links.premised.iter().filter(|(fact, _)| is_told(*fact));
    told.find(|(_, premise)| premise.judge(case) == Verdict::No).map(|(fact, _)| *fact)
}

/// The unknown facts whose premise does not hold.
fn moot(links: &Links, case: &Case) -> Vec<FactRef> {
    let mut moot = Vec::new();
    // One may be the premise of another; each round but the last adds one.
    while let Some((fact, _)) = links.premised.iter().find(|(fact, premise)| {
        case.value(*fact).is_none()
            && !moot.contains(fact)
            && judge(premise, case, &moot) == Verdict::No
    }) {
        moot.push(*fact);
    }
    moot
}
