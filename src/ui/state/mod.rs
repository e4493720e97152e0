//! What is true of the visit, and what is true after something happened.

mod heard;
mod host;
mod kept;

use std::rc::Rc;

use yew::Reducible;

use crate::engine::case::{Answer, Case, Deed, Known, Origin, Value};
use crate::engine::heard::Heard;
use crate::engine::kept::Kept;
use crate::engine::knowledge::{ChannelRef, FactRef, GuideRef, ProblemRef, TextRef};
use crate::ui::options::{Options, Size};

/// Which screen is on show.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Screen {
    /// Saying what went wrong.
    #[default]
    Describe,
    /// Looking through all problems.
    Browse,
    /// Reading the plan.
    Plan,
    /// Looking through the short guides.
    Guides,
    /// Reading one of them.
    Guide,
    /// Reading what this tool is and what it does with one's words.
    About,
}

impl Screen {
    /// Every screen.
    pub const ALL: [Self; 6] =
        [Self::Describe, Self::Browse, Self::Plan, Self::Guides, Self::Guide, Self::About];

    /// The permanent name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Describe => "describe",
            Self::Browse => "browse",
            Self::Plan => "plan",
            Self::Guides => "guides",
            Self::Guide => "guide",
            Self::About => "about",
        }
    }
}

/// What is true of the visit. Kept in memory only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// How large the text is.
    pub size: Size,
    /// The screen on show.
    pub screen: Screen,
    /// How often the person went somewhere; 0 while the page stands as it opened.
    pub moves: u32,
    /// How often the person started over, so that fields start anew too.
    pub visit: u32,
    /// The only platform whose problems are listed, as an option of the fact
    /// `platform`.
    pub platform: Option<u8>,
    /// The words by which the list of problems is shortened.
    pub filter: Rc<str>,
    /// What of it is looked for: it follows once the letter has been seen.
    pub sought: Rc<str>,
    /// The person's own words.
    pub story: Rc<str>,
    /// What was heard in them.
    pub heard: Option<Rc<Heard>>,
    /// Facts read in these words of which the person said “not so”: the same
    /// words, or the same value, do not bring them back.
    pub denied: Vec<(FactRef, Value, Rc<str>)>,
    /// Facts the person took back: neither their words nor the device bring them
    /// back, until they answer.
    pub withdrawn: Vec<FactRef>,
    /// Whether the person said that the alarm is not their case.
    pub is_alarm_folded: bool,
    /// The guide that is read.
    pub guide: Option<GuideRef>,
    /// Whether others use this computer, so that nothing may stay in memory.
    pub is_shared: bool,
    /// Whether whom to call is to be on show before anything was said.
    pub is_alarm_asked: bool,
    /// The problem the plan is about.
    pub problem: Option<ProblemRef>,
    /// What is known of the case, and the doors the person has used.
    pub case: Case,
    /// The doors that solved a problem which is not on show.
    pub solved: Vec<(ProblemRef, Deed)>,
    /// What the person has ticked as ready to take along.
    pub brought: Vec<TextRef>,
    /// What the host set, and the device suggests. Not part of the story.
    pub host: Options,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The person changed their words.
    Typed(Rc<str>),
    /// This was heard in their words.
    Heard(Rc<Heard>),
    /// The person said that a fact read in their words is not so.
    Denied(FactRef),
    /// The person takes back every “not so”.
    Admitted,
    /// The person said that the alarm is not, or is, their case.
    FoldedAlarm(bool),
    /// The person chose a problem.
    Chose(ProblemRef),
    /// The person answered a question; `None` is “I don’t know”.
    Answered(FactRef, Option<Value>),
    /// The person took an answer back, so that it can be asked again.
    Reopened(FactRef),
    /// The person ticked a door as used on a day, or moved that day; ticking the
    /// same day again takes it back.
    Ticked(ChannelRef, i32),
    /// The person told what came of a door they have used.
    Replied(ChannelRef, Answer),
    /// The person has something ready to take along, or not after all.
    Brought(TextRef),
    /// The person wants to look through all problems, or those of a platform.
    Browsed(Option<u8>),
    /// The person, looking through the problems, chose one platform or all.
    Narrowed(Option<u8>),
    /// The person changed the words by which the list is shortened.
    Filtered(Rc<str>),
    /// These words have been seen, and are looked for.
    Sought,
    /// The person went to a screen.
    WentTo(Screen),
    /// The person wants to read a guide.
    Opened(GuideRef),
    /// The person said whether others use this computer.
    Shared(bool),
    /// Nobody has touched anything for a while, or the page was left.
    Abandoned,
    /// The person changed the size of the text.
    Sized(Size),
    /// The host set something else.
    Hosted(Options),
    /// The host asked to go to what it names.
    Entered,
    /// The person starts over, or the host asks for it.
    Cleared,
    /// A case that was kept takes the place of this one; what is heard in its words.
    Resumed(Rc<Kept>, Option<Rc<Heard>>),
}

impl State {
    /// The state a visit begins with.
    pub fn begin(options: &Options) -> Self {
        let mut state = Self { size: options.size, host: options.clone(), ..Self::default() };
        state.enter();
        state.guess();
        state
    }

    /// The state after `action`. Pure: loading, focusing and copying are
    /// effects and live in `ui/hooks`.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Typed(story) => self.story = story,
            Action::Heard(heard) => self.hear(heard),
            Action::Denied(fact) => self.deny(fact),
            Action::Admitted => {
                self.denied.clear();
                self.withdrawn.clear();
                self.read();
            }
            Action::FoldedAlarm(is_folded) => self.is_alarm_folded = is_folded,
            Action::Chose(problem) => self.choose(problem),
            Action::Answered(fact, Some(value)) => {
                self.withdrawn.retain(|withdrawn| *withdrawn != fact);
                self.case.tell(fact, value, Origin::Given);
            }
            Action::Answered(fact, None) => self.case.skip(fact),
            Action::Reopened(fact) => {
                self.withdrawn.push(fact);
                self.case.forget(fact);
            }
            Action::Ticked(channel, day) => self.tick(channel, day),
            Action::Replied(channel, answer) => self.case.answered(channel, answer),
            Action::Brought(thing) => self.bring(thing),
            Action::Browsed(platform) => {
                self.platform = platform;
                self.go(Screen::Browse);
            }
            Action::Narrowed(platform) => self.platform = platform,
            Action::Filtered(filter) => self.filter = filter,
            Action::Sought => self.sought = Rc::clone(&self.filter),
            Action::WentTo(screen) => self.go(screen),
            Action::Opened(guide) => {
                self.guide = Some(guide);
                self.go(Screen::Guide);
            }
            Action::Shared(is_shared) => self.is_shared = is_shared,
            // Which trouble somebody chose tells as much as what they wrote.
            Action::Abandoned
                if self.is_shared && (self.problem.is_some() || self.holds_words()) =>
            {
                self.clear();
            }
            Action::Abandoned => (),
            Action::Sized(size) => self.size = size,
            Action::Hosted(options) => self.follow(options),
            Action::Entered => self.enter(),
            Action::Cleared => self.clear(),
            Action::Resumed(kept, heard) => self.resume(&kept, heard),
        }
        self
    }

    /// Another problem keeps the doors that were used, but for those that solved
    /// the one before: these come back with it.
    fn choose(&mut self, problem: ProblemRef) {
        if let Some(before) = self.problem.replace(problem).filter(|before| *before != problem) {
            for deed in self.case.deeds().to_vec() {
                if deed.answer == Answer::Solved {
                    self.case.undo(deed.channel);
                    self.solved.push((before, deed));
                }
            }
            for (_, deed) in self.solved.iter().filter(|(of, _)| *of == problem) {
                self.case.did(deed.channel, deed.day);
                self.case.answered(deed.channel, deed.answer);
            }
            self.solved.retain(|(of, _)| *of != problem);
        }
        self.go(Screen::Plan);
    }

    fn tick(&mut self, channel: ChannelRef, day: i32) {
        if self.case.deed(channel).is_some_and(|deed| deed.day == day) {
            self.case.undo(channel);
        } else {
            self.case.did(channel, day);
        }
    }

    /// Something is ready to take along, or not after all.
    fn bring(&mut self, thing: TextRef) {
        let had = self.brought.len();
        self.brought.retain(|earlier| *earlier != thing);
        if self.brought.len() == had {
            self.brought.push(thing);
        }
    }

    fn go(&mut self, screen: Screen) {
        // Without a problem there is no plan, and without a guide nothing to read;
        // the browser's history may still ask for them.
        self.screen = if screen == Screen::Plan && self.problem.is_none() {
            Screen::Describe
        } else if screen == Screen::Guide && self.guide.is_none() {
            Screen::Guides
        } else {
            screen
        };
        self.moves = self.moves.saturating_add(1);
    }

    /// Whether the person wrote, answered or told anything that would be lost.
    pub fn holds_words(&self) -> bool {
        let is_answer = |(_, known): (FactRef, Known)| known.origin == Origin::Given;
        !self.story.trim().is_empty()
            || !self.filter.trim().is_empty()
            || !self.case.deeds().is_empty()
            || !self.case.skipped().is_empty()
            || !self.brought.is_empty()
            || self.case.iter().any(is_answer)
    }

    /// Forgets everything of the person's; how the page looks stays.
    fn clear(&mut self) {
        let visit = self.visit.saturating_add(1);
        let moves = self.moves.saturating_add(1);
        let (size, is_shared) = (self.size, self.is_shared);
        let host = std::mem::take(&mut self.host);
        *self = Self { size, moves, visit, is_shared, host, ..Self::default() };
        self.enter();
        self.guess();
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}
