//! How much hangs on a question, in the same small world: the one asked first
//! leaves the least open, and only what a person would see counts.

use recourse::engine::case::Value;
use recourse::engine::knowledge::{Core, FactRef, Stage, Urgent};
use recourse::engine::rule::Condition;

use super::questions::{asked, is_so, only_if};
use super::{open, world};
use crate::cases::core;

const A: &str = "has-screenshots";
const B: &str = "backup-exists";
const C: &str = "gets-sms";

fn fact(id: &str) -> FactRef {
    core().fact_named(id).expect("a fact")
}

fn is_not(fact: &str) -> Condition {
    Condition::Not(Box::new(is_so(fact)))
}

/// Something to do in any case, at no door.
fn act() -> Urgent {
    Urgent { channel: None, when: None, ..core().problems[0].urgent[0].clone() }
}

/// Which of two questions is asked before the other.
fn sooner<'a>(world: Core, one: &'a str, other: &'a str) -> &'a str {
    let asks = asked(world, &[]);
    let place = |fact| asks.iter().position(|asked| *asked == fact).expect("it is asked");
    if place(one) < place(other) { one } else { other }
}

#[test]
fn whether_minutes_matter_is_asked_first_where_there_is_something_to_do_at_once() {
    let sooner = |acts: Vec<Urgent>| {
        let mut world = world(false, &[open(Stage::First), open(Stage::First)]);
        only_if(&mut world, 0, is_so(A));
        only_if(&mut world, 1, is_so(B));
        world.order.alarm = Some(is_so(A));
        world.problems[0].asks = vec![fact(B), fact(A)];
        world.problems[0].urgent = acts;
        sooner(world, A, B)
    };
    assert_eq!(sooner(vec![act()]), A);
    // With nothing to do at once nobody would see an alarm.
    assert_eq!(sooner(vec![]), B);
}

#[test]
fn what_leaves_less_open_comes_before_what_more_hangs_on() {
    let mut world = world(false, &[open(Stage::Now), open(Stage::First)]);
    only_if(&mut world, 0, Condition::All(vec![is_so(A), is_so(B)]));
    only_if(&mut world, 1, is_so(C));
    assert_eq!(sooner(world.clone(), C, A), C);
    assert_eq!(sooner(world, C, B), C);
}

#[test]
fn what_follows_from_an_answer_counts_for_its_question() {
    let doors = [open(Stage::First), open(Stage::Next), open(Stage::First)];
    let mut world = world(false, &doors);
    world.facts[fact(B).place()].derive =
        vec![(is_so(A), Value::Flag(true)), (is_not(A), Value::Flag(false))];
    only_if(&mut world, 0, is_so(B));
    only_if(&mut world, 1, is_so(A));
    only_if(&mut world, 2, is_so(C));
    assert_eq!(sooner(world, A, C), A);
}

#[test]
fn what_a_question_rests_on_is_asked_for_the_doors_of_that_question() {
    let mut world = world(false, &[open(Stage::First)]);
    world.facts[fact(B).place()].premise = Some(is_so(A));
    only_if(&mut world, 0, is_so(B));
    let asks = asked(world, &[]);
    assert!(asks.contains(&A) && !asks.contains(&B), "{asks:?}");
}

#[test]
fn a_door_that_stands_anyway_raises_no_question() {
    for doubtful in [0, 1] {
        let mut world = world(false, &[open(Stage::First), open(Stage::First)]);
        only_if(&mut world, doubtful, is_so(A));
        // Both rungs lead to one door.
        let problem = &mut world.problems[0];
        problem.ladder[1].channel = problem.ladder[0].channel;
        problem.urgent = vec![act()];
        assert!(!asked(world, &[]).contains(&A), "rung {doubtful}");
    }
}

/// Two doors of which an answer takes one and leaves the other, in these places;
/// on another question hangs a door of the next day.
fn in_places(one: u8, other: u8) -> &'static str {
    let [now, first, next] = [Stage::Now, Stage::First, Stage::Next].map(open);
    let mut world = world(false, &[now, now, first, next]);
    only_if(&mut world, 0, is_so(A));
    only_if(&mut world, 1, is_not(A));
    only_if(&mut world, 2, is_so(B));
    only_if(&mut world, 3, is_so(A));
    world.channels[0].regions = vec![one];
    world.channels[1].regions = vec![other];
    sooner(world, A, B)
}

#[test]
fn of_doors_in_several_places_only_those_of_one_place_are_open() {
    // In two places never both doors come, whatever the answer; in one both might.
    assert_eq!(in_places(0, 1), B);
    assert_eq!(in_places(0, 0), A);
}
