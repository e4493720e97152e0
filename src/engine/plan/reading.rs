//! Which short guides matter where.

use crate::engine::case::Case;
use crate::engine::knowledge::{ChannelRef, Core, Guide, GuideRef, ProblemRef, Spot};
use crate::engine::rule::Verdict;

/// The guides on the list, in its order, as the records stand.
pub fn guides(core: &Core) -> Vec<GuideRef> {
    listed(core, |guide| !guide.spots.contains(&Spot::About))
}

/// The guides offered at a spot.
pub fn guides_at(core: &Core, spot: Spot) -> Vec<GuideRef> {
    listed(core, |guide| guide.spots.contains(&spot))
}

/// The guide offered at a door: the one that is meant for the fewest.
pub fn guide_of(core: &Core, door: ChannelRef) -> Option<GuideRef> {
    let meant = listed(core, |guide| guide.doors.contains(&door));
    meant.into_iter().min_by_key(|guide| core.guide(*guide).map(|guide| guide.doors.len()))
}

/// The guides offered on the plan for a problem.
pub fn guides_for(core: &Core, problem: ProblemRef, case: &Case) -> Vec<GuideRef> {
    listed(core, |guide| {
        let is_meant = guide.problems.contains(&problem);
        let is_for_all = guide.problems.is_empty() && guide.when.is_some();
        let when = guide.when.and_then(|when| core.condition(when));
        (is_meant || is_for_all) && when.is_none_or(|when| when.judge(case) == Verdict::Yes)
    })
}

fn listed(core: &Core, wanted: impl Fn(&Guide) -> bool) -> Vec<GuideRef> {
    let found = core.guides.iter().enumerate().filter(|(_, guide)| wanted(guide));
    found.map(|(place, _)| GuideRef::at(place)).collect()
}
