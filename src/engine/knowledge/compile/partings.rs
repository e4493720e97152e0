//! Compiling the questions that part troubles.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawFact, RawParting, RawSentence};
use super::super::record::{Parting, ProblemRef};
use super::{Compiler, Place};

impl Compiler<'_> {
    /// The question of the platform, made from the records, and those that are written.
    pub(super) fn partings(&mut self) -> Vec<Parting> {
        let raw = self.raw;
        let at = Place { file: "parting.toml".to_owned(), key: String::new() };
        let Some(written) = &raw.partings else {
            self.wrong(&at, MistakeKind::Missing("the file"));
            return Vec::new();
        };
        let mut partings = Vec::new();
        if let Some(platform) = raw.facts.get("platform") {
            self.by_platform(platform, &mut partings);
        }
        for (place, (question, number)) in written.questions.iter().zip(1..).enumerate() {
            self.parting(number, question, &at.nth("questions", place), &mut partings);
        }
        partings
    }

    fn by_platform(&mut self, fact: &RawFact, to: &mut Vec<Parting>) {
        let raw = self.raw;
        let at = Place::new("facts", "platform");
        let ask = self.text(&fact.ask, &at);
        for option in &fact.options {
            let problems = (raw.problems.values().enumerate())
                .filter(|(_, problem)| problem.platforms.contains(&option.id))
                .map(|(place, _)| ProblemRef::at(place))
                .collect();
            let name = self.text(&RawSentence::from(option), &at);
            to.push(Parting { question: 0, ask, name, problems });
        }
    }

    fn parting(&mut self, number: u8, raw: &RawParting, at: &Place, to: &mut Vec<Parting>) {
        let ask = self.text(&raw.ask, &at.key("ask"));
        if !(2..=8).contains(&raw.answers.len())
            || raw.answers.iter().any(|answer| answer.problems.is_empty())
        {
            let why = "a question has two to eight answers, each with problems";
            self.wrong(at, MistakeKind::Contradiction(why));
        }
        for (place, answer) in raw.answers.iter().enumerate() {
            let at = at.nth("answers", place);
            let name = self.text(&RawSentence::from(answer), &at);
            let problems = answer.problems.iter().map(|id| self.problem_named(id, &at)).collect();
            to.push(Parting { question: number, ask, name, problems });
        }
    }
}
