//! When a door can be taken, and when its answer is due.

use recourse::engine::calendar::{Due, Moment};
use recourse::engine::case::{Answer, Case, Origin, Value};
use recourse::engine::knowledge::{
    Basis, ChannelRef, ConditionRef, Core, Deadline, Duration, FactRef, Operator, Stage, TextRef,
    Trace, Unit,
};
use recourse::engine::plan::{Next, Outcome, Plan, Progress, Standing, Step, plan};
use recourse::engine::rule::Condition;
use serde_json::{Value as Json, json};

use super::{open, planned, world};
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
    let deed = Condition::Is(fact("reported-to-police"), Value::Flag(true));
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

/// The plan of a world for somebody who used its first door so many days ago.
fn used(mut world: Core, days: i32) -> Plan {
    let (max, unit, basis) = (3, Unit::Day, Basis::Official);
    world.problems[0].ladder[0].wait =
        Some(Duration { min: None, max, unit, basis, sources: vec![] });
    let mut case = Case::default();
    case.did(ChannelRef::at(0), saturday_morning().today() - days);
    let (problem, _) = core().each_problem().next().expect("a problem");
    plan(&world.scoped(), problem, &case, saturday_morning())
}

#[test]
fn an_answer_is_overdue_when_its_last_day_is_over() {
    let progress = |days| used(world(false, &[open(Stage::First)]), days).ladder[0].progress;
    assert!(matches!(progress(3), Progress::Waiting(_)));
    assert!(matches!(progress(4), Progress::Overdue(_)));
}

#[test]
fn a_door_waits_for_those_below_it_and_not_for_its_neighbours() {
    let next = |lower| {
        let doors = [open(lower), open(Stage::Escalate)];
        let next = used(world(false, &doors), 1).next.expect("a door");
        (next.step, next.from.is_some())
    };
    assert_eq!(next(Stage::Next), (1, true));
    assert_eq!(next(Stage::Escalate), (1, false));
}

#[test]
fn a_door_that_lacks_a_deed_is_the_next_if_there_is_no_other() {
    let later = (Stage::First, None, Standing::Later);
    let plan = planned(world(false, &[later, later]));
    assert_eq!(plan.next, Some(Next { step: 0, from: None }));
    assert_eq!(plan.outcome, Outcome::Open);
}

#[test]
fn a_number_says_that_a_door_was_used_unless_it_is_none() {
    for (count, is_said) in [(0, false), (1000, true)] {
        let mut world = world(false, &[open(Stage::First)]);
        let asked = fact("days-in-review");
        world.facts[asked.place()].trace = Some(Trace::Done(vec![ChannelRef::at(0)]));
        let mut case = Case::default();
        case.tell(asked, Value::Count(count), Origin::Given);
        let (problem, _) = core().each_problem().next().expect("a problem");
        let plan = plan(&world.scoped(), problem, &case, saturday_morning());
        let expected = if is_said { Progress::Said(asked) } else { Progress::Untried };
        assert_eq!(plan.ladder[0].progress, expected);
    }
}

#[test]
fn whoever_says_that_it_is_solved_has_no_way_left() {
    let solved = |tell: &dyn Fn(&Core, &mut Case)| {
        let mut world = world(false, &[open(Stage::First)]);
        // A door that is none of the problem's shows its own answer.
        world.channels.push(core().channels[1].clone());
        world.facts[fact("contacted-merchant").place()].trace =
            Some(Trace::Done(vec![ChannelRef::at(1)]));
        let world = world.scoped();
        let mut case = Case::default();
        tell(&world, &mut case);
        let (problem, _) = core().each_problem().next().expect("a problem");
        plan(&world, problem, &case, saturday_morning()).outcome
    };
    let of_merchant = |answer: Answer| {
        move |_: &Core, case: &mut Case| {
            case.did(ChannelRef::at(1), saturday_morning().today());
            case.answered(ChannelRef::at(1), answer);
        }
    };
    let in_words = |world: &Core, case: &mut Case| {
        case.tell(fact("contacted-merchant"), Value::Flag(true), Origin::Given);
        let answer = fact("merchant-answer");
        let value = world.option_named(answer, Answer::Solved.id()).expect("the answer");
        case.tell(answer, value, Origin::Given);
    };
    assert_eq!(solved(&of_merchant(Answer::Solved)), Outcome::Solved);
    assert_eq!(solved(&of_merchant(Answer::Refused)), Outcome::Open);
    assert_eq!(solved(&in_words), Outcome::Solved);
}

#[test]
fn a_clock_of_hours_runs_on_through_the_night_on_which_clocks_change() {
    let mut world = core().clone();
    let (max, unit, basis) = (24, Unit::Hour, Basis::Law);
    world.problems[0].deadlines = vec![Deadline {
        id: "it".into(),
        regions: vec![],
        text: TextRef::at(0),
        from: TextRef::at(0),
        within: Some(Duration { min: None, max, unit, basis, sources: vec![] }),
        clock: Some(fact("hours-since-loss")),
        consequence: None,
        sources: vec![],
    }];
    let (problem, _) = core().each_problem().next().expect("a problem");
    let told = case(&json!({ "region": "UK", "hours-since-loss": 0 }));
    // In the night to Sunday British clocks go back by an hour.
    let evening = Moment::parse("2026-10-24T20:00:00+01:00").expect("a time");
    let clock = &plan(&world.scoped(), problem, &told, evening).clocks[0];
    let ends = Due { day: evening.today() + 1, minute: Some(19 * 60), about: false };
    assert_eq!(clock.ends, Some(ends));
}
