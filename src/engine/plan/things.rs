//! The acts and rungs that a sketch shows, and what hangs on each.

use super::findings::Findings;
use super::judge::{Gates, Judged, judge};
use super::look::Look;
use super::reach::Scene;
use super::twins::Turn;
use super::way::{Progress, said};
use crate::engine::knowledge::{Channel, ConditionRef, FactSet, Rung, Urgent};
use crate::engine::rule::{Condition, Verdict};

/// How an act or a rung looks, and whether the person says that they have been
/// to such a door.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Mark {
    pub(super) look: Look,
    is_said: bool,
}

impl Mark {
    /// Not there.
    pub(super) const GONE: Self = Self { look: Look::Gone, is_said: false };
}

/// An act or a rung of the problem, and what decides about it.
pub(super) struct Thing<'a> {
    kind: Kind<'a>,
    /// How much hangs on it.
    pub(super) weight: i32,
    /// The facts that it may depend on.
    pub(super) depends_on: FactSet,
}

enum Kind<'a> {
    Act(&'a Urgent),
    Door(&'a Rung, &'a Channel),
}

impl<'a> Thing<'a> {
    /// The conditions that decide about it.
    pub(super) fn conditions(&self, scene: &Scene<'a>) -> impl Iterator<Item = &'a Condition> {
        let whens: [Option<ConditionRef>; 3] = match self.kind {
            Kind::Act(act) => {
                let channel = self.channel(scene);
                [act.when, channel.and_then(|channel| channel.blocked_by), None]
            }
            Kind::Door(rung, channel) => [rung.when, channel.requires, channel.blocked_by],
        };
        let core = scene.core;
        whens.into_iter().flatten().filter_map(move |when| core.condition(when))
    }

    /// Whether where the person is stands alone in the way.
    pub(super) fn waits_for_place(&self, scene: &Scene<'a>) -> bool {
        let Kind::Door(rung, channel) = self.kind else { return false };
        scene.serves_here(channel) == Verdict::Unknown
            && Gates::of(scene, rung, channel).verdict == Verdict::Yes
    }

    /// What of a mark shows in the plan. An act is there or not; nobody sees
    /// whether that is settled.
    pub(super) fn seen(&self, mark: Mark) -> Mark {
        match (mark.look.is_there(), &self.kind) {
            (false, _) => Mark::GONE,
            (true, Kind::Act(_)) => Mark { look: Look::There, is_said: false },
            (true, Kind::Door(..)) => mark,
        }
    }

    pub(super) fn is_act(&self) -> bool {
        matches!(self.kind, Kind::Act(_))
    }

    pub(super) fn channel(&self, scene: &Scene<'a>) -> Option<&'a Channel> {
        match self.kind {
            Kind::Act(act) => act.channel.and_then(|channel| scene.core.channel(channel)),
            Kind::Door(_, channel) => Some(channel),
        }
    }

    /// What decides whether it stands instead of another rung of its door; `None`
    /// if it does not stand.
    pub(super) fn turn(&self, mark: Mark) -> Option<Turn> {
        let Kind::Door(rung, _) = self.kind else { return None };
        Some((mark.look.standing()?, rung.stage))
    }

    /// How it looks in a case.
    pub(super) fn mark(&self, scene: &Scene<'a>) -> Mark {
        match self.kind {
            Kind::Act(act) => Mark { look: Look::of_act(scene, act), is_said: false },
            Kind::Door(rung, channel) => {
                door(scene, rung, channel, judge(scene, rung, channel, None))
            }
        }
    }
}

fn door(scene: &Scene, rung: &Rung, channel: &Channel, judged: Judged) -> Mark {
    let is_said = || !scene.case.has_used(rung.channel) && said(scene, rung) != Progress::Untried;
    Mark { look: Look::of_door(scene, rung, channel, judged), is_said: is_said() }
}

/// The acts, then the rungs, in the record's order, and how they look as found.
pub(super) fn things<'a>(scene: &Scene<'a>, findings: &Findings) -> (Vec<Thing<'a>>, Vec<Mark>) {
    let (problem, danger) = (scene.problem, &scene.core.order.danger);
    let (mut things, mut marks) = (Vec::new(), Vec::new());
    for (act, depends_on) in problem.urgent.iter().zip(&scene.scope.acts) {
        let of_door = if scene.is_emergency { danger.urgent } else { danger.calm };
        let weight = if act.channel.is_some() { of_door } else { danger.note };
        let thing = Thing { kind: Kind::Act(act), weight, depends_on: *depends_on };
        marks.push(thing.mark(scene));
        things.push(thing);
    }
    for (place, finding) in findings.rungs.iter().enumerate() {
        let Some(rung) = problem.ladder.get(place) else { break };
        let Some(channel) = scene.core.channel(rung.channel) else { continue };
        let listed = danger.stage.iter().find(|(known, _)| *known == rung.stage);
        let weight = listed.map_or(0, |(_, weight)| *weight);
        let depends_on = scene.scope.rungs.get(place).copied().unwrap_or_default();
        marks.push(door(scene, rung, channel, finding.judged));
        things.push(Thing { kind: Kind::Door(rung, channel), weight, depends_on });
    }
    (things, marks)
}
