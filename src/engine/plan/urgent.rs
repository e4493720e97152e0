//! What to do at once, or first.

use super::Act;
use super::findings::Findings;
use super::reach::Scene;
use crate::engine::calendar::{Moment, opening};
use crate::engine::case::{Case, Value};
use crate::engine::knowledge::{ChannelRef, Core, Problem, ProblemRef, Urgent};
use crate::engine::rule::{Condition, Verdict};
use crate::engine::sorting;

/// The acts that apply, in order. What this emergency asks for in any problem comes
/// before the problem's own acts, unless those do part of it already.
pub(super) fn acts(scene: &Scene, findings: &Findings) -> Vec<Act> {
    let own = findings.acts.iter().filter_map(|place| scene.problem.urgent.get(*place));
    let own: Vec<&Urgent> = own.collect();
    let (mut all, mut after): (Vec<&Urgent>, Vec<&Urgent>) = (Vec::new(), Vec::new());
    // What is lent later does not overtake what the problem says itself of the earlier.
    let mut is_late = false;
    for lender in lenders(scene.core, scene.problem, &|when| scene.judge(when)) {
        let Some(lender) = scene.core.problem(lender) else { continue };
        let lent = lender.urgent.iter().filter(|lent| applies(scene, lent));
        is_late |= lent.clone().any(|lent| stands_among(&own, lent));
        for act in lent {
            if ![&own, &all, &after].iter().any(|acts| stands_among(acts, act)) {
                if is_late { &mut after } else { &mut all }.push(act);
            }
        }
    }
    all.extend(own);
    all.extend(after);
    let mut acts: Vec<Act> = (all.into_iter())
        .map(|urgent| {
            let mut because = Vec::new();
            if let Some(when) = scene.condition(urgent.when) {
                when.deciding_facts(scene.case, &mut because);
            }
            Act {
                text: urgent.act,
                channel: urgent.channel,
                opening: scene.opening(urgent.channel),
                because,
                sources: urgent.sources.clone(),
            }
        })
        .collect();
    // Whoever is closed can wait, the money cannot.
    sorting::by_key(&mut acts, |act| scene.is_emergency && act.opening.is_open() == Some(false));
    acts
}

/// Whether an act, or another one at its door, is among these.
fn stands_among(acts: &[&Urgent], act: &Urgent) -> bool {
    let is_it = |other: &&Urgent| {
        other.act == act.act || other.channel.is_some() && other.channel == act.channel
    };
    acts.iter().any(is_it)
}

/// The problems whose acts are to be done in another one too; where nobody knows on
/// which platform it happened, those for any platform it can have happened on. A
/// problem that is always an emergency says itself what to do.
pub(super) fn lenders(
    core: &Core,
    problem: &Problem,
    judge: &dyn Fn(&Condition) -> Verdict,
) -> Vec<ProblemRef> {
    let lends = core.order.lends.iter().filter(|_| !problem.emergency);
    let is_lent = |when| match judge(when) {
        Verdict::Unknown => by_platform(core, problem, judge, when).any(|it| it == Verdict::Yes),
        settled @ (Verdict::Yes | Verdict::No) => settled == Verdict::Yes,
    };
    lends.filter(|(when, _)| is_lent(when)).map(|(_, lender)| *lender).collect()
}

/// The verdicts on a condition for each platform the problem happens on.
fn by_platform<'a>(
    core: &'a Core,
    problem: &'a Problem,
    judge: &'a dyn Fn(&Condition) -> Verdict,
    when: &'a Condition,
) -> impl Iterator<Item = Verdict> + 'a {
    problem.platforms.iter().map(|platform| {
        when.judge_by(&|comparison: &Condition| match (judge(comparison), comparison) {
            (Verdict::Unknown, Condition::Is(fact, value)) if Some(*fact) == core.platform => {
                Verdict::from(*value == Value::Choice(*platform))
            }
            (verdict, _) => verdict,
        })
    })
}

/// Whether what is lent to this emergency depends on the platform, which nobody knows.
pub(super) fn waits_for_platform(
    core: &Core,
    problem: &Problem,
    judge: &dyn Fn(&Condition) -> Verdict,
) -> bool {
    let mut lends = core.order.lends.iter().filter(|_| !problem.emergency);
    lends.any(|(when, _)| {
        let is_lent = |wanted: bool| {
            by_platform(core, problem, judge, when).any(|it| (it == Verdict::Yes) == wanted)
        };
        is_lent(true) && is_lent(false)
    })
}

/// Whether something lent to this emergency is to be done in some places only, and
/// nobody knows where the person is.
pub(super) fn waits_for_place(scene: &Scene) -> bool {
    let lenders = lenders(scene.core, scene.problem, &|when| scene.judge(when));
    let lent = lenders.into_iter().filter_map(|lender| scene.core.problem(lender));
    let channels = lent.flat_map(|lender| &lender.urgent).filter_map(|act| act.channel);
    let mut channels = channels.filter_map(|channel| scene.core.channel(channel));
    channels.any(|channel| scene.serves_here(channel) == Verdict::Unknown)
}

/// An act that holds “unless” something is known applies while it is not known;
/// one that holds “if” something is known waits until it is.
pub(super) fn applies(scene: &Scene, urgent: &Urgent) -> bool {
    let channel = urgent.channel.and_then(|channel| scene.core.channel(channel));
    let is_open_here = channel.is_none_or(|channel| {
        Scene::is_door(channel)
            && scene.serves_here(channel) == Verdict::Yes
            && !scene.is_blocked(channel)
    });
    let closed_world = |verdict: Verdict| {
        if verdict == Verdict::Unknown { Verdict::No } else { verdict }
    };
    is_open_here
        && scene.condition(urgent.when).is_none_or(|when| {
            when.judge_by(&|comparison: &Condition| closed_world(comparison.compare(scene.case)))
                == Verdict::Yes
        })
}

/// What to do at once where minutes matter: what the problem says, or, where it says
/// nothing, whom one calls first in the person's region.
pub fn at_once(core: &Core, problem: Option<ProblemRef>, case: &Case, moment: Moment) -> Vec<Act> {
    let acts = problem.map(|problem| super::plan(core, problem, case, moment).urgent);
    acts.filter(|acts| !acts.is_empty()).unwrap_or_else(|| first_calls(core, case, moment))
}

/// Whom to call first in the person's region, where no problem says it better.
fn first_calls(core: &Core, case: &Case, moment: Moment) -> Vec<Act> {
    // Wherever somebody is, the number on their own card helps.
    let card: Vec<ChannelRef> = core.channel_named("bank-issuer").into_iter().collect();
    let calls: &[ChannelRef] = core.here(case).map_or(&card, |region| &region.first_call);
    let act = |channel: &ChannelRef| {
        let record = core.channel(*channel)?;
        Some(Act {
            text: record.name,
            channel: Some(*channel),
            opening: opening(record.hours.as_ref(), core, moment),
            because: Vec::new(),
            sources: record.sources.clone(),
        })
    };
    calls.iter().filter_map(act).collect()
}
