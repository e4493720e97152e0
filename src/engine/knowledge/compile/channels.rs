//! Compiling channels.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawChannel, RawHours, RawItem, RawSentence};
use super::super::record::{Channel, Hours, Item, Status};
use super::{Compiler, Place};

impl Compiler<'_> {
    pub(super) fn channels(&mut self) -> Vec<Channel> {
        let raw = self.raw;
        raw.channels.iter().map(|(id, channel)| self.channel(id, channel)).collect()
    }

    fn channel(&mut self, id: &str, raw: &RawChannel) -> Channel {
        let at = Place::new("channels", id);
        self.check_contact(raw, &at);
        self.options_of("platform", &raw.platforms, &at.key("platforms"));
        Channel {
            id: id.to_owned(),
            name: self.text(&raw.name, &at.key("name")),
            kind: raw.kind,
            operator: raw.operator,
            regions: self.options_of("region", &raw.regions, &at.key("regions")),
            languages: raw.languages.clone(),
            summary: self.text(&raw.summary, &at.key("summary")),
            entry: self.text_list(&raw.entry, "entry", &at),
            keyword: self.maybe_text(raw.search_keyword.as_ref(), &at.key("search-keyword")),
            url: raw.url.clone(),
            phone: raw.phone.clone(),
            email: raw.email.clone(),
            contact_grade: raw.contact_grade,
            status: raw.status,
            status_reason: self.maybe_text(raw.status_reason.as_ref(), &at.key("status-reason")),
            hours: raw.hours.as_ref().map(|hours| self.hours(hours, &at.key("hours"))),
            response: raw.response.as_ref().map(|time| self.duration(time, &at.key("response"))),
            outcome: raw.outcome.as_ref().map(|time| self.duration(time, &at.key("outcome"))),
            materials: self.items(&raw.materials, "materials", &at),
            discloses: self.text_list(&raw.discloses, "discloses", &at),
            requires: self.when(raw.requires.as_ref(), &at.key("requires")),
            requires_why: self.maybe_text(raw.requires_why.as_ref(), &at.key("requires-why")),
            blocked_by: self.when(raw.blocked_by.as_ref(), &at.key("blocked-by")),
            blocked_why: self.maybe_text(raw.blocked_why.as_ref(), &at.key("blocked-why")),
            limits: self.text_list(&raw.limits, "limits", &at),
            cost: self.maybe_text(raw.cost.as_ref(), &at.key("cost")),
            cannot: self.text_list(&raw.cannot, "cannot", &at),
            warnings: self.text_list(&raw.warnings, "warnings", &at),
            after: self.maybe_text(raw.after.as_ref(), &at.key("after")),
            text_limit: raw.text_limit,
            grade: raw.grade,
            sources: self.sources_named(&raw.sources, &at.key("sources")),
            source_date: raw.source_date.clone(),
            note: self.maybe_text(raw.note.as_ref(), &at.key("note")),
        }
    }

    /// A number that may mislead must say so, and an address must be one.
    fn check_contact(&mut self, raw: &RawChannel, at: &Place) {
        if raw.status != Status::Active && raw.status_reason.is_none() {
            self.wrong(at, MistakeKind::Missing("`status-reason`"));
        }
        if raw.status == Status::WarnOnly && raw.phone.is_some() {
            self.wrong(
                &at.key("phone"),
                MistakeKind::Contradiction("a channel kept to warn has no dialable number"),
            );
        }
        if let Some(phone) = &raw.phone
            && !phone.bytes().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b' '))
        {
            self.wrong(&at.key("phone"), MistakeKind::WrongValue(phone.clone()));
        }
        if let Some(url) = raw
            .url
            .as_ref()
            .filter(|url| !url.starts_with("https://") && !url.starts_with("http://"))
        {
            self.wrong(&at.key("url"), MistakeKind::WrongValue(url.clone()));
        }
        for (condition, why, key) in [
            (raw.requires.is_some(), raw.requires_why.is_some(), "requires-why"),
            (raw.blocked_by.is_some(), raw.blocked_why.is_some(), "blocked-why"),
        ] {
            if condition != why {
                self.wrong(
                    &at.key(key),
                    MistakeKind::Contradiction(
                        "a condition and its reason stand together or not at all",
                    ),
                );
            }
        }
    }

    fn hours(&mut self, raw: &RawHours, at: &Place) -> Hours {
        if raw.always != raw.windows.is_empty() {
            self.wrong(at, MistakeKind::Contradiction("either `always` or `windows`"));
        }
        Hours {
            zone: self.zone_named(&raw.tz, &at.key("tz")),
            windows: raw.windows.iter().map(|window| self.window(window, at)).collect(),
            grade: raw.grade,
            sources: self.sources_named(&raw.sources, &at.key("sources")),
            conflict: self.maybe_text(raw.conflict.as_ref(), &at.key("conflict")),
        }
    }

    pub(super) fn items(&mut self, raw: &[RawItem], key: &str, at: &Place) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for (place, item) in raw.iter().enumerate() {
            let at = at.nth(key, place);
            if items.iter().any(|earlier| earlier.id == item.id) {
                self.wrong(&at, MistakeKind::Repeated(item.id.clone()));
            }
            items.push(Item {
                id: item.id.clone(),
                text: self.text(&RawSentence::from(item), &at),
                required: item.required,
            });
        }
        items
    }

    /// The places of options of a choice, such as the platforms of a record.
    pub(super) fn options_of(
        &mut self,
        fact: &'static str,
        names: &[String],
        at: &Place,
    ) -> Vec<u8> {
        let options = self.raw.facts.get(fact).map(|fact| &fact.options);
        let mut places = Vec::new();
        for name in names {
            let place = options.and_then(|all| all.iter().position(|option| option.id == *name));
            match place.and_then(|place| u8::try_from(place).ok()) {
                Some(place) => places.push(place),
                None => self.wrong(at, MistakeKind::Unknown(fact, name.clone())),
            }
        }
        places
    }
}
