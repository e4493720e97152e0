//! Compiling problems; roles are filled in here, region by region.

use super::super::mistake::MistakeKind;
use super::super::raw::{
    RawDeadline, RawFilling, RawProblem, RawRung, RawSentence, RawUrgent, RolePart,
};
use super::super::record::{
    Deadline, FactKind, FactRef, NotForThis, Problem, Rung, SelfHelp, Stage, TextRef, Urgent,
};
use super::{Compiler, Place};
use crate::engine::case::Value;
use crate::engine::rule::Condition;

impl Compiler<'_> {
    pub(super) fn problems(&mut self) -> Vec<Problem> {
        let raw = self.raw;
        raw.problems.iter().map(|(id, problem)| self.problem(id, problem)).collect()
    }

    fn problem(&mut self, id: &str, raw: &RawProblem) -> Problem {
        let at = Place::new("problems", id);
        let mut assumes = Vec::new();
        for (fact, value) in &raw.assumes {
            let fact = self.fact_named(fact, &at.key("assumes"));
            assumes.push((fact, self.value(fact, value, &at.key("assumes"))));
        }
        let mut urgent = Vec::new();
        for (place, act) in raw.urgent.iter().enumerate() {
            self.urgent(act, &at.nth("urgent", place), &mut urgent);
        }
        let mut ladder = Vec::new();
        for (place, rung) in raw.ladder.iter().enumerate() {
            self.rung(rung, &at.nth("ladder", place), &mut ladder);
        }
        Problem {
            id: id.to_owned(),
            platforms: self.options_of("platform", &raw.platforms, &at.key("platforms")),
            speaking: Vec::new(),
            name: self.text(&raw.name, &at.key("name")),
            description: self.text(&raw.description, &at.key("description")),
            severity: raw.severity,
            emergency: raw.emergency,
            confusable_with: (raw.confusable_with.iter())
                .map(|id| self.problem_named(id, &at.key("confusable-with")))
                .collect(),
            assumes,
            asks: raw.asks.iter().map(|id| self.fact_named(id, &at.key("asks"))).collect(),
            urgent,
            ladder,
            not_for_this: (raw.not_for_this.iter().enumerate())
                .map(|(place, wrong)| {
                    let at = at.nth("not-for-this", place);
                    NotForThis {
                        channel: self.channel_named(&wrong.channel, &at),
                        because: self.text(&wrong.because, &at),
                    }
                })
                .collect(),
            self_help: (raw.self_help.iter().enumerate())
                .map(|(place, help)| {
                    let at = at.nth("self-help", place);
                    SelfHelp {
                        text: self.text(&RawSentence::from(help), &at),
                        minutes: help.minutes,
                        sources: self.sources_named(&help.sources, &at),
                    }
                })
                .collect(),
            evidence: self.items(&raw.evidence, "evidence", &at),
            deadlines: self.deadlines(raw, &at),
            dos: self.text_list(&raw.dos, "dos", &at),
            donts: self.text_list(&raw.donts, "donts", &at),
            scam_guard: self.text_list(&raw.scam_guard, "scam-guard", &at),
            exhausted: self.maybe_text(raw.exhausted.as_ref(), &at.key("exhausted")),
            request: self.text(&raw.draft.request, &at.key("draft.request")),
            facts_to_state: raw.draft.facts_to_state.clone(),
            sources: self.sources_named(&raw.sources, &at.key("sources")),
        }
    }

    fn deadlines(&mut self, raw: &RawProblem, at: &Place) -> Vec<Deadline> {
        (raw.deadlines.iter().enumerate())
            .map(|(place, deadline)| {
                let at = at.nth("deadlines", place);
                Deadline {
                    id: deadline.id.clone(),
                    regions: self.options_of("region", &deadline.regions, &at.key("regions")),
                    text: self.text(&RawSentence::from(deadline), &at),
                    from: self.text(&deadline.from, &at.key("from")),
                    within: deadline.within.as_ref().map(|time| self.duration(time, &at)),
                    clock: self.clock(deadline, &at),
                    consequence: self.maybe_text(deadline.consequence.as_ref(), &at),
                    sources: self.sources_named(&deadline.sources, &at),
                }
            })
            .collect()
    }

    /// The fact a deadline is counted from or ends by, which must be of that kind.
    fn clock(&mut self, raw: &RawDeadline, at: &Place) -> Option<FactRef> {
        let (id, kind) = match (&raw.since, &raw.by) {
            (Some(id), None) => (id, FactKind::Count),
            (None, Some(id)) => (id, FactKind::Date),
            (None, None) => return None,
            (Some(_), Some(_)) => {
                self.wrong(at, MistakeKind::Contradiction("`since` and `by` exclude each other"));
                return None;
            }
        };
        if self.raw.facts.get(id).is_some_and(|fact| fact.kind != kind) {
            self.wrong(at, MistakeKind::Contradiction("`since` is a count, `by` a date"));
        }
        Some(self.fact_named(id, at))
    }

    fn urgent(&mut self, raw: &RawUrgent, at: &Place, urgent: &mut Vec<Urgent>) {
        let when = raw.when.as_ref().map(|when| self.plain_condition(when, at));
        let Some(role) = &raw.role else {
            urgent.push(Urgent {
                act: self.needed(raw.act.as_ref(), "`act`", at),
                channel: raw.channel.as_ref().map(|id| self.channel_named(id, at)),
                when: when.map(|when| self.condition(when)),
                sources: self.sources_named(&raw.sources, at),
            });
            return;
        };
        for filling in self.fillings(role, RolePart::Urgent, at) {
            let when = self.in_regions(&filling.regions, when.as_ref(), at);
            urgent.push(Urgent {
                act: self.needed(filling.act.as_ref(), "`act`", at),
                channel: filling.channel.as_ref().map(|id| self.channel_named(id, at)),
                when: Some(self.condition(when)),
                sources: self.sources_named(&filling.sources, at),
            });
        }
    }

    fn rung(&mut self, raw: &RawRung, at: &Place, ladder: &mut Vec<Rung>) {
        let when = raw.when.as_ref().map(|when| self.plain_condition(when, at));
        let Some(role) = &raw.role else {
            let Some(channel) = &raw.channel else {
                self.wrong(at, MistakeKind::Missing("`channel` or `role`"));
                return;
            };
            ladder.push(Rung {
                channel: self.channel_named(channel, at),
                stage: raw.stage,
                when: when.map(|when| self.condition(when)),
                wait: raw.wait.as_ref().map(|wait| self.duration(wait, at)),
                because: self.needed(raw.because.as_ref(), "`because`", at),
                role: None,
                sources: self.sources_named(&raw.sources, at),
            });
            return;
        };
        let part = self.role_named(role, at);
        for filling in self.fillings(role, RolePart::Ladder, at) {
            let Some(channel) = &filling.channel else {
                self.wrong(at, MistakeKind::Missing("`channel` of the role"));
                continue;
            };
            let when = self.in_regions(&filling.regions, when.as_ref(), at);
            ladder.push(self.filled(raw.stage, &filling, channel, when, part, at));
        }
    }

    fn filled(
        &mut self,
        stage: Stage,
        filling: &RawFilling,
        channel: &str,
        when: Condition,
        role: u8,
        at: &Place,
    ) -> Rung {
        Rung {
            channel: self.channel_named(channel, at),
            stage,
            when: Some(self.condition(when)),
            wait: filling.wait.as_ref().map(|wait| self.duration(wait, at)),
            because: self.needed(filling.because.as_ref(), "`because`", at),
            role: Some(role),
            sources: self.sources_named(&filling.sources, at),
        }
    }

    fn fillings(&mut self, role: &str, part: RolePart, at: &Place) -> Vec<RawFilling> {
        match self.raw.roles.get(role) {
            Some(record) if record.part == part => record.fillings.clone(),
            Some(_) => {
                self.wrong(at, MistakeKind::Contradiction("the role is for another part"));
                Vec::new()
            }
            None => {
                self.wrong(at, MistakeKind::Unknown("role", role.to_owned()));
                Vec::new()
            }
        }
    }

    /// The condition that holds in these regions only.
    fn in_regions(&mut self, codes: &[String], when: Option<&Condition>, at: &Place) -> Condition {
        let region = self.fact_named("region", at);
        let mut here: Vec<Condition> = (self.options_of("region", codes, at).into_iter())
            .map(|place| Condition::Is(region, Value::Choice(place)))
            .collect();
        let here = if here.len() == 1 { here.remove(0) } else { Condition::Any(here) };
        match when {
            None => here,
            Some(when) => Condition::All(vec![here, when.clone()]),
        }
    }

    fn needed(
        &mut self,
        sentence: Option<&RawSentence>,
        what: &'static str,
        at: &Place,
    ) -> TextRef {
        let Some(sentence) = sentence else {
            self.wrong(at, MistakeKind::Missing(what));
            return TextRef::at(0);
        };
        self.text(sentence, at)
    }
}
