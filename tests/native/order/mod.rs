//! In what order doors stand, in a small world of doors made for the purpose.

mod questions;
mod waits;
mod weighing;

use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::{
    Channel, ChannelKind, ChannelRef, ConditionRef, Core, Grade, Hours, Item, Operator, ProblemRef,
    Rung, Stage, Status, TextRef, Urgent, Window, Zone,
};
use recourse::engine::plan::{Cost, Plan, Standing, WallKind, plan};
use recourse::engine::rule::Condition;

use crate::cases::{core, saturday_morning};

const MONDAY_TO_FRIDAY: &[Window] = &[Window { from: 0, to: 4, open: 540, close: 1080 }];
const EVERY_DAY: &[Window] = &[Window { from: 0, to: 6, open: 540, close: 1080 }];

/// A door: when its turn comes, when it is open, and how it stands.
type Door = (Stage, Option<&'static [Window]>, Standing);

fn open(stage: Stage) -> Door {
    (stage, Some(EVERY_DAY), Standing::Yes)
}

fn shut(stage: Stage) -> Door {
    (stage, Some(MONDAY_TO_FRIDAY), Standing::Yes)
}

/// A world whose first problem has these doors and no others, all alike: young,
/// sure, by somebody of no weight who never says when they answer.
fn world(is_emergency: bool, doors: &[Door]) -> Core {
    let mut world = core().clone();
    world.channels.truncate(doors.len());
    let done = world.fact_named("reported-to-police").expect("a fact");
    let open = world.fact_named("paid-from-balance").expect("a fact");
    let mut ladder = Vec::new();
    for ((stage, windows, standing), channel) in doors.iter().zip(&mut world.channels) {
        channel.hours = windows.map(|windows| Hours {
            zone: 0,
            windows: windows.to_vec(),
            grade: None,
            sources: vec![],
            conflict: None,
        });
        (channel.status, channel.grade) = (Status::Active, Grade::A);
        (channel.kind, channel.operator) = (ChannelKind::InApp, Operator::Government);
        (channel.requires, channel.blocked_by, channel.response) = (None, None, None);
        channel.source_date = Some("2026-03-01".into());
        channel.regions.clear();
        channel.materials.clear();
        let wanted = match standing {
            Standing::Yes => None,
            Standing::Unknown => Some(open),
            Standing::Later => Some(done),
        };
        let when = wanted.map(|fact| Condition::Is(fact, Value::Flag(true)));
        ladder.push((*stage, when));
    }
    let rung = world.problems[0].ladder.first().expect("a rung").clone();
    let mut rungs = Vec::new();
    for (place, (stage, when)) in ladder.into_iter().enumerate() {
        let when = when.map(|when| {
            world.conditions.push(when);
            ConditionRef::at(world.conditions.len() - 1)
        });
        let channel = ChannelRef::at(place);
        rungs.push(Rung { channel, stage, when, wait: None, role: None, ..rung.clone() });
    }
    world.zones[0] = Zone { name: "Asia/Shanghai".into(), shifts: vec![(0, 28_800)] };
    world.holidays.clear();
    world.problems.truncate(1);
    let problem = &mut world.problems[0];
    (problem.ladder, problem.emergency) = (rungs, is_emergency);
    (problem.urgent, problem.not_for_this, problem.asks) = (vec![], vec![], vec![]);
    problem.assumes.clear();
    world
}

/// A world in which another problem lends an act at a door of its own where this is
/// so, and somebody in the account is an alarm.
fn lending(when: Condition) -> Core {
    let mut world = world(false, &[open(Stage::First), open(Stage::First)]);
    world.problems[0].ladder.truncate(1);
    let mut lender = world.problems[0].clone();
    let channel = Some(ChannelRef::at(1));
    lender.urgent = vec![Urgent { channel, when: None, ..core().problems[0].urgent[0].clone() }];
    world.problems.push(lender);
    let intruder = world.fact_named("intruder-active").expect("a fact");
    world.order.alarm = Some(Condition::Is(intruder, Value::Flag(true)));
    world.order.lends = vec![(when, ProblemRef::at(1))];
    world
}

/// The plan on a Saturday morning of somebody who has not been to the police.
fn planned(world: Core) -> Plan {
    let mut case = Case::default();
    let done = world.fact_named("reported-to-police").expect("a fact");
    case.tell(done, Value::Flag(false), Origin::Given);
    let (problem, _) = core().each_problem().next().expect("a problem");
    plan(&world.scoped(), problem, &case, saturday_morning())
}

/// The doors in their order, by place, with the stage they stand in.
fn order(world: Core) -> Vec<(usize, Stage)> {
    planned(world).ladder.iter().map(|step| (step.channel.place(), step.stage)).collect()
}

#[test]
fn a_door_costs_what_is_said_of_it() {
    let cost = |change: &dyn Fn(&mut Channel)| -> Cost {
        let mut world = world(false, &[open(Stage::First), open(Stage::First)]);
        change(&mut world.channels[1]);
        planned(world).ladder.iter().find(|step| step.channel.place() == 1).expect("it").cost
    };
    let dated = |date: &str| {
        let date = date.to_owned();
        move |door: &mut Channel| door.source_date = Some(date.clone())
    };
    let thing = |required| Item { id: "it".into(), text: TextRef::at(0), required };
    let plain = Cost { place: 100, speed: 15, ..Cost::default() };
    assert_eq!(cost(&|_| {}), plain);
    let trust = |trust| Cost { trust, ..plain };
    assert_eq!(cost(&|door| door.grade = Grade::D), trust(40));
    assert_eq!(cost(&|door| door.status = Status::Unverified), trust(400));
    assert_eq!(cost(&dated("2023-12-31")), trust(15));
    assert_eq!(cost(&dated("1990")), trust(50));
    assert_eq!(cost(&dated("2027-01-01")), trust(0));
    assert_eq!(cost(&|door| door.source_date = None), trust(0));
    let old = |door: &mut Channel| {
        (door.status, door.grade) = (Status::Disputed, Grade::C);
        dated("2024")(door);
    };
    assert_eq!(cost(&old), trust(2000 + 10 + 10));
    assert_eq!(cost(&|door| door.operator = Operator::Ngo), Cost { authority: 10, ..plain });
    assert_eq!(cost(&|door| door.kind = ChannelKind::Court), Cost { effort: 40, ..plain });
    let heavy = |door: &mut Channel| {
        door.kind = ChannelKind::Phone;
        door.materials = vec![thing(true), thing(false), thing(true)];
    };
    assert_eq!(cost(&heavy), Cost { effort: 5 + 4, ..plain });
}

#[test]
fn a_closed_door_costs_more_where_minutes_matter() {
    for (is_emergency, expected) in [(false, 20), (true, 2500)] {
        let doors = [shut(Stage::First), open(Stage::First), (Stage::First, None, Standing::Yes)];
        let plan = planned(world(is_emergency, &doors));
        let closed = |place| {
            let step = plan.ladder.iter().find(|step| step.channel.place() == place);
            step.expect("a door").cost.closed
        };
        assert_eq!([closed(0), closed(1), closed(2)], [expected, 0, 0]);
    }
}

#[test]
fn doors_stand_by_stage_then_by_cost() {
    use Stage::{First, Next, Now};
    let doors = [open(Next), shut(First), open(First), open(Now)];
    assert_eq!(order(world(false, &doors)), [(3, Now), (1, First), (2, First), (0, Next)]);
    let unsure = [(First, None, Standing::Unknown), (First, None, Standing::Later), open(First)];
    assert_eq!(order(world(false, &unsure)), [(2, First), (0, First), (1, First)]);
}

#[test]
fn where_every_first_call_is_closed_the_best_open_door_moves_up() {
    use Stage::{First, Next, Now};
    let moved = |is_emergency, doors: &[Door]| -> Vec<usize> {
        let order = order(world(is_emergency, doors));
        let now = order.into_iter().filter(|(_, stage)| *stage == Now);
        now.map(|(place, _)| place).filter(|place| doors[*place].0 != Now).collect()
    };
    let night = [shut(Now), shut(First), open(First), open(First), open(Next)];
    assert_eq!(moved(true, &night), [2], "the cheaper of two");
    assert_eq!(moved(false, &night), [0; 0], "nothing is urgent");
    assert_eq!(moved(true, &[shut(Now), open(Now), open(First)]), [0; 0], "one is open");
    assert_eq!(moved(true, &[(Now, None, Standing::Yes), open(First)]), [0; 0], "nobody knows");
    assert_eq!(moved(true, &[open(First), shut(Next)]), [0; 0], "there is no first call");
    assert_eq!(moved(true, &[shut(Now), shut(First), open(Next)]), [0; 0], "none is open");
    let unknown_hours = (First, None, Standing::Yes);
    assert_eq!(moved(true, &[shut(Now), unknown_hours]), [0; 0], "it may be closed too");
    for standing in [Standing::Unknown, Standing::Later] {
        let unsure = (First, Some(EVERY_DAY), standing);
        assert_eq!(moved(true, &[shut(Now), unsure]), [0; 0], "it may not be for this case");
    }
    // A first call that is not to be made yet is no reason to wait for it.
    let later = (Now, Some(EVERY_DAY), Standing::Later);
    assert_eq!(moved(true, &[shut(Now), later, open(First)]), [2]);
}

#[test]
fn where_minutes_matter_whoever_is_closed_is_called_later() {
    for (is_emergency, expected) in [(true, [1, 0]), (false, [0, 1])] {
        let mut world = world(is_emergency, &[shut(Stage::Now), open(Stage::Now)]);
        let act = |place| Urgent {
            act: TextRef::at(place),
            channel: Some(ChannelRef::at(place)),
            when: None,
            sources: vec![],
        };
        world.problems[0].urgent = vec![act(0), act(1)];
        let plan = planned(world);
        let acts = plan.urgent.iter().chain(&plan.first);
        let called: Vec<usize> = acts.filter_map(|act| Some(act.channel?.place())).collect();
        assert_eq!(called, expected);
    }
}

#[test]
fn a_door_kept_to_warn_is_a_wall_until_it_has_been_used() {
    let mut world = world(false, &[open(Stage::First), open(Stage::First)]);
    world.channels[1].status = Status::WarnOnly;
    let world = world.scoped();
    let (problem, _) = world.each_problem().next().expect("a problem");
    let (mut case, warned) = (Case::default(), ChannelRef::at(1));
    let found = |case: &Case| {
        let plan = plan(&world, problem, case, saturday_morning());
        let stands = plan.ladder.iter().any(|step| step.channel == warned);
        let walls = plan.walls.iter().filter(|wall| wall.kind == WallKind::Warning);
        (stands, walls.map(|wall| wall.channel).collect::<Vec<_>>())
    };
    assert_eq!(found(&case), (false, vec![warned]));
    case.did(warned, saturday_morning().today());
    assert_eq!(found(&case), (true, vec![]));
}

#[test]
fn an_act_is_lent_for_any_platform_it_can_be_but_for_nothing_else_that_is_unknown() {
    let [platform, vpn] = ["platform", "vpn-on"].map(|id| core().fact_named(id).expect("a fact"));
    let lent = |told: Option<bool>| {
        let is_on = Condition::Is(vpn, Value::Flag(true));
        let is_there = Condition::Is(platform, Value::Choice(1));
        let mut world = lending(Condition::All(vec![is_there, Condition::Not(Box::new(is_on))]));
        world.problems[0].platforms = vec![0, 1];
        let mut case = Case::default();
        let intruder = core().fact_named("intruder-active").expect("a fact");
        case.tell(intruder, Value::Flag(true), Origin::Given);
        if let Some(told) = told {
            case.tell(vpn, Value::Flag(told), Origin::Given);
        }
        !plan(&world.scoped(), ProblemRef::at(0), &case, saturday_morning()).urgent.is_empty()
    };
    assert_eq!([None, Some(false), Some(true)].map(lent), [false, true, false]);
}
