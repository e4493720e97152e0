//! What every part of the plan screen reads.

use yew::AttrValue;

use super::CalendarWords;
use crate::engine::calendar::Moment;
use crate::engine::case::Case;
use crate::engine::knowledge::{ChannelRef, Core, Problem, Source};
use crate::engine::plan::{Plan, Standing, Step};
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
    /// What is known of the case, with what follows from it.
    pub(crate) case: &'a Case,
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// The doors the person has ticked as used.
    pub(crate) done: &'a [ChannelRef],
    /// The table of sources; empty until it has arrived.
    pub(crate) sources: &'a [Source],
}

impl View<'_> {
    /// The name of a channel.
    pub(crate) fn name_of(&self, channel: ChannelRef) -> AttrValue {
        self.core.channel(channel).map(|channel| self.words.get(channel.name)).unwrap_or_default()
    }

    /// The names of channels in one line, at most `most` of them.
    pub(crate) fn names_of(&self, channels: &[ChannelRef], most: usize) -> String {
        let names: Vec<AttrValue> =
            channels.iter().take(most).map(|channel| self.name_of(*channel)).collect();
        let mut line = names.join(if self.words.lang.is_chinese() { "、" } else { "; " });
        if channels.len() > most {
            line.push('…');
        }
        line
    }

    /// Whether the person has ticked the door as used.
    pub(crate) fn is_done(&self, channel: ChannelRef) -> bool {
        self.done.contains(&channel)
    }

    /// Whether no door is left that could be taken now.
    pub(crate) fn is_exhausted(&self) -> bool {
        let is_left = |step: &Step| step.standing != Standing::Later && !self.is_done(step.channel);
        !self.plan.ladder.iter().any(is_left)
    }

    /// Whether minutes matter, so that red may be used.
    pub(crate) fn is_grave(&self) -> bool {
        self.problem.emergency
    }
}
