//! The same rules, cases and answers as plain structure, for engines that are
//! not ours.

use recourse::engine::calendar::day_text;
use recourse::engine::case::Value;
use recourse::engine::knowledge::{
    Attainable, ChannelRef, ConditionRef, Core, FactKind, FactRef, Problem, Status, TextRef,
};
use recourse::engine::plan::Plan;
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
        let mut rungs: Vec<_> = problem.ladder.iter().enumerate().collect();
        rungs.sort_by_key(|(_, rung)| rung.stage);
        json!({
            "id": problem.id,
            "urgent": problem.urgent.iter().map(|urgent| {
                let mut act = urgent.channel.map_or_else(Map::new, |channel| self.door(channel));
                act.insert("when".into(), self.when(urgent.when));
                let place = first_place(problem, urgent.act, urgent.channel);
                act.insert("place".into(), json!(place));
                act
            }).collect::<Vec<_>>(),
            "ladder": rungs.into_iter().map(|(place, rung)| {
                let mut door = self.door(rung.channel);
                door.insert("place".into(), json!(place));
                door.insert("when".into(), self.when(rung.when));
                door
            }).collect::<Vec<_>>(),
            "not-for-this": problem.not_for_this.iter()
                .map(|wrong| self.door(wrong.channel)).collect::<Vec<_>>(),
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
        let plan = asking.plan(at);
        json!({
            "problem": question.problem.place(),
            "facts": facts,
            "moot": self.facts(&question.prepared.moot),
            "holds": asking.judge(at),
            "urgent": self.core.problem(question.problem).map_or_else(Vec::new, |it| acts(it, &plan)),
            "steps": plan.ladder.iter().map(|step| json!([
                self.channel(step.channel), step.standing.id(), self.facts(&step.needs),
                self.facts(&step.because),
            ])).collect::<Vec<_>>(),
            "walls": plan.walls.iter().map(|wall| json!([
                self.channel(wall.channel), wall.kind.id(), self.facts(&wall.facts),
            ])).collect::<Vec<_>>(),
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

    fn channel(&self, channel: ChannelRef) -> &str {
        self.core.channel(channel).map_or("", |record| record.id.as_str())
    }
}

/// Which acts a plan shows, urgent or calm. Records may name one act twice,
/// under two conditions: it goes by its first place.
fn acts(problem: &Problem, plan: &Plan) -> Vec<usize> {
    let shown = plan.urgent.iter().chain(&plan.first);
    shown.filter_map(|act| first_place(problem, act.text, act.channel)).collect()
}

/// The first place of an act among the acts of a problem.
fn first_place(problem: &Problem, text: TextRef, channel: Option<ChannelRef>) -> Option<usize> {
    problem.urgent.iter().position(|urgent| (urgent.act, urgent.channel) == (text, channel))
}
