//! Why a door stands before another one that the record lists first.

use super::View;
use crate::engine::plan::{Cost, Step};
use crate::ui::say::{self, Sentence};

/// The one reason why a door stands before a later one of its stage, where it is
/// not the record's own order: what weighs most against the other one.
pub(super) fn ahead(view: &View, step: &Step) -> Option<Sentence> {
    let later = (view.plan.ladder.iter())
        .skip_while(|other| other.channel != step.channel)
        .skip(1)
        .take_while(|other| other.stage == step.stage);
    let overtaken = later.filter(|other| {
        other.cost.place < step.cost.place
            && step.progress.is_open()
            && !view.is_done(other.channel)
    });
    overtaken
        .filter_map(|other| heaviest(step.cost, other.cost))
        .max_by_key(|(by, _)| *by)
        .map(|(_, sentence)| sentence)
}

/// What speaks most for one of two doors, and by how much; nothing where the other
/// one cannot be taken yet, which stands at that door.
fn heaviest(own: Cost, other: Cost) -> Option<(i32, Sentence)> {
    if other.standing > own.standing {
        return None;
    }
    let parts = [
        (other.closed - own.closed, say::PLAN_AHEAD_OPEN),
        (other.said - own.said, say::PLAN_AHEAD_SAID),
        (other.trust - own.trust, say::PLAN_AHEAD_TRUST),
        (other.authority - own.authority, say::PLAN_AHEAD_AUTHORITY),
        (other.speed - own.speed, say::PLAN_AHEAD_SPEED),
        (other.effort - own.effort, say::PLAN_AHEAD_EFFORT),
    ];
    parts.into_iter().filter(|(by, _)| *by > 0).max_by_key(|(by, _)| *by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_difference_is_the_reason() {
        let open = Cost { place: 100, effort: 5, ..Cost::default() };
        let closed = Cost { closed: 2500, speed: 10, ..Cost::default() };
        assert_eq!(heaviest(open, closed), Some((2500, say::PLAN_AHEAD_OPEN)));
        assert_eq!(heaviest(closed, open), Some((5, say::PLAN_AHEAD_EFFORT)));
        assert_eq!(heaviest(open, open), None);
    }
}
