//! At the end of the path: what to do while everything waits, how to leave once
//! it is solved, and what remains when every door has been used.

use yew::prelude::*;

use super::View;
use super::fact_words::answered;
use super::folds::fold;
use crate::engine::calendar::Due;
use crate::engine::case::Value;
use crate::engine::knowledge::{ChannelRef, Spot};
use crate::engine::plan::{Outcome, Progress, Standing};
use crate::engine::sorting;
use crate::ui::markup::html;
use crate::ui::parts::guide_link::links_at;
use crate::ui::say;

/// What stands at the end of the path; nothing while there is a door to try.
pub(crate) fn outcome(view: &View) -> Html {
    let words = view.words;
    let (title, body) = match view.plan.outcome {
        Outcome::Open => return Html::default(),
        Outcome::Waiting(_) => (say::PLAN_ALL_WAIT, waiting(view)),
        Outcome::Solved => {
            (say::PLAN_SOLVED, html! { <p class="text">{ words.say(say::PLAN_KEEP_SOLVED) }</p> })
        }
        Outcome::Exhausted => (say::PLAN_EXHAUSTED_NOW, remains(view)),
    };
    html! {
        <section class="last stack" data-rc="outcome" data-value={view.plan.outcome.id()}>
            <h2 class="h2">{ words.say(title) }</h2>
            { body }
        </section>
    }
}

/// One line under the name of the problem that says how the whole way stands.
pub(crate) fn outcome_line(view: &View) -> Html {
    let words = view.words;
    let line = match view.plan.outcome {
        Outcome::Open => return Html::default(),
        Outcome::Waiting(due) => words.fill(say::PLAN_WAITING_LINE, &[("day", &view.due(due))]),
        Outcome::Solved => words.say(say::PLAN_SOLVED),
        Outcome::Exhausted => words.say(say::PLAN_EXHAUSTED_LINE),
    };
    html! { <p class="text strong">{ line }</p> }
}

/// Every day on which something is due or a door's turn comes, the soonest first,
/// and what to do meanwhile.
fn waiting(view: &View) -> Html {
    let words = view.words;
    let mut days: Vec<(Due, bool, ChannelRef)> = Vec::new();
    let next = view.next().and_then(|(step, from)| Some((step.channel, from?)));
    for step in &view.plan.ladder {
        let is_later = step.standing == Standing::Later && step.progress.is_open();
        let turn = next.filter(|(channel, _)| *channel == step.channel).map(|(_, from)| from);
        if let Progress::Waiting(due) = step.progress {
            days.push((due, true, step.channel));
        } else if let Some(due) = turn.or(step.due.filter(|_| is_later)) {
            days.push((due, false, step.channel));
        }
    }
    sorting::by_key(&mut days, |(due, is_answer, _)| (due.day, !is_answer));
    html! {
        <>
            <ul class="plain lines">
                for (due, is_answer, channel) in days {
                    <li key={channel.place()}>
                        <span class="strong opens">{ view.due(due) }</span>
                        { " " }
                        { words.fill(if is_answer { say::PLAN_DAY_ANSWER } else { say::PLAN_DAY_DOOR },
                            &[("name", &view.name_of(channel))]) }
                    </li>
                }
            </ul>
            <p class="text">{ words.say(say::PLAN_MEANWHILE) }</p>
        </>
    }
}

/// What the record says remains, and the appeals that are used up.
fn remains(view: &View) -> Html {
    html! {
        <>
            if let Some(appeals) = appeals(view) {
                <p class="text muted">{ appeals }</p>
            }
            <p class="text">{ words(view).unwrap_or_else(|| view.words.say(say::PLAN_NO_DOOR_LEFT)) }</p>
            { links_at(view, Spot::Exhausted) }
        </>
    }
}

/// How many appeals are used up, if any are.
fn appeals(view: &View) -> Option<String> {
    let used = view.core.fact_named("appeals-used")?;
    let is_any = matches!(view.case.value(used), Some(Value::Count(count)) if count > 0);
    if is_any { answered(view, &[used]) } else { None }
}

/// What remains in the end, folded, while doors are left.
pub(super) fn exhausted_fold(view: &View) -> Html {
    match words(view).filter(|_| view.plan.outcome != Outcome::Exhausted) {
        Some(text) => {
            let links = links_at(view, Spot::Exhausted);
            let body = html! { <><p class="text">{ text }</p>{ links }</> };
            fold(view, "exhausted", (view.words.say(say::PLAN_EXHAUSTED), None), body)
        }
        None => Html::default(),
    }
}

fn words(view: &View) -> Option<AttrValue> {
    let text = view.problem.exhausted.filter(|text| view.words.has(*text))?;
    Some(view.words.get(text))
}
