//! What of a visit is kept where a case leaves with its owner, and how a visit goes on
//! from there.

use std::rc::Rc;

use super::{Screen, State};
use crate::engine::case::{Case, Origin, Value};
use crate::engine::heard::Heard;
use crate::engine::kept::{Footing, Kept, Note};

impl State {
    /// What would be lost, in a form that can be kept; `None` where there is no case.
    pub fn kept(&self) -> Option<Kept> {
        if self.problem.is_none() && !self.holds_words() {
            return None;
        }
        let mut kept = Kept::new(self.is_begun(), &self.story);
        let none = Value::Flag(false);
        for (fact, known) in self.case.iter() {
            let footing = match known.origin {
                Origin::Guessed => Footing::Guessed,
                Origin::Given => Footing::Given,
                // What follows from others is never told to the case itself.
                Origin::Read | Origin::Derived | Origin::Assumed | Origin::Done => Footing::Read,
            };
            kept.put(Note::Fact(fact, footing, known.value));
        }
        for fact in self.case.skipped() {
            kept.put(Note::Fact(*fact, Footing::Skipped, none));
        }
        for fact in &self.withdrawn {
            kept.put(Note::Fact(*fact, Footing::Withdrawn, none));
        }
        for (fact, not, _) in &self.denied {
            kept.put(Note::Fact(*fact, Footing::Denied, *not));
        }
        for deed in self.case.deeds() {
            kept.put(Note::Did(None, *deed));
        }
        for (problem, deed) in &self.solved {
            kept.put(Note::Did(Some(*problem), *deed));
        }
        if let Some(problem) = self.problem {
            kept.put(Note::Problem(problem));
        }
        if self.is_alarm_folded {
            kept.put(Note::Folded);
        }
        Some(kept)
    }

    /// Whether the person would lose something if another case took the place of theirs.
    fn is_begun(&self) -> bool {
        self.problem != self.host.problem || self.holds_words()
    }

    /// Goes on from what was kept, in the place of everything the person said. How the
    /// page looks stays, and so does the place the case was about, unless the device
    /// or the host says another one later.
    pub(super) fn resume(&mut self, kept: &Kept, heard: Option<Rc<Heard>>) {
        self.clear();
        (self.problem, self.case) = (None, Case::default());
        self.story = kept.story().into();
        for note in kept.notes() {
            match note {
                Note::Fact(fact, Footing::Skipped, _) => self.case.skip(fact),
                Note::Fact(fact, Footing::Withdrawn, _) => self.withdrawn.push(fact),
                Note::Fact(fact, Footing::Denied, not) => self.denied.push((fact, not, "".into())),
                Note::Fact(fact, Footing::Read, value) => {
                    self.case.tell(fact, value, Origin::Read);
                }
                Note::Fact(fact, Footing::Given, value) => {
                    self.case.tell(fact, value, Origin::Given);
                }
                // It stands behind the device's own guess, which it outdoes.
                Note::Fact(fact, Footing::Guessed, value) => self.host.guesses.push((fact, value)),
                Note::Did(Some(problem), deed) => self.solved.push((problem, deed)),
                Note::Did(None, deed) => {
                    self.case.did(deed.channel, deed.day);
                    self.case.answered(deed.channel, deed.answer);
                }
                Note::Problem(problem) => self.problem = Some(problem),
                Note::Folded => self.is_alarm_folded = true,
            }
        }
        self.heard = heard;
        self.read();
        self.guess();
        self.screen = if self.problem.is_some() { Screen::Plan } else { Screen::Describe };
    }
}
