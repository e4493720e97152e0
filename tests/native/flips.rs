//! What an answer would change is all that differs between two plans.

use recourse::engine::case::Origin;
use recourse::engine::knowledge::{ChannelRef, FactKind, Stage};
use recourse::engine::plan::{Change, Plan, Standing, changes, plan};

use crate::cases::core;
use crate::states::STATES;

fn standing(plan: &Plan, door: ChannelRef) -> Option<Standing> {
    plan.ladder.iter().find(|step| step.channel == door).map(|step| step.standing)
}

fn doors(plan: &Plan, wanted: impl Fn(ChannelRef, Standing) -> bool) -> Vec<ChannelRef> {
    let steps = plan.ladder.iter().filter(|step| wanted(step.channel, step.standing));
    steps.map(|step| step.channel).collect()
}

/// The doors that stand in both plans, with their stage in the first.
fn kept(plan: &Plan, other: &Plan) -> Vec<(ChannelRef, Stage)> {
    let steps = plan.ladder.iter().filter(|step| standing(other, step.channel).is_some());
    steps.map(|step| (step.channel, step.stage)).collect()
}

fn turn(plan: &Plan) -> Option<ChannelRef> {
    plan.next.and_then(|next| plan.ladder.get(next.step)).map(|step| step.channel)
}

#[track_caller]
fn check(change: &Change, now: &Plan, then: &Plan) {
    let was = |door| standing(now, door);
    assert_eq!(change.comes, doors(then, |door, _| was(door).is_none()));
    assert_eq!(change.goes, doors(now, |door, _| standing(then, door).is_none()));
    let turned = |to: Standing| {
        doors(then, |door, is| is == to && was(door).is_some_and(|earlier| earlier != to))
    };
    assert_eq!(change.settles, turned(Standing::Yes));
    assert_eq!(change.waits, turned(Standing::Later));
    let decided = [&change.comes, &change.goes, &change.settles, &change.waits];
    assert_eq!(change.doors().collect::<Vec<_>>(), decided.map(Vec::as_slice).concat());
    let acts = |plan: &Plan| -> Vec<_> {
        plan.urgent.iter().chain(&plan.first).map(|act| (act.text, act.channel)).collect()
    };
    let lost = |have: &Plan, keep: &Plan| -> Vec<_> {
        let keep = acts(keep);
        acts(have).into_iter().filter(|act| !keep.contains(act)).map(|(text, _)| text).collect()
    };
    assert_eq!(change.acts_come, lost(then, now));
    assert_eq!(change.acts_go, lost(now, then));
    let [was_urgent, is_urgent] = [now, then].map(|plan| !plan.urgent.is_empty());
    assert_eq!(change.alarm, (is_urgent != was_urgent).then_some(is_urgent));
    assert_eq!(change.next, turn(then).filter(|_| turn(then) != turn(now)));
    assert_eq!(change.outcome, (then.outcome != now.outcome).then_some(then.outcome));
    let (before, after) = (kept(now, then), kept(then, now));
    assert_eq!(change.moves.is_empty(), before == after);
    for (door, stage) in &after {
        let is_same = before.contains(&(*door, *stage));
        assert!(is_same || change.moves.contains(door), "a door changed its stage unseen");
    }
}

#[test]
fn what_an_answer_would_change_is_all_that_differs() {
    let region = core().fact_named("region");
    let mut compared = 0;
    for state in STATES.iter().step_by(37) {
        let all = changes(core(), state.problem, &state.case, state.moment, &state.plan);
        for fact in state.plan.asks.iter().take(5) {
            let record = core().fact(*fact).expect("a fact");
            let answers = match record.kind {
                FactKind::Flag => 2,
                FactKind::Choice if Some(*fact) != region => record.options.len(),
                FactKind::Choice | FactKind::Count | FactKind::Date => 0,
            };
            let own: Vec<&Change> = all.iter().filter(|change| change.fact == *fact).collect();
            assert_eq!(own.len(), answers, "{}", record.id);
            for change in own {
                let mut case = state.case.clone();
                case.tell(*fact, change.value, Origin::Given);
                check(change, &state.plan, &plan(core(), state.problem, &case, state.moment));
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "only {compared} changes were compared");
}
