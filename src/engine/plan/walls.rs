//! The doors that are not for this case.

use super::reach::Scene;
use super::{Step, Wall, WallKind};
use crate::engine::rule::Verdict;

/// What people wrongly try, then what was refused on the way; one wall a channel,
/// and none for a channel that is a door after all.
pub(super) fn walls(scene: &Scene, ladder: &[Step], refused: Vec<Wall>) -> Vec<Wall> {
    let listed = (scene.problem.not_for_this.iter()).filter_map(|wrong| {
        let channel = scene.core.channel(wrong.channel)?;
        (scene.serves_here(channel) != Verdict::No).then_some(Wall {
            channel: wrong.channel,
            kind: WallKind::NotForThis,
            reason: Some(wrong.because),
            facts: Vec::new(),
        })
    });
    let mut walls: Vec<Wall> = Vec::new();
    for wall in listed.chain(refused) {
        let is_door = ladder.iter().any(|step| step.channel == wall.channel);
        let is_known = walls.iter().any(|earlier| earlier.channel == wall.channel);
        if !is_door && !is_known {
            walls.push(wall);
        }
    }
    walls
}
