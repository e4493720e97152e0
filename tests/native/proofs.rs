//! What holds in every state of every problem: nobody is left without a door or
//! an honest word, every way ends, and no doubtful number stands alone.

use recourse::engine::calendar::Moment;
use recourse::engine::case::{Answer, Case, Origin, Value};
use recourse::engine::knowledge::{
    Attainable, ChannelRef, ProblemRef, Severity, Stage, Status, TextRef,
};
use recourse::engine::plan::{Outcome, Plan, Standing, Step, WallKind, plan};

use crate::case_states::{STATES, State, doors, none_of, told_all};
use crate::cases::{channel_id, core, saturday_morning};

fn status(channel: ChannelRef) -> Status {
    core().channel(channel).expect("a channel").status
}

/// A door of an active record that has not been used and does not wait.
fn is_sure(step: &Step) -> bool {
    step.progress.is_open()
        && step.standing != Standing::Later
        && status(step.channel) == Status::Active
}

/// A door that nobody could confirm, but nobody contradicts.
fn is_likely(step: &Step) -> bool {
    step.progress.is_open() && matches!(status(step.channel), Status::Active | Status::Unverified)
}

/// Whether there is something to do: a sure door, which at most a question still
/// decides about; for those who have used one, or have little at stake, a likely one.
fn has_door(state: &State) -> bool {
    let ladder = &state.plan.ladder;
    let has_used = !state.case.deeds().is_empty();
    let is_mild = state.record().severity == Severity::Low;
    ladder.iter().any(is_sure) || (has_used || is_mild) && ladder.iter().any(is_likely)
}

#[test]
fn every_state_has_a_door_or_a_day_or_an_honest_last_word() {
    let wrong = |state: &State| {
        let plan = &state.plan;
        let complaint = match plan.outcome {
            Outcome::Open if has_door(state) => return None,
            Outcome::Open => "no sure door can be taken",
            Outcome::Waiting(due) if due.day >= state.moment.today() => return None,
            Outcome::Waiting(_) => "waits for a day that is past",
            Outcome::Solved => return None,
            Outcome::Exhausted if state.record().exhausted.is_some() => return None,
            Outcome::Exhausted => "has no last word",
        };
        Some(format!("{complaint}: {}\n  {}", state.told_all(), shown(plan)))
    };
    none_of(STATES.iter().filter_map(wrong).collect());
}

fn shown(plan: &Plan) -> String {
    let step = |step: &Step| {
        let channel = channel_id(step.channel);
        format!("{channel} {} {} {}", step.stage.id(), step.standing.id(), step.progress.id())
    };
    plan.ladder.iter().map(step).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_door_whose_turn_it_is_has_not_been_tried_and_can_be_taken_when_it_says() {
    let wrong = |state: &State| {
        let next = state.plan.next?;
        let step = state.plan.ladder.get(next.step)?;
        let is_in_time = next.from.is_none_or(|due| due.day >= state.moment.today());
        let is_last_resort = step.standing != Standing::Later || next.from.is_some() || {
            let is_now =
                |other: &Step| other.progress.is_open() && other.standing != Standing::Later;
            !state.plan.ladder.iter().any(is_now)
        };
        let is_fine = step.progress.is_open() && is_in_time && is_last_resort;
        (!is_fine).then(|| format!("{}\n  {next:?}, {}", state.told_all(), shown(&state.plan)))
    };
    none_of(STATES.iter().filter_map(wrong).collect());
}

#[test]
fn the_way_ends_when_every_door_refuses() {
    let faults = walks().filter_map(|state| Walk::from(state).until_the_end(Answer::Refused).err());
    none_of(faults.collect());
}

#[test]
fn the_way_ends_when_nobody_answers() {
    let faults = walks().filter_map(|state| Walk::from(state).until_the_end(Answer::None).err());
    none_of(faults.collect());
}

/// Where walks begin: states in which no door has been used yet.
fn walks() -> impl Iterator<Item = &'static State> {
    STATES.iter().filter(|state| state.case.deeds().is_empty()).step_by(4)
}

/// Somebody on the way from door to door.
struct Walk {
    problem: ProblemRef,
    case: Case,
    /// Days since the walk began.
    day: i32,
    visited: Vec<ChannelRef>,
}

impl Walk {
    fn from(state: &State) -> Self {
        Self { problem: state.problem, case: state.case.clone(), day: 0, visited: Vec::new() }
    }

    /// A morning in China.
    fn now(&self) -> Moment {
        Moment::from_clock((20_778 + i64::from(self.day)) * 86_400_000 + 7_200_000, 480)
    }

    /// Takes every door whose turn it is and hears this answer, waiting where it
    /// is told to wait, until there is nothing left to do.
    fn until_the_end(mut self, answer: Answer) -> Result<(), String> {
        let most = doors(self.problem).len();
        // Each door is used once, waited for once, and may have to open first.
        for _ in 0..=3 * most {
            let plan = plan(core(), self.problem, &self.case, self.now());
            match (plan.outcome, plan.next) {
                (Outcome::Exhausted | Outcome::Solved, _) => return Ok(()),
                (Outcome::Open, Some(next)) => {
                    let channel = plan.ladder.get(next.step).expect("a step").channel;
                    if self.visited.contains(&channel) {
                        return Err(self.complaint("comes twice to", channel_id(channel)));
                    }
                    self.visited.push(channel);
                    self.case.did(channel, self.now().today());
                    self.case.answered(channel, answer);
                }
                (Outcome::Waiting(due), _) => self.wait(due.day + 1),
                (Outcome::Open, None) => return Err(self.complaint("is open", "nowhere")),
            }
        }
        Err(self.complaint("does not end", &format!("within {most} doors")))
    }

    /// Lets time pass; what the person counts goes on counting.
    fn wait(&mut self, until: i32) {
        let days = (until - self.now().today()).max(1);
        self.day += days;
        for (fact, record) in core().each_fact() {
            if record.attainable == Attainable::Time
                && let Some(Value::Count(count)) = self.case.value(fact)
            {
                self.case.tell(fact, Value::Count(count + i64::from(days) * 1000), Origin::Given);
            }
        }
    }

    fn complaint(&self, what: &str, whom: &str) -> String {
        let problem = &core().problem(self.problem).expect("a problem").id;
        format!("{problem} {what} {whom} after {} days: {}", self.day, told_all(&self.case))
    }
}

#[test]
fn a_doubtful_door_never_stands_alone_at_the_front() {
    let wrong = |state: &State| {
        let ladder = &state.plan.ladder;
        let first = ladder.first().filter(|first| status(first.channel) != Status::Active)?;
        let stage = ladder.get(1).map_or(first.stage, |second| second.stage);
        let is_alone = !ladder.iter().any(|step| step.stage <= stage && is_sure(step));
        let is_mild = state.record().severity == Severity::Low;
        let is_wrong = is_alone && !is_mild && state.case.deeds().is_empty();
        is_wrong.then(|| format!("{}\n  {}", state.told_all(), shown(&state.plan)))
    };
    none_of(STATES.iter().filter_map(wrong).collect());
}

#[test]
fn a_doubtful_number_is_never_the_only_help_at_once() {
    let wrong = |state: &State| {
        let calls: Vec<ChannelRef> =
            state.plan.urgent.iter().filter_map(|act| act.channel).collect();
        let is_doubtful = calls.first().is_some_and(|first| status(*first) != Status::Active);
        let is_alone = calls.iter().all(|channel| status(*channel) != Status::Active);
        let is_today = |step: &&Step| step.stage <= Stage::First && step.standing == Standing::Yes;
        let has_door = state.plan.ladder.iter().filter(is_today).any(is_sure);
        let names: Vec<&str> = calls.iter().map(|channel| channel_id(*channel)).collect();
        let is_wrong = is_doubtful && is_alone && !has_door && state.case.deeds().is_empty();
        is_wrong.then(|| format!("{}: {names:?}\n  {}", state.told_all(), shown(&state.plan)))
    };
    none_of(STATES.iter().filter_map(wrong).collect());
}

#[test]
fn nothing_is_to_be_done_twice() {
    let wrong = |state: &State| {
        let plan = &state.plan;
        let acts: Vec<_> =
            plan.urgent.iter().chain(&plan.first).map(|act| (act.text, act.channel)).collect();
        let twice = |(place, act): (usize, &(TextRef, Option<ChannelRef>))| {
            acts[..place]
                .iter()
                .any(|(text, channel)| *text == act.0 || channel.is_some() && *channel == act.1)
        };
        let twice = acts.iter().enumerate().find(|it| twice(*it)).map(|(place, _)| place)?;
        let channel = acts[twice].1.map_or("", channel_id);
        Some(format!("act {} {channel} again: {}", twice + 1, state.told_all()))
    };
    none_of(STATES.iter().filter_map(wrong).collect());
}

#[test]
fn a_wall_of_conditions_names_the_facts_that_built_it() {
    let mut faults = Vec::new();
    let mut walls = 0;
    for state in STATES.iter() {
        for wall in &state.plan.walls {
            let is_told =
                matches!(wall.kind, WallKind::Blocked | WallKind::Requires | WallKind::Condition);
            walls += usize::from(is_told);
            if is_told && wall.facts.is_empty() {
                faults.push(format!(
                    "{:?} {}: {}",
                    wall.kind,
                    channel_id(wall.channel),
                    state.told_all()
                ));
            }
        }
    }
    none_of(faults);
    assert!(walls > 1000, "only {walls} walls");
}

#[test]
fn nobody_whose_place_is_unknown_is_shown_a_door_of_one_place() {
    let region = core().fact_named("region").expect("the fact");
    for (problem, record) in core().each_problem() {
        let plan = plan(core(), problem, &Case::default(), saturday_morning());
        for step in &plan.ladder {
            assert!(!step.needs.contains(&region), "{}: {}", record.id, channel_id(step.channel));
        }
    }
}
