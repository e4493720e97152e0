//! The same rules, cases and answers as plain structure, for engines that are
//! not ours.

use recourse::engine::calendar::day_text;
use recourse::engine::case::Value;
use recourse::engine::knowledge::{
    Attainable, ChannelRef, ConditionRef, Core, FactKind, FactRef, Problem, Status,
};
use recourse::engine::plan::Judged;
use recourse::engine::rule::Condition;
use serde_json::{Map, Value as Json, json};

use super::asking::Asking;

/// Everything the other engines are told, and what ours answers.
pub(crate) fn rules(asking: &Asking) -> Json {
    let core = &asking.core;
    let plain = Plain { core };
    json!({
        "facts": core.facts.iter().map(|fact| json!({
            "id": fact.id,
            "kind": match fact.kind {
                FactKind::Flag => "flag",
                FactKind::Choice => "choice",
                FactKind::Count => "count",
                FactKind::Date => "date",
            },
            "premise": fact.premise.as_ref().map(|premise| plain.condition(premise)),
            "changes": fact.attainable != Attainable::Never,
            "options": fact.options.iter().map(|option| &option.id).collect::<Vec<_>>(),
            "open": fact.options.iter().filter(|option| option.open).map(|option| &option.id)
                .collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "problems": core.problems.iter().map(|problem| plain.problem(problem)).collect::<Vec<_>>(),
        "cases": (0..asking.len()).map(|at| plain.answered(asking, at)).collect::<Vec<_>>(),
    })
}

struct Plain<'a> {
    core: &'a Core,
}

impl Plain<'_> {
    fn problem(&self, problem: &Problem) -> Json {
        json!({
            "id": problem.id,
            "urgent": problem.urgent.iter().map(|urgent| {
                let mut act = urgent.channel.map_or_else(Map::new, |channel| self.door(channel));
                act.insert("when".into(), self.when(urgent.when));
                act
            }).collect::<Vec<_>>(),
            "ladder": problem.ladder.iter().map(|rung| {
                let mut door = self.door(rung.channel);
                door.insert("when".into(), self.when(rung.when));
                door
            }).collect::<Vec<_>>(),
        })
    }

    fn door(&self, channel: ChannelRef) -> Map<String, Json> {
        let Some(record) = self.core.channel(channel) else { return Map::new() };
        let region = self.core.fact_named("region");
        let regions = record.regions.iter().map(|place| Value::Choice(*place));
        let named: Vec<Json> = region.map_or_else(Vec::new, |region| {
            regions.map(|value| self.value(region, value)).collect()
        });
        let fields = [
            ("channel", json!(record.id)),
            ("regions", json!(named)),
            ("warn", json!(record.status == Status::WarnOnly)),
            ("requires", self.when(record.requires)),
            ("blocked", self.when(record.blocked_by)),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn when(&self, when: Option<ConditionRef>) -> Json {
        when.and_then(|when| self.core.condition(when))
            .map_or(Json::Null, |condition| self.condition(condition))
    }

    fn condition(&self, condition: &Condition) -> Json {
        let parts = |parts: &[Condition]| parts.iter().map(|part| self.condition(part)).collect();
        match condition {
            Condition::Is(fact, value) => {
                json!({ "is": [self.fact(*fact), self.value(*fact, *value)] })
            }
            Condition::AtLeast(fact, floor) => json!({ "at-least": [self.fact(*fact), floor] }),
            Condition::AtMost(fact, ceiling) => json!({ "at-most": [self.fact(*fact), ceiling] }),
            Condition::All(all) => json!({ "all": Json::Array(parts(all)) }),
            Condition::Any(any) => json!({ "any": Json::Array(parts(any)) }),
            Condition::Not(part) => json!({ "not": self.condition(part) }),
        }
    }

    /// A case with its prepared facts, and our answer.
    fn answered(&self, asking: &Asking, at: usize) -> Json {
        let Some(question) = asking.questions.get(at) else { return Json::Null };
        let facts: Map<String, Json> = (question.prepared.case.iter())
            .map(|(fact, known)| (self.fact(fact), self.value(fact, known.value)))
            .collect();
        let findings = asking.findings(at);
        json!({
            "problem": question.problem.place(),
            "facts": facts,
            "moot": self.facts(&question.prepared.moot),
            "holds": asking.judge(at),
            "urgent": findings.acts,
            "rungs": findings.rungs.iter().map(|finding| {
                let kind = match finding.judged {
                    Judged::Stands(standing) => standing.id(),
                    Judged::Refused(kind) => kind.id(),
                    Judged::Elsewhere => return Json::Null,
                };
                let (needs, because) = (findings.needs(finding), findings.because(finding));
                json!([kind, self.facts(needs), self.facts(because)])
            }).collect::<Vec<_>>(),
        })
    }

    fn value(&self, fact: FactRef, value: Value) -> Json {
        match value {
            Value::Flag(flag) => json!(flag),
            Value::Choice(place) => {
                let options = self.core.fact(fact).map(|record| &record.options);
                json!(options.and_then(|all| all.get(usize::from(place))).map(|option| &option.id))
            }
            Value::Count(count) => json!(count),
            Value::Day(day) => json!(day_text(day)),
        }
    }

    fn fact(&self, fact: FactRef) -> String {
        self.core.fact(fact).map(|record| record.id.clone()).unwrap_or_default()
    }

    fn facts(&self, facts: &[FactRef]) -> Vec<String> {
        facts.iter().map(|fact| self.fact(*fact)).collect()
    }
}
