//! Compiling short guides, and the words of a person in danger.

use super::super::mistake::MistakeKind;
use super::super::raw::{RawChannel, RawCrisisCall, RawGuide, RawGuideStep, RawSentence};
use super::super::record::{Crisis, Grade, Guide, GuideStep, ProblemRef, RegionRef, Spot};
use super::{Compiler, Place};

impl Compiler<'_> {
    pub(super) fn guides(&mut self) -> Vec<Guide> {
        let raw = self.raw;
        let mut guides: Vec<(u8, Guide)> =
            raw.guides.iter().map(|(id, guide)| (guide.order, self.guide(id, guide))).collect();
        guides.sort_by_key(|(order, _)| *order);
        guides.into_iter().map(|(_, guide)| guide).collect()
    }

    fn guide(&mut self, id: &str, raw: &RawGuide) -> Guide {
        let at = Place::new("guides", id);
        let is_own = raw.spots.contains(&Spot::About);
        let steps: Vec<GuideStep> = (raw.steps.iter().enumerate())
            .map(|(place, step)| self.guide_step(step, is_own, &at.nth("steps", place)))
            .collect();
        if steps.is_empty() {
            self.wrong(&at, MistakeKind::Missing("what it says"));
        }
        Guide {
            id: id.to_owned(),
            title: self.text(&raw.title, &at.key("title")),
            lead: self.text(&raw.lead, &at.key("lead")),
            spots: raw.spots.clone(),
            doors: raw
                .doors
                .as_ref()
                .map(|doors| self.doors(doors, &at.key("doors")))
                .unwrap_or_default(),
            problems: self.problems_of(raw, &at),
            when: self.when(raw.when.as_ref(), &at.key("when")),
            steps,
        }
    }

    fn guide_step(&mut self, raw: &RawGuideStep, is_own: bool, at: &Place) -> GuideStep {
        let sources = self.sources_named(&raw.sources, &at.key("sources"));
        let is_sound = match raw.grade {
            None => is_own && sources.is_empty(),
            Some(Grade::U) => sources.is_empty(),
            Some(_) => !sources.is_empty(),
        };
        if !is_sound {
            let why = "a statement has a grade and its sources, or the grade U and none";
            self.wrong(at, MistakeKind::Contradiction(why));
        }
        GuideStep { text: self.text(&RawSentence::from(raw), at), grade: raw.grade, sources }
    }

    fn problems_of(&mut self, raw: &RawGuide, at: &Place) -> Vec<ProblemRef> {
        let platform = self.raw.facts.get("platform");
        for name in &raw.platforms {
            if !platform.is_some_and(|fact| fact.options.iter().any(|option| option.id == *name)) {
                self.wrong(&at.key("platforms"), MistakeKind::Unknown("platform", name.clone()));
            }
        }
        let mut problems: Vec<ProblemRef> = (self.raw.problems.values().enumerate())
            .filter(|(_, problem)| problem.platforms.iter().any(|p| raw.platforms.contains(p)))
            .map(|(place, _)| ProblemRef::at(place))
            .collect();
        for id in &raw.problems {
            problems.push(self.problem_named(id, &at.key("problems")));
        }
        problems.sort_unstable();
        problems.dedup();
        problems
    }

    pub(super) fn crisis(&mut self) -> Crisis {
        let at = Place { file: "crisis.toml".to_owned(), key: String::new() };
        let raw = self.raw;
        let Some(crisis) = &raw.crisis else {
            self.wrong(&at, MistakeKind::Missing("the file"));
            return Crisis::default();
        };
        let calls = (crisis.calls.iter().enumerate())
            .map(|(place, call)| self.crisis_call(call, &at.nth("calls", place)))
            .collect();
        Crisis {
            own_hand: crisis.own_hand.join("|"),
            others: crisis.others.join("|"),
            idioms: crisis.idioms.join("|"),
            calls,
        }
    }

    /// A number nobody vouches for is worse than none: a channel's record tells it, or
    /// it has a grade and sources of its own.
    fn crisis_call(&mut self, call: &RawCrisisCall, at: &Place) -> (RegionRef, String, GuideStep) {
        let raw = self.raw;
        let own = (call.grade, &call.sources);
        let (grade, sources) = call.channel.as_ref().map_or(own, |id| {
            let tells = raw.channels.get(id).filter(|it| tells_number(it, &call.number));
            tells.map_or(own, |channel| (Some(channel.grade), &channel.sources))
        });
        if grade.is_none() || sources.is_empty() {
            let what = "the number, in the record of the channel, or its own grade and sources,";
            self.wrong(at, MistakeKind::Missing(what));
        }
        let emergency = raw.interface.get("danger-here").cloned().unwrap_or_default();
        let text = self.text(call.line.as_ref().unwrap_or(&emergency), &at.key("line"));
        let sources = self.sources_named(sources, &at.key("sources"));
        let region = self.region_named(&call.region, at);
        (region, call.number.clone(), GuideStep { text, grade, sources })
    }
}

/// Whether a record names a number, as its own or in its way in or its limits.
fn tells_number(channel: &RawChannel, number: &str) -> bool {
    let sentences = channel.entry.iter().chain(&channel.warnings);
    let mut words = sentences.flat_map(|sentence| [&sentence.zh, &sentence.en]).flatten();
    channel.phone.as_deref() == Some(number) || words.any(|words| words.contains(number))
}
