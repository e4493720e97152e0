//! How an act or a rung looks in a sketch of a plan.

use super::Standing;
use super::judge::{Gates, Judged};
use super::reach::Scene;
use super::urgent::applies;
use crate::engine::knowledge::{Channel, Rung, Urgent};
use crate::engine::rule::Verdict;

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

    pub(super) const fn is_there(self) -> bool {
        self.standing().is_some()
    }

    /// How a door that looks so stands, if it is there.
    pub(super) const fn standing(self) -> Option<Standing> {
        match self {
            Self::Gone | Self::Hidden => None,
            Self::Doubtful => Some(Standing::Unknown),
            Self::Later => Some(Standing::Later),
            Self::There => Some(Standing::Yes),
        }
    }

    /// How an act looks.
    pub(super) fn of_act(scene: &Scene, act: &Urgent) -> Self {
        let channel = act.channel.and_then(|channel| scene.core.channel(channel));
        let mut verdict = scene.condition(act.when).map_or(Verdict::Yes, |when| scene.judge(when));
        if let Some(channel) = channel {
            if !Scene::is_door(channel) || scene.is_blocked(channel) {
                return Self::Gone;
            }
            verdict = verdict.and(scene.serves_here(channel));
        }
        match (verdict, applies(scene, act)) {
            (Verdict::Unknown, true) => Self::Doubtful,
            (Verdict::Unknown, false) => Self::Hidden,
            (Verdict::Yes | Verdict::No, true) => Self::There,
            (Verdict::Yes | Verdict::No, false) => Self::Gone,
        }
    }

    /// How a door looks that was judged so.
    pub(super) fn of_door(scene: &Scene, rung: &Rung, channel: &Channel, judged: Judged) -> Self {
        match judged {
            Judged::Stands(Standing::Yes) => Self::There,
            Judged::Stands(Standing::Unknown) => Self::Doubtful,
            Judged::Stands(Standing::Later) => Self::Later,
            Judged::Elsewhere if may_come(scene, rung, channel) => Self::Hidden,
            Judged::Elsewhere | Judged::Refused(_) => Self::Gone,
        }
    }
}

/// Whether a door that is elsewhere may yet be where the person is.
fn may_come(scene: &Scene, rung: &Rung, channel: &Channel) -> bool {
    scene.here.is_none()
        && scene.serves_here(channel) != Verdict::No
        && Scene::is_door(channel)
        && Gates::of(scene, rung, channel).verdict != Verdict::No
}
