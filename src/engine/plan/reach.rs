//! Whether a channel can be reached in a case, and what stands in the way.

use crate::engine::calendar::{Moment, Opening, opening};
use crate::engine::case::{Case, Value};
use crate::engine::knowledge::{
    Attainable, Channel, ChannelRef, ConditionRef, Core, FactRef, FactSet, Holidays, Links,
    Problem, Region, Scope, Status, Zone,
};
use crate::engine::rule::{Condition, Verdict};

use super::prepare::{Moot, Prepared};

/// What everything is judged by.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) core: &'a Core,
    pub(super) problem: &'a Problem,
    /// What can matter for the problem.
    pub(super) scope: &'a Scope,
    /// The facts that hang together, which a case may tell more of.
    pub(super) links: &'a Links,
    pub(super) case: &'a Case,
    /// The unknown facts that make no sense in this case.
    pub(super) moot: Moot<'a>,
    pub(super) moment: Moment,
    /// Where the person is, as an option of the fact that tells.
    pub(super) here: Option<u8>,
    /// Whether minutes matter.
    pub(super) is_emergency: bool,
}

impl<'a> Scene<'a> {
    /// The scene of a prepared case; that minutes matter is known of the problem only.
    pub(super) fn new(
        core: &'a Core,
        problem: &'a Problem,
        scope: &'a Scope,
        links: &'a Links,
        prepared: &'a Prepared,
        moment: Moment,
    ) -> Self {
        let (case, moot) = (&prepared.case, Moot::of(&prepared.moot));
        let (here, is_emergency) = (place(core, case), problem.emergency);
        Self { core, problem, scope, links, case, moot, moment, here, is_emergency }
    }

    /// The same, once the facts of the case have said whether minutes matter.
    pub(super) fn heeding_the_alarm(self) -> Self {
        self.with(self.case, self.moot, self.scope.alarm)
    }

    /// The same with another case, in which these facts are not as they were.
    pub(super) fn with<'b>(&self, case: &'b Case, moot: Moot<'b>, changed: FactSet) -> Scene<'b>
    where
        'a: 'b,
    {
        let mut scene = Scene { case, moot, here: place(self.core, case), ..*self };
        if let Some(alarm) =
            self.core.order.alarm.as_ref().filter(|_| self.scope.alarm.meets(changed))
        {
            scene.is_emergency = self.problem.emergency || scene.judge(alarm) == Verdict::Yes;
        }
        scene
    }

    /// The condition; an absent one always holds.
    pub(super) fn condition(&self, when: Option<ConditionRef>) -> Option<&'a Condition> {
        self.core.condition(when?)
    }

    /// The verdict on a condition in this case.
    pub(super) fn judge(&self, condition: &Condition) -> Verdict {
        self.moot.judge(condition, self.case)
    }

    /// The same, with the facts behind it: for a settled verdict the known ones that
    /// decided, for an unsettled one the unknown ones that would.
    pub(super) fn explain(&self, condition: &Condition, why: &mut Vec<FactRef>) -> Verdict {
        let from = why.len();
        let verdict = condition.explain(self.case, why);
        if verdict != Verdict::Unknown {
            return verdict;
        }
        // What makes no sense is no open question, but may settle the verdict.
        let mut kept = from;
        for at in from..why.len() {
            let Some(fact) = why.get(at).copied() else { break };
            if !self.moot.holds(fact)
                && let Some(slot) = why.get_mut(kept)
            {
                *slot = fact;
                kept += 1;
            }
        }
        if kept == why.len() {
            return verdict;
        }
        let verdict = self.judge(condition);
        why.truncate(if verdict == Verdict::Unknown { kept } else { from });
        verdict
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
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every rung comes through here, most no further")]
    pub(super) fn serves_here(&self, channel: &Channel) -> Verdict {
        if channel.regions.is_empty() {
            return Verdict::Yes;
        }
        let Some(here) = self.here else { return Verdict::Unknown };
        // Few bytes are looked through sooner so than by searching memory.
        for region in &channel.regions {
            if *region == here {
                return Verdict::Yes;
            }
        }
        Verdict::No
    }

    /// The record of the region the person is in.
    fn region_here(&self) -> Option<&'a Region> {
        self.core.region_at(self.here?)
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

    /// What has to be so for a fact to make sense.
    pub(super) fn premise(&self, fact: FactRef) -> Option<&'a Condition> {
        self.core.fact(fact)?.premise.as_ref()
    }

    /// The verdict if everything the person or time can still bring about came
    /// about; adds the facts that would have to.
    pub(super) fn attainable(
        &self,
        condition: &Condition,
        positive: bool,
        missing: &mut Vec<FactRef>,
    ) -> Verdict {
        // All parts are looked at: what is missing is told completely.
        let mut attain = |part: &Condition| self.attainable(part, positive, missing);
        match condition {
            Condition::All(parts) => {
                parts.iter().fold(Verdict::Yes, |all, part| all.and(attain(part)))
            }
            Condition::Any(parts) => {
                parts.iter().fold(Verdict::No, |any, part| any.max(attain(part)))
            }
            Condition::Not(part) => self.attainable(part, !positive, missing).negated(),
            Condition::Is(fact, _) | Condition::AtLeast(fact, _) | Condition::AtMost(fact, _) => {
                self.reachable(*fact, condition, positive, missing)
            }
        }
    }

    /// The same of a single comparison.
    fn reachable(
        &self,
        fact: FactRef,
        comparison: &Condition,
        positive: bool,
        missing: &mut Vec<FactRef>,
    ) -> Verdict {
        let verdict = comparison.compare(self.case);
        if verdict == Verdict::Unknown && self.moot.holds(fact) {
            let can_come = positive && self.can_make_sense(fact, missing);
            return if can_come { Verdict::Unknown } else { Verdict::No };
        }
        let unmet = if positive { Verdict::No } else { Verdict::Yes };
        if verdict != unmet || !self.can_change(comparison, positive) {
            return verdict;
        }
        if !missing.contains(&fact) {
            missing.push(fact);
        }
        Verdict::Unknown
    }

    /// Whether a fact that makes no sense today may come to; adds what has to come
    /// about before.
    fn can_make_sense(&self, fact: FactRef, missing: &mut Vec<FactRef>) -> bool {
        let is_final = self.core.fact(fact).is_none_or(|fact| fact.attainable == Attainable::Never);
        let Some(premise) = self.premise(fact).filter(|_| !is_final) else { return false };
        let mut first = Vec::new();
        if self.attainable(premise, true, &mut first) == Verdict::No {
            return false;
        }
        for fact in first {
            if !missing.contains(&fact) {
                missing.push(fact);
            }
        }
        true
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
            Condition::Is(..) => self.case.value(fact).is_some_and(is_open),
            Condition::AtLeast(..) => positive,
            Condition::AtMost(..) => !positive,
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => false,
        }
    }
}

/// Where the person is, as an option of the fact that tells.
fn place(core: &Core, case: &Case) -> Option<u8> {
    match core.region.and_then(|region| case.value(region)) {
        Some(Value::Choice(here)) => Some(here),
        Some(Value::Flag(_) | Value::Count(_) | Value::Day(_)) | None => None,
    }
}
