//! Common troubles to tap, for those who would rather not write.

use yew::prelude::*;

use super::emblem::emblem;
use super::icon::{Icon, icon};
use crate::engine::knowledge::{Core, Problem, ProblemRef};
use crate::ui::markup::html;
use crate::ui::say::{self, Sentence};
use crate::ui::words::Words;

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

/// The tiles of common troubles, or of those of the platform that a host named.
pub(crate) fn tiles(
    words: &Words,
    core: &Core,
    platform: Option<u8>,
    (on_choose, on_browse, on_guides): (
        &Callback<ProblemRef>,
        &Callback<Option<u8>>,
        &Callback<MouseEvent>,
    ),
) -> Html {
    let count = core.problems.len().to_string();
    html! {
        <section class="stack-4">
            <h2 class="h2">{ words.say(say::COMMON_TROUBLES) }</h2>
            <ul class="tiles">
                for (problem, id, name) in shown(words, core, platform) {
                    <li key={id}>
                        <button type="button" class="tile" data-id={id.to_owned()}
                            onclick={on_choose.reform(move |_| problem)}>
                            <span class="tile-icon">{ icon(emblem(id)) }</span>
                            <span>{ name }</span>
                        </button>
                    </li>
                }
            </ul>
            <div>
                <button type="button" class="quiet" onclick={on_browse.reform(|_| None)}>
                    { icon(Icon::Search) }
                    <span>{ words.fill(say::SEE_ALL, &[("count", &count)]) }</span>
                </button>
            </div>
            <div>
                <button type="button" class="quiet" data-rc="go" data-value="guides" onclick={on_guides.clone()}>
                    { icon(Icon::Guide) }
                    <span>{ words.say(say::SEE_GUIDES) }</span>
                </button>
            </div>
        </section>
    }
}

/// Which troubles are shown, and under which name: a short one where there is one.
fn shown<'a>(
    words: &Words,
    core: &'a Core,
    platform: Option<u8>,
) -> Vec<(ProblemRef, &'a str, AttrValue)> {
    let is_here = |problem: &Problem| platform.is_none_or(|here| problem.platforms.contains(&here));
    let common = COMMON.into_iter().filter_map(|(id, name)| {
        let problem = core.problem_named(id)?;
        let record = core.problem(problem).filter(|record| is_here(record))?;
        Some((problem, record.id.as_str(), words.say(name)))
    });
    let mut tiles: Vec<_> = common.collect();
    for record in core.problems.iter().filter(|record| platform.is_some() && is_here(record)) {
        let is_new = tiles.len() < COMMON.len() && tiles.iter().all(|(_, id, _)| *id != record.id);
        tiles.extend(
            core.problem_named(&record.id)
                .filter(|_| is_new)
                .map(|problem| (problem, record.id.as_str(), words.get(record.name))),
        );
    }
    tiles
}
