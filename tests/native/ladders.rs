//! The rules themselves: every one can come to bear, none stands in the shadow
//! of another, and no part of a condition is idle. Each test lists all offenders.

use recourse::engine::calendar::Moment;
use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::knowledge::{FactRef, Problem, ProblemRef, Rung, Status};
use recourse::engine::plan::{Prepared, Standing, plan, prepare};
use recourse::engine::rule::{Condition, Verdict};

use crate::case_states::{
    all_cases, axes_of, condition, doors, moment, none_of, own_axes, told_all,
};
use crate::cases::{channel_id, core};

/// The conditions of a rung that must hold, and the one that must not.
fn gates(rung: &Rung) -> ([Option<&'static Condition>; 2], Option<&'static Condition>) {
    let channel = core().channel(rung.channel).expect("a channel");
    ([condition(rung.when), condition(channel.requires)], condition(channel.blocked_by))
}

/// The verdict in a prepared case, where nothing holds of what makes no sense.
fn judge(condition: &Condition, prepared: &Prepared) -> Verdict {
    let judge = |comparison: &Condition, verdict, _| {
        let fact = comparison.fact().expect("a comparison");
        if prepared.moot.contains(&fact) { Verdict::No } else { verdict }
    };
    condition.judge_with(&prepared.case, &judge, true)
}

/// How a rung stands in a prepared case, where the person is included.
fn stands(rung: &Rung, prepared: &Prepared) -> Verdict {
    let (hold, fail) = gates(rung);
    let regions = &core().channel(rung.channel).expect("a channel").regions;
    let region = core().fact_named("region").expect("a fact");
    let here = match prepared.case.value(region) {
        _ if regions.is_empty() => Verdict::Yes,
        Some(Value::Choice(here)) => Verdict::from(regions.contains(&here)),
        _ => Verdict::Unknown,
    };
    (hold.into_iter().flatten().map(|it| judge(it, prepared)))
        .chain(fail.map(|it| judge(it, prepared).negated()))
        .fold(here, Verdict::and)
}

/// Every case that the rungs could tell from another.
fn told_apart(rungs: &[&Rung]) -> impl Iterator<Item = Case> + use<> {
    let mut conditions = Vec::new();
    let mut is_regional = false;
    for rung in rungs {
        let (hold, fail) = gates(rung);
        conditions.extend(hold.into_iter().flatten().chain(fail));
        is_regional |= !core().channel(rung.channel).expect("a channel").regions.is_empty();
    }
    all_cases(own_axes(&conditions, is_regional))
}

fn prepared(problem: ProblemRef, case: &Case) -> Prepared {
    prepare(core(), problem, case, now())
}

fn now() -> Moment {
    moment(0)
}

/// A rung in words.
fn shown(problem: &Problem, place: usize) -> String {
    let rung = &problem.ladder[place];
    format!("{}: {} at {}", problem.id, channel_id(rung.channel), rung.stage.id())
}

#[test]
fn every_rung_can_be_reached() {
    let mut count = 0;
    let mut faults = Vec::new();
    for (problem, record) in core().each_problem() {
        for (place, rung) in record.ladder.iter().enumerate() {
            count += 1;
            let mut cases = told_apart(&[rung]);
            if !cases.any(|case| stands(rung, &prepared(problem, &case)) == Verdict::Yes) {
                faults.push(shown(record, place));
            }
        }
    }
    println!("{count} rungs");
    none_of(faults);
}

#[test]
fn no_rung_stands_in_the_shadow_of_another() {
    let mut faults = Vec::new();
    for (problem, record) in core().each_problem() {
        for (place, rung) in record.ladder.iter().enumerate() {
            let shades = record.ladder.iter().enumerate().filter(|(other, it)| {
                *other != place
                    && it.channel == rung.channel
                    && (it.stage, *other) < (rung.stage, place)
            });
            for (other, shade) in shades {
                let is_seen = told_apart(&[rung, shade]).any(|case| {
                    let prepared = prepared(problem, &case);
                    stands(rung, &prepared) == Verdict::Yes
                        && stands(shade, &prepared) == Verdict::No
                });
                if !is_seen {
                    faults.push(format!(
                        "{}, behind {}",
                        shown(record, place),
                        shown(record, other)
                    ));
                }
            }
        }
    }
    none_of(faults);
}

#[test]
fn a_door_that_stands_twice_is_as_sure_as_its_surer_side() {
    let mut faults = Vec::new();
    for (problem, record) in core().each_problem() {
        for channel in doors(problem) {
            let rungs: Vec<&Rung> =
                record.ladder.iter().filter(|rung| rung.channel == channel).collect();
            if rungs.len() < 2 {
                continue;
            }
            for case in told_apart(&rungs) {
                let prepared = prepared(problem, &case);
                let is_sure = rungs.iter().any(|rung| stands(rung, &prepared) == Verdict::Yes);
                let plan = plan(core(), problem, &case, now());
                let step = plan.ladder.iter().find(|step| step.channel == channel);
                if is_sure && step.map(|step| step.standing) != Some(Standing::Yes) {
                    let channel = channel_id(channel);
                    faults.push(format!("{}: {channel} {}", record.id, told_all(&case)));
                }
            }
        }
    }
    none_of(faults);
}

#[test]
fn a_door_and_a_wall_are_never_the_same_in_every_state() {
    let mut faults = Vec::new();
    for (problem, record) in core().each_problem() {
        for wrong in &record.not_for_this {
            let rungs: Vec<&Rung> =
                record.ladder.iter().filter(|rung| rung.channel == wrong.channel).collect();
            let is_always = told_apart(&rungs).all(|case| {
                let prepared = prepared(problem, &case);
                rungs.iter().any(|rung| stands(rung, &prepared) != Verdict::No)
            });
            if is_always {
                faults.push(format!("{}: {}", record.id, channel_id(wrong.channel)));
            }
        }
    }
    none_of(faults);
}

#[test]
fn every_channel_but_those_kept_to_warn_stands_somewhere() {
    let is_used = |place: usize| {
        core().problems.iter().any(|problem| {
            problem.ladder.iter().any(|rung| rung.channel.place() == place)
                || problem.urgent.iter().any(|act| act.channel.is_some_and(|c| c.place() == place))
        })
    };
    let is_idle = |place: usize| {
        let channel = &core().channels[place];
        let is_wall = core()
            .problems
            .iter()
            .any(|problem| problem.not_for_this.iter().any(|wrong| wrong.channel.place() == place));
        channel.status != Status::WarnOnly && !is_used(place) && !is_wall
    };
    let idle = (0..core().channels.len()).filter(|place| is_idle(*place));
    none_of(idle.map(|place| core().channels[place].id.clone()).collect());
}

#[test]
fn every_derivation_happens_and_none_waits_for_its_own_fact() {
    let mut faults = Vec::new();
    for (fact, record) in core().each_fact() {
        for (place, (when, value)) in record.derive.iter().enumerate() {
            let earlier = &record.derive[..place];
            let happens = |case: Case| {
                let is_first = earlier.iter().all(|(when, _)| when.judge(&case) != Verdict::Yes);
                let is_so = when.judge(&case) == Verdict::Yes && case.value(fact).is_none();
                let other = ProblemRef::at(core().problems.len());
                let derived = prepare(core(), other, &case, now()).case.value(fact);
                is_first && is_so && derived == Some(*value)
            };
            if !all_cases(axes_of(&[when], false)).any(happens) {
                faults.push(format!("{}: derivation {}", record.id, place + 1));
            }
        }
    }
    none_of(faults);
}

/// What follows from picking a problem.
type Assumed = &'static [(FactRef, Value)];

/// A condition, where it stands, and whether what is unknown counts as no there.
struct Stands {
    problem: ProblemRef,
    name: String,
    condition: &'static Condition,
    is_closed: bool,
}

/// Every condition: of acts and rungs, and of the channels behind them.
fn conditions() -> Vec<Stands> {
    let mut all = Vec::new();
    for (problem, record) in core().each_problem() {
        let mut add = |name: String, when, is_closed| {
            let found = condition(when);
            all.extend(found.map(|condition| Stands { problem, name, condition, is_closed }));
        };
        for (place, act) in record.urgent.iter().enumerate() {
            add(format!("{}: act {}", record.id, place + 1), act.when, true);
        }
        for (place, rung) in record.ladder.iter().enumerate() {
            add(format!("{}, rung {}", shown(record, place), place + 1), rung.when, false);
        }
    }
    // What belongs to no problem is looked at without what a problem assumes.
    let problem = ProblemRef::at(core().problems.len());
    let mut add = |name: String, condition| {
        all.push(Stands { problem, name, condition, is_closed: false });
    };
    for channel in &core().channels {
        for (name, when) in [("requires", channel.requires), ("blocked-by", channel.blocked_by)] {
            if let Some(condition) = condition(when) {
                add(format!("{}: {name}", channel.id), condition);
            }
        }
    }
    if let Some(alarm) = &core().order.alarm {
        add("alarm".to_owned(), alarm);
    }
    for fact in &core().facts {
        if let Some(premise) = &fact.premise {
            add(format!("{}: premise", fact.id), premise);
        }
    }
    all
}

#[test]
fn no_comparison_in_a_condition_is_idle() {
    let mut count = 0;
    let mut faults = Vec::new();
    let mut seen: Vec<(&Condition, bool, Assumed)> = Vec::new();
    for Stands { problem, name, condition, is_closed } in conditions() {
        let assumes = core().problem(problem).map_or(&[][..], |record| &record.assumes);
        // The same condition under the same assumptions is looked at once.
        if seen
            .iter()
            .any(|it| std::ptr::eq(it.0, condition) && (it.1, it.2) == (is_closed, assumes))
        {
            continue;
        }
        seen.push((condition, is_closed, assumes));
        let mut comparisons: Vec<&Condition> = Vec::new();
        collect(condition, &mut comparisons);
        count += comparisons.len();
        // Whether the comparison decided while it held, and while it did not.
        let mut decided = vec![(false, false); comparisons.len()];
        for case in all_cases(own_axes(&[condition], false)) {
            let prepared = prepared(problem, &case);
            let world = |it: &Condition, verdict: Verdict| {
                let is_moot = it.fact().is_some_and(|fact| prepared.moot.contains(&fact));
                let is_no = is_moot || is_closed && verdict == Verdict::Unknown;
                if is_no { Verdict::No } else { verdict }
            };
            for (comparison, decided) in comparisons.iter().zip(&mut decided) {
                let suppose = |supposed: Verdict| {
                    let judge = |it: &Condition, verdict, _| {
                        if std::ptr::eq(it, *comparison) { supposed } else { world(it, verdict) }
                    };
                    condition.judge_with(&prepared.case, &judge, true)
                };
                if suppose(Verdict::Yes) != suppose(Verdict::No) {
                    match comparison.judge_with(
                        &prepared.case,
                        &|it, verdict, _| world(it, verdict),
                        true,
                    ) {
                        Verdict::Yes => decided.0 = true,
                        Verdict::No | Verdict::Unknown => decided.1 = true,
                    }
                }
            }
        }
        for (comparison, decided) in comparisons.iter().zip(decided) {
            if decided != (true, true) {
                let fact = comparison.fact().and_then(|fact| core().fact(fact)).expect("a fact");
                let how = if decided.0 { "always holds" } else { "never holds" };
                faults.push(format!("{name}: {} {how} where it matters: {comparison:?}", fact.id));
            }
        }
    }
    println!("{count} comparisons");
    none_of(faults);
}

fn collect(condition: &'static Condition, into: &mut Vec<&'static Condition>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                collect(part, into);
            }
        }
        Condition::Not(part) => collect(part, into),
        Condition::Is(..) | Condition::AtLeast(..) | Condition::AtMost(..) => into.push(condition),
    }
}

#[test]
fn what_a_channel_requires_can_be_so_where_it_is_a_door() {
    let mut faults = Vec::new();
    for (problem, record) in core().each_problem() {
        let assumed = prepared(problem, &Case::default());
        for (place, rung) in record.ladder.iter().enumerate() {
            let (hold, fail) = gates(rung);
            let [_, requires] = hold;
            let is_refused = requires.is_some_and(|it| judge(it, &assumed) == Verdict::No)
                || fail.is_some_and(|it| judge(it, &assumed) == Verdict::Yes);
            if is_refused {
                faults.push(shown(record, place));
            }
        }
        for (fact, value) in &record.assumes {
            let mut case = Case::default();
            case.tell(*fact, *value, Origin::Given);
            let sleeps = prepared(problem, &case).ignored;
            if sleeps.contains(fact) {
                faults.push(format!("{}: assumes what makes no sense", record.id));
            }
        }
    }
    none_of(faults);
}
