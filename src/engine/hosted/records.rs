//! The doors and the problems of a pack.

use super::join::ELSEWHERE;
use super::joiner::{Joiner, word};
use super::json::Json;
use super::phrases::phrases;
use crate::engine::knowledge::{
    Channel, ChannelKind, ChannelRef, Grade, MistakeKind, Operator, Problem, Rung, SelfHelp,
    Severity, Stage, Status,
};
use crate::engine::sorting;

impl Joiner<'_> {
    pub(super) fn channels(&mut self) -> Vec<Channel> {
        let list = self.pack.list("channels");
        self.distinct(list, "/channels");
        let all = by_id(list).into_iter();
        all.map(|(at, json)| self.channel(json, &format!("/channels/{at}"))).collect()
    }

    fn channel(&mut self, json: &Json, place: &str) -> Channel {
        let line = |name: &str| Some(json.text(name).to_owned()).filter(|text| !text.is_empty());
        Channel {
            id: json.text("id").to_owned(),
            name: self.needed(json, "name"),
            kind: word(json.text("kind")).unwrap_or(ChannelKind::ThirdParty),
            operator: Operator::Company,
            regions: self.options(json, "regions", "region", place),
            languages: json.texts("languages").map(str::to_owned).collect(),
            summary: self.needed(json, "summary"),
            entry: self.all(json, "entry"),
            keyword: self.maybe(json, "keyword"),
            url: line("url"),
            phone: line("phone"),
            email: line("email"),
            contact_grade: Some(Grade::B),
            status: Status::Active,
            status_reason: None,
            hours: self.hours(json, place),
            response: self.duration(json, "reply", place),
            outcome: self.duration(json, "outcome", place),
            materials: self.items(json, "bring", place),
            discloses: Vec::new(),
            requires: None,
            requires_why: None,
            blocked_by: None,
            blocked_why: None,
            limits: self.all(json, "limits"),
            cost: self.maybe(json, "cost"),
            cannot: self.all(json, "cannot"),
            warnings: self.all(json, "warnings"),
            after: self.maybe(json, "after"),
            text_limit: None,
            grade: Grade::B,
            sources: vec![self.source],
            source_date: Some(self.pack.text("checked").to_owned()),
            note: None,
        }
    }

    /// Where a door will stand: built in, or in the pack.
    fn door(&mut self, id: &str, place: &str) -> ChannelRef {
        let mut own = self.pack.list("channels").iter().map(|it| it.text("id"));
        if own.clone().any(|known| known == id) {
            let before = own.by_ref().filter(|known| *known < id).count();
            return ChannelRef::at(self.built.channels.len() + before);
        }
        let built = self.built.channel_named(id);
        let Some(door) = built else {
            self.note(place, MistakeKind::Unknown("channel", id.to_owned()));
            return ChannelRef::at(usize::MAX);
        };
        if self.built.channel(door).is_some_and(|door| door.status == Status::WarnOnly) {
            let kind = MistakeKind::Contradiction("this channel is kept only to warn");
            self.note(place, kind);
        }
        door
    }

    pub(super) fn rung(&mut self, json: &Json, stage: Stage, place: &str) -> Rung {
        Rung {
            channel: self.door(json.text("channel"), &format!("{place}/channel")),
            stage,
            when: None,
            wait: None,
            because: self.needed(json, "because"),
            role: None,
            sources: vec![self.source],
        }
    }

    pub(super) fn problems(&mut self) -> Vec<Problem> {
        let list = self.pack.list("problems");
        self.distinct(list, "/problems");
        let all = by_id(list).into_iter();
        all.map(|(at, json)| self.problem(json, &format!("/problems/{at}"))).collect()
    }

    /// The words each problem of the pack is known by, in the order of [`Self::problems`].
    pub(super) fn words(&self) -> String {
        let all = by_id(self.pack.list("problems")).into_iter();
        all.map(|(_, json)| phrases(json)).collect::<Vec<_>>().join("^")
    }

    fn problem(&mut self, json: &Json, place: &str) -> Problem {
        let mut ladder = Vec::new();
        for (at, rung) in json.list("ladder").iter().enumerate() {
            let (stage, place) = (word(rung.text("stage")), format!("{place}/ladder/{at}"));
            let rung = self.rung(rung, stage.unwrap_or(Stage::First), &place);
            if ladder.iter().any(|earlier: &Rung| earlier.channel == rung.channel) {
                self.note(&place, MistakeKind::Repeated("channel".to_owned()));
            }
            ladder.push(rung);
        }
        let platforms = self.options(json, "platforms", "platform", place);
        for (name, is_empty) in [("ladder", ladder.is_empty()), ("platforms", platforms.is_empty())]
        {
            if is_empty {
                self.note(&format!("{place}/{name}"), MistakeKind::Missing("an entry"));
            }
        }
        let elsewhere = self.built.problem_named(ELSEWHERE);
        let elsewhere = elsewhere.and_then(|problem| self.built.problem(problem));
        Problem {
            id: json.text("id").to_owned(),
            platforms,
            speaking: Vec::new(),
            name: self.needed(json, "name"),
            description: self.needed(json, "description"),
            severity: word(json.text("severity")).unwrap_or(Severity::Low),
            emergency: false,
            confusable_with: Vec::new(),
            assumes: Vec::new(),
            asks: Vec::new(),
            urgent: Vec::new(),
            ladder,
            not_for_this: Vec::new(),
            self_help: (json.list("self-help").iter())
                .map(|sentence| SelfHelp {
                    text: self.text(sentence),
                    minutes: None,
                    sources: vec![self.source],
                })
                .collect(),
            evidence: self.items(json, "evidence", place),
            deadlines: Vec::new(),
            dos: self.all(json, "dos"),
            donts: self.all(json, "donts"),
            scam_guard: elsewhere.map(|problem| problem.scam_guard.clone()).unwrap_or_default(),
            exhausted: None,
            request: self.needed(json, "request"),
            facts_to_state: Vec::new(),
            sources: vec![self.source],
        }
    }
}

/// Records with their places, in the order of their ids.
fn by_id(list: &[Json]) -> Vec<(usize, &Json)> {
    let mut all: Vec<(usize, &Json)> = list.iter().enumerate().collect();
    sorting::by_key(&mut all, |&(_, json)| json.text("id"));
    all
}
