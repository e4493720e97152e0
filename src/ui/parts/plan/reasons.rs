//! Why a door stands where it stands, and what would settle it.

use yew::prelude::*;

use super::View;
use super::ahead::ahead;
use super::fact_words::{answered, question};
use crate::engine::knowledge::{FactRef, Stage};
use crate::engine::plan::{Progress, Standing, Step};
use crate::ui::markup::html;
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
            if words.has(step.reason) {
                <p class="why">{ words.get(step.reason) }</p>
            }
            if let Some(because) = because {
                <p class="text small muted" translate="no">{ because }</p>
            }
            if let Some(ahead) = ahead(view, step) {
                <p class="text small muted">{ words.say(ahead) }</p>
            }
            if matches!(step.progress, Progress::Said(_)) {
                <p class="text">{ words.say(say::PLAN_SAID) }</p>
            }
            if let Some((fact, rest)) = step.needs.split_first() {
                { need(view, step.standing, *fact, rest.len(), on_ask) }
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

/// The first question that would settle the door; the others are only counted,
/// for they are asked one at a time.
fn need(
    view: &View,
    standing: Standing,
    fact: FactRef,
    others: usize,
    on_ask: &Callback<FactRef>,
) -> Html {
    let words = view.words;
    let question = question(view, fact);
    let sentence = match standing {
        Standing::Later => say::PLAN_MISSING,
        Standing::Unknown | Standing::Yes => say::PLAN_DEPENDS,
    };
    html! {
        <p class="text small need">
            <span>
                { words.fill(sentence, &[("question", &question)]) }
                if others > 0 {
                    { " " }{ words.fill(say::PLAN_NEEDS_MORE, &[("n", &others.to_string())]) }
                }
            </span>
            <button type="button" class="quiet" onclick={on_ask.reform(move |_: MouseEvent| fact)}>
                { words.say(say::PLAN_ANSWER_IT) }
                <span class="unseen">{ question }</span>
            </button>
        </p>
    }
}
