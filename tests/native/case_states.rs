//! The states a case can be in: for each problem the facts its conditions speak
//! of, unknown or with each answer, all together where they are few and in all
//! pairs where they are many. Nothing here is drawn by chance.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::thread;

use recourse::engine::calendar::Moment;
use recourse::engine::case::{Answer, Case, Origin, Value};
use recourse::engine::knowledge::{
    Channel, ChannelRef, ConditionRef, FactKind, FactRef, Problem, ProblemRef, Trace,
};
use recourse::engine::plan::{Plan, plan, prepare};
use recourse::engine::rule::Condition;

use crate::cases::{channel_id, core};

/// Up to this many states of a problem are taken all together.
const TOGETHER: usize = 200;

/// A weekday at noon and at night, a Saturday, and a public holiday, in China
/// and on the other side of the world.
const TIMES: [&str; 5] = [
    "2026-11-24T11:00:00+08:00",
    "2026-11-25T03:30:00+08:00",
    "2026-11-21T10:00:00+08:00",
    "2026-10-01T21:00:00+08:00",
    "2026-11-24T14:00:00-05:00",
];

/// One thing that can vary: a fact and what may be known of it.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    pub(crate) fact: FactRef,
    /// `None` is unknown.
    pub(crate) values: Vec<Option<Value>>,
}

/// A case in a state, and the plan it gets.
pub(crate) struct State {
    pub(crate) problem: ProblemRef,
    pub(crate) case: Case,
    pub(crate) moment: Moment,
    pub(crate) plan: Plan,
}

impl State {
    pub(crate) fn of(problem: ProblemRef, case: Case, moment: Moment) -> Self {
        let plan = plan(core(), problem, &case, moment);
        Self { problem, case, moment, plan }
    }

    pub(crate) fn record(&self) -> &'static Problem {
        core().problem(self.problem).expect("a problem")
    }

    /// The value of a fact, with what the problem assumes and what follows from
    /// other facts and from the doors already used.
    pub(crate) fn value(&self, fact: &str) -> Option<Value> {
        let fact = core().fact_named(fact).expect("a fact");
        prepare(core(), self.problem, &self.case, self.moment).case.value(fact)
    }

    /// The option of a choice, in the same way.
    pub(crate) fn option(&self, fact: &str) -> Option<&'static str> {
        match self.value(fact)? {
            Value::Choice(place) => {
                let fact = core().fact(core().fact_named(fact)?)?;
                Some(fact.options.get(usize::from(place))?.id.as_str())
            }
            Value::Flag(_) | Value::Count(_) | Value::Day(_) => None,
        }
    }

    /// The state in words, for whoever has to find out what is wrong.
    pub(crate) fn told_all(&self) -> String {
        format!("{} {}", self.record().id, told_all(&self.case))
    }
}

/// What a case was told, in words.
pub(crate) fn told_all(case: &Case) -> String {
    let facts = case.iter().map(|(fact, known)| shown(fact, known.value));
    let deeds = case
        .deeds()
        .iter()
        .map(|deed| format!("{} on {}: {}", channel_id(deed.channel), deed.day, deed.answer.id()));
    format!("[{}]", facts.chain(deeds).collect::<Vec<_>>().join(", "))
}

fn shown(fact: FactRef, value: Value) -> String {
    let record = core().fact(fact).expect("a fact");
    let value = match value {
        Value::Choice(place) => record.options[usize::from(place)].id.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::Count(count) => (count / 1000).to_string(),
        Value::Day(day) => format!("day {day}"),
    };
    format!("{} {value}", record.id)
}

/// The moments at which states are looked at, in turn.
pub(crate) fn moment(turn: usize) -> Moment {
    Moment::parse(TIMES[turn % TIMES.len()]).expect("a time")
}

/// Every problem in every pair of answers, with some door used or none.
pub(crate) static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
    let problems: Vec<ProblemRef> = core().each_problem().map(|(problem, _)| problem).collect();
    // Two halves, so that two cores have something to do.
    let half = |parity: usize| {
        let mine = problems.iter().enumerate().filter(move |(place, _)| place % 2 == parity);
        mine.flat_map(|(_, problem)| states_of(*problem)).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        let mut states = half(0);
        states.extend(other.join().expect("the other half"));
        states
    })
});

fn states_of(problem: ProblemRef) -> Vec<State> {
    let cases = with_deeds(problem, cases(&axes(problem)));
    let states = cases.into_iter().enumerate();
    states.map(|(turn, case)| State::of(problem, case, moment(turn))).collect()
}

/// The same cases, every second one with a door of the ladder already used:
/// each door and each answer in turn.
fn with_deeds(problem: ProblemRef, cases: Vec<Case>) -> Vec<Case> {
    let doors = doors(problem);
    let turned = cases.into_iter().enumerate().map(|(turn, mut case)| {
        let door = doors.get(turn / 2 % doors.len().max(1));
        if let Some(door) = door.filter(|_| turn % 2 == 1) {
            let answer = Answer::ALL[turn / 2 / doors.len() % Answer::ALL.len()];
            case.did(*door, moment(turn).today() - 20 * i32::from(turn % 4 == 1));
            case.answered(*door, answer);
        }
        case
    });
    turned.collect()
}

/// The channels of a problem's ladder, each once.
pub(crate) fn doors(problem: ProblemRef) -> Vec<ChannelRef> {
    let ladder = &core().problem(problem).expect("a problem").ladder;
    let doors: BTreeSet<ChannelRef> = ladder.iter().map(|rung| rung.channel).collect();
    doors.into_iter().collect()
}

/// Cases in which the axes take their values: all together if they are few,
/// otherwise every pair of values of two axes at least once.
pub(crate) fn cases(axes: &[Axis]) -> Vec<Case> {
    let sizes: Vec<usize> = axes.iter().map(|axis| axis.values.len()).collect();
    let count = sizes.iter().try_fold(1_usize, |count, size| count.checked_mul(*size));
    let rows = match count {
        Some(count) if count <= TOGETHER => all(&sizes),
        _ => pairs(&sizes),
    };
    rows.iter().map(|row| case_of(axes, row)).collect()
}

/// Cases in which the axes take all their values together.
pub(crate) fn all_cases(axes: Vec<Axis>) -> impl Iterator<Item = Case> {
    let count: usize = axes.iter().map(|axis| axis.values.len()).product();
    (0..count).map(move |number| {
        let mut rest = number;
        let row: Vec<usize> = (axes.iter())
            .map(|axis| {
                let place = rest % axis.values.len();
                rest /= axis.values.len();
                place
            })
            .collect();
        case_of(&axes, &row)
    })
}

fn case_of(axes: &[Axis], row: &[usize]) -> Case {
    let mut case = Case::default();
    for (axis, place) in axes.iter().zip(row) {
        if let Some(value) = axis.values[*place] {
            case.tell(axis.fact, value, Origin::Given);
        }
    }
    case
}

fn all(sizes: &[usize]) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new()];
    for size in sizes {
        let longer = |row: &Vec<usize>| {
            let row = row.clone();
            (0..*size).map(move |value| [&row[..], &[value]].concat())
        };
        rows = rows.iter().flat_map(longer).collect();
    }
    rows
}

/// Rows in which every two columns show every pair of their values, grown column
/// by column: each row takes the value that shows the most pairs not yet seen,
/// and rows are added for those that are left.
pub(crate) fn pairs(sizes: &[usize]) -> Vec<Vec<usize>> {
    /// A place of a row that no pair has needed so far.
    const FREE: usize = usize::MAX;
    let mut rows: Vec<Vec<usize>> = all(&sizes[..sizes.len().min(2)]);
    for (column, size) in sizes.iter().enumerate().skip(2) {
        let mut unseen: BTreeSet<(usize, usize, usize)> = (0..column)
            .flat_map(|earlier| (0..sizes[earlier]).map(move |theirs| (earlier, theirs)))
            .flat_map(|(earlier, theirs)| (0..*size).map(move |own| (earlier, theirs, own)))
            .collect();
        for (turn, row) in rows.iter_mut().enumerate() {
            let shows = |own: usize| {
                let seen = row.iter().enumerate().map(|(earlier, theirs)| (earlier, *theirs, own));
                seen.filter(|pair| unseen.contains(pair)).count()
            };
            // Of equally good values, each row in turn takes another.
            let own = (0..*size).max_by_key(|own| (shows(*own), (own + turn) % size)).unwrap_or(0);
            for (earlier, theirs) in row.iter().enumerate() {
                unseen.remove(&(earlier, *theirs, own));
            }
            row.push(own);
        }
        for (earlier, theirs, own) in unseen {
            let fits = |row: &&mut Vec<usize>| row[column] == own && row[earlier] == FREE;
            if let Some(row) = rows.iter_mut().find(fits) {
                row[earlier] = theirs;
            } else {
                let mut row = vec![FREE; column + 1];
                (row[earlier], row[column]) = (theirs, own);
                rows.push(row);
            }
        }
        for (turn, row) in rows.iter_mut().enumerate() {
            for (place, size) in row.iter_mut().zip(sizes).filter(|(place, _)| **place == FREE) {
                *place = turn % size;
            }
        }
    }
    rows
}

/// Everything that can vary for a problem.
pub(crate) fn axes(problem: ProblemRef) -> Vec<Axis> {
    let record = core().problem(problem).expect("a problem");
    let doors = record.ladder.iter().map(|rung| rung.channel);
    let acts = record.urgent.iter().filter_map(|act| act.channel);
    let channels: Vec<&Channel> = doors.chain(acts).filter_map(|it| core().channel(it)).collect();
    let whens = (record.ladder.iter().map(|rung| rung.when))
        .chain(record.urgent.iter().map(|act| act.when))
        .chain(channels.iter().flat_map(|channel| [channel.requires, channel.blocked_by]));
    let mut conditions: Vec<&Condition> = whens.filter_map(condition).collect();
    conditions.extend(&core().order.alarm);
    axes_of(&conditions, channels.iter().any(|channel| !channel.regions.is_empty()))
}

/// The condition that is referred to, if any.
pub(crate) fn condition(when: Option<ConditionRef>) -> Option<&'static Condition> {
    core().condition(when?)
}

/// The facts that conditions compare, with what those follow from and rest on.
pub(crate) fn axes_of(conditions: &[&Condition], needs_place: bool) -> Vec<Axis> {
    facts_of(conditions, place(needs_place), Sources::Too)
}

/// The facts that conditions compare, with what those rest on. Told facts stand
/// above what follows, so nothing is left out that the conditions could tell apart.
pub(crate) fn own_axes(conditions: &[&Condition], needs_place: bool) -> Vec<Axis> {
    facts_of(conditions, place(needs_place), Sources::NotTheirs)
}

/// The fact that tells where the person is, if it is needed.
fn place(is_needed: bool) -> Option<FactRef> {
    core().fact_named("region").filter(|_| is_needed)
}

/// Whether what a fact follows from is taken in.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Sources {
    Too,
    NotTheirs,
}

fn facts_of(conditions: &[&Condition], mut place: Option<FactRef>, sources: Sources) -> Vec<Axis> {
    let mut facts: Vec<FactRef> = Vec::new();
    let mut edges: Vec<(FactRef, i64)> = Vec::new();
    let mut pending = conditions.to_vec();
    while !pending.is_empty() || place.is_some() {
        let mut found: Vec<FactRef> = place.take().into_iter().collect();
        for condition in std::mem::take(&mut pending) {
            condition.each_comparison(&mut |comparison| {
                found.extend(comparison.fact());
                match comparison {
                    Condition::AtLeast(fact, floor) => {
                        edges.extend([(*fact, floor - 1000), (*fact, *floor)]);
                    }
                    Condition::AtMost(fact, ceiling) => {
                        edges.extend([(*fact, *ceiling), (*fact, ceiling + 1000)]);
                    }
                    Condition::Is(..)
                    | Condition::All(_)
                    | Condition::Any(_)
                    | Condition::Not(_) => {}
                }
            });
        }
        for fact in found {
            if facts.contains(&fact) {
                continue;
            }
            facts.push(fact);
            let record = core().fact(fact).expect("a fact");
            pending.extend(
                record.derive.iter().map(|(when, _)| when).filter(|_| sources == Sources::Too),
            );
            pending.extend(&record.premise);
            // What tells whether somebody was asked comes with their answer.
            if let Some(Trace::Since(of) | Trace::Answer(of)) = record.trace
                && !facts.contains(&of)
            {
                facts.push(of);
            }
        }
    }
    facts.sort_unstable();
    facts.into_iter().map(|fact| Axis { fact, values: values(fact, &edges) }).collect()
}

fn values(fact: FactRef, edges: &[(FactRef, i64)]) -> Vec<Option<Value>> {
    let record = core().fact(fact).expect("a fact");
    let mut counts: BTreeSet<i64> =
        edges.iter().filter(|(of, _)| *of == fact).map(|(_, edge)| (*edge).max(0)).collect();
    if record.kind == FactKind::Count && matches!(record.trace, Some(Trace::Done(_))) {
        counts.extend([0, 1000]);
    }
    let known: Vec<Value> = match record.kind {
        FactKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        FactKind::Choice => (0..record.options.len())
            .filter_map(|it| u8::try_from(it).ok())
            .map(Value::Choice)
            .collect(),
        FactKind::Count => counts.into_iter().map(Value::Count).collect(),
        FactKind::Date => Vec::new(),
    };
    std::iter::once(None).chain(known.into_iter().map(Some)).collect()
}

/// Fails with the number of faults and the first of them.
#[track_caller]
pub(crate) fn none_of(faults: Vec<String>) {
    let count = faults.len();
    let shown: Vec<String> = faults.into_iter().take(40).collect();
    assert!(count == 0, "{count} faults, the first of them:\n{}", shown.join("\n"));
}

#[test]
fn the_states_show_every_pair_of_answers() {
    for sizes in [vec![3, 3, 3, 3, 3, 3], vec![20, 4, 3, 5, 2], vec![2, 2, 9], vec![4]] {
        let rows = pairs(&sizes);
        for (left, right) in all(&[sizes.len(), sizes.len()]).iter().map(|it| (it[0], it[1])) {
            for (one, other) in all(&[sizes[left], sizes[right]]).iter().map(|it| (it[0], it[1])) {
                let is_possible = left != right || one == other;
                let is_shown = rows.iter().any(|row| row[left] == one && row[right] == other);
                assert!(is_shown || !is_possible, "{sizes:?}: {left} {one}, {right} {other}");
            }
        }
    }
    let count = STATES.len();
    println!("{count} states of {} problems", core().problems.len());
    assert!(count > 8_000, "{count} states are too few to prove anything");
}
