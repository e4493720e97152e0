//! More knowledge than there is: the records copied under fresh ids.

use recourse::engine::knowledge::{ChannelRef, ConditionRef, Core, FactRef, ProblemRef, Trace};
use recourse::engine::rule::Condition;

use super::asking::Given;

/// Facts that every copy shares: a person is in one place, on one platform.
const SHARED: [&str; 2] = ["platform", "region"];

/// Where the records of one copy stand.
struct Copy<'a> {
    core: &'a Core,
    number: usize,
}

/// The knowledge so many times as large. The first copy is the knowledge itself.
pub(crate) fn scaled(core: &Core, times: usize) -> Core {
    let mut large = core.clone();
    for number in 1..times {
        let copy = Copy { core, number };
        for fact in &core.facts {
            let mut fact = fact.clone();
            fact.id = copy.id(&fact.id);
            for (when, _) in &mut fact.derive {
                copy.move_condition(when);
            }
            if let Some(premise) = &mut fact.premise {
                copy.move_condition(premise);
            }
            fact.trace = fact.trace.map(|trace| copy.trace(trace));
            large.facts.push(fact);
        }
        for condition in &core.conditions {
            let mut condition = condition.clone();
            copy.move_condition(&mut condition);
            large.conditions.push(condition);
        }
        for channel in &core.channels {
            let mut channel = channel.clone();
            channel.id = copy.id(&channel.id);
            copy.move_when(&mut channel.requires);
            copy.move_when(&mut channel.blocked_by);
            large.channels.push(channel);
        }
        copy.problems(&mut large);
    }
    large.scoped()
}

/// A case of the knowledge itself, moved to the last of so many copies, where
/// everything is furthest from the beginning.
pub(crate) fn last_copy(core: &Core, given: &Given, times: usize) -> Given {
    let copy = Copy { core, number: times.saturating_sub(1) };
    let facts = given.facts.iter().map(|(fact, value)| (copy.fact(*fact), *value)).collect();
    Given { problem: copy.problem(given.problem), facts }
}

impl Copy<'_> {
    fn problems(&self, large: &mut Core) {
        for problem in &self.core.problems {
            let mut problem = problem.clone();
            problem.id = self.id(&problem.id);
            for other in &mut problem.confusable_with {
                *other = self.problem(*other);
            }
            for (fact, _) in &mut problem.assumes {
                *fact = self.fact(*fact);
            }
            for fact in &mut problem.asks {
                *fact = self.fact(*fact);
            }
            for urgent in &mut problem.urgent {
                urgent.channel = urgent.channel.map(|channel| self.channel(channel));
                self.move_when(&mut urgent.when);
            }
            for rung in &mut problem.ladder {
                rung.channel = self.channel(rung.channel);
                self.move_when(&mut rung.when);
            }
            for wrong in &mut problem.not_for_this {
                wrong.channel = self.channel(wrong.channel);
            }
            for deadline in &mut problem.deadlines {
                deadline.clock = deadline.clock.map(|fact| self.fact(fact));
            }
            large.problems.push(problem);
        }
    }

    fn trace(&self, trace: Trace) -> Trace {
        match trace {
            Trace::Done(doors) => {
                Trace::Done(doors.into_iter().map(|channel| self.channel(channel)).collect())
            }
            Trace::Since(fact) => Trace::Since(self.fact(fact)),
            Trace::Answer(fact) => Trace::Answer(self.fact(fact)),
        }
    }

    /// Sorts behind every id of the copies before.
    fn id(&self, id: &str) -> String {
        if self.number == 0 { id.to_owned() } else { format!("~{:03}~{id}", self.number) }
    }

    fn fact(&self, fact: FactRef) -> FactRef {
        let is_shared = |record: &str| SHARED.contains(&record);
        if self.core.fact(fact).is_some_and(|record| is_shared(&record.id)) {
            return fact;
        }
        FactRef::at(fact.place() + self.number * self.core.facts.len())
    }

    fn channel(&self, channel: ChannelRef) -> ChannelRef {
        ChannelRef::at(channel.place() + self.number * self.core.channels.len())
    }

    fn problem(&self, problem: ProblemRef) -> ProblemRef {
        ProblemRef::at(problem.place() + self.number * self.core.problems.len())
    }

    fn move_when(&self, when: &mut Option<ConditionRef>) {
        let size = self.core.conditions.len();
        *when = when.map(|when| ConditionRef::at(when.place() + self.number * size));
    }

    fn move_condition(&self, condition: &mut Condition) {
        match condition {
            Condition::Is(fact, _) | Condition::AtLeast(fact, _) | Condition::AtMost(fact, _) => {
                *fact = self.fact(*fact);
            }
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.move_condition(part);
                }
            }
            Condition::Not(part) => self.move_condition(part),
        }
    }
}
