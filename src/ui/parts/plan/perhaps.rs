//! The way back: problems this one is easily taken for, and describing it again.

use yew::prelude::*;

use super::View;
use crate::engine::knowledge::ProblemRef;
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::{Note, row};
use crate::ui::say;

/// What the plan is meant for, what it may be instead, and the way back.
pub(crate) fn perhaps(
    view: &View,
    on_choose: &Callback<ProblemRef>,
    on_back: &Callback<MouseEvent>,
) -> Html {
    let words = view.words;
    let what = words.get(view.problem.description);
    html! {
        <section class="stack">
            <h2 class="h2">{ words.say(say::PLAN_PERHAPS) }</h2>
            if !what.is_empty() {
                <p class="text muted">{ words.fill(say::PLAN_MEANT_FOR, &[("what", &what)]) }</p>
            }
            <ul class="rows">
                for problem in view.problem.confusable_with.iter().copied() {
                    <li key={problem.place()}>{ row(view.words, view.core, problem, Note::Short, on_choose) }</li>
                }
                <li key="back">
                    <button type="button" class="row row-plain" onclick={on_back}>
                        <span>{ words.say(say::PLAN_NONE_FITS) }</span>
                        <span class="row-go">{ icon(Icon::Chevron) }</span>
                    </button>
                </li>
            </ul>
        </section>
    }
}
