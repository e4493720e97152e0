//! What the red block shows, read off the plan.

use crate::engine::calendar::Moment;
use crate::engine::case::{Case, Value};
use crate::engine::knowledge::{Channel, ChannelKind, Core, ProblemRef};
use crate::engine::plan::{Act, at_once, prepare};
use crate::ui::parts::dial::dialable;
use crate::ui::state::State;

/// How many acts follow the first.
const NEXT: usize = 2;

/// What the first act is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// A call that may still stop money.
    MoneyCall,
    /// A call.
    Call,
    /// Something else.
    Act,
}

/// What to say when the call is answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Plea {
    /// The person was tricked into a transfer.
    Tricked,
    /// Money is leaving now.
    Leaving,
    /// Somebody threatens the person.
    Threatened,
}

/// What the red block shows.
pub(super) struct Raised {
    /// What the first act is.
    pub(super) kind: Kind,
    /// The first act.
    pub(super) lead: Act,
    /// What to say first, where the call is answered in Chinese.
    pub(super) plea: Option<Plea>,
    /// The acts that follow.
    pub(super) next: Vec<Act>,
    /// Where the person is taken to be, as an option of the fact `region`.
    pub(super) region: Option<u8>,
}

/// The red block of a visit; `None` without an emergency.
pub(super) fn raise(core: &Core, state: &State, moment: Moment) -> Option<Raised> {
    let is_grave =
        |problem: &ProblemRef| core.problem(*problem).is_some_and(|record| record.emergency);
    let chosen = state.problem.filter(is_grave);
    let heard = state.heard.as_deref().filter(|heard| heard.emergency);
    if heard.is_none() && chosen.is_none() && !state.is_alarm_asked {
        return None;
    }
    // What was chosen is surer than a guess that is no emergency by itself.
    let lead = heard.and_then(|heard| heard.lead(core));
    let problem = lead.filter(is_grave).or(chosen).or(lead);
    let case = match problem {
        Some(problem) => prepare(core, problem, &state.case, moment).case,
        None => state.case.clone(),
    };
    order(core, &case, at_once(core, problem, &case, moment))
}

/// Sorts out which act leads: the first that turns to somebody or something, in
/// the record's order. A stolen account is frozen before anybody is called.
fn order(core: &Core, case: &Case, mut acts: Vec<Act>) -> Option<Raised> {
    let channel = |act: &Act| act.channel.and_then(|channel| core.channel(channel));
    let is_call = |act: &Act| channel(act).is_some_and(is_call);
    let at = acts.iter().position(|act| act.channel.is_some()).unwrap_or_default();
    if acts.is_empty() {
        return None;
    }
    let lead = acts.remove(at);
    acts.truncate(NEXT);
    let holds =
        |id: &str| core.fact_named(id).and_then(|fact| case.value(fact)) == Some(Value::Flag(true));
    let is_money = holds("money-lost") || holds("money-moving-now");
    let kind = match (is_call(&lead), is_money) {
        (true, true) => Kind::MoneyCall,
        (true, false) => Kind::Call,
        (false, _) => Kind::Act,
    };
    let is_answered_in_chinese = channel(&lead).is_some_and(|channel| channel.id == "cn-110");
    let plea = if holds("money-moving-now") {
        Some(Plea::Leaving)
    } else if holds("money-lost") {
        Some(Plea::Tricked)
    } else {
        holds("threatened").then_some(Plea::Threatened)
    };
    let region = core.fact_named("region").and_then(|fact| match case.value(fact)? {
        Value::Choice(place) => Some(place),
        Value::Flag(_) | Value::Count(_) | Value::Day(_) => None,
    });
    Some(Raised { kind, lead, plea: plea.filter(|_| is_answered_in_chinese), next: acts, region })
}

/// A number to dial, or the bank, whose number is on the person's own card.
fn is_call(channel: &Channel) -> bool {
    dialable(channel).is_some() || channel.kind == ChannelKind::Bank
}
