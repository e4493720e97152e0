//! How plans change when the case does: what must stay, and what may only grow.

use recourse::engine::calendar::Moment;
use recourse::engine::case::{Answer, Case, Origin, Value};
use recourse::engine::knowledge::{
    ChannelKind, ChannelRef, Compiled, FactRef, Problem, ProblemRef, Trace, encode_core,
};
use recourse::engine::plan::{Act, Plan, Progress, Standing, Step, plan, prepare};
use recourse::engine::rule::Verdict;

use crate::case_states::{
    Axis, STATES, State, all_cases, axes, axes_of, cases, doors, moment, none_of, told_all,
};
use crate::cases::{COMPILED, channel_id, core};
use crate::common::{FILES, compiled_from};

fn name(problem: ProblemRef) -> &'static str {
    &core().problem(problem).expect("a problem").id
}

fn without(axes: &[Axis], fact: FactRef) -> Vec<Axis> {
    axes.iter().filter(|axis| axis.fact != fact).cloned().collect()
}

/// Whether a channel is one to call when money is leaving.
pub(crate) fn is_for_emergencies(channel: ChannelRef) -> bool {
    let kind = core().channel(channel).expect("a channel").kind;
    matches!(kind, ChannelKind::Police | ChannelKind::Bank)
        || core().regions.iter().any(|region| region.first_call.contains(&channel))
}

#[test]
fn money_leaving_now_never_lowers_or_costs_a_call_for_help() {
    let mut faults = Vec::new();
    let leaving = core().fact_named("money-moving-now").expect("a fact");
    let helps = |(_, record): &(ProblemRef, &Problem)| {
        let acts = record.urgent.iter().filter_map(|act| act.channel);
        record.ladder.iter().map(|rung| rung.channel).chain(acts).any(is_for_emergencies)
    };
    for (problem, _) in core().each_problem().filter(helps) {
        for (turn, base) in cases(&without(&axes(problem), leaving)).into_iter().enumerate() {
            let tell = |value: Option<bool>| {
                let mut case = base.clone();
                if let Some(value) = value {
                    case.tell(leaving, Value::Flag(value), Origin::Given);
                }
                plan(core(), problem, &case, moment(turn))
            };
            let follows = prepare(core(), problem, &base, moment(turn)).case.value(leaving);
            let known = [None, Some(false)][turn % 2];
            let is_unknown = known.is_none() && follows.is_none();
            for fault in lowered(&tell(known), &tell(Some(true)), is_unknown) {
                faults.push(format!("{} {}: {fault}", name(problem), told_all(&base)));
            }
        }
    }
    none_of(faults);
}

fn lowered(before: &Plan, after: &Plan, keeps_every_act: bool) -> Vec<String> {
    let mut faults = Vec::new();
    for (place, step) in before.ladder.iter().enumerate() {
        if !is_for_emergencies(step.channel) {
            continue;
        }
        let id = channel_id(step.channel);
        let Some(new_place) = after.ladder.iter().position(|it| it.channel == step.channel) else {
            faults.push(format!("{id} is gone"));
            continue;
        };
        let new = &after.ladder[new_place];
        if new.standing > step.standing || new.stage > step.stage {
            faults.push(format!("{id} falls to {} {}", new.stage.id(), new.standing.id()));
        }
        let ahead = before.ladder[..place].iter().map(|it| it.channel).collect::<Vec<_>>();
        for other in &after.ladder[..new_place] {
            if !is_for_emergencies(other.channel) && !ahead.contains(&other.channel) {
                faults.push(format!("{} comes before {id}", channel_id(other.channel)));
            }
        }
    }
    for act in before.urgent.iter().chain(&before.first) {
        // A calmer sentence may give way to a more pressing one.
        let is_same = |it: &&Act| match act.channel {
            Some(_) => it.channel == act.channel,
            None => it.text == act.text,
        };
        let stays = after.urgent.iter().any(|it| is_same(&it));
        if !stays && (keeps_every_act || act.channel.is_some_and(is_for_emergencies)) {
            faults.push(format!("the act with {:?} is gone", act.channel.map(channel_id)));
        }
    }
    faults
}

/// The unknown facts of a case that make sense, with every answer.
fn open<'a>(axes: &'a [Axis], state: &'a State) -> impl Iterator<Item = &'a Axis> {
    let prepared = prepare(core(), state.problem, &state.case, state.moment);
    axes.iter().filter(move |axis| {
        prepared.case.value(axis.fact).is_none() && !prepared.moot.contains(&axis.fact)
    })
}

/// Every eleventh state, and of every problem those that know nothing but where
/// the person is.
fn sample() -> impl Iterator<Item = &'static State> {
    let is_bare = |state: &State| state.case.iter().count() <= 1 && state.case.deeds().is_empty();
    let states = STATES.iter().enumerate();
    states.filter(move |(turn, state)| turn % 11 == 0 || is_bare(state)).map(|(_, state)| state)
}

#[test]
fn an_answer_takes_no_door_that_all_answers_keep_and_no_certainty() {
    let mut faults = Vec::new();
    let mut tried = 0;
    for state in sample() {
        let axes = axes(state.problem);
        for axis in open(&axes, state) {
            let answers: Vec<Plan> = (axis.values.iter().flatten())
                .map(|value| {
                    let mut case = state.case.clone();
                    case.tell(axis.fact, *value, Origin::Given);
                    plan(core(), state.problem, &case, state.moment)
                })
                .collect();
            tried += answers.len();
            for fault in forgotten(&state.plan, &answers) {
                let fact = &core().fact(axis.fact).expect("a fact").id;
                faults.push(format!("{} asked {fact}: {fault}", state.told_all()));
            }
        }
    }
    println!("{tried} answers tried");
    none_of(faults);
}

fn standing(plan: &Plan, channel: ChannelRef) -> Option<Standing> {
    plan.ladder.iter().find(|step| step.channel == channel).map(|step| step.standing)
}

fn forgotten(unknown: &Plan, answers: &[Plan]) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(first) = answers.first() {
        for channel in first.ladder.iter().map(|step| step.channel) {
            let is_in_all = answers.iter().all(|plan| standing(plan, channel).is_some());
            if is_in_all && standing(unknown, channel).is_none() {
                faults.push(format!("every answer shows {}", channel_id(channel)));
            }
        }
    }
    for step in unknown.ladder.iter().filter(|step| step.standing == Standing::Yes) {
        if answers.iter().any(|plan| standing(plan, step.channel) != Some(Standing::Yes)) {
            faults.push(format!("some answer takes back {}", channel_id(step.channel)));
        }
    }
    faults
}

/// A record with its two languages exchanged.
fn exchanged(text: &str) -> String {
    let mut exchanged = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("zh = \"").into_iter().chain(rest.find("en = \"")).min() {
        let (before, after) = rest.split_at(at);
        let is_key = !before.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        exchanged.push_str(before);
        let key = &after[..2];
        exchanged.push_str(match key {
            "zh" if is_key => "en",
            "en" if is_key => "zh",
            other => other,
        });
        rest = &after[2..];
    }
    exchanged.push_str(rest);
    exchanged
}

#[test]
fn the_language_decides_nothing() {
    let files: Vec<(&str, String)> =
        FILES.iter().map(|(name, text)| (*name, exchanged(text))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, &text[..])).collect();
    let other = compiled_from(&files).expect("records in the other language");
    let sentence = |compiled: &Compiled| {
        compiled.sentences.first().map(|sentence| (sentence.zh.clone(), sentence.en.clone()))
    };
    let (zh, en) = sentence(&COMPILED).expect("a sentence");
    assert_eq!(sentence(&other), Some((en, zh)), "the languages are exchanged");
    assert_eq!(
        encode_core(&other.core).expect("encodes"),
        encode_core(core()).expect("encodes"),
        "everything that decides stays byte for byte"
    );
}

#[test]
fn the_order_of_telling_decides_nothing() {
    let mut faults = Vec::new();
    for (turn, state) in STATES.iter().enumerate().step_by(3) {
        let doors = doors(state.problem);
        let mut deeds: Vec<(ChannelRef, i32, Answer)> = Vec::new();
        for shift in [0, 1] {
            if let Some(door) = doors.get((turn / 3 + shift) % doors.len()) {
                let answer = Answer::ALL[(turn / 3 / doors.len() + shift) % Answer::ALL.len()];
                deeds.push((*door, state.moment.today() - 3, answer));
            }
        }
        let tell = |facts: Vec<(FactRef, Value)>, deeds: &[(ChannelRef, i32, Answer)]| {
            let mut case = Case::default();
            for (fact, value) in facts {
                case.tell(fact, value, Origin::Given);
            }
            for (channel, day, answer) in deeds {
                case.did(*channel, *day);
                case.answered(*channel, *answer);
            }
            plan(core(), state.problem, &case, state.moment)
        };
        let facts: Vec<_> = state.case.iter().map(|(fact, known)| (fact, known.value)).collect();
        let turned = facts.iter().rev().copied().collect();
        let one = tell(facts, &deeds);
        deeds.reverse();
        if one != tell(turned, &deeds) {
            let used: Vec<_> =
                deeds.iter().map(|(door, _, answer)| (channel_id(*door), answer.id())).collect();
            faults.push(format!("{} and {used:?}", state.told_all()));
        }
    }
    none_of(faults);
}

#[test]
fn a_waiting_time_once_over_stays_over() {
    let mut faults = Vec::new();
    for state in STATES.iter().filter(|state| !state.case.deeds().is_empty()).step_by(5) {
        let mut before = state.plan.clone();
        for days in [1, 4, 16, 40, 400] {
            // The states' own moments lie on other clocks, before this day.
            let later = Moment::from_clock((20_781 + i64::from(days)) * 86_400_000, 480);
            let after = plan(core(), state.problem, &state.case, later);
            for fault in undone(&before, &after) {
                faults.push(format!("{} after {days} days: {fault}", state.told_all()));
            }
            before = after;
        }
    }
    none_of(faults);
}

fn undone(before: &Plan, after: &Plan) -> Vec<String> {
    let mut faults = Vec::new();
    for step in &before.ladder {
        let id = channel_id(step.channel);
        let Some(new) = after.ladder.iter().find(|new| new.channel == step.channel) else {
            faults.push(format!("{id} is gone"));
            continue;
        };
        if step.standing == Standing::Yes && new.standing != Standing::Yes {
            faults.push(format!("{id} is {} again", new.standing.id()));
        }
        let is_waiting = |step: &Step| matches!(step.progress, Progress::Waiting(_));
        let is_overdue = |step: &Step| matches!(step.progress, Progress::Overdue(_));
        let is_back = is_overdue(step) && !is_overdue(new)
            || is_waiting(step) && !is_waiting(new) && !is_overdue(new);
        if is_back {
            faults.push(format!("{id} is {} again", new.progress.id()));
        }
    }
    for (clock, new) in before.clocks.iter().zip(&after.clocks) {
        if clock.is_over && !new.is_over {
            faults.push(format!("clock {} runs again", clock.deadline));
        }
    }
    faults
}

#[test]
fn what_rests_on_a_withdrawn_answer_sleeps_until_it_returns() {
    let mut faults = Vec::new();
    let mut tried = 0;
    for (problem, _) in core().each_problem() {
        let axes = axes(problem);
        for axis in &axes {
            let record = core().fact(axis.fact).expect("a fact");
            let Some(premise) = &record.premise else { continue };
            let grounds = without(&axes_of(&[premise], false), axis.fact);
            let [holds, fails] = [Verdict::Yes, Verdict::No].map(|wanted| {
                let mut found = all_cases(grounds.clone());
                found.find(|case| {
                    premise.judge(&prepare(core(), problem, case, moment(0)).case) == wanted
                })
            });
            let (Some(holds), Some(fails)) = (holds, fails) else {
                faults.push(format!("{}: {} rests on nothing", name(problem), record.id));
                continue;
            };
            let resting = |ground: &Case, value: Option<Value>| {
                let mut case = ground.clone();
                if let Some(value) = value {
                    case.tell(axis.fact, value, Origin::Given);
                }
                plan(core(), problem, &case, moment(0))
            };
            for value in axis.values.iter().flatten() {
                tried += 1;
                let awake = resting(&holds, Some(*value));
                let mut asleep = resting(&fails, Some(*value));
                let counts = asleep.ignored.contains(&axis.fact);
                asleep.ignored.clear();
                let mut bare = resting(&fails, None);
                bare.ignored.clear();
                if !counts || asleep != bare || awake.ignored.contains(&axis.fact) {
                    faults.push(format!("{}: {} {value:?}", name(problem), record.id));
                }
            }
        }
    }
    println!("{tried} answers withdrawn");
    none_of(faults);
}

#[test]
fn a_door_that_was_used_shows_that_its_kind_was_used() {
    let mut faults = Vec::new();
    for (fact, record) in core().each_fact() {
        let Some(Trace::Done(channels)) = &record.trace else { continue };
        for (problem, _) in core().each_problem() {
            for door in doors(problem).into_iter().filter(|door| channels.contains(door)) {
                let mut case = Case::default();
                case.did(door, moment(0).today());
                let known = prepare(core(), problem, &case, moment(0)).case.value(fact);
                if !matches!(known, Some(Value::Flag(true) | Value::Count(1000))) {
                    faults.push(format!("{}: {} {known:?}", record.id, channel_id(door)));
                }
            }
        }
    }
    none_of(faults);
}
