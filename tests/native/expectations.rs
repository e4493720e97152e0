//! What a scenario may expect of a plan, and whether it is so.

use std::collections::BTreeMap;

use recourse::engine::calendar::{Due, day_text};
use recourse::engine::knowledge::Problem;
use recourse::engine::plan::{Act, Outcome, Plan, Standing, Step};
use serde::Deserialize;

use crate::cases::{channel_id, core, fact_ids, rungs};

/// What the plan must be; what is absent is not looked at.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Expect {
    /// Channels of the urgent acts, in order, from the first; an empty list says
    /// that nothing is urgent.
    urgent: Option<Vec<String>>,
    /// Where nothing is urgent: channels of the acts before the first door.
    beforehand: Option<Vec<String>>,
    /// The first door.
    first: Option<String>,
    /// Channels of the ladder, in order, from the first.
    ladder: Vec<String>,
    /// Channels that stand in this order; others may stand between them.
    order: Vec<String>,
    /// Channels that can be taken now.
    now: Vec<String>,
    /// Channels that stand if a question is answered so, with the open questions.
    unknown: BTreeMap<String, Vec<String>>,
    /// Channels whose turn comes later, with the facts they wait for.
    later: BTreeMap<String, Vec<String>>,
    /// The day a channel is due, by channel.
    due: BTreeMap<String, String>,
    /// Channels that are no step of the ladder.
    never: Vec<String>,
    /// Facts among those that put a channel where it is.
    because: BTreeMap<String, Vec<String>>,
    /// How far the person is with a door.
    progress: BTreeMap<String, String>,
    /// Doors that are open at that time.
    open: Vec<String>,
    /// Doors that are closed at that time.
    closed: Vec<String>,
    /// Doors of which nobody can say whether they are open at that time.
    hours_unknown: Vec<String>,
    /// The door whose turn it is.
    next: Option<String>,
    /// The day from which it is its turn, if not at once.
    next_on: Option<String>,
    /// How the way stands as a whole.
    outcome: Option<String>,
    /// The day the first answer is due, if the way is waiting.
    waiting_until: Option<String>,
    /// Channels shown as walls, with the kind of wall.
    walls: BTreeMap<String, String>,
    /// The day on which a deadline ends.
    clocks: BTreeMap<String, String>,
    /// Deadlines that have run out.
    over: Vec<String>,
    /// Questions among those worth asking.
    asks: Vec<String>,
    /// The first question.
    asks_first: Option<String>,
    /// Questions that must not be asked.
    never_asks: Vec<String>,
    /// Facts that were told but count for nothing.
    ignored: Vec<String>,
}

/// Where the plan is not what was expected.
pub(crate) fn check(expect: &Expect, plan: &Plan, problem: &Problem) -> Vec<String> {
    let mut told = Told { plan, faults: Vec::new() };
    told.acts("urgent", expect.urgent.as_deref(), &plan.urgent);
    told.acts("beforehand", expect.beforehand.as_deref(), &plan.first);
    told.ladder(expect);
    told.standings(expect);
    told.doors(expect);
    told.way(expect);
    told.clocks(expect, problem);
    told.questions(expect);
    told.faults
}

/// A plan and where it is not what was expected.
struct Told<'a> {
    plan: &'a Plan,
    faults: Vec<String>,
}

impl<'a> Told<'a> {
    fn must(&mut self, is_so: bool, otherwise: impl FnOnce() -> String) {
        if !is_so {
            self.faults.push(otherwise());
        }
    }

    /// A misspelt channel would never be a step, and a test of that never fail.
    fn known(&mut self, channel: &str) {
        self.must(core().channel_named(channel).is_some(), || format!("no channel `{channel}`"));
    }

    fn known_fact(&mut self, fact: &str) {
        self.must(core().fact_named(fact).is_some(), || format!("no fact `{fact}`"));
    }

    fn step(&mut self, channel: &str) -> Option<&'a Step> {
        self.known(channel);
        self.plan.ladder.iter().find(|step| channel_id(step.channel) == channel)
    }

    fn standing(&mut self, channel: &str) -> Option<Standing> {
        self.step(channel).map(|step| step.standing)
    }

    fn acts(&mut self, what: &str, wanted: Option<&[String]>, acts: &[Act]) {
        let Some(wanted) = wanted else { return };
        let calls: Vec<&str> = acts.iter().filter_map(|act| act.channel).map(channel_id).collect();
        let is_so = if wanted.is_empty() {
            acts.is_empty()
        } else {
            calls.iter().take(wanted.len()).eq(wanted)
        };
        self.must(is_so, || format!("{what} is {calls:?}, not {wanted:?}"));
    }

    fn ladder(&mut self, expect: &Expect) {
        let ladder: Vec<&str> = rungs(self.plan).iter().map(|(channel, _)| *channel).collect();
        if let Some(first) = &expect.first {
            self.must(ladder.first() == Some(&first.as_str()), || {
                format!("the first door of {ladder:?} is not {first}")
            });
        }
        self.must(ladder.iter().take(expect.ladder.len()).eq(&expect.ladder), || {
            format!("the ladder is {ladder:?}, not {:?}", expect.ladder)
        });
        let mut rest = ladder.iter();
        let is_so = expect.order.iter().all(|channel| rest.any(|step| step == channel));
        self.must(is_so, || format!("{:?} is not the order of {ladder:?}", expect.order));
    }

    fn standings(&mut self, expect: &Expect) {
        for channel in &expect.now {
            let got = self.standing(channel);
            self.must(got == Some(Standing::Yes), || format!("{channel} is {got:?}, not now"));
        }
        for channel in &expect.never {
            let got = self.standing(channel);
            self.must(got.is_none(), || format!("{channel} is {got:?}, not never"));
        }
        let waiting = [(&expect.later, Standing::Later), (&expect.unknown, Standing::Unknown)];
        for (wanted, standing) in waiting {
            for (channel, needs) in wanted {
                let step = self.step(channel);
                let got = step.map(|step| (step.standing, fact_ids(&step.needs)));
                let is_so = got
                    .as_ref()
                    .is_some_and(|(got, facts)| *got == standing && sorted(facts) == sorted(needs));
                self.must(is_so, || format!("{channel} is {got:?}, not {standing:?} {needs:?}"));
            }
        }
    }

    fn doors(&mut self, expect: &Expect) {
        for (channel, day) in &expect.due {
            let due = self.step(channel).and_then(|step| step.due).map(day_of);
            self.must(due.as_ref() == Some(day), || format!("{channel} is due {due:?}, not {day}"));
        }
        for (channel, facts) in &expect.because {
            let got = self.step(channel).map(|step| fact_ids(&step.because)).unwrap_or_default();
            let is_so = facts.iter().all(|fact| got.contains(&fact.as_str()));
            self.must(is_so, || format!("{channel} is because of {got:?}, not {facts:?}"));
        }
        for (channel, progress) in &expect.progress {
            let got = self.step(channel).map(|step| step.progress.id());
            self.must(got == Some(progress), || format!("{channel} is {got:?}, not {progress}"));
        }
        let hours = [
            (&expect.open, Some(true)),
            (&expect.closed, Some(false)),
            (&expect.hours_unknown, None),
        ];
        for (channels, is_open) in hours {
            for channel in channels {
                let got = self.step(channel).map(|step| step.opening.is_open());
                self.must(got == Some(is_open), || {
                    format!("whether {channel} is open is {got:?}, not {is_open:?}")
                });
            }
        }
        for (channel, kind) in &expect.walls {
            self.known(channel);
            let wall = self.plan.walls.iter().find(|wall| channel_id(wall.channel) == channel);
            let got = wall.map(|wall| wall.kind.id());
            self.must(got == Some(kind), || format!("{channel} is a wall {got:?}, not {kind}"));
        }
    }

    fn way(&mut self, expect: &Expect) {
        let next = self.plan.next.and_then(|next| {
            Some((channel_id(self.plan.ladder.get(next.step)?.channel), next.from.map(day_of)))
        });
        if let Some(channel) = &expect.next {
            let is_so = next.as_ref().is_some_and(|(got, _)| got == channel);
            self.must(is_so, || format!("next is {next:?}, not {channel}"));
        }
        if expect.next.is_some() || expect.next_on.is_some() {
            let from = next.as_ref().and_then(|(_, from)| from.as_ref());
            self.must(from == expect.next_on.as_ref(), || {
                format!("next is {next:?}, not from {:?}", expect.next_on)
            });
        }
        let outcome = self.plan.outcome;
        if let Some(wanted) = &expect.outcome {
            self.must(outcome.id() == wanted, || format!("the outcome is {outcome:?}"));
        }
        if let Some(day) = &expect.waiting_until {
            let is_so = matches!(outcome, Outcome::Waiting(due) if day_of(due) == *day);
            self.must(is_so, || format!("the outcome is {outcome:?}, not waiting until {day}"));
        }
    }

    fn clocks(&mut self, expect: &Expect, problem: &Problem) {
        let clock = |id: &str| {
            let place = problem.deadlines.iter().position(|deadline| deadline.id == id);
            self.plan.clocks.iter().find(|clock| Some(clock.deadline) == place).copied()
        };
        let ends: Vec<_> = (expect.clocks.iter())
            .map(|(id, day)| (id, clock(id).and_then(|clock| clock.ends).map(day_of), day))
            .collect();
        let over: Vec<_> = expect.over.iter().map(|id| (id, clock(id))).collect();
        for (id, got, day) in ends {
            self.must(got.as_ref() == Some(day), || format!("{id} ends {got:?}, not {day}"));
        }
        for (id, got) in over {
            let is_over = got.is_some_and(|clock| clock.is_over);
            self.must(is_over, || format!("{id} is not over: {got:?}"));
        }
    }

    fn questions(&mut self, expect: &Expect) {
        let asks = fact_ids(&self.plan.asks);
        for fact in &expect.asks {
            self.must(asks.contains(&fact.as_str()), || format!("asks {asks:?}, not {fact}"));
        }
        if let Some(fact) = &expect.asks_first {
            self.must(asks.first() == Some(&fact.as_str()), || {
                format!("asks {asks:?}, not {fact} first")
            });
        }
        for fact in &expect.never_asks {
            self.known_fact(fact);
            self.must(!asks.contains(&fact.as_str()), || format!("asks {fact}"));
        }
        let ignored = fact_ids(&self.plan.ignored);
        for fact in &expect.ignored {
            self.must(ignored.contains(&fact.as_str()), || format!("{fact} counts"));
        }
    }
}

fn day_of(due: Due) -> String {
    day_text(due.day)
}

fn sorted(words: &[impl AsRef<str>]) -> Vec<&str> {
    let mut words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.sort_unstable();
    words
}
