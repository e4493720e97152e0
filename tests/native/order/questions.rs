//! Which question comes first, in the same small world.

use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::{ChannelRef, ConditionRef, Core, ProblemRef, Stage, Urgent};
use recourse::engine::plan::{Standing, plan};
use recourse::engine::rule::Condition;

use super::{Door, EVERY_DAY, lending, open, planned, world};
use crate::cases::{core, fact_ids, saturday_morning};

/// Lets a door stand only if a fact is so.
pub(super) fn only_if(world: &mut Core, door: usize, condition: Condition) {
    world.conditions.push(condition);
    world.problems[0].ladder[door].when = Some(ConditionRef::at(world.conditions.len() - 1));
}

pub(super) fn is_so(fact: &str) -> Condition {
    Condition::Is(core().fact_named(fact).expect("a fact"), Value::Flag(true))
}

/// What is asked of somebody who answered no to these.
pub(super) fn asked(world: Core, denied: &[&str]) -> Vec<&'static str> {
    let world = world.scoped();
    let mut case = Case::default();
    for fact in denied {
        let fact = core().fact_named(fact).expect("a fact");
        case.tell(fact, Value::Flag(false), Origin::Given);
    }
    let (problem, _) = world.each_problem().next().expect("a problem");
    fact_ids(&plan(&world, problem, &case, saturday_morning()).asks)
}

#[test]
fn after_three_answers_what_presses_comes_first() {
    let answered = ["gets-sms", "vpn-on", "card-linked"];
    let mut doors = vec![open(Stage::Next); 7];
    doors.push(open(Stage::First));
    let mut world = world(false, &doors);
    for (door, fact) in answered.into_iter().enumerate() {
        only_if(&mut world, door, is_so(fact));
    }
    // On one question hang four later doors, on the other a single early one.
    for door in 3..7 {
        only_if(&mut world, door, is_so("has-screenshots"));
    }
    only_if(&mut world, 7, is_so("backup-exists"));
    let first = |count: usize| asked(world.clone(), &answered[..count])[0];
    assert_eq!([first(0), first(1), first(2)], ["has-screenshots"; 3]);
    assert_eq!(first(3), "backup-exists");
}

/// Two doors, of which the second serves one place only.
fn with_a_door_elsewhere(standing: Standing) -> Vec<&'static str> {
    let door: Door = (Stage::First, Some(EVERY_DAY), standing);
    let mut world = world(false, &[open(Stage::First), door]);
    world.channels[1].regions = vec![0];
    fact_ids(&planned(world).asks)
}

#[test]
fn the_place_is_asked_for_a_door_that_may_stand_and_not_for_one_that_must_wait() {
    let is_asked = |standing| with_a_door_elsewhere(standing).contains(&"region");
    assert!(is_asked(Standing::Yes) && is_asked(Standing::Unknown));
    assert!(!is_asked(Standing::Later));
}

/// Whether the place is asked where another problem lends an act at a door of these
/// places, should somebody be in the account.
fn asks_the_place(places: &[u8], is_alarm: bool) -> bool {
    let mut world = lending(is_so("intruder-active"));
    world.channels[1].regions = places.to_vec();
    let mut case = Case::default();
    let intruder = core().fact_named("intruder-active").expect("a fact");
    case.tell(intruder, Value::Flag(is_alarm), Origin::Given);
    let plan = plan(&world.scoped(), ProblemRef::at(0), &case, saturday_morning());
    fact_ids(&plan.asks).contains(&"region")
}

#[test]
fn the_place_is_asked_for_what_an_emergency_borrows_in_some_places_only() {
    assert!(asks_the_place(&[0], true));
    assert!(!asks_the_place(&[], true), "it is to be done everywhere");
    assert!(!asks_the_place(&[0], false), "nothing is borrowed");
}

#[test]
fn how_long_ago_money_left_is_not_asked_before_whether_it_did() {
    let mut world = world(false, &[open(Stage::First), open(Stage::First)]);
    let hours = core().fact_named("hours-since-loss").expect("a fact");
    only_if(&mut world, 1, Condition::AtLeast(hours, 24_000));
    assert!(!asked(world, &[]).contains(&"hours-since-loss"));
}

#[test]
fn an_act_at_a_closed_door_leaves_nothing_open() {
    let mut world = world(false, &[open(Stage::Next), open(Stage::Next), open(Stage::Next)]);
    only_if(&mut world, 0, is_so("has-screenshots"));
    only_if(&mut world, 1, is_so("backup-exists"));
    world.conditions.push(is_so("gets-sms"));
    world.channels[2].blocked_by = Some(ConditionRef::at(world.conditions.len() - 1));
    let problem = &mut world.problems[0];
    let [first, second] = ["has-screenshots", "backup-exists"].map(|id| core().fact_named(id));
    problem.asks = vec![first.expect("a fact"), second.expect("a fact")];
    problem.ladder.truncate(2);
    // Only the second question decides about the act, which cannot be done anyway.
    let when = problem.ladder[1].when;
    problem.urgent = vec![Urgent {
        channel: Some(ChannelRef::at(2)),
        when,
        ..core().problems[0].urgent[0].clone()
    }];
    let mut case = Case::default();
    case.tell(core().fact_named("gets-sms").expect("a fact"), Value::Flag(true), Origin::Given);
    let world = world.scoped();
    let (problem, _) = world.each_problem().next().expect("a problem");
    let asks = plan(&world, problem, &case, saturday_morning()).asks;
    assert_eq!(fact_ids(&asks)[..2], ["has-screenshots", "backup-exists"]);
}
