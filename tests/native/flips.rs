//! What an answer would change is all that differs between two plans.

use recourse::engine::case::Origin;
use recourse::engine::knowledge::{ChannelRef, FactKind, FactRef, ProblemRef, Stage};
use recourse::engine::plan::{Change, Plan, Progress, Standing, changes, plan, prepare};

use crate::case_states::{STATES, axes};
use crate::cases::core;

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
    let progress = |plan: &Plan, door: ChannelRef| {
        plan.ladder.iter().find(|step| step.channel == door).map(|step| step.progress)
    };
    let tried = doors(then, |door, _| {
        progress(now, door) == Some(Progress::Untried)
            && progress(then, door) != progress(now, door)
    });
    assert_eq!(change.tried, tried);
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

/// How many answers are tried for a fact that can matter for a problem.
fn tried(problem: ProblemRef, fact: FactRef) -> usize {
    let record = core().fact(fact).expect("a fact");
    let values = core().scope(problem).expect("its scope").values(fact);
    match record.kind {
        FactKind::Flag => 2,
        FactKind::Choice => record.options.len(),
        FactKind::Count => values.count(),
        FactKind::Date => 0,
    }
}

#[test]
fn what_an_answer_would_change_is_all_that_differs() {
    let mut compared = [0; 4];
    for state in STATES.iter().step_by(29) {
        let all = changes(core(), state.problem, &state.case, state.moment, &state.plan);
        let facts: Vec<FactRef> =
            all.chunk_by(|one, other| one.fact == other.fact).map(|own| own[0].fact).collect();
        let asked: Vec<FactRef> = (state.plan.asks.iter().copied())
            .filter(|fact| tried(state.problem, *fact) > 0)
            .collect();
        assert_eq!(facts[..asked.len()], asked, "what is asked comes first");
        let prepared = prepare(core(), state.problem, &state.case, state.moment);
        for axis in axes(state.problem) {
            let is_open =
                prepared.case.value(axis.fact).is_none() && !prepared.moot.contains(&axis.fact);
            let own: Vec<&Change> = all.iter().filter(|change| change.fact == axis.fact).collect();
            let wanted = if is_open || asked.contains(&axis.fact) {
                tried(state.problem, axis.fact)
            } else {
                0
            };
            assert_eq!(own.len(), wanted, "{}", state.told_all());
            for change in own {
                let mut case = state.case.clone();
                case.tell(axis.fact, change.value, Origin::Given);
                check(change, &state.plan, &plan(core(), state.problem, &case, state.moment));
                let kind = core().fact(axis.fact).expect("a fact").kind;
                compared[kind as usize] += 1;
            }
        }
    }
    println!("{compared:?} changes compared");
    let wanted = [1_000, 400, 300];
    assert!(compared.iter().zip(wanted).all(|(some, least)| *some > least), "only {compared:?}");
}
