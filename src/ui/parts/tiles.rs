//! Common troubles to tap, for those who would rather not write.

use yew::prelude::*;

use super::emblem::emblem;
use super::icon::{Icon, icon};
use crate::engine::knowledge::ProblemRef;
use crate::ui::hooks::{use_words, use_world};
use crate::ui::say::{self, Sentence};

/// The troubles that most people come with.
const COMMON: [(&str, Sentence); 8] = [
    ("pay-scam-transfer", say::TILE_SCAM),
    ("pay-unauthorized-deduction", say::TILE_CHARGED),
    ("wx-account-banned", say::TILE_BANNED),
    ("pay-balance-frozen", say::TILE_FROZEN),
    ("wx-minor-consumption", say::TILE_CHILD),
    ("mp-user-refund", say::TILE_REFUND),
    ("mp-dev-warning-or-penalty", say::TILE_PENALTY),
    ("wa-account-hijacked", say::TILE_HIJACKED),
];

/// What the tiles need.
#[derive(PartialEq, Properties)]
pub(crate) struct TilesProps {
    /// Told when the person chooses a problem.
    pub(crate) on_choose: Callback<ProblemRef>,
    /// Told when the person wants to see all problems.
    pub(crate) on_browse: Callback<()>,
}

/// The tiles of common troubles.
#[component]
pub(crate) fn Tiles(props: &TilesProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let core = world.core();
    let count = core.problems.len().to_string();
    html! {
        <section class="stack-4">
            <h2 class="h2">{ words.say(say::COMMON_TROUBLES) }</h2>
            <ul class="tiles">
                for (id, name) in COMMON {
                    if let Some(problem) = core.problem_named(id) {
                        <li key={id}>
                            <button type="button" class="tile" data-id={id}
                                onclick={props.on_choose.reform(move |_| problem)}>
                                <span class="tile-icon">{ icon(emblem(id)) }</span>
                                <span>{ words.say(name) }</span>
                            </button>
                        </li>
                    }
                }
            </ul>
            <div>
                <button type="button" class="quiet" onclick={props.on_browse.reform(|_| ())}>
                    { icon(Icon::Search) }
                    <span>{ words.fill(say::SEE_ALL, &[("count", &count)]) }</span>
                </button>
            </div>
        </section>
    }
}
