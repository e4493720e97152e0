//! Asks the engine from outside: JSON Lines in, JSON Lines out, in order.
//!
//! `cargo run --release --example route < cases.jsonl`. A line that cannot be
//! understood gets an answer that says so, and the run goes on.

mod common;

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use recourse::engine::calendar::{Moment, day_number, day_text};
use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::heard::{Heard, hear};
use recourse::engine::knowledge::{
    ChannelRef, Core, FactKind, FactRef, ProblemRef, decode_core, encode_core,
};
use recourse::engine::plan::{Plan, Step, plan};
use recourse::engine::text::Model;
use serde_json::{Map, Value as Json, json};

/// The trained words and phrases, as the page loads them.
const WORDS: &[u8] = include_bytes!("../knowledge/model/words.bin");

fn main() -> ExitCode {
    let engine = match Engine::start() {
        Ok(engine) => engine,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => break,
            Ok(_) => {}
        }
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        let answer = engine.answer(text.trim());
        if writeln!(out, "{answer}").is_err() {
            return ExitCode::FAILURE;
        }
    }
    if out.flush().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

struct Engine {
    core: Core,
    model: Model,
}

impl Engine {
    /// Starts as the page does: from packs.
    fn start() -> Result<Self, String> {
        let compiled = common::compiled().map_err(|mistakes| {
            mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        })?;
        let pack = encode_core(&compiled.core).map_err(|error| error.to_string())?;
        let core = decode_core(&pack).map_err(|error| error.to_string())?;
        let model = Model::decode(WORDS).ok_or("the text model is damaged")?;
        Ok(Self { core, model })
    }

    fn answer(&self, line: &str) -> Json {
        let Ok(Json::Object(input)) = serde_json::from_str::<Json>(line) else {
            return json!({ "id": null, "error": "the line is not a JSON object" });
        };
        let id = input.get("id").cloned().unwrap_or(Json::Null);
        match self.route(&input) {
            Ok(mut answer) => {
                answer.insert("id".into(), id);
                Json::Object(answer)
            }
            Err(why) => json!({ "id": id, "error": why }),
        }
    }

    fn route(&self, input: &Map<String, Json>) -> Result<Map<String, Json>, String> {
        let text = match input.get("text") {
            None | Some(Json::Null) => "",
            Some(Json::String(text)) => text,
            Some(_) => return Err("`text` is not a string".into()),
        };
        let moment = self.moment(input)?;
        let chosen = self.chosen(input)?;
        let mut case = Case::default();
        self.give(input, &mut case)?;

        #[expect(clippy::disallowed_methods, reason = "this program measures itself")]
        let started = std::time::Instant::now();
        let heard = hear(&self.core, &self.model, text);
        heard.tell(&mut case);
        let problem = chosen
            .or_else(|| heard.problems.first().map(|(problem, _)| *problem))
            .or_else(|| self.core.problem_named("other-unknown"))
            .unwrap_or(ProblemRef::at(0));
        let plan = plan(&self.core, problem, &case, moment);
        let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);

        let mut answer = self.tell(&heard, chosen, problem, &plan);
        answer.insert("micros".into(), json!(micros));
        Ok(answer)
    }

    fn tell(
        &self,
        heard: &Heard,
        chosen: Option<ProblemRef>,
        problem: ProblemRef,
        plan: &Plan,
    ) -> Map<String, Json> {
        let problem_id = |problem: ProblemRef| self.core.problem(problem).map(|p| p.id.clone());
        let problems: Vec<Json> = match chosen {
            Some(problem) => vec![json!({ "id": problem_id(problem), "score": 1.0 })],
            None => (heard.problems.iter().take(5))
                .map(|(problem, score)| {
                    json!({ "id": problem_id(*problem), "score": f64::from(*score) / 1000.0 })
                })
                .collect(),
        };
        let facts: Map<String, Json> = (heard.facts.iter())
            .filter_map(|(fact, value, _)| {
                Some((self.core.fact(*fact)?.id.clone(), self.value_json(*fact, *value)))
            })
            .collect();
        let urgent: Vec<Json> = (plan.urgent.iter())
            .filter_map(|act| act.channel)
            .map(|channel| json!({ "channel": self.channel(channel) }))
            .collect();
        let mut answer = Map::new();
        answer.insert("problems".into(), Json::Array(problems));
        answer.insert("emergency".into(), json!(self.is_emergency(heard, chosen)));
        answer.insert("facts".into(), Json::Object(facts));
        answer.insert("asks".into(), json!(self.fact_ids(&plan.asks)));
        answer.insert("urgent".into(), Json::Array(urgent));
        let ladder = plan.ladder.iter().map(|step| self.step(problem, step)).collect();
        answer.insert("ladder".into(), Json::Array(ladder));
        let excluded: Vec<Json> = (plan.walls.iter())
            .map(|wall| {
                let mut because = vec![wall.kind.id().to_owned()];
                because.extend(self.fact_ids(&wall.facts));
                json!({ "channel": self.channel(wall.channel), "because": because })
            })
            .collect();
        answer.insert("excluded".into(), Json::Array(excluded));
        answer
    }

    fn is_emergency(&self, heard: &Heard, chosen: Option<ProblemRef>) -> bool {
        let by_choice = chosen.and_then(|problem| self.core.problem(problem));
        heard.emergency || by_choice.is_some_and(|problem| problem.emergency)
    }

    fn step(&self, problem: ProblemRef, step: &Step) -> Json {
        let channel = self.channel(step.channel);
        let role = step.role.and_then(|role| self.core.roles.get(usize::from(role)));
        let owner = role.or_else(|| self.core.problem(problem).map(|record| &record.id));
        let mut because = vec![format!("{}/{channel}", owner.map_or("", String::as_str))];
        because.extend(self.fact_ids(&step.because));
        json!({
            "channel": channel,
            "stage": step.stage.id(),
            "verdict": step.standing.id(),
            "needs": self.fact_ids(&step.needs),
            "because": because,
            "open": step.opening.is_open(),
            "due": step.due.map(|due| day_text(due.day)),
        })
    }

    fn channel(&self, channel: ChannelRef) -> &str {
        self.core.channel(channel).map_or("", |record| record.id.as_str())
    }

    fn fact_ids(&self, facts: &[FactRef]) -> Vec<String> {
        facts.iter().filter_map(|fact| Some(self.core.fact(*fact)?.id.clone())).collect()
    }

    fn value_json(&self, fact: FactRef, value: Value) -> Json {
        match value {
            Value::Flag(flag) => json!(flag),
            Value::Choice(place) => {
                let options = self.core.fact(fact).map(|record| &record.options);
                json!(options.and_then(|all| all.get(usize::from(place))).map(|option| &option.id))
            }
            Value::Count(count) if count % 1000 == 0 => json!(count / 1000),
            #[expect(
                clippy::cast_precision_loss,
                reason = "thousandths of hours and sums of money"
            )]
            Value::Count(count) => json!(count as f64 / 1000.0),
            Value::Day(day) => json!(day_text(day)),
        }
    }

    fn moment(&self, input: &Map<String, Json>) -> Result<Moment, String> {
        match input.get("now") {
            // Only `now` supplies the time; without it, the day the knowledge was made.
            None | Some(Json::Null) => {
                Ok(Moment::from_clock(i64::from(self.core.date) * 86_400_000, 0))
            }
            Some(Json::String(now)) => {
                Moment::parse(now).ok_or_else(|| format!("`now` is not a time: `{now}`"))
            }
            Some(_) => Err("`now` is not a string".into()),
        }
    }

    fn chosen(&self, input: &Map<String, Json>) -> Result<Option<ProblemRef>, String> {
        match input.get("problem") {
            None | Some(Json::Null) => Ok(None),
            Some(Json::String(id)) => {
                let found = self.core.problem_named(id);
                found.map(Some).ok_or_else(|| format!("there is no problem `{id}`"))
            }
            Some(_) => Err("`problem` is not a string".into()),
        }
    }

    /// Tells the case what the line gives.
    fn give(&self, input: &Map<String, Json>, case: &mut Case) -> Result<(), String> {
        match input.get("region") {
            None | Some(Json::Null) => {}
            Some(region) => self.give_one("region", region, case)?,
        }
        match input.get("facts") {
            None | Some(Json::Null) => Ok(()),
            Some(Json::Object(facts)) => (facts.iter())
                .filter(|(_, value)| !value.is_null())
                .try_for_each(|(id, value)| self.give_one(id, value, case)),
            Some(_) => Err("`facts` is not an object".into()),
        }
    }

    fn give_one(&self, id: &str, value: &Json, case: &mut Case) -> Result<(), String> {
        let fact = self.core.fact_named(id).ok_or_else(|| format!("there is no fact `{id}`"))?;
        let kind = self.core.fact(fact).map(|record| record.kind);
        let read = match (kind, value) {
            (Some(FactKind::Flag), Json::Bool(flag)) => Some(Value::Flag(*flag)),
            (Some(FactKind::Choice), Json::String(option)) => self.core.option_named(fact, option),
            (Some(FactKind::Date), Json::String(day)) => day_number(day).map(Value::Day),
            #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
            (Some(FactKind::Count), Json::Number(number)) => (number.as_f64())
                .map(|number| (number * 1000.0).round())
                .filter(|scaled| scaled.abs() < 1e15)
                .map(|scaled| Value::Count(scaled as i64)),
            _ => None,
        };
        let read = read.ok_or_else(|| format!("`{value}` is not a value of `{id}`"))?;
        case.tell(fact, read, Origin::Given);
        Ok(())
    }
}
