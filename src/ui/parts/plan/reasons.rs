//! Why a door stands where it stands, and what would settle it.

use yew::prelude::*;

use super::View;
use super::fact_words::{answered, question};
use crate::engine::knowledge::{FactRef, Stage};
use crate::engine::plan::{Standing, Step};
use crate::ui::say;

/// The reason in words, the facts of the case behind it, and for a door that is
/// not settled the questions that would settle it.
pub(super) fn reasons(view: &View, step: &Step, on_ask: &Callback<FactRef>) -> Html {
    let words = view.words;
    let because = Some(&step.because)
        .filter(|facts| is_worth_saying(view, step.stage, facts))
        .and_then(|facts| answered(view, facts))
        .map(|facts| words.fill(say::PLAN_BECAUSE, &[("facts", &facts)]));
    html! {
        <div class="stack-1" data-rc="why">
            <p class="why">{ words.get(step.reason) }</p>
            if let Some(because) = because {
                <p class="text small muted" translate="no">{ because }</p>
            }
            for fact in step.needs.iter().copied() {
                { need(view, step.standing, fact, on_ask) }
            }
        </div>
    }
}

/// Where the person is stands at the top of the plan; a door repeats it only if
/// it is one for right now, which another place would change.
fn is_worth_saying(view: &View, stage: Stage, facts: &[FactRef]) -> bool {
    let region = view.core.fact_named("region");
    stage == Stage::Now || facts.iter().any(|fact| Some(*fact) != region)
}

fn need(view: &View, standing: Standing, fact: FactRef, on_ask: &Callback<FactRef>) -> Html {
    let question = question(view, fact);
    let sentence = match standing {
        Standing::Later => say::PLAN_MISSING,
        Standing::Unknown | Standing::Yes => say::PLAN_DEPENDS,
    };
    let on_ask = on_ask.clone();
    let on_click = Callback::from(move |_: MouseEvent| on_ask.emit(fact));
    html! {
        <p class="text small need">
            <span>{ view.words.fill(sentence, &[("question", &question)]) }</span>
            <button type="button" class="quiet" onclick={on_click}>
                { view.words.say(say::PLAN_ANSWER_IT) }
                <span class="unseen">{ question }</span>
            </button>
        </p>
    }
}
