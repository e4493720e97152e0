//! Finding a compiled record by its reference or its permanent id.

use super::record::{
    Channel, ChannelRef, ConditionRef, Core, Fact, FactRef, Guide, GuideRef, Problem, ProblemRef,
    Region, RegionRef,
};
use super::scope::Scope;
use crate::engine::case::{Case, Value};
use crate::engine::rule::Condition;

impl Core {
    /// The channel; `None` for a reference into other records.
    pub fn channel(&self, channel: ChannelRef) -> Option<&Channel> {
        self.channels.get(channel.place())
    }

    /// The condition; `None` for a reference into other records.
    pub fn condition(&self, condition: ConditionRef) -> Option<&Condition> {
        self.conditions.get(condition.place())
    }

    /// The fact; `None` for a reference into other records.
    pub fn fact(&self, fact: FactRef) -> Option<&Fact> {
        self.facts.get(fact.place())
    }

    /// The problem; `None` for a reference into other records.
    pub fn problem(&self, problem: ProblemRef) -> Option<&Problem> {
        self.problems.get(problem.place())
    }

    /// The first of the problems of a host's own pack, which are the last of the table.
    pub fn first_own(&self) -> usize {
        let count = if self.own.is_empty() { 0 } else { self.own.split('^').count() };
        self.problems.len().saturating_sub(count)
    }

    /// By which words a problem of a host's own pack is known; `None` for ours.
    pub fn own_words(&self, problem: usize) -> Option<&str> {
        self.own.split('^').nth(problem.checked_sub(self.first_own())?)
    }

    /// The guide; `None` for a reference into other records.
    pub fn guide(&self, guide: GuideRef) -> Option<&Guide> {
        self.guides.get(guide.place())
    }

    /// The region; `None` for a reference into other records.
    pub fn region(&self, region: RegionRef) -> Option<&Region> {
        self.regions.get(region.place())
    }

    /// The region that an option of the fact `region` stands for; `None` without a record.
    pub fn region_at(&self, place: u8) -> Option<&Region> {
        let code = &self.fact(self.region?)?.options.get(usize::from(place))?.id;
        self.regions.iter().find(|region| region.code == *code)
    }

    /// The region the person is in; `None` where it is unknown or has no record.
    pub fn here(&self, case: &Case) -> Option<&Region> {
        match case.value(self.region?)? {
            Value::Choice(place) => self.region_at(place),
            Value::Flag(_) | Value::Count(_) | Value::Day(_) => None,
        }
    }

    /// What can matter for the problem; `None` for a reference into other records.
    pub fn scope(&self, problem: ProblemRef) -> Option<&Scope> {
        self.scopes.get(problem.place())
    }

    /// Every fact with its reference, sorted by id.
    pub fn each_fact(&self) -> impl Iterator<Item = (FactRef, &Fact)> {
        self.facts.iter().enumerate().map(|(place, fact)| (FactRef::at(place), fact))
    }

    /// Every problem with its reference, sorted by id.
    pub fn each_problem(&self) -> impl Iterator<Item = (ProblemRef, &Problem)> {
        self.problems.iter().enumerate().map(|(place, problem)| (ProblemRef::at(place), problem))
    }

    /// The fact with an id.
    pub fn fact_named(&self, id: &str) -> Option<FactRef> {
        self.facts.binary_search_by(|fact| fact.id.as_str().cmp(id)).ok().map(FactRef::at)
    }

    /// The problem with an id.
    pub fn problem_named(&self, id: &str) -> Option<ProblemRef> {
        let found = self.problems.binary_search_by(|problem| problem.id.as_str().cmp(id));
        found.ok().map(ProblemRef::at)
    }

    /// The channel with an id.
    pub fn channel_named(&self, id: &str) -> Option<ChannelRef> {
        let found = self.channels.binary_search_by(|channel| channel.id.as_str().cmp(id));
        found.ok().map(ChannelRef::at)
    }

    /// The value that stands for an option of a choice.
    pub fn option_named(&self, fact: FactRef, option: &str) -> Option<Value> {
        let options = &self.fact(fact)?.options;
        let place = options.iter().position(|known| known.id == option)?;
        u8::try_from(place).ok().map(Value::Choice)
    }
}
