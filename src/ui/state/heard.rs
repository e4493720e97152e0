//! What the person's words tell the case, and what of it the person said is not so.

use std::rc::Rc;

use super::State;
use crate::engine::case::Origin;
use crate::engine::heard::Heard;
use crate::engine::knowledge::FactRef;

impl State {
    /// Takes over what was heard in the words, and tells the case.
    pub(super) fn hear(&mut self, heard: Rc<Heard>) {
        // An alarm that was waved away comes back when it is raised anew.
        let was_raised = self.heard.as_ref().is_some_and(|earlier| earlier.emergency);
        self.is_alarm_folded &= was_raised || !heard.emergency;
        self.heard = Some(heard);
        self.read();
    }

    /// Tells the case what was heard, but for what the person said is not so.
    pub(super) fn read(&mut self) {
        let Some(heard) = self.heard.clone() else { return };
        heard.tell(&mut self.case);
        for (fact, value, span) in &heard.facts {
            let words = self.story.get(span.clone()).unwrap_or_default();
            let is_denied = self.denied.iter().any(|(denied, as_value, in_words)| {
                let is_same = !words.is_empty() && **in_words == *words;
                denied == fact && (is_same || as_value == value)
            });
            if is_denied {
                self.forget_read(*fact);
            }
        }
        for fact in self.withdrawn.clone() {
            self.forget_read(fact);
        }
        self.guess();
    }

    /// A fact that was read is not so, in these words or with this value.
    pub(super) fn deny(&mut self, fact: FactRef) {
        let Some(heard) = self.heard.clone() else { return };
        for (_, value, span) in heard.facts.iter().filter(|(read, _, _)| *read == fact) {
            let words = self.story.get(span.clone()).unwrap_or_default();
            self.denied.push((fact, *value, words.into()));
        }
        self.forget_read(fact);
        self.guess();
    }

    /// Forgets a fact that is known from the words alone.
    fn forget_read(&mut self, fact: FactRef) {
        if self.case.known(fact).is_some_and(|known| known.origin == Origin::Read) {
            self.case.forget(fact);
        }
    }
}
