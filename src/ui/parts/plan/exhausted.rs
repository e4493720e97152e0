//! What remains when every door has been walked.

use yew::prelude::*;

use super::View;
use super::folds::fold;
use crate::ui::say;

/// The honest last page, once no door is left.
pub(crate) fn exhausted(view: &View) -> Html {
    match words(view).filter(|_| view.is_exhausted()) {
        Some(text) => html! {
            <section class="last stack" data-rc="exhausted">
                <h2 class="h2">{ view.words.say(say::PLAN_EXHAUSTED) }</h2>
                <p class="text">{ text }</p>
            </section>
        },
        None => Html::default(),
    }
}

/// The same page, folded, while doors are left.
pub(super) fn exhausted_fold(view: &View) -> Html {
    match words(view).filter(|_| !view.is_exhausted()) {
        Some(text) => {
            let body = html! { <p class="text">{ text }</p> };
            fold("exhausted", view.words.say(say::PLAN_EXHAUSTED), None, body)
        }
        None => Html::default(),
    }
}

fn words(view: &View) -> Option<AttrValue> {
    let text = view.problem.exhausted.filter(|text| view.words.has(*text))?;
    Some(view.words.get(text))
}
