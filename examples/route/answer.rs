//! What one line asks, and what the engine answers.

use std::io::{self, BufRead, Write};

use recourse::engine::calendar::{Moment, day_number, day_text};
use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::heard::{Heard, hear};
use recourse::engine::knowledge::{
    ChannelRef, Compiled, Core, Fact, FactKind, FactRef, ProblemRef, decode_core, encode_core,
};
use recourse::engine::plan::{Act, Plan, Prepared, Step, at_once, plan, prepare};
use recourse::engine::rule::Verdict;
use recourse::engine::text::Model;
use serde_json::{Map, Value as Json, json};

/// The trained words and phrases, as the page loads them.
const WORDS: &[u8] = include_bytes!("../../knowledge/model/words.bin");
/// The phrases that facts are read by, as the build packed them.
const PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.txt"));
/// So much of what cannot be understood is told again.
const ECHO: usize = 60;

/// The engine, as it is asked from outside.
pub(crate) struct Engine {
    core: Core,
    model: Model,
}

impl Engine {
    /// Starts as the page does: from packs.
    pub(crate) fn of(compiled: &Compiled) -> Result<Self, String> {
        let pack = encode_core(&compiled.core).map_err(|error| error.to_string())?;
        let core = decode_core(&pack).map_err(|error| error.to_string())?;
        let model = Model::decode(WORDS, PHRASES).ok_or("the text model is damaged")?;
        Ok(Self { core, model })
    }

    /// Answers line by line, each as soon as it has come, until there are no more.
    pub(crate) fn run(&self, mut input: impl BufRead, mut out: impl Write) -> io::Result<()> {
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line)? > 0 {
            writeln!(out, "{}", self.answer(&String::from_utf8_lossy(&line)))?;
            out.flush()?;
            line.clear();
        }
        Ok(())
    }

    fn answer(&self, line: &str) -> Json {
        // Some editors begin a file with a mark of their own.
        let line = line.trim_start_matches('\u{feff}');
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
        let given = self.given(input)?;
        let mut case = given.clone();

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
        let given = prepare(&self.core, problem, &given, moment);
        let is_alarm = self.is_alarm(&heard, chosen, &given);
        answer.insert("emergency".into(), json!(is_alarm || heard.is_urgent()));
        // Beside the contract: what the person is in danger of is no matter of channels.
        if let Some(danger) = heard.danger {
            answer.insert("danger".into(), json!(danger.id()));
        }
        let lead = chosen.or_else(|| heard.lead(&self.core));
        let acts = is_alarm.then(|| at_once(&self.core, lead, &case, moment));
        answer.insert("urgent".into(), self.doors(&acts.unwrap_or_default()));
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
        let mut answer = Map::new();
        answer.insert("problems".into(), Json::Array(problems));
        answer.insert("facts".into(), Json::Object(facts));
        answer.insert("asks".into(), json!(self.fact_ids(&plan.asks)));
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

    /// Whether minutes matter for what the records speak of: by the words, the problem that
    /// was set, or the facts given.
    fn is_alarm(&self, heard: &Heard, chosen: Option<ProblemRef>, given: &Prepared) -> bool {
        let by_choice = chosen.and_then(|problem| self.core.problem(problem));
        let alarm = &self.core.order.alarm;
        heard.emergency
            || by_choice.is_some_and(|problem| problem.emergency)
            || alarm.as_ref().is_some_and(|alarm| given.judge(alarm) == Verdict::Yes)
    }

    /// Whom these acts turn to.
    fn doors(&self, acts: &[Act]) -> Json {
        let doors = acts.iter().filter_map(|act| act.channel);
        Json::Array(doors.map(|channel| json!({ "channel": self.channel(channel) })).collect())
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
                let moment = Moment::parse(now);
                moment.ok_or_else(|| {
                    let like = "2026-11-21T10:00:00+08:00";
                    format!("`now` is not a time such as `{like}`: `{}`", begin(now))
                })
            }
            Some(_) => Err("`now` is not a string".into()),
        }
    }

    fn chosen(&self, input: &Map<String, Json>) -> Result<Option<ProblemRef>, String> {
        match input.get("problem") {
            None | Some(Json::Null) => Ok(None),
            Some(Json::String(id)) => {
                let found = self.core.problem_named(id);
                found.map(Some).ok_or_else(|| format!("there is no problem `{}`", begin(id)))
            }
            Some(_) => Err("`problem` is not a string".into()),
        }
    }

    /// The case as the line gives it.
    fn given(&self, input: &Map<String, Json>) -> Result<Case, String> {
        let mut case = Case::default();
        match input.get("region") {
            None | Some(Json::Null) => {}
            Some(region) => self.give("region", region, &mut case)?,
        }
        match input.get("facts") {
            None | Some(Json::Null) => {}
            Some(Json::Object(facts)) => {
                for (id, value) in facts.iter().filter(|(_, value)| !value.is_null()) {
                    self.give(id, value, &mut case)?;
                }
            }
            Some(_) => return Err("`facts` is not an object".into()),
        }
        Ok(case)
    }

    fn give(&self, id: &str, value: &Json, case: &mut Case) -> Result<(), String> {
        let absent = || format!("there is no fact `{}`", begin(id));
        let fact = self.core.fact_named(id).ok_or_else(absent)?;
        let record = self.core.fact(fact).ok_or_else(absent)?;
        let read = match (record.kind, value) {
            (FactKind::Flag, Json::Bool(flag)) => Some(Value::Flag(*flag)),
            (FactKind::Choice, Json::String(option)) => self.core.option_named(fact, option),
            (FactKind::Date, Json::String(day)) => day_number(day).map(Value::Day),
            #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
            (FactKind::Count, Json::Number(number)) => (number.as_f64())
                .map(|number| (number * 1000.0).round())
                .filter(|scaled| (0.0..1e15).contains(scaled))
                .map(|scaled| Value::Count(scaled as i64)),
            _ => None,
        };
        let read = read.ok_or_else(|| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("`{}` is not a value of `{id}`, which is {}", begin(&value), values(record))
        })?;
        case.tell(fact, read, Origin::Given);
        Ok(())
    }
}

/// What a fact may be, in words.
fn values(record: &Fact) -> String {
    match record.kind {
        FactKind::Flag => "true or false".into(),
        FactKind::Choice => {
            let ids: Vec<&str> = record.options.iter().map(|option| option.id.as_str()).collect();
            format!("one of {}", ids.join(", "))
        }
        FactKind::Count => "a number from 0".into(),
        FactKind::Date => "a day such as 2026-11-21".into(),
    }
}

/// The beginning of what somebody wrote.
fn begin(text: &str) -> String {
    text.chars().take(ECHO).collect()
}
