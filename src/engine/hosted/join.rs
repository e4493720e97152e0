//! Joining a sound pack to the records.

use super::joiner::{Joiner, word};
use super::json::{Json, parse};
use super::shape::check;
use super::shapes::PACK;
use crate::engine::knowledge::raw::RawSentence;
use crate::engine::knowledge::{
    Core, Mistake, MistakeKind, Problem, ProblemRef, Rung, Severity, Source, SourceRef, Stage,
};

/// What every id of a pack begins with. No id of ours comes after it, so that the
/// tables stay sorted and every reference stays what it was.
pub const OWN: &str = "x-";
/// The problem that stands for “none of these”: it stays, and its warnings stand
/// on every problem of a host.
pub(super) const ELSEWHERE: &str = "other-unknown";
/// Longer packs are refused before they are read.
const LONGEST: usize = 1 << 20;

/// The sentences of a pack that has been joined, numbered from [`FIRST`](super::FIRST).
#[derive(Debug, Default)]
pub struct Hosted {
    /// Each in every language; where `hant` is missing, `zh` serves.
    pub sentences: Vec<RawSentence>,
}

/// Joins a pack to the records and the sources, or tells every mistake in it and
/// changes nothing.
pub fn join(
    core: &mut Core,
    sources: &mut Vec<Source>,
    pack: &str,
) -> Result<Hosted, Vec<Mistake>> {
    let json = read(pack)?;
    let mut wrong = Vec::new();
    check(&PACK, &json, "", &mut wrong);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut joiner = Joiner {
        pack: &json,
        built: core,
        source: SourceRef::at(sources.len()),
        sentences: Vec::new(),
        wrong: Vec::new(),
    };
    let (channels, problems) = (joiner.channels(), joiner.problems());
    let (begun, kept, words) = (joiner.begun(), joiner.kept(), joiner.words());
    let speaker = joiner.maybe(&json, "name");
    let Joiner { sentences, wrong, .. } = joiner;
    if !wrong.is_empty() {
        return Err(wrong);
    }
    for (problem, rung) in begun {
        if let Some(problem) = core.problems.get_mut(problem.place()) {
            problem.ladder.insert(0, rung);
        }
    }
    if let Some(kept) = kept {
        leave_out(core, &kept);
    }
    core.channels.extend(channels);
    core.problems.extend(problems);
    core.own = words;
    // What can matter for a problem is found anew.
    *core = std::mem::take(core).scoped();
    sources.push(Source {
        place: json.text("source").to_owned(),
        // A host may call itself what it likes: its domain is what stands in the line.
        publisher: None,
        title: speaker,
        date: Some(json.text("checked").to_owned()),
        official: true,
    });
    Ok(Hosted { sentences })
}

fn read(pack: &str) -> Result<Json, Vec<Mistake>> {
    let wrong = |place: String, why: &str| {
        vec![Mistake { place, kind: MistakeKind::Unreadable(why.to_owned()) }]
    };
    if pack.len() > LONGEST {
        return Err(wrong(String::new(), "a pack has at most 1 MiB"));
    }
    parse(pack)
        .map_err(|fault| wrong(format!("line {}, column {}", fault.line, fault.column), fault.why))
}

/// Takes problems out of the records, and what refers to them.
fn leave_out(core: &mut Core, kept: &[bool]) {
    let is_kept = |problem: ProblemRef| kept.get(problem.place()).copied().unwrap_or_default();
    let moved = |problem: ProblemRef| {
        let before = kept.iter().take(problem.place()).filter(|is_kept| **is_kept).count();
        // A guide that was for one problem only must not be for all of them now.
        ProblemRef::at(if is_kept(problem) { before } else { usize::MAX })
    };
    for guide in &mut core.guides {
        guide.problems.iter_mut().for_each(|problem| *problem = moved(*problem));
    }
    for problem in &mut core.problems {
        problem.confusable_with.retain(|other| is_kept(*other));
        problem.confusable_with.iter_mut().for_each(|other| *other = moved(*other));
    }
    let mut places = 0..;
    core.problems.retain(|_| places.next().is_some_and(|place| is_kept(ProblemRef::at(place))));
}

impl Joiner<'_> {
    /// The doors of the pack with which built-in ways out begin.
    fn begun(&mut self) -> Vec<(ProblemRef, Rung)> {
        let mut begun: Vec<(ProblemRef, Rung)> = Vec::new();
        for (at, json) in self.pack.list("begin").iter().enumerate() {
            let place = format!("/begin/{at}");
            let stage = word(json.text("stage")).unwrap_or(Stage::First);
            let rung = self.rung(json, stage, &place);
            for id in json.texts("problems") {
                let Some(problem) = self.built.problem_named(id) else {
                    self.note(&place, MistakeKind::Unknown("built-in problem", id.to_owned()));
                    continue;
                };
                let is_urgent = self.built.problem(problem).is_some_and(is_urgent);
                if is_urgent && stage == Stage::First {
                    let why = "where minutes matter, a host's door may stand in `next` only";
                    self.note(&place, MistakeKind::Contradiction(why));
                }
                let is_there =
                    |(of, other): &(_, Rung)| *of == problem && other.channel == rung.channel;
                if begun.iter().any(is_there) {
                    self.note(&place, MistakeKind::Repeated(id.to_owned()));
                }
                begun.push((problem, rung.clone()));
            }
        }
        // Each goes before all others, so the first of the pack has to go last.
        begun.reverse();
        begun
    }

    /// Which built-in problems stay; `None` if all do.
    fn kept(&mut self) -> Option<Vec<bool>> {
        let is_replaced = self.pack.text("mode") == "replace";
        for id in self.pack.texts("keep") {
            if self.built.problem_named(id).is_none() {
                self.note("/keep", MistakeKind::Unknown("built-in problem", id.to_owned()));
            }
        }
        if !is_replaced && self.pack.get("keep").is_some() {
            self.note("/keep", MistakeKind::Contradiction("`keep` is for the mode `replace`"));
        }
        if is_replaced && self.pack.list("problems").is_empty() {
            self.note("/problems", MistakeKind::Missing("what replaces the built-in problems"));
        }
        let stays = |problem: &Problem| {
            is_urgent(problem)
                || problem.id == ELSEWHERE
                || self.pack.texts("keep").any(|id| id == problem.id)
        };
        is_replaced.then(|| self.built.problems.iter().map(stays).collect())
    }
}

/// Whether minutes matter there, or may.
fn is_urgent(problem: &Problem) -> bool {
    problem.emergency || problem.severity == Severity::Critical
}
