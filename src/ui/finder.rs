//! Finding problems and doors by what is typed into a search field.

use std::cmp::Reverse;

use crate::engine::knowledge::{ChannelRef, Core, Problem, ProblemRef, Severity, Status};
use crate::engine::sorting;
use crate::engine::text::pinyin::Pinyin;
use crate::engine::text::search::{Entry, Index};
use crate::ui::words::Words;
use crate::ui::world::World;

/// The names of one language, made ready once so that typing stays light.
pub(crate) struct Finder {
    problems: Index,
    channels: Index,
    pinyin: Pinyin,
}

impl Finder {
    /// Makes the names of a language ready, as far as they have arrived.
    pub(crate) fn new(words: &Words, world: &World) -> Self {
        let (core, model) = (world.core(), world.model());
        let problems = core.problems.iter().enumerate().map(|(place, record)| Entry {
            name: words.read(record.name),
            // A host says by which words its own are known; what describes them is among these.
            words: core.own_words(place).unwrap_or_else(|| words.read(record.description)),
        });
        let beside: Vec<String> = (core.channels.iter())
            .map(|channel| {
                let number = channel.phone.as_deref().unwrap_or_default();
                let keyword = channel.keyword.map(|keyword| words.read(keyword));
                let keyword = keyword.unwrap_or_default();
                format!("{number} {keyword} {}", words.read(channel.summary))
            })
            .collect();
        let channels = (core.channels.iter().zip(&beside))
            .map(|(channel, words_of)| Entry { name: words.read(channel.name), words: words_of });
        Self {
            problems: Index::new(model, problems),
            channels: Index::new(model, channels),
            pinyin: Pinyin::read(words.sounds()),
        }
    }

    /// The problems that `wanted` finds, best first.
    pub(crate) fn problems(&self, world: &World, wanted: &str) -> Vec<ProblemRef> {
        let found = self.problems.find(world.model(), &self.pinyin, wanted);
        found.into_iter().map(ProblemRef::at).collect()
    }

    /// The doors that `wanted` finds, best first.
    pub(crate) fn doors(&self, world: &World, wanted: &str) -> Vec<ChannelRef> {
        let found = self.channels.find(world.model(), &self.pinyin, wanted);
        found.into_iter().map(ChannelRef::at).collect()
    }
}

/// The problems in whose plan a door can stand, the gravest first; of equally
/// grave ones those where it comes early.
pub(crate) fn stands_in(core: &Core, door: ChannelRef) -> Vec<ProblemRef> {
    // A door kept only to warn leads nowhere.
    if core.channel(door).is_none_or(|channel| channel.status == Status::WarnOnly) {
        return Vec::new();
    }
    let place = |record: &Problem| {
        let place = record.ladder.iter().position(|rung| rung.channel == door)?;
        Some((Reverse(record.severity), place))
    };
    let mut found: Vec<((Reverse<Severity>, usize), ProblemRef)> = (core.each_problem())
        .filter_map(|(problem, record)| Some((place(record)?, problem)))
        .collect();
    sorting::by_key(&mut found, |found| *found);
    found.into_iter().map(|(_, problem)| problem).collect()
}
