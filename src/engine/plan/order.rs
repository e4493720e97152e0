//! In what order the doors of one stage stand: whole numbers from the records.

use super::reach::Scene;
use super::way::Progress;
use super::{Standing, Step};
use crate::engine::calendar::Opening;
use crate::engine::knowledge::{Channel, Duration, Stage};
use crate::engine::sorting;

/// What put a door at its place among the doors of its stage; the cheaper one
/// comes first. Every part comes from [`Costs`](crate::engine::knowledge::Costs).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Cost {
    /// For its place in the record's own list.
    pub place: i32,
    /// For how it stands.
    pub standing: i32,
    /// For having been used already, as far as the person says.
    pub said: i32,
    /// For status, grade and age of the record.
    pub trust: i32,
    /// For who runs it.
    pub authority: i32,
    /// For how soon a reply comes.
    pub speed: i32,
    /// For what it takes to go there.
    pub effort: i32,
    /// For being closed at the moment.
    pub closed: i32,
}

impl Cost {
    /// The whole cost.
    pub fn total(self) -> i32 {
        let parts = [
            self.place,
            self.standing,
            self.said,
            self.trust,
            self.authority,
            self.speed,
            self.effort,
            self.closed,
        ];
        parts.into_iter().fold(0, i32::saturating_add)
    }
}

/// What a door costs in a year.
pub(super) fn cost(
    scene: &Scene,
    year: i32,
    channel: &Channel,
    place: usize,
    standing: Standing,
    progress: Progress,
    opening: Opening,
) -> Cost {
    let costs = &scene.core.order.costs;
    let times =
        |count: usize, each: i32| i32::try_from(count).unwrap_or(i32::MAX).saturating_mul(each);
    let needed = channel.materials.iter().filter(|item| item.required).count();
    Cost {
        place: times(place, costs.place),
        standing: match standing {
            Standing::Yes => 0,
            Standing::Unknown => costs.unknown,
            Standing::Later => costs.later,
        },
        said: if matches!(progress, Progress::Said(_)) { costs.said } else { 0 },
        trust: listed(&costs.status, channel.status)
            + listed(&costs.grade, channel.grade)
            + times(age(year, channel), costs.year),
        authority: listed(&costs.authority, channel.operator),
        speed: match &channel.response {
            Some(Duration { unit, .. }) => listed(&costs.speed, *unit),
            None => costs.speed_unknown,
        },
        effort: listed(&costs.effort, channel.kind) + times(needed, costs.material),
        closed: match opening.is_open() {
            Some(false) if scene.is_emergency => costs.closed_in_emergency,
            Some(false) => costs.closed,
            Some(true) | None => 0,
        },
    }
}

fn listed<Kind: Copy + PartialEq>(costs: &[(Kind, i32)], kind: Kind) -> i32 {
    costs.iter().find(|(listed, _)| *listed == kind).map_or(0, |(_, cost)| *cost)
}

/// The years since the newest source of the record, up to ten.
fn age(year: i32, channel: &Channel) -> usize {
    let written = channel.source_date.as_deref().and_then(|date| date.get(..4)?.parse().ok());
    let years = year.saturating_sub(written.unwrap_or(year));
    usize::try_from(years).unwrap_or_default().min(10)
}

/// Where minutes matter and every door of the first stage is closed, the best
/// door of the next stage that is open moves up.
pub(super) fn promote(scene: &Scene, steps: &mut [Step]) {
    let is_now = |step: &Step| step.stage == Stage::Now && step.standing != Standing::Later;
    let is_shut = |step: &Step| step.opening.is_open() == Some(false);
    let is_all_shut =
        steps.iter().any(is_now) && steps.iter().filter(|step| is_now(step)).all(is_shut);
    if !scene.is_emergency || !is_all_shut {
        return;
    }
    let open = steps.iter_mut().filter(|step| {
        step.stage == Stage::First
            && step.standing == Standing::Yes
            && step.opening.is_open() == Some(true)
    });
    if let Some(best) = open.min_by_key(|step| (step.cost.total(), step.channel)) {
        best.stage = Stage::Now;
    }
}

/// By stage, then by cost, then by id: tables are sorted by id.
pub(super) fn sort(steps: &mut [Step]) {
    sorting::by_key(steps, |step| (step.stage, step.cost.total(), step.channel));
}
