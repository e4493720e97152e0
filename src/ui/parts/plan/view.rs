//! What every part of the plan screen reads.

use yew::{AttrValue, Callback, Event};

use super::CalendarWords;
use super::time_words::clock;
use crate::engine::calendar::{Due, Moment};
use crate::engine::case::Case;
use crate::engine::knowledge::{ChannelRef, Core, GuideRef, Problem, Source, TextRef};
use crate::engine::plan::{Plan, Step};
use crate::ui::say;
use crate::ui::words::Words;

/// What every part of the plan screen reads. Borrowed for one rendering.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The records.
    pub(crate) core: &'a Core,
    /// The sentences of the language on show.
    pub(crate) words: &'a Words,
    /// The names of days and months.
    pub(crate) calendar: &'a CalendarWords,
    /// The clock.
    pub(crate) moment: Moment,
    /// The problem.
    pub(crate) problem: &'a Problem,
    /// What the case was told, before anything follows from it.
    pub(crate) told: &'a Case,
    /// What is known of the case, with what follows from it.
    pub(crate) case: &'a Case,
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// What the person has ready to take along.
    pub(crate) brought: &'a [TextRef],
    /// The table of sources; empty until it has arrived.
    pub(crate) sources: &'a [Source],
    /// Whether what stands below the first screen may be drawn.
    pub(crate) is_settled: bool,
    /// The folds that were opened.
    pub(crate) opened: &'a [AttrValue],
    /// Told the guide the person wants to read.
    pub(crate) on_read: &'a Callback<GuideRef>,
    /// Told each fold that is opened or shut.
    pub(crate) on_fold: &'a Callback<AttrValue>,
}

impl<'a> View<'a> {
    /// The name of a channel.
    pub(crate) fn name_of(&self, channel: ChannelRef) -> AttrValue {
        self.core.channel(channel).map(|channel| self.words.get(channel.name)).unwrap_or_default()
    }

    /// The names of channels in one line, at most `most` of them.
    pub(crate) fn names_of(&self, channels: &[ChannelRef], most: usize) -> String {
        let names: Vec<AttrValue> =
            channels.iter().take(most).map(|channel| self.name_of(*channel)).collect();
        let line = names.join(if self.words.lang.is_chinese() { "、" } else { "; " });
        if channels.len() <= most {
            return line;
        }
        self.words.fill(say::PLAN_AND_MORE, &[("names", &line)]).to_string()
    }

    /// Whether a fold was ever opened: until then nothing of its inside is drawn,
    /// which is most of a long ladder.
    pub(crate) fn is_opened(&self, key: &str) -> bool {
        self.opened.iter().any(|opened| opened == key)
    }

    /// What a fold tells when it is opened or shut.
    pub(crate) fn folds(&self, key: AttrValue) -> Callback<Event> {
        self.on_fold.reform(move |_| key.clone())
    }

    /// Whether the person has ticked the door as used.
    pub(crate) fn is_done(&self, channel: ChannelRef) -> bool {
        self.case.deed(channel).is_some()
    }

    /// Whether minutes matter, so that red may be used.
    pub(crate) fn is_grave(&self) -> bool {
        !self.plan.urgent.is_empty()
    }

    /// The door whose turn it is, and from when if not now.
    pub(crate) fn next(&self) -> Option<(&'a Step, Option<Due>)> {
        let next = self.plan.next?;
        Some((self.plan.ladder.get(next.step)?, next.from))
    }

    /// A day in words; today and tomorrow are called so.
    pub(crate) fn day(&self, day: i32) -> AttrValue {
        let today = self.moment.today();
        match day.checked_sub(today) {
            Some(0) => self.words.say(say::PLAN_TODAY),
            Some(1) => self.words.say(say::PLAN_TOMORROW),
            _ => self.calendar.day(day, today).into(),
        }
    }

    /// An end in words: its day, its time of day where that is known, and that it
    /// is only about then where it is.
    pub(crate) fn due(&self, due: Due) -> AttrValue {
        let mut day = self.day(due.day);
        if let Some(minute) = due.minute {
            day = format!("{day} {}", clock(minute)).into();
        }
        if due.about { self.words.fill(say::PLAN_ABOUT_DAY, &[("day", &day)]) } else { day }
    }
}
