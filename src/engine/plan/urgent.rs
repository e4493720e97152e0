//! What to do at once, or first.

use super::Act;
use super::findings::Findings;
use super::reach::Scene;
use crate::engine::knowledge::Urgent;
use crate::engine::rule::{Condition, Verdict};
use crate::engine::sorting;

/// The acts of the problem that apply, in order.
pub(super) fn acts(scene: &Scene, findings: &Findings) -> Vec<Act> {
    let mut acts: Vec<Act> = (findings.acts.iter())
        .filter_map(|place| scene.problem.urgent.get(*place))
        .map(|urgent| {
            let mut because = Vec::new();
            if let Some(when) = scene.condition(urgent.when) {
                when.deciding_facts(scene.case, &mut because);
            }
            Act {
                text: urgent.act,
                channel: urgent.channel,
                opening: scene.opening(urgent.channel),
                because,
                sources: urgent.sources.clone(),
            }
        })
        .collect();
    // Whoever is closed can wait, the money cannot.
    sorting::by_key(&mut acts, |act| scene.is_emergency && act.opening.is_open() == Some(false));
    acts
}

/// An act that holds “unless” something is known applies while it is not known;
/// one that holds “if” something is known waits until it is.
pub(super) fn applies(scene: &Scene, urgent: &Urgent) -> bool {
    let channel = urgent.channel.and_then(|channel| scene.core.channel(channel));
    let is_open_here = channel.is_none_or(|channel| {
        Scene::is_door(channel)
            && scene.serves_here(channel) == Verdict::Yes
            && !scene.is_blocked(channel)
    });
    let closed_world = |verdict: Verdict| {
        if verdict == Verdict::Unknown { Verdict::No } else { verdict }
    };
    is_open_here
        && scene.condition(urgent.when).is_none_or(|when| {
            when.judge_by(&|comparison: &Condition| closed_world(comparison.compare(scene.case)))
                == Verdict::Yes
        })
}
