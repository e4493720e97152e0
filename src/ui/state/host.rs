//! What the host sets and the device guesses, as the visit takes it over.

use super::{Screen, State};
use crate::engine::case::Origin;
use crate::ui::options::{Options, Start};

impl State {
    /// Goes to what the host names.
    pub(super) fn enter(&mut self) {
        self.problem = self.host.problem.or(self.problem);
        self.platform = self.host.platform;
        self.is_alarm_asked = self.host.start == Start::Emergency;
        self.screen = match self.host.start {
            _ if self.host.problem.is_some() => Screen::Plan,
            Start::Browse => Screen::Browse,
            Start::Describe | Start::Emergency => Screen::Describe,
        };
    }

    /// Takes over what the host set anew. What the person said and where they are
    /// stays, unless the host names another problem. It is no move of the person's,
    /// so the focus stays in whatever they are at.
    pub(super) fn follow(&mut self, options: Options) {
        let before = std::mem::replace(&mut self.host, options);
        if before.size != self.host.size {
            self.size = self.host.size;
        }
        if before.platform != self.host.platform {
            self.platform = self.host.platform;
        }
        for (fact, _) in before.guesses {
            let is_guess = |origin| origin == Origin::Guessed;
            if self.case.known(fact).is_some_and(|known| is_guess(known.origin)) {
                self.case.forget(fact);
            }
        }
        self.guess();
        if let Some(problem) = self.host.problem.filter(|new| before.problem != Some(*new)) {
            self.problem = Some(problem);
            self.screen = Screen::Plan;
        }
    }

    /// Where nobody said otherwise, the guesses stand; where they said that a guess
    /// is wrong, it does not come back.
    pub(super) fn guess(&mut self) {
        for (fact, value) in &self.host.guesses {
            if !self.case.skipped().contains(fact) && !self.withdrawn.contains(fact) {
                self.case.tell(*fact, *value, Origin::Guessed);
            }
        }
    }
}
