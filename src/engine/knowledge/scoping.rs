//! Finding what can matter for each problem, once when the records are read.

use super::scope::{FactSet, Links, Scope};
use super::{Channel, ConditionRef, Core, Fact, FactKind, FactRef, Problem, Trace};
use crate::engine::case::Value;
use crate::engine::rule::Condition;

impl Core {
    /// Finds what can matter for each problem; to be done again when records change.
    #[must_use]
    pub fn scoped(mut self) -> Self {
        self.region = self.fact_named("region");
        self.platform = self.fact_named("platform");
        let mut tellers: Vec<Vec<FactRef>> = Vec::new();
        tellers.resize_with(self.channels.len(), Vec::new);
        for (fact, record) in self.each_fact() {
            let of = if let Some(Trace::Answer(of)) = record.trace { of } else { fact };
            for door in self.doors_of(of) {
                if let Some(tellers) = tellers.get_mut(door.place()) {
                    tellers.push(fact);
                }
            }
        }
        self.tellers = tellers;
        let mut links = Links::default();
        for (fact, record) in self.each_fact() {
            links.add(fact, record);
        }
        self.links = links;
        let mut scopes = Vec::with_capacity(self.problems.len());
        for problem in &self.problems {
            scopes.push(Scope::of(&self, problem));
        }
        self.scopes = scopes;
        self
    }
}

/// An act or a rung: what decides about it.
struct Thing<'a> {
    whens: [Option<ConditionRef>; 3],
    channel: Option<&'a Channel>,
    /// The facts that tell whether its door has been used, and what came of it.
    tellers: &'a [FactRef],
}

impl<'a> Thing<'a> {
    /// The acts of a problem, then its rungs.
    fn all(core: &'a Core, problem: &Problem) -> Vec<Self> {
        let mut all = Vec::with_capacity(problem.urgent.len() + problem.ladder.len());
        for act in &problem.urgent {
            let channel = act.channel.and_then(|channel| core.channel(channel));
            let blocked_by = channel.and_then(|channel| channel.blocked_by);
            all.push(Self { whens: [act.when, None, blocked_by], channel, tellers: &[] });
        }
        for rung in &problem.ladder {
            let channel = core.channel(rung.channel);
            let gates = channel.map_or([None; 2], |it| [it.requires, it.blocked_by]);
            let tellers = core.told_by(rung.channel);
            all.push(Self { whens: [rung.when, gates[0], gates[1]], channel, tellers });
        }
        all
    }

    fn conditions(&self, core: &'a Core) -> impl Iterator<Item = &'a Condition> {
        self.whens.into_iter().flatten().filter_map(|when| core.condition(when))
    }
}

impl Scope {
    fn of(core: &Core, problem: &Problem) -> Self {
        let mut scope = Self::default();
        let things = Thing::all(core, problem);
        for thing in &things {
            for condition in thing.conditions(core).chain(&core.order.alarm) {
                scope.add_compared(core, condition);
            }
            for fact in thing.tellers {
                scope.add(core, *fact);
            }
        }
        for fact in core.region.iter().chain(&problem.asks) {
            scope.add(core, *fact);
        }
        for fact in scope.facts.clone() {
            if let Some(record) = core.fact(fact) {
                scope.link(fact, record);
            }
        }
        for thing in &things {
            let depends_on = scope.depends_on(core, thing);
            if scope.acts.len() < problem.urgent.len() {
                scope.acts.push(depends_on);
            } else {
                scope.rungs.push(depends_on);
            }
        }
        if let Some(alarm) = &core.order.alarm {
            scope.alarm = scope.compared(alarm);
        }
        for (place, rung) in problem.ladder.iter().enumerate() {
            for (other, twin) in problem.ladder.iter().enumerate().skip(place + 1) {
                if rung.channel == twin.channel {
                    scope.twins.push((place, other));
                }
            }
        }
        scope
    }

    /// Adds a fact, and all that it follows from and rests on.
    fn add(&mut self, core: &Core, fact: FactRef) {
        let Err(place) = self.facts.binary_search(&fact) else { return };
        let Some(record) = core.fact(fact) else { return };
        self.facts.insert(place, fact);
        for condition in record.derive.iter().map(|(when, _)| when).chain(&record.premise) {
            self.add_compared(core, condition);
        }
        if let Some(Trace::Since(of) | Trace::Answer(of)) = record.trace {
            self.add(core, of);
        }
    }

    fn add_compared(&mut self, core: &Core, condition: &Condition) {
        condition.each_comparison(&mut |comparison| {
            if let Some(fact) = comparison.fact() {
                self.add(core, fact);
            }
        });
    }

    /// Notes how a fact hangs together with the others.
    fn link(&mut self, fact: FactRef, record: &Fact) {
        self.links.add(fact, record);
        for (when, _) in &record.derive {
            self.carrying = self.carrying.and(self.compared(when));
            self.derived = self.derived.and(self.set_of(fact));
        }
        if let Some(premise) = &record.premise {
            self.carrying = self.carrying.and(self.compared(premise));
        }
        if matches!((record.kind, &record.trace), (FactKind::Count, Some(Trace::Done(_)))) {
            self.tell_apart(fact, Value::Count(0));
            self.tell_apart(fact, Value::Count(1000));
        }
    }

    fn depends_on(&mut self, core: &Core, thing: &Thing) -> FactSet {
        let mut set = FactSet::default();
        for condition in thing.conditions(core) {
            set = set.and(self.compared(condition));
        }
        let places = thing.channel.map_or(&[][..], |channel| channel.regions.as_slice());
        if let (Some(region), false) = (core.region, places.is_empty()) {
            set = set.and(self.set_of(region));
            for place in places {
                self.tell_apart(region, Value::Choice(*place));
            }
        }
        for fact in thing.tellers {
            if !core.doors_of(*fact).is_empty() {
                set = set.and(self.set_of(*fact));
            }
        }
        set
    }

    /// The facts that a condition compares; notes what it tells apart.
    fn compared(&mut self, condition: &Condition) -> FactSet {
        let mut set = FactSet::default();
        condition.each_comparison(&mut |comparison| {
            let Some(fact) = comparison.fact() else { return };
            set = set.and(self.set_of(fact));
            match comparison {
                Condition::Is(_, value) => self.tell_apart(fact, *value),
                Condition::AtLeast(_, floor) => {
                    self.tell_apart(fact, Value::Count(floor.saturating_sub(1000).max(0)));
                    self.tell_apart(fact, Value::Count(*floor));
                }
                Condition::AtMost(_, ceiling) => {
                    self.tell_apart(fact, Value::Count(*ceiling));
                    self.tell_apart(fact, Value::Count(ceiling.saturating_add(1000)));
                }
                Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
            }
        });
        set
    }

    fn tell_apart(&mut self, fact: FactRef, value: Value) {
        if let Err(place) = self.values.binary_search(&(fact, value)) {
            self.values.insert(place, (fact, value));
        }
    }
}

impl Links {
    fn add(&mut self, fact: FactRef, record: &Fact) {
        if !record.derive.is_empty() {
            self.derived.push(fact);
        }
        if record.premise.is_some() {
            self.premised.push(fact);
        }
        if record.trace.is_some() {
            self.traced.push(fact);
        }
    }
}
