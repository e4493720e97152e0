//! A light picture of a plan for a supposed case: no sentences, no sources, only
//! what stands, what is open and how much hangs on it.

use super::findings::Findings;
use super::look::Look;
use super::prepare::{Moot, Prepared, settle};
use super::reach::Scene;
use super::things::{Mark, Thing, things};
use super::twins::stands_instead;
use crate::engine::case::{Case, Origin, Value};
use crate::engine::knowledge::{FactRef, FactSet};

/// The picture: the acts, then the rungs, in the record's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sketch {
    pub(super) is_emergency: bool,
    pub(super) marks: Vec<Mark>,
}

/// What the answers to a question lead to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Effect {
    /// How much stays open in the worst case.
    pub(super) worst: i32,
    /// What hangs on all that the answers differ in together.
    pub(super) sum: i32,
    /// On the one thing on which the most hangs.
    pub(super) most: i32,
}

impl Effect {
    fn add(&mut self, weight: i32) {
        self.sum = self.sum.saturating_add(weight);
        self.most = self.most.max(weight);
    }
}

/// In what the answers differ about one thing.
#[derive(Clone, Copy, Default)]
struct Parted {
    in_look: bool,
    in_any: bool,
}

/// Draws sketches of one plan for supposed cases.
pub(super) struct Sketcher<'a> {
    pub(super) scene: Scene<'a>,
    told: &'a Case,
    prepared: &'a Prepared,
    /// The prepared case, to suppose in.
    spare: Case,
    pub(super) things: Vec<Thing<'a>>,
    /// The plan as it stands, with each of two rungs of a door on its own.
    alone: Vec<Mark>,
    /// What any thing depends on.
    deciding: FactSet,
    /// The sketch of the first answer to a question, and of another one.
    first: Sketch,
    other: Sketch,
    parted: Vec<Parted>,
    /// How much is open in each place.
    places: Vec<i32>,
}

impl<'a> Sketcher<'a> {
    pub(super) fn new(
        scene: Scene<'a>,
        findings: &Findings,
        told: &'a Case,
        prepared: &'a Prepared,
    ) -> Self {
        let (things, alone) = things(&scene, findings);
        let all = things.iter().map(|thing| thing.depends_on);
        let deciding = all.fold(FactSet::default(), FactSet::and);
        Self {
            scene,
            told,
            prepared,
            spare: prepared.case.clone(),
            things,
            alone,
            deciding,
            first: Sketch::default(),
            other: Sketch::default(),
            parted: Vec::new(),
            places: Vec::new(),
        }
    }

    /// How everything looks as the plan stands.
    pub(super) fn now(&self) -> Vec<Mark> {
        let mut marks = self.alone.clone();
        self.join(&mut marks);
        marks
    }

    /// Whether an answer to a question could change anything.
    pub(super) fn matters(&self, fact: FactRef) -> bool {
        self.scene.scope.carrying.and(self.deciding).meets(self.scene.scope.set_of(fact))
    }

    /// Whether an act or a rung depends on a fact itself.
    pub(super) fn decides(&self, fact: FactRef) -> bool {
        self.deciding.meets(self.scene.scope.set_of(fact))
    }

    /// What these answers to a question lead to.
    pub(super) fn weigh(&mut self, fact: FactRef, answers: &[Value]) -> Effect {
        let mut effect = Effect { worst: i32::MIN, ..Effect::default() };
        let (mut first, mut other) =
            (std::mem::take(&mut self.first), std::mem::take(&mut self.other));
        let mut parted = std::mem::take(&mut self.parted);
        parted.clear();
        parted.resize(self.things.len(), Parted::default());
        let mut is_alarm_parted = false;
        for (turn, answer) in answers.iter().enumerate() {
            let sketch = if turn == 0 { &mut first } else { &mut other };
            self.suppose(fact, *answer, sketch);
            effect.worst = effect.worst.max(self.open(sketch));
            if turn > 0 {
                self.compare(&first, &other, &mut parted);
                is_alarm_parted |= self.is_alarmed(&first) != self.is_alarmed(&other);
            }
        }
        let danger = &self.scene.core.order.danger;
        for (thing, parted) in self.things.iter().zip(&parted) {
            match (parted.in_look, parted.in_any) {
                (true, _) => effect.add(thing.weight),
                (false, true) => effect.add(danger.said),
                (false, false) => {}
            }
        }
        if is_alarm_parted {
            effect.add(danger.urgent);
        }
        (self.first, self.other, self.parted) = (first, other, parted);
        effect
    }

    fn compare(&self, one: &Sketch, other: &Sketch, parted: &mut [Parted]) {
        let marks = one.marks.iter().zip(&other.marks);
        for ((thing, (one, other)), parted) in self.things.iter().zip(marks).zip(parted) {
            if one != other {
                let (one, other) = (thing.seen(*one), thing.seen(*other));
                parted.in_look |= one.look != other.look;
                parted.in_any |= one != other;
            }
        }
    }

    fn is_alarmed(&self, sketch: &Sketch) -> bool {
        let mut acts = self.things.iter().zip(&sketch.marks).filter(|(thing, _)| thing.is_act());
        sketch.is_emergency && acts.any(|(_, mark)| mark.look.is_there())
    }

    /// The plan if the person answered so.
    fn suppose(&mut self, fact: FactRef, value: Value, into: &mut Sketch) {
        let scope = self.scene.scope;
        let answered = scope.set_of(fact);
        if scope.carrying.and(scope.derived).meets(answered) {
            let mut case = self.told.clone();
            case.tell(fact, value, Origin::Given);
            let supposed = settle(self.scene.core, self.scene.links, case);
            let changed = self.changed(&supposed).and(answered);
            self.draw(&supposed.case, &supposed.moot, changed, into);
            return;
        }
        let mut case = std::mem::take(&mut self.spare);
        case.tell(fact, value, Origin::Given);
        self.draw(&case, &self.prepared.moot, answered, into);
        case.forget(fact);
        self.spare = case;
    }

    /// The linked facts that are not as they were.
    fn changed(&self, supposed: &Prepared) -> FactSet {
        let links = &self.scene.scope.links;
        let is_other = |fact: &&FactRef| {
            self.prepared.case.value(**fact) != supposed.case.value(**fact)
                || self.prepared.moot.contains(fact) != supposed.moot.contains(fact)
        };
        let linked = links.derived.iter().chain(&links.premised).filter(is_other);
        linked.fold(FactSet::default(), |set, fact| set.and(self.scene.scope.set_of(*fact)))
    }

    fn draw(&self, case: &Case, moot: &[FactRef], changed: FactSet, into: &mut Sketch) {
        let scene = self.scene.with(case, Moot::of(moot), changed);
        into.is_emergency = scene.is_emergency;
        into.marks.clear();
        into.marks.extend(self.things.iter().zip(&self.alone).map(|(thing, mark)| {
            if thing.depends_on.meets(changed) { thing.mark(&scene) } else { *mark }
        }));
        self.join(&mut into.marks);
    }

    /// A door that stands twice stands once.
    fn join(&self, marks: &mut [Mark]) {
        let doors = self.scene.problem.urgent.len();
        let turn = |place: usize, marks: &[Mark]| self.things.get(place)?.turn(*marks.get(place)?);
        for (one, other) in &self.scene.scope.twins {
            let (one, other) = (doors + one, doors + other);
            let (Some(earlier), Some(later)) = (turn(one, marks), turn(other, marks)) else {
                continue;
            };
            let hidden = if stands_instead(later, earlier) { one } else { other };
            if let Some(mark) = marks.get_mut(hidden) {
                *mark = Mark::GONE;
            }
        }
    }

    /// How much is still open in a sketch. Of the doors that wait for where the
    /// person is, only those of one place can ever come.
    fn open(&mut self, sketch: &Sketch) -> i32 {
        let mut open: i32 = 0;
        self.places.clear();
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
                if self.places.len() <= place {
                    self.places.resize(place + 1, 0);
                }
                if let Some(sum) = self.places.get_mut(place) {
                    *sum = sum.saturating_add(thing.weight);
                }
            }
        }
        open.saturating_add(self.places.iter().copied().max().unwrap_or_default())
    }
}
