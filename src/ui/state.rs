//! What is true of the visit, and what is true after something happened.

use std::rc::Rc;

use yew::Reducible;

use super::options::{Options, Size};
use super::world::World;
use crate::engine::case::{Answer, Case, Known, Origin, Value};
use crate::engine::heard::Heard;
use crate::engine::knowledge::{ChannelRef, FactRef, GuideRef, ProblemRef, TextRef};
use crate::engine::locale::Lang;

/// Which screen is on show.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Step {
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

impl Step {
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
    /// The language on show.
    pub lang: Lang,
    /// How large the text is.
    pub size: Size,
    /// The screen on show.
    pub step: Step,
    /// How often the person went somewhere; 0 while the page stands as it opened.
    pub moves: u32,
    /// How often the person started over, so that fields start anew too.
    pub visit: u32,
    /// The only platform whose problems are listed, as an option of the fact
    /// `platform`.
    pub platform: Option<u8>,
    /// The words by which the list of problems is shortened.
    pub filter: Rc<str>,
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
    /// The problem the plan is about.
    pub problem: Option<ProblemRef>,
    /// What is known of the case, and the doors the person has used.
    pub case: Case,
    /// Where the device seems to be: the fact and its value. Not part of the story.
    pub place: Option<(FactRef, Value)>,
    /// What the person has ticked as ready to take along.
    pub brought: Vec<TextRef>,
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
    /// The person went to a screen.
    WentTo(Step),
    /// The person wants to read a guide.
    Opened(GuideRef),
    /// The person said whether others use this computer.
    Shared(bool),
    /// Nobody has touched anything for a while, or the page was left.
    Abandoned,
    /// The person changed the language, whose sentences have arrived.
    Spoke(Lang),
    /// The person changed the size of the text.
    Sized(Size),
    /// The person starts over.
    Cleared,
}

impl State {
    /// The state a visit begins with. `zone` is the device's time zone, from
    /// which the region is guessed until the person says.
    pub fn begin(world: &World, options: &Options, zone: Option<&str>) -> Self {
        let core = world.core();
        let named = options.region.clone().or_else(|| {
            let zone = core.zones.iter().position(|known| Some(known.name.as_str()) == zone)?;
            let mut here = core.regions.iter().filter(|region| usize::from(region.zone) == zone);
            here.next().map(|region| region.code.clone())
        });
        let place = core.fact_named("region").zip(named);
        let place = place.and_then(|(fact, code)| Some((fact, core.option_named(fact, &code)?)));
        let problem = options.problem.as_deref().and_then(|id| core.problem_named(id));
        let step = if problem.is_some() { Step::Plan } else { Step::Describe };
        let (lang, size) = (options.lang, options.size);
        let mut state = Self { lang, size, step, problem, place, ..Self::default() };
        state.guess_place();
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
            Action::Chose(problem) => {
                self.problem = Some(problem);
                self.go(Step::Plan);
            }
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
                self.go(Step::Browse);
            }
            Action::Narrowed(platform) => self.platform = platform,
            Action::Filtered(filter) => self.filter = filter,
            Action::WentTo(step) => self.go(step),
            Action::Opened(guide) => {
                self.guide = Some(guide);
                self.go(Step::Guide);
            }
            Action::Shared(is_shared) => self.is_shared = is_shared,
            Action::Abandoned => {
                // Which trouble somebody chose tells as much as what they wrote.
                if self.is_shared && (self.problem.is_some() || self.holds_words()) {
                    self.clear();
                }
            }
            Action::Spoke(lang) => self.lang = lang,
            Action::Sized(size) => self.size = size,
            Action::Cleared => self.clear(),
        }
        self
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

    fn hear(&mut self, heard: Rc<Heard>) {
        // An alarm that was waved away comes back when it is raised anew.
        let was_raised = self.heard.as_ref().is_some_and(|earlier| earlier.emergency);
        self.is_alarm_folded &= was_raised || !heard.emergency;
        self.heard = Some(heard);
        self.read();
    }

    /// Tells the case what was heard, but for what the person said is not so.
    fn read(&mut self) {
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
        self.guess_place();
    }

    fn deny(&mut self, fact: FactRef) {
        let Some(heard) = self.heard.clone() else { return };
        for (_, value, span) in heard.facts.iter().filter(|(read, _, _)| *read == fact) {
            let words = self.story.get(span.clone()).unwrap_or_default();
            self.denied.push((fact, *value, words.into()));
        }
        self.forget_read(fact);
        self.guess_place();
    }

    fn forget_read(&mut self, fact: FactRef) {
        if self.case.known(fact).is_some_and(|known| known.origin == Origin::Read) {
            self.case.forget(fact);
        }
    }

    /// Where nobody said where they are, the device's guess stands; where they
    /// said that the guess is wrong, it does not come back.
    fn guess_place(&mut self) {
        if let Some((fact, value)) = self.place
            && !self.case.skipped().contains(&fact)
            && !self.withdrawn.contains(&fact)
        {
            self.case.tell(fact, value, Origin::Guessed);
        }
    }

    fn go(&mut self, step: Step) {
        // Without a problem there is no plan, and without a guide nothing to read;
        // the browser's history may still ask for them.
        self.step = if step == Step::Plan && self.problem.is_none() {
            Step::Describe
        } else if step == Step::Guide && self.guide.is_none() {
            Step::Guides
        } else {
            step
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
        let (lang, size, place, is_shared) = (self.lang, self.size, self.place, self.is_shared);
        *self = Self { lang, size, moves, visit, is_shared, place, ..Self::default() };
        self.guess_place();
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}
