//! Finding records by the names that other records use for them.

use super::super::mistake::MistakeKind;
use super::super::raw::RawKnowledge;
use super::super::record::{ChannelRef, FactRef, ProblemRef, RegionRef, SourceRef};
use super::{Compiler, Place};

/// Every id; its place is the record's place. All but the sources are sorted by it.
pub(super) struct Names {
    channels: Vec<String>,
    facts: Vec<String>,
    problems: Vec<String>,
    regions: Vec<String>,
    pub(super) sources: Vec<String>,
    roles: Vec<String>,
    zones: Vec<String>,
}

impl Names {
    pub(super) fn of(raw: &RawKnowledge) -> Self {
        Self {
            channels: raw.channels.keys().cloned().collect(),
            facts: raw.facts.keys().cloned().collect(),
            problems: raw.problems.keys().cloned().collect(),
            regions: raw.regions.keys().cloned().collect(),
            sources: sources(raw),
            roles: raw.roles.keys().cloned().collect(),
            zones: raw.zones.keys().cloned().collect(),
        }
    }
}

/// The sources, alike ones side by side: so they take the least room.
fn sources(raw: &RawKnowledge) -> Vec<String> {
    let mut sources: Vec<_> = raw.sources.iter().collect();
    sources.sort_by_key(|(_, it)| {
        let said = (it.publisher.is_some(), it.title.is_some(), it.date.is_some());
        (said, it.official, &it.reference)
    });
    sources.into_iter().map(|(key, _)| key.clone()).collect()
}

fn place(sorted: &[String], id: &str) -> Option<usize> {
    sorted.binary_search_by(|known| known.as_str().cmp(id)).ok()
}

impl Compiler<'_> {
    pub(super) fn channel_named(&mut self, id: &str, at: &Place) -> ChannelRef {
        ChannelRef::at(self.found(place(&self.names.channels, id), "channel", id, at))
    }

    pub(super) fn fact_named(&mut self, id: &str, at: &Place) -> FactRef {
        FactRef::at(self.found(place(&self.names.facts, id), "fact", id, at))
    }

    pub(super) fn problem_named(&mut self, id: &str, at: &Place) -> ProblemRef {
        ProblemRef::at(self.found(place(&self.names.problems, id), "problem", id, at))
    }

    pub(super) fn region_named(&mut self, code: &str, at: &Place) -> RegionRef {
        RegionRef::at(self.found(place(&self.names.regions, code), "region", code, at))
    }

    /// The place of a role; places are checked to fit.
    pub(super) fn role_named(&mut self, id: &str, at: &Place) -> u8 {
        let found = self.found(place(&self.names.roles, id), "role", id, at);
        u8::try_from(found).unwrap_or(u8::MAX)
    }

    /// The place of a zone; places are checked to fit.
    pub(super) fn zone_named(&mut self, name: &str, at: &Place) -> u8 {
        let found = self.found(place(&self.names.zones, name), "time zone called", name, at);
        u8::try_from(found).unwrap_or(u8::MAX)
    }

    pub(super) fn sources_named(&mut self, keys: &[String], at: &Place) -> Vec<SourceRef> {
        keys.iter()
            .map(|key| {
                SourceRef::at(self.found(
                    self.names.sources.iter().position(|it| it == key),
                    "source",
                    key,
                    at,
                ))
            })
            .collect()
    }

    fn found(&mut self, place: Option<usize>, what: &'static str, id: &str, at: &Place) -> usize {
        place.unwrap_or_else(|| {
            self.wrong(at, MistakeKind::Unknown(what, id.to_owned()));
            usize::MAX
        })
    }
}
