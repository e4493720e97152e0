//! Compiling the questions that part troubles.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawFact, RawParting, RawSentence};
use super::super::record::{Problem, TextRef};
use super::{Compiler, Place};

/// The question of each answer, and the answers.
type Answers = (Vec<TextRef>, Vec<TextRef>);

impl Compiler<'_> {
    /// The question of the platform, made from the records, and those that are
    /// written. The problems are told which answers speak for them.
    pub(super) fn partings(&mut self, problems: &mut [Problem]) -> Answers {
        let raw = self.raw;
        let mut to = Answers::default();
        let at = Place { file: "parting.toml".to_owned(), key: String::new() };
        let Some(written) = &raw.partings else {
            self.wrong(&at, MistakeKind::Missing("the file"));
            return to;
        };
        if let Some(platform) = raw.facts.get("platform") {
            self.by_platform(platform, problems, &mut to);
        }
        // All questions before all answers: then each is numbered after the last
        // one of its column, which is the shortest way to write it.
        let of = |place| at.nth("questions", place);
        let questions = written.questions.iter().enumerate();
        let asks: Vec<TextRef> =
            questions.map(|(place, raw)| self.text(&raw.ask, &of(place).key("ask"))).collect();
        for (place, (question, ask)) in written.questions.iter().zip(asks).enumerate() {
            self.parting((question, ask), &of(place), problems, &mut to);
        }
        if to.0.len() > usize::from(u8::MAX) {
            self.wrong(&at, MistakeKind::TooMany("answers"));
        }
        to
    }

    fn by_platform(&mut self, fact: &RawFact, problems: &mut [Problem], to: &mut Answers) {
        let at = Place::new("facts", "platform");
        let ask = self.text(&fact.ask, &at);
        for (option, place) in fact.options.iter().zip(0_u8..) {
            for problem in problems.iter_mut().filter(|of| of.platforms.contains(&place)) {
                problem.speaking.push(place);
            }
            to.0.push(ask);
            to.1.push(self.text(&RawSentence::from(option), &at));
        }
    }

    fn parting(
        &mut self,
        (raw, ask): (&RawParting, TextRef),
        at: &Place,
        problems: &mut [Problem],
        to: &mut Answers,
    ) {
        if !(2..=8).contains(&raw.answers.len())
            || raw.answers.iter().any(|answer| answer.problems.is_empty())
        {
            let why = "a question has two to eight answers, each with problems";
            self.wrong(at, MistakeKind::Contradiction(why));
        }
        for (place, answer) in raw.answers.iter().enumerate() {
            let at = at.nth("answers", place);
            for id in &answer.problems {
                let named = self.problem_named(id, &at);
                if let (Some(problem), Ok(number)) =
                    (problems.get_mut(named.place()), u8::try_from(to.0.len()))
                {
                    problem.speaking.push(number);
                }
            }
            to.0.push(ask);
            to.1.push(self.text(&RawSentence::from(answer), &at));
        }
    }
}
