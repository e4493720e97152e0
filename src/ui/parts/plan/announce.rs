//! Saying once, to whoever listens, that the plan has changed.

use yew::prelude::*;

use super::View;
use crate::engine::plan::Outcome;
use crate::ui::markup::html;
use crate::ui::say;

/// What to say.
#[derive(PartialEq, Properties)]
pub(crate) struct AnnounceProps {
    /// The plan in one sentence.
    pub(crate) text: AttrValue,
}

/// Nothing at first, and the plan in one sentence whenever that has changed.
#[component]
pub(crate) fn Announce(props: &AnnounceProps) -> Html {
    let first = use_memo((), |()| props.text.clone());
    let has_changed = use_mut_ref(|| false);
    *has_changed.borrow_mut() |= *first != props.text;
    html! {
        <p class="unseen" role="status">
            if *has_changed.borrow() {
                { props.text.clone() }
            }
        </p>
    }
}

/// The plan in one sentence: how many doors, and which is next.
pub(crate) fn in_short(view: &View) -> AttrValue {
    let words = view.words;
    let doors = view.plan.ladder.len().to_string();
    let next = match (view.plan.outcome, view.next()) {
        (Outcome::Solved, _) => words.say(say::PLAN_SOLVED),
        (_, None) => words.say(say::PLAN_EXHAUSTED_LINE),
        (_, Some((step, None))) => {
            words.fill(say::PLAN_NEXT_DOOR, &[("name", &view.name_of(step.channel))])
        }
        (_, Some((step, Some(due)))) => {
            let holes = [("name", &*view.name_of(step.channel)), ("day", &*view.due(due))];
            words.fill(say::PLAN_NEXT_DOOR_FROM, &holes)
        }
    };
    words.fill(say::PLAN_UPDATED, &[("n", &doors), ("next", &next)])
}
