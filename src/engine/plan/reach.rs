//! Whether a channel can be reached in a case, and what stands in the way.

use crate::engine::calendar::{Moment, Opening, opening};
use crate::engine::case::{Case, Value};
use crate::engine::knowledge::{
    Attainable, Channel, ChannelRef, ConditionRef, Core, FactRef, Holidays, Problem, Region,
    Status, Zone,
};
use crate::engine::rule::{Condition, Verdict};

/// What everything is judged by.
pub(super) struct Scene<'a> {
    pub(super) core: &'a Core,
    pub(super) problem: &'a Problem,
    pub(super) case: &'a Case,
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
        case: &'a Case,
        moment: Moment,
    ) -> Self {
        let region = core.fact_named("region");
        let here = match region.and_then(|region| case.value(region)) {
            Some(Value::Choice(here)) => Some(here),
            _ => None,
        };
        let alarm = core.order.alarm.as_ref().map(|alarm| alarm.judge(case));
        let is_emergency = problem.emergency || alarm == Some(Verdict::Yes);
        Self { core, problem, case, moment, region, here, is_emergency }
    }

    /// The condition; an absent one always holds.
    pub(super) fn condition(&self, when: Option<ConditionRef>) -> Option<&'a Condition> {
        self.core.condition(when?)
    }

    /// Whether the channel is known to be closed to the person.
    pub(super) fn is_blocked(&self, channel: &Channel) -> bool {
        self.condition(channel.blocked_by)
            .is_some_and(|blocked| blocked.judge(self.case) == Verdict::Yes)
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
        let code = &self.region_here()?.code;
        let here = |table: &&Holidays| {
            self.core.region(table.region).is_some_and(|region| region.code == *code)
        };
        self.core.holidays.iter().find(here)
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
        let verdict = condition.judge_with(
            self.case,
            &|comparison, verdict, positive| {
                let unmet = if positive { Verdict::No } else { Verdict::Yes };
                if verdict != unmet || !self.can_change(comparison, positive) {
                    return verdict;
                }
                if let Some(fact) = comparison.fact()
                    && !missing.borrow().contains(&fact)
                {
                    missing.borrow_mut().push(fact);
                }
                Verdict::Unknown
            },
            positive,
        );
        (verdict, missing.into_inner())
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
