//! A light picture of a plan for a supposed case: no sentences, no sources, only
//! what stands, what is open and how much hangs on it.

use super::Standing;
use super::judge::{Judged, gates, judge};
use super::links::{FactSet, Links};
use super::prepare::{Prepared, settle};
use super::reach::Scene;
use super::urgent::applies;
use super::way::{Progress, said};
use crate::engine::case::{Case, Origin, Value};
use crate::engine::knowledge::{Channel, ConditionRef, FactRef, Rung, Stage, Urgent};
use crate::engine::rule::{Condition, Verdict};

/// How an act or a rung looks in a sketch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Mark {
    pub(super) look: Look,
    /// Whether the person says that they have been to such a door.
    is_said: bool,
}

/// Whether an act or a rung is there, and whether that is settled.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Look {
    /// It is not there.
    Gone,
    /// It is not there, but open questions decide.
    Hidden,
    /// It is there, but open questions decide.
    Doubtful,
    /// It is there, for later.
    Later,
    /// It is there.
    There,
}

impl Look {
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Hidden | Self::Doubtful)
    }

    const fn is_there(self) -> bool {
        matches!(self, Self::Doubtful | Self::Later | Self::There)
    }

    /// How far it is from being there for certain, and now.
    const fn doubt(self) -> u8 {
        match self {
            Self::There => 0,
            Self::Doubtful => 1,
            Self::Later => 2,
            Self::Gone | Self::Hidden => 3,
        }
    }
}

/// The picture: the acts, then the rungs, in the record's order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sketch {
    pub(super) is_emergency: bool,
    pub(super) marks: Vec<Mark>,
}

/// What hangs on the things that sketches differ in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Difference {
    /// On all of them together.
    pub(super) sum: i32,
    /// On the one on which the most hangs.
    pub(super) most: i32,
}

impl Difference {
    fn add(&mut self, weight: i32) {
        self.sum = self.sum.saturating_add(weight);
        self.most = self.most.max(weight);
    }
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
                let channel = act.channel.and_then(|channel| scene.core.channel(channel));
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
            && gates(scene, rung, channel).all(|gate| gate.verdict(scene) == Verdict::Yes)
    }

    /// What of a mark shows in the plan. An act is there or not; nobody sees
    /// whether that is settled.
    fn seen(&self, mark: Mark) -> (Look, bool) {
        match (mark.look.is_there(), &self.kind) {
            (false, _) => (Look::Gone, false),
            (true, Kind::Act(_)) => (Look::There, false),
            (true, Kind::Door(..)) => (mark.look, mark.is_said),
        }
    }

    fn channel(&self, scene: &Scene<'a>) -> Option<&'a Channel> {
        match self.kind {
            Kind::Act(act) => act.channel.and_then(|channel| scene.core.channel(channel)),
            Kind::Door(_, channel) => Some(channel),
        }
    }

    fn mark(&self, scene: &Scene<'a>) -> Mark {
        match self.kind {
            Kind::Act(act) => Mark { look: act_look(scene, act), is_said: false },
            Kind::Door(rung, channel) => Mark {
                look: door_look(scene, rung, channel),
                is_said: scene.case.deed(rung.channel).is_none()
                    && said(scene, rung) != Progress::Untried,
            },
        }
    }
}

fn act_look(scene: &Scene, act: &Urgent) -> Look {
    let channel = act.channel.and_then(|channel| scene.core.channel(channel));
    let mut verdict = scene.condition(act.when).map_or(Verdict::Yes, |when| scene.judge(when));
    if let Some(channel) = channel {
        if !Scene::is_door(channel) || scene.is_blocked(channel) {
            return Look::Gone;
        }
        verdict = verdict.and(scene.serves_here(channel));
    }
    match (verdict, applies(scene, act)) {
        (Verdict::Unknown, true) => Look::Doubtful,
        (Verdict::Unknown, false) => Look::Hidden,
        (Verdict::Yes | Verdict::No, true) => Look::There,
        (Verdict::Yes | Verdict::No, false) => Look::Gone,
    }
}

fn door_look(scene: &Scene, rung: &Rung, channel: &Channel) -> Look {
    let may_come = || {
        scene.here.is_none()
            && scene.serves_here(channel) != Verdict::No
            && Scene::is_door(channel)
            && gates(scene, rung, channel).all(|gate| gate.verdict(scene) != Verdict::No)
    };
    match judge(scene, rung, channel) {
        Judged::Stands(Standing::Yes) => Look::There,
        Judged::Stands(Standing::Unknown) => Look::Doubtful,
        Judged::Stands(Standing::Later) => Look::Later,
        Judged::Elsewhere if may_come() => Look::Hidden,
        Judged::Elsewhere | Judged::Refused(_) => Look::Gone,
    }
}

/// Draws sketches of one plan for supposed cases.
pub(super) struct Sketcher<'a> {
    pub(super) scene: Scene<'a>,
    told: &'a Case,
    prepared: &'a Prepared,
    /// The prepared case, to suppose in.
    spare: Case,
    pub(super) things: Vec<Thing<'a>>,
    /// The same door under two conditions: every two of its things.
    twins: Vec<(usize, usize)>,
    /// The plan as it stands, with each twin on its own.
    alone: Vec<Mark>,
}

impl<'a> Sketcher<'a> {
    pub(super) fn new(scene: Scene<'a>, told: &'a Case, prepared: &'a Prepared) -> Self {
        let things = things(&scene);
        let alone = things.iter().map(|thing| thing.mark(&scene)).collect();
        let twins = twins(&things);
        Self { scene, told, prepared, spare: prepared.case.clone(), things, twins, alone }
    }

    /// The plan as it stands.
    pub(super) fn now(&self) -> Sketch {
        let mut marks = self.alone.clone();
        self.join(&mut marks);
        Sketch { is_emergency: self.scene.is_emergency, marks }
    }

    /// Whether an answer to a question could change anything.
    pub(super) fn matters(&self, fact: FactRef) -> bool {
        self.scene.links.carrying.meets(FactSet::of(fact)) || self.decides(fact)
    }

    /// Whether an act or a rung depends on a fact itself.
    pub(super) fn decides(&self, fact: FactRef) -> bool {
        self.things.iter().any(|thing| thing.depends_on.meets(FactSet::of(fact)))
    }

    /// The plan if the person answered so.
    pub(super) fn suppose(&mut self, fact: FactRef, value: Value, into: &mut Sketch) {
        let links = self.scene.links;
        let follows = |known: &(FactRef, _)| known.0 == fact;
        if links.carrying.meets(FactSet::of(fact)) || links.derived.iter().any(follows) {
            let mut case = self.told.clone();
            case.tell(fact, value, Origin::Given);
            let supposed = settle(links, case);
            let changed = self.changed(&supposed).and(FactSet::of(fact));
            self.draw(&supposed.case, &supposed.moot, changed, into);
            return;
        }
        let mut case = std::mem::take(&mut self.spare);
        case.tell(fact, value, Origin::Given);
        self.draw(&case, &self.prepared.moot, FactSet::of(fact), into);
        case.forget(fact);
        self.spare = case;
    }

    /// The linked facts that are not as they were.
    fn changed(&self, supposed: &Prepared) -> FactSet {
        let Links { derived, premised, .. } = self.scene.links;
        let linked = derived.iter().map(|(fact, _)| *fact);
        let is_other = |fact: &FactRef| {
            self.prepared.case.value(*fact) != supposed.case.value(*fact)
                || self.prepared.moot.contains(fact) != supposed.moot.contains(fact)
        };
        linked
            .chain(premised.iter().map(|(fact, _)| *fact))
            .filter(is_other)
            .fold(FactSet::default(), |set, fact| set.and(FactSet::of(fact)))
    }

    fn draw(&self, case: &Case, moot: &[FactRef], changed: FactSet, into: &mut Sketch) {
        let scene = self.scene.with(case, moot);
        into.is_emergency = scene.is_emergency;
        into.marks.clear();
        into.marks.extend(self.things.iter().zip(&self.alone).map(|(thing, mark)| {
            if thing.depends_on.meets(changed) { thing.mark(&scene) } else { *mark }
        }));
        self.join(&mut into.marks);
    }

    /// A door that stands twice stands once: earlier, and sooner than later.
    fn join(&self, marks: &mut [Mark]) {
        for (one, other) in &self.twins {
            let (Some(a), Some(b)) = (marks.get(*one).copied(), marks.get(*other).copied()) else {
                continue;
            };
            if !a.look.is_there() || !b.look.is_there() {
                continue;
            }
            let turn = |place: usize, mark: Mark| (mark.look.doubt(), self.stage(place));
            let hides = if turn(*other, b) < turn(*one, a) { *one } else { *other };
            if let Some(mark) = marks.get_mut(hides) {
                *mark = Mark { look: Look::Gone, is_said: false };
            }
        }
    }

    fn stage(&self, place: usize) -> Option<Stage> {
        match self.things.get(place)?.kind {
            Kind::Act(_) => None,
            Kind::Door(rung, _) => Some(rung.stage),
        }
    }

    /// How much is still open in a sketch. Of the doors that wait for where the
    /// person is, only those of one place can ever come.
    pub(super) fn open(&self, sketch: &Sketch) -> i32 {
        let mut open: i32 = 0;
        let mut places: Vec<i32> = Vec::new();
        for (thing, mark) in self.things.iter().zip(&sketch.marks) {
            if !mark.look.is_open() {
                continue;
            }
            let channel = thing.channel(&self.scene).filter(|_| mark.look == Look::Hidden);
            let regions = channel.map_or(&[][..], |channel| channel.regions.as_slice());
            if regions.is_empty() || self.scene.here.is_some() {
                open = open.saturating_add(thing.weight);
                continue;
            }
            for region in regions {
                let place = usize::from(*region);
                if places.len() <= place {
                    places.resize(place + 1, 0);
                }
                if let Some(sum) = places.get_mut(place) {
                    *sum = sum.saturating_add(thing.weight);
                }
            }
        }
        open.saturating_add(places.into_iter().max().unwrap_or_default())
    }

    /// What the sketches differ in: everything of which not all show the same.
    pub(super) fn differ(&self, sketches: &[Sketch]) -> Difference {
        let mut difference = Difference::default();
        let Some((first, others)) = sketches.split_first() else { return difference };
        let danger = &self.scene.core.order.danger;
        for (place, thing) in self.things.iter().enumerate() {
            let seen = |sketch: &Sketch| sketch.marks.get(place).map(|mark| thing.seen(*mark));
            let (was, mut is_other, mut is_marked) = (seen(first), false, false);
            for now in others.iter().map(seen) {
                is_other |= now.map(|(look, _)| look) != was.map(|(look, _)| look);
                is_marked |= now != was;
            }
            match (is_other, is_marked) {
                (true, _) => difference.add(thing.weight),
                (false, true) => difference.add(danger.said),
                (false, false) => {}
            }
        }
        let is_alarmed = |sketch: &Sketch| sketch.is_emergency && self.has_acts(sketch);
        if others.iter().any(|other| is_alarmed(other) != is_alarmed(first)) {
            difference.add(danger.urgent);
        }
        difference
    }

    fn has_acts(&self, sketch: &Sketch) -> bool {
        let acts = self.things.iter().zip(&sketch.marks);
        acts.filter(|(thing, _)| matches!(thing.kind, Kind::Act(_)))
            .any(|(_, mark)| mark.look.is_there())
    }
}

fn things<'a>(scene: &Scene<'a>) -> Vec<Thing<'a>> {
    let danger = &scene.core.order.danger;
    let act_weight = if scene.is_emergency { danger.urgent } else { danger.calm };
    let weight =
        |stage| danger.stage.iter().find(|(known, _)| *known == stage).map_or(0, |it| it.1);
    let acts =
        scene.problem.urgent.iter().map(|act| {
            (Kind::Act(act), if act.channel.is_some() { act_weight } else { danger.note })
        });
    let doors = scene.problem.ladder.iter().filter_map(|rung| {
        let channel = scene.core.channel(rung.channel)?;
        Some((Kind::Door(rung, channel), weight(rung.stage)))
    });
    acts.chain(doors).map(|(kind, weight)| thing(scene, kind, weight)).collect()
}

fn thing<'a>(scene: &Scene<'a>, kind: Kind<'a>, weight: i32) -> Thing<'a> {
    let mut thing = Thing { kind, weight, depends_on: FactSet::default() };
    let mut facts = FactSet::default();
    for condition in thing.conditions(scene) {
        facts.add_all(condition);
    }
    if let Some(region) = scene.region
        && thing.channel(scene).is_some_and(|channel| !channel.regions.is_empty())
    {
        facts = facts.and(FactSet::of(region));
    }
    if let Kind::Door(rung, _) = thing.kind {
        let done = scene.links.done.iter();
        for (fact, _) in done.filter(|(_, doors)| doors.binary_search(&rung.channel).is_ok()) {
            facts = facts.and(FactSet::of(*fact));
        }
    }
    thing.depends_on = facts;
    thing
}

fn twins(things: &[Thing]) -> Vec<(usize, usize)> {
    let door = |thing: &Thing| match thing.kind {
        Kind::Act(_) => None,
        Kind::Door(rung, _) => Some(rung.channel),
    };
    let doors: Vec<_> = (things.iter().enumerate())
        .filter_map(|(place, thing)| Some((door(thing)?, place)))
        .collect();
    let mut twins = Vec::new();
    for (at, (one, place)) in doors.iter().enumerate() {
        let others = doors.iter().skip(at + 1).filter(|(other, _)| other == one);
        twins.extend(others.map(|(_, other)| (*place, *other)));
    }
    twins
}
