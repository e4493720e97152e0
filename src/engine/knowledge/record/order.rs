//! How doors are put in order, as whole numbers an editor can change.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::{ChannelKind, Grade, Operator, ProblemRef, RegionRef, Stage, Status, Unit};
use crate::engine::rule::Condition;

/// What makes a case an emergency, and what a door costs.
#[derive(Clone, Debug, Default, Columns, Serialize)]
pub struct Order {
    /// What makes a case an emergency whatever the problem.
    pub alarm: Option<Condition>,
    /// Which problem's acts are to be done in such a case, whatever the problem.
    pub lends: Vec<(Condition, ProblemRef)>,
    /// In which region an operator works, with its holidays, whose channels name none.
    pub home: Vec<(Operator, RegionRef)>,
    /// What a door costs.
    pub costs: Costs,
    /// How much hangs on what a question would settle.
    pub danger: Danger,
}

/// What a door costs; within a stage the cheaper one comes first.
#[derive(Clone, Debug, Default, Columns, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Costs {
    /// For every place further down the record's own list.
    pub place: i32,
    /// If open questions decide about it.
    pub unknown: i32,
    /// If its turn comes later.
    pub later: i32,
    /// If the person says that they have been to such a door.
    pub said: i32,
    /// By whether it may be used.
    pub status: Vec<(Status, i32)>,
    /// By how far the record can be trusted.
    pub grade: Vec<(Grade, i32)>,
    /// For every year since the newest of its sources, up to ten.
    pub year: i32,
    /// By who runs it: whose word counts.
    pub authority: Vec<(Operator, i32)>,
    /// By how soon the first reply comes, for the unit it is told in.
    pub speed: Vec<(Unit, i32)>,
    /// If nobody says how soon.
    pub speed_unknown: i32,
    /// By how one gets there.
    pub effort: Vec<(ChannelKind, i32)>,
    /// For everything one has to bring.
    pub material: i32,
    /// If it is closed at the moment.
    pub closed: i32,
    /// If it is closed at the moment and minutes matter.
    pub closed_in_emergency: i32,
}

/// How much hangs on what a question would settle; the question that leaves the
/// least open in the worst case comes first.
#[derive(Clone, Debug, Default, Columns, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Danger {
    /// For whether minutes matter, and for a door among the acts where they do.
    pub urgent: i32,
    /// For a door among the acts where they do not.
    pub calm: i32,
    /// For an act that sends nobody anywhere.
    pub note: i32,
    /// For a door, by when its turn comes.
    pub stage: Vec<(Stage, i32)>,
    /// For a mark on a door that the person has been to one of its kind.
    pub said: i32,
    /// A question on which nothing hangs that weighs more is a small one.
    pub small: i32,
    /// Whoever has answered six questions is asked only if more hangs on it.
    pub pressing: i32,
}
