//! Whether a channel can be reached in a case, and what stands in the way.

use crate::engine::calendar::{Moment, Opening, opening};
use crate::engine::case::{Case, Value};
use crate::engine::knowledge::{
    Attainable, Channel, ChannelRef, ConditionRef, Core, FactRef, Holidays, Problem, Region,
    Status, Zone,
};
use crate::engine::rule::{Condition, Verdict};

use super::links::Links;
use super::prepare::{Prepared, judge};

/// What everything is judged by.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) core: &'a Core,
    pub(super) problem: &'a Problem,
    pub(super) links: &'a Links<'a>,
    pub(super) case: &'a Case,
    /// The unknown facts that make no sense in this case.
    pub(super) moot: &'a [FactRef],
    pub(super) moment: Moment,
    /// The fact that tells where the person is.
    pub(super) region: Option<FactRef>,
    /// Where the person is, as an option of that fact.
    pub(super) here: Option<u8>,
    /// Whether minutes matter.
    pub(super) is_emergency: bool,
}

impl<'a> Scene<'a> {
    /// The scene of a prepared case.
    pub(super) fn new(
        core: &'a Core,
        problem: &'a Problem,
        links: &'a Links<'a>,
        prepared: &'a Prepared,
        moment: Moment,
    ) -> Self {
        let Prepared { case, moot, .. } = prepared;
        let region = core.fact_named("region");
        let (here, is_emergency) = (None, false);
        let scene = Self { core, problem, links, case, moot, moment, region, here, is_emergency };
        scene.with(case, moot)
    }

    /// The same with another case.
    pub(super) fn with<'b>(&self, case: &'b Case, moot: &'b [FactRef]) -> Scene<'b>
    where
        'a: 'b,
    {
        let here = match self.region.and_then(|region| case.value(region)) {
            Some(Value::Choice(here)) => Some(here),
            _ => None,
        };
        let alarm = self.core.order.alarm.as_ref().map(|alarm| judge(alarm, case, moot));
        let is_emergency = self.problem.emergency || alarm == Some(Verdict::Yes);
        Scene { case, moot, here, is_emergency, ..*self }
    }

    /// The condition; an absent one always holds.
    pub(super) fn condition(&self, when: Option<ConditionRef>) -> Option<&'a Condition> {
        self.core.condition(when?)
    }

    /// The verdict on a condition in this case.
    pub(super) fn judge(&self, condition: &Condition) -> Verdict {
        judge(condition, self.case, self.moot)
    }

    /// Whether the channel is known to be closed to the person.
    pub(super) fn is_blocked(&self, channel: &Channel) -> bool {
        self.condition(channel.blocked_by)
            .is_some_and(|blocked| self.judge(blocked) == Verdict::Yes)
    }

    pub(super) fn opening(&self, channel: Option<ChannelRef>) -> Opening {
        let hours = channel
            .and_then(|channel| self.core.channel(channel))
            .and_then(|channel| channel.hours.as_ref());
        opening(hours, self.core, self.moment)
    }

    /// Whether the channel serves where the person is.
    pub(super) fn serves_here(&self, channel: &Channel) -> Verdict {
        match self.here {
            _ if channel.regions.is_empty() => Verdict::Yes,
            Some(here) => Verdict::from(channel.regions.contains(&here)),
            None => Verdict::Unknown,
        }
    }

    /// The record of the region the person is in.
    fn region_here(&self) -> Option<&'a Region> {
        let places = &self.core.fact(self.region?)?.options;
        let code = places.get(usize::from(self.here?))?.id.as_str();
        self.core.regions.iter().find(|region| region.code == code)
    }

    /// The holidays where the person is.
    pub(super) fn holidays(&self) -> Option<&'a Holidays> {
        self.holidays_in(&self.region_here()?.code)
    }

    /// The holidays where the channel works: those of its operator's home if it
    /// serves anywhere, else those where the person is.
    pub(super) fn holidays_of(&self, channel: &Channel) -> Option<&'a Holidays> {
        let homes = self.core.order.home.iter().filter(|_| channel.regions.is_empty());
        let home = homes.clone().find(|(operator, _)| *operator == channel.operator);
        match home.and_then(|(_, region)| self.core.region(*region)) {
            Some(region) => self.holidays_in(&region.code),
            None => self.holidays(),
        }
    }

    fn holidays_in(&self, code: &str) -> Option<&'a Holidays> {
        let there = |table: &&Holidays| {
            self.core.region(table.region).is_some_and(|region| region.code == code)
        };
        self.core.holidays.iter().find(there)
    }

    /// How the clock runs where the person is.
    pub(super) fn zone(&self) -> Option<&'a Zone> {
        self.core.zones.get(usize::from(self.region_here()?.zone))
    }

    /// Whether the channel may be offered as a door at all.
    pub(super) fn is_door(channel: &Channel) -> bool {
        channel.status != Status::WarnOnly
    }

    /// The verdict if everything the person or time can still bring about came
    /// about, with the facts that would have to.
    pub(super) fn attainable(
        &self,
        condition: &Condition,
        positive: bool,
    ) -> (Verdict, Vec<FactRef>) {
        let missing = std::cell::RefCell::new(Vec::new());
        let lack = |fact: FactRef| {
            if !missing.borrow().contains(&fact) {
                missing.borrow_mut().push(fact);
            }
        };
        let verdict = condition.judge_with(
            self.case,
            &|comparison, verdict, positive| {
                let Some(fact) = comparison.fact() else { return verdict };
                if self.moot.contains(&fact) {
                    let first = if positive { self.foundation(fact) } else { None };
                    let Some(first) = first else { return Verdict::No };
                    first.into_iter().for_each(lack);
                    return Verdict::Unknown;
                }
                let unmet = if positive { Verdict::No } else { Verdict::Yes };
                if verdict != unmet || !self.can_change(comparison, positive) {
                    return verdict;
                }
                lack(fact);
                Verdict::Unknown
            },
            positive,
        );
        (verdict, missing.into_inner())
    }

    /// What has to come about before a fact that makes no sense today does; `None`
    /// if it never will.
    fn foundation(&self, fact: FactRef) -> Option<Vec<FactRef>> {
        if self.core.fact(fact)?.attainable == Attainable::Never {
            return None;
        }
        let (verdict, missing) = self.attainable(self.links.premise(fact)?, true);
        (verdict != Verdict::No).then_some(missing)
    }

    /// Whether a comparison that stands in the way today can come right: deeds
    /// can be done, counts of days grow, an open answer is followed by another.
    fn can_change(&self, comparison: &Condition, positive: bool) -> bool {
        let Some(fact) = comparison.fact() else { return false };
        let Some(record) = self.core.fact(fact) else { return false };
        if record.attainable == Attainable::Never {
            return false;
        }
        let is_open = |value: Value| match value {
            Value::Flag(done) => !done,
            Value::Choice(place) => {
                record.options.get(usize::from(place)).is_some_and(|option| option.open)
            }
            Value::Count(_) | Value::Day(_) => true,
        };
        match comparison {
            Condition::Is(_, wanted) if positive => {
                self.case.value(fact).is_some_and(is_open) && !matches!(wanted, Value::Flag(false))
            }
            Condition::Is(..) => self.case.value(fact).is_some_and(is_open),
            Condition::AtLeast(..) => positive,
            Condition::AtMost(..) => !positive,
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => false,
        }
    }
}
