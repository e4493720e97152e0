//! What the benchmark asks of the engine: the same natively and in a browser.

use recourse::engine::calendar::Moment;
use recourse::engine::case::{Case, Origin, Value};
use recourse::engine::heard::{Heard, hear};
use recourse::engine::knowledge::{Core, FactRef, ProblemRef, Rung, Status};
use recourse::engine::plan::{Findings, Plan, Prepared, findings, plan, prepare};
use recourse::engine::rule::Verdict;
use recourse::engine::text::Model;
use serde::{Deserialize, Serialize};

use super::scaled::{last_copy, scaled};

/// When every case happens: a Saturday morning in China.
const NOW: &str = "2026-11-21T10:00:00+08:00";

/// A case as it travels between the programs of the benchmark.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Given {
    /// What went wrong.
    pub(crate) problem: ProblemRef,
    /// What the person answered.
    pub(crate) facts: Vec<(FactRef, Value)>,
}

impl Given {
    /// The case as the engine takes it.
    pub(crate) fn case(&self) -> Case {
        let mut case = Case::default();
        for (fact, value) in &self.facts {
            case.tell(*fact, *value, Origin::Given);
        }
        case
    }
}

/// One case, also in the form in which other engines get it.
pub(crate) struct Question {
    /// What went wrong.
    pub(crate) problem: ProblemRef,
    case: Case,
    /// With what the problem assumes and what follows from other facts.
    pub(crate) prepared: Prepared,
}

/// The engine with everything it is asked.
pub(crate) struct Asking {
    /// The records it decides with.
    pub(crate) core: Core,
    model: Model,
    /// The cases, in order.
    pub(crate) questions: Vec<Question>,
    moment: Moment,
}

impl Asking {
    /// The engine, ready to be asked.
    pub(crate) fn new(core: Core, model: Model, given: &[Given]) -> Option<Self> {
        let moment = Moment::parse(NOW)?;
        let questions = questions(&core, given, moment);
        Some(Self { core, model, questions, moment })
    }

    /// The same questions in a body of knowledge so many times as large.
    pub(crate) fn scale(&mut self, given: &[Given], times: usize) {
        let moved: Vec<Given> =
            given.iter().map(|given| last_copy(&self.core, given, times)).collect();
        self.core = scaled(&self.core, times);
        self.questions = questions(&self.core, &moved, self.moment);
    }

    /// How many cases there are.
    pub(crate) fn len(&self) -> usize {
        self.questions.len()
    }

    /// The whole recommendation on one case, with its reasons.
    pub(crate) fn plan(&self, at: usize) -> Plan {
        self.questions.get(at).map_or_else(Plan::default, |question| {
            plan(&self.core, question.problem, &question.case, self.moment)
        })
    }

    /// How each act and rung stands in one case, with its reasons, on the prepared
    /// facts: what a plan is put together from.
    pub(crate) fn findings(&self, at: usize) -> Findings {
        self.questions.get(at).map_or_else(Findings::default, |question| {
            findings(&self.core, question.problem, &question.prepared, self.moment)
        })
    }

    /// The places of the rungs that hold in one case, and nothing else: the
    /// rules alone, on the prepared facts.
    pub(crate) fn judge(&self, at: usize) -> Vec<usize> {
        let Some(question) = self.questions.get(at) else { return Vec::new() };
        let Some(problem) = self.core.problem(question.problem) else { return Vec::new() };
        let here =
            self.core.fact_named("region").and_then(|fact| question.prepared.case.value(fact));
        let holds = |rung: &Rung| rung_holds(&self.core, rung, here, &question.prepared);
        (problem.ladder.iter().enumerate())
            .filter_map(|(place, rung)| holds(rung).then_some(place))
            .collect()
    }

    /// What is heard in a text.
    pub(crate) fn hear(&self, text: &str) -> Heard {
        hear(&self.core, &self.model, text)
    }

    /// Looks up every record by its id; tells how many were found.
    pub(crate) fn look_up(&self) -> usize {
        let facts = self.core.facts.iter().filter(|it| self.core.fact_named(&it.id).is_some());
        let channels =
            self.core.channels.iter().filter(|it| self.core.channel_named(&it.id).is_some());
        let problems =
            self.core.problems.iter().filter(|it| self.core.problem_named(&it.id).is_some());
        facts.count() + channels.count() + problems.count()
    }
}

fn questions(core: &Core, given: &[Given], moment: Moment) -> Vec<Question> {
    let question = |given: &Given| {
        let case = given.case();
        let prepared = prepare(core, given.problem, &case, moment);
        Question { problem: given.problem, case, prepared }
    };
    given.iter().map(question).collect()
}

fn rung_holds(core: &Core, rung: &Rung, here: Option<Value>, prepared: &Prepared) -> bool {
    let Some(channel) = core.channel(rung.channel) else { return false };
    let serves = channel.regions.is_empty()
        || matches!(here, Some(Value::Choice(place)) if channel.regions.contains(&place));
    let judge =
        |when| core.condition(when).map_or(Verdict::Yes, |condition| prepared.judge(condition));
    serves
        && channel.status != Status::WarnOnly
        && rung.when.is_none_or(|when| judge(when) == Verdict::Yes)
        && channel.requires.is_none_or(|when| judge(when) == Verdict::Yes)
        && channel.blocked_by.is_none_or(|when| judge(when) == Verdict::No)
}
