//! One quiet line that leads to a short guide, where it matters.

use yew::prelude::*;

use super::icon::{Icon, icon};
use super::plan::View;
use crate::engine::knowledge::{ChannelRef, GuideRef, Spot};
use crate::engine::plan::{guide_of, guides_at, guides_for};
use crate::ui::markup::html;
use crate::ui::say;

/// The lines that lead to some guides, once their words are here.
fn links(view: &View, guides: impl IntoIterator<Item = GuideRef>) -> Html {
    let known = guides.into_iter().filter_map(|guide| Some((guide, view.core.guide(guide)?)));
    html! {
        for (guide, record) in known.filter(|(_, record)| view.words.has(record.title)) {
            <button key={guide.place()} type="button" class="quiet guide-link" data-rc="guide-link"
                data-id={record.id.clone()} onclick={view.on_read.reform(move |_| guide)}>
                { icon(Icon::Guide) }
                <span>{ view.words.fill(say::GUIDES_LINK, &[("title", view.words.read(record.title))]) }</span>
            </button>
        }
    }
}

/// The lines of the guides for a spot.
pub(crate) fn links_at(view: &View, spot: Spot) -> Html {
    links(view, guides_at(view.core, spot))
}

/// The line of the guide for a door.
pub(crate) fn link_of(view: &View, door: ChannelRef) -> Html {
    links(view, guide_of(view.core, door))
}

/// The lines of the guides for the whole plan.
pub(crate) fn links_for_plan(view: &View) -> Html {
    let problem = view.core.problem_named(&view.problem.id);
    let guides = problem.map(|problem| guides_for(view.core, problem, view.case));
    links(view, guides.unwrap_or_default())
}
