//! The scenarios miss nothing: every problem, every rule, every door, every
//! wall and every fact that decides is met in one.

use std::collections::{BTreeMap, BTreeSet};

use recourse::engine::case::{Origin, Value};
use recourse::engine::knowledge::{
    ChannelRef, ConditionRef, Core, FactRef, Problem, Rung, Stage, Status, Urgent,
};
use recourse::engine::plan::{Plan, Standing, WallKind};
use recourse::engine::rule::{Condition, Verdict};

use crate::cases::{channel_id, core};
use crate::scenarios::{PLAYED, Played};

/// How many scenarios a problem has at least.
const EACH: usize = 3;

#[test]
fn every_problem_has_three_scenarios() {
    let mut numbers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in PLAYED.iter() {
        // The same scenario in several places is one.
        let number = one.name.split(' ').nth(1).unwrap_or_default();
        numbers.entry(&one.problem.id).or_default().insert(number);
    }
    let count = |problem: &Problem| numbers.get(problem.id.as_str()).map_or(0, BTreeSet::len);
    let lacking = core().problems.iter().filter(|problem| count(problem) < EACH);
    none("problem", lacking.map(|problem| format!("{}: {}", problem.id, count(problem))));
}

#[test]
fn every_rung_stands_in_a_scenario() {
    let gaps = each_played().flat_map(|(problem, played)| {
        let rungs = problem.ladder.iter().filter(|rung| is_door(rung.channel));
        let gaps = rungs.filter(move |rung| !played.iter().any(|one| stands(one, rung)));
        gaps.map(|rung| {
            let role = rung.role.and_then(|role| core().roles.get(usize::from(role)));
            let role = role.map_or("", String::as_str);
            let (channel, stage) = (channel_id(rung.channel), rung.stage.id());
            format!("{}: {channel} {role} {stage} {}", problem.id, words(rung.when))
        })
    });
    none("rung", gaps);
}

#[test]
fn every_urgent_act_applies_in_a_scenario() {
    let gaps = each_played().flat_map(|(problem, played)| {
        let gaps = (problem.urgent.iter())
            .filter(move |urgent| !played.iter().any(|one| applies(one, urgent)));
        gaps.map(|urgent| {
            let channel = urgent.channel.map_or("", channel_id);
            format!("{}: {channel} {}", problem.id, words(urgent.when))
        })
    });
    none("act", gaps);
}

#[test]
fn every_door_is_reached_in_a_scenario() {
    let rungs = core().problems.iter().flat_map(|problem| &problem.ladder);
    let doors: BTreeSet<ChannelRef> =
        rungs.map(|rung| rung.channel).filter(|channel| is_door(*channel)).collect();
    let steps = PLAYED.iter().flat_map(|one| &one.plan.ladder);
    let reached: BTreeSet<ChannelRef> =
        steps.filter(|step| step.standing == Standing::Yes).map(|step| step.channel).collect();
    none("channel", doors.difference(&reached).map(|channel| channel_id(*channel).to_owned()));
}

#[test]
fn every_wall_shows_in_a_scenario() {
    let gaps = each_played().flat_map(|(problem, played)| {
        let shows = |plan: &Plan, channel: ChannelRef| {
            (plan.walls.iter())
                .any(|wall| wall.kind == WallKind::NotForThis && wall.channel == channel)
        };
        (problem.not_for_this.iter())
            .filter(move |wrong| !played.iter().any(|one| shows(&one.plan, wrong.channel)))
            .map(|wrong| format!("{}: {}", problem.id, channel_id(wrong.channel)))
    });
    none("wall", gaps);
}

#[test]
fn every_fact_that_decides_is_given_in_a_scenario() {
    let mut decides = BTreeSet::new();
    each_condition(core(), &mut |condition| {
        condition.each_comparison(&mut |comparison| decides.extend(comparison.fact()));
    });
    let given: BTreeSet<FactRef> =
        PLAYED.iter().flat_map(|one| one.given.iter().copied()).collect();
    let gaps = decides.difference(&given).filter_map(|fact| core().fact(*fact));
    none("fact", gaps.map(|fact| fact.id.clone()));
}

#[test]
fn every_derivation_happens_in_a_scenario() {
    let gaps = core().each_fact().flat_map(|(fact, record)| {
        let happens = move |place: usize, one: &Played| {
            let case = &one.prepared.case;
            let (when, value) = &record.derive[place];
            let known = case.known(fact);
            let is_so = known.is_some_and(|it| (it.origin, it.value) == (Origin::Derived, *value));
            let mut earlier = record.derive.iter().take(place);
            is_so
                && when.judge(case) == Verdict::Yes
                && earlier.all(|(when, _)| when.judge(case) != Verdict::Yes)
        };
        let gaps = (0..record.derive.len())
            .filter(move |place| !PLAYED.iter().any(|one| happens(*place, one)));
        gaps.map(|place| format!("{}: {}", record.id, spelt(&record.derive[place].0)))
    });
    none("derivation", gaps);
}

#[test]
fn every_deadline_runs_in_a_scenario() {
    let gaps = each_played().flat_map(|(problem, played)| {
        let runs = move |place: usize| {
            let mut clocks = played.iter().flat_map(|one| &one.plan.clocks);
            clocks.any(|clock| clock.deadline == place)
        };
        let deadlines = problem.deadlines.iter().enumerate();
        let gaps = deadlines.filter(move |(place, _)| !runs(*place));
        gaps.map(|(_, deadline)| format!("{}: {}", problem.id, deadline.id))
    });
    none("deadline", gaps);
}

#[test]
fn every_closed_channel_turns_somebody_away_in_a_scenario() {
    let mut gaps = Vec::new();
    let stands = |channel: ChannelRef| {
        let mut rungs = core().problems.iter().flat_map(|problem| &problem.ladder);
        rungs.any(|rung| rung.channel == channel)
    };
    for place in 0..core().channels.len() {
        let (channel, record) = (ChannelRef::at(place), &core().channels[place]);
        let is_wall = |kind: WallKind| {
            let mut walls = PLAYED.iter().flat_map(|one| &one.plan.walls);
            walls.any(|wall| (wall.channel, wall.kind) == (channel, kind))
        };
        let is_later = || {
            let mut steps = PLAYED.iter().flat_map(|one| &one.plan.ladder);
            steps.any(|step| step.channel == channel && step.standing == Standing::Later)
        };
        if !stands(channel) || !is_door(channel) {
            continue;
        }
        if record.blocked_by.is_some() && !is_wall(WallKind::Blocked) && !is_later() {
            gaps.push(format!("{} blocked {}", record.id, words(record.blocked_by)));
        }
        if record.requires.is_some() && !is_wall(WallKind::Requires) && !is_later() {
            gaps.push(format!("{} requires {}", record.id, words(record.requires)));
        }
    }
    none("gate", gaps.into_iter());
}

/// Every problem with the scenarios played for it.
fn each_played() -> impl Iterator<Item = (&'static Problem, Vec<&'static Played>)> {
    core().problems.iter().map(|problem| {
        let played = PLAYED.iter().filter(|one| one.problem.id == problem.id).collect();
        (problem, played)
    })
}

/// Whether the plan has this rung as a step that can be taken now.
fn stands(one: &Played, rung: &Rung) -> bool {
    let step = one.plan.ladder.iter().find(|step| step.channel == rung.channel);
    step.is_some_and(|step| {
        // Where every door of the first stage is closed, one of the next moves up.
        let is_there = step.stage == rung.stage || (step.stage, rung.stage) == PROMOTED;
        let is_it = step.reason == rung.because && step.role == rung.role;
        let condition = rung.when.and_then(|when| core().condition(when));
        let holds = match condition.map(|condition| condition.judge(&one.prepared.case)) {
            None | Some(Verdict::Yes) => true,
            // A door that was used stays a step; any other stands because the
            // open part of its condition makes no sense in this case.
            Some(Verdict::Unknown) => step.progress.is_open(),
            Some(Verdict::No) => false,
        };
        step.standing == Standing::Yes && is_there && is_it && holds
    })
}

const PROMOTED: (Stage, Stage) = (Stage::Now, Stage::First);

/// Whether the act is one of the plan's.
fn applies(one: &Played, urgent: &Urgent) -> bool {
    let acts = if one.plan.urgent.is_empty() { &one.plan.first } else { &one.plan.urgent };
    acts.iter().any(|act| act.text == urgent.act && act.channel == urgent.channel)
}

fn is_door(channel: ChannelRef) -> bool {
    core().channel(channel).is_some_and(|channel| channel.status != Status::WarnOnly)
}

/// Every condition of the records.
fn each_condition(core: &Core, visit: &mut impl FnMut(&Condition)) {
    core.conditions.iter().for_each(&mut *visit);
    for fact in &core.facts {
        fact.derive.iter().for_each(|(condition, _)| visit(condition));
        fact.premise.iter().for_each(&mut *visit);
    }
}

/// The condition in the words of the records.
fn words(when: Option<ConditionRef>) -> String {
    let Some(condition) = when.and_then(|when| core().condition(when)) else {
        return String::new();
    };
    format!("({})", spelt(condition))
}

fn spelt(condition: &Condition) -> String {
    let id = |fact: FactRef| core().fact(fact).map_or("", |record| record.id.as_str());
    let list = |parts: &[Condition]| parts.iter().map(spelt).collect::<Vec<_>>().join(", ");
    match condition {
        Condition::Is(fact, Value::Choice(place)) => {
            let options = core().fact(*fact).map(|record| record.options.as_slice());
            let option = options.and_then(|options| options.get(usize::from(*place)));
            format!("{} {}", id(*fact), option.map_or("", |option| option.id.as_str()))
        }
        Condition::Is(fact, Value::Flag(true)) => id(*fact).to_owned(),
        Condition::Is(fact, Value::Flag(false)) => format!("no {}", id(*fact)),
        Condition::Is(fact, Value::Count(value)) => format!("{} {value}", id(*fact)),
        Condition::Is(fact, Value::Day(value)) => format!("{} {value}", id(*fact)),
        Condition::AtLeast(fact, floor) => format!("{} from {}", id(*fact), floor / 1000),
        Condition::AtMost(fact, ceiling) => format!("{} to {}", id(*fact), ceiling / 1000),
        Condition::All(parts) => format!("all of {}", list(parts)),
        Condition::Any(parts) => format!("any of [{}]", list(parts)),
        Condition::Not(part) => format!("not ({})", spelt(part)),
    }
}

/// Fails if there is a gap; it tells all of them.
fn none(kind: &str, gaps: impl Iterator<Item = String>) {
    let gaps: Vec<String> = gaps.map(|gap| format!("no scenario for {kind} {gap}")).collect();
    assert!(gaps.is_empty(), "{} gaps:\n{}", gaps.len(), gaps.join("\n"));
}
