//! When a door can be taken, and when its answer is due.

use recourse::engine::calendar::Moment;
use recourse::engine::knowledge::{
    Basis, ConditionRef, Core, Duration, FactRef, Operator, Stage, Unit,
};
use recourse::engine::plan::{Standing, Step, plan};
use recourse::engine::rule::Condition;
use serde_json::{Value as Json, json};

use super::{open, world};
use crate::cases::{case, core, saturday_morning};

/// The one door of a world, for somebody who told this.
fn door(world: Core, facts: &Json) -> Step {
    let (problem, _) = core().each_problem().next().expect("a problem");
    let plan = plan(&world.scoped(), problem, &case(facts), saturday_morning());
    plan.ladder.first().expect("a door").clone()
}

/// In how many days a door can be taken that asks for all of this.
fn ready_in(conditions: Vec<Condition>, facts: &Json) -> Option<i32> {
    let mut world = world(false, &[open(Stage::First)]);
    world.conditions.push(Condition::All(conditions));
    world.problems[0].ladder[0].when = Some(ConditionRef::at(world.conditions.len() - 1));
    let step = door(world, facts);
    assert_eq!(step.standing, Standing::Later);
    step.due.map(|due| due.day - saturday_morning().today())
}

fn fact(id: &str) -> FactRef {
    core().fact_named(id).expect("a fact")
}

#[test]
fn a_wait_of_a_day_or_more_ends_on_a_day() {
    let table = [
        (30, Unit::Minute, false),
        (12, Unit::Hour, false),
        (23, Unit::Hour, false),
        (24, Unit::Hour, true),
        (48, Unit::Hour, true),
        (1, Unit::Day, true),
        (3, Unit::WorkingDay, true),
    ];
    for (max, unit, ends) in table {
        let mut world = world(false, &[open(Stage::First)]);
        let wait = Duration { min: None, max, unit, basis: Basis::Official, sources: vec![] };
        world.problems[0].ladder[0].wait = Some(wait);
        assert_eq!(door(world, &json!({})).due.is_some(), ends, "{max} {unit:?}");
    }
}

#[test]
fn a_door_is_ready_when_the_last_of_its_waits_is_over() {
    let since = |floor| Condition::AtLeast(fact("days-since-platform-contact"), floor);
    let working = |floor| Condition::AtLeast(fact("days-in-review"), floor);
    let told = |days: f64, review: f64| json!({ "contacted-platform": true, "days-since-platform-contact": days, "days-in-review": review });
    // From a Saturday, three working days end on a Wednesday.
    assert_eq!(ready_in(vec![working(3000)], &told(0.0, 0.0)), Some(4));
    assert_eq!(ready_in(vec![since(7000), working(3000)], &told(1.0, 0.0)), Some(6));
    assert_eq!(ready_in(vec![working(3000), since(7000)], &told(1.0, 0.0)), Some(6));
    // What has begun of a day is not over.
    assert_eq!(ready_in(vec![since(4000)], &told(1.5, 0.0)), Some(3));
    // What is over today asks for no day, and a deed has none.
    let deed = Condition::Is(fact("reported-to-police"), recourse::engine::case::Value::Flag(true));
    let mut reached = told(3.0, 0.0);
    reached["reported-to-police"] = json!(false);
    assert_eq!(ready_in(vec![since(3000), deed], &reached), None);
}

#[test]
fn what_may_last_so_long_at_most_does_not_come_back() {
    let is_door = |days: f64| {
        let mut world = world(false, &[open(Stage::First)]);
        world.conditions.push(Condition::AtMost(fact("days-in-review"), 3000));
        world.problems[0].ladder[0].when = Some(ConditionRef::at(world.conditions.len() - 1));
        let (problem, _) = core().each_problem().next().expect("a problem");
        let told = case(&json!({ "days-in-review": days }));
        let plan = plan(&world.scoped(), problem, &told, saturday_morning());
        plan.ladder.len() == 1
    };
    assert_eq!([is_door(3.0), is_door(4.0)], [true, false]);
}

#[test]
fn working_days_are_those_of_where_the_door_is() {
    // On the eve of a week in which China rests.
    let eve = Moment::parse("2026-09-30T10:00:00+08:00").expect("a time");
    let days = |operator, region: &str| {
        let mut world = world(false, &[open(Stage::First)]);
        world.holidays.clone_from(&core().holidays);
        world.channels[0].operator = operator;
        let (max, unit, basis) = (1, Unit::WorkingDay, Basis::Official);
        let wait = Duration { min: None, max, unit, basis, sources: vec![] };
        world.problems[0].ladder[0].wait = Some(wait);
        let (problem, _) = core().each_problem().next().expect("a problem");
        let told = case(&json!({ "region": region }));
        let plan = plan(&world.scoped(), problem, &told, eve);
        plan.ladder[0].due.expect("a day").day - eve.today()
    };
    assert_eq!(days(Operator::Government, "CN"), 8);
    assert_eq!(days(Operator::Government, "SG"), 1);
    // Tencent works in China, wherever the person is.
    assert_eq!(days(Operator::Tencent, "SG"), 8);
}
