//! The clocks that run: when each ends, who says so, and what is lost then.

use yew::prelude::*;

use super::View;
use super::folds::unless_empty;
use super::source_line::all_sources_of;
use super::span_words::span_and_basis;
use crate::engine::knowledge::Deadline;
use crate::engine::plan::Clock;
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;

/// How many days ahead an end is near.
const NEAR: i32 = 7;

/// The clock that ends next, if it ends soon. Its place is kept while its words
/// are on the way.
pub(crate) fn nearest(view: &View) -> Html {
    let last = view.moment.today().saturating_add(NEAR);
    let near = view.plan.clocks.iter().filter_map(|clock| {
        let ends = clock.ends.filter(|ends| !clock.is_over && ends.day <= last)?;
        Some((ends, clock))
    });
    let Some((ends, clock)) = near.min_by_key(|(ends, _)| (ends.day, ends.minute)) else {
        return Html::default();
    };
    let Some(deadline) = view.problem.deadlines.get(clock.deadline) else { return Html::default() };
    html! {
        <section class="next clock" data-rc="clock" data-id={deadline.id.clone()}>
            <h2 class="clock-end">
                { icon(Icon::Clock) }
                <span>{ view.words.fill(say::PLAN_CLOCK_ENDS, &[("day", &view.due(ends))]) }</span>
            </h2>
            <p class="text clock-text">{ view.words.get(deadline.text) }</p>
            <p class="text clock-text small muted">
                if view.words.has(deadline.text) {
                    { length(view, deadline) }
                }
            </p>
        </section>
    }
}

/// Every clock of the problem, folded.
pub(super) fn clocks(view: &View) -> Html {
    let body = html! {
        <ul class="flips">
            for clock in &view.plan.clocks {
                { entry(view, clock) }
            }
        </ul>
    };
    unless_empty(view, "deadlines", say::PLAN_DEADLINES, view.plan.clocks.len(), body)
}

/// What has to happen, when it ends, how long there is and who says so, or else.
fn entry(view: &View, clock: &Clock) -> Html {
    let Some(deadline) = view.problem.deadlines.get(clock.deadline) else { return Html::default() };
    let words = view.words;
    let sentence = if clock.is_over { say::PLAN_CLOCK_OVER } else { say::PLAN_CLOCK_ENDS };
    let ends = clock.ends.map(|ends| words.fill(sentence, &[("day", &view.due(ends))]));
    html! {
        <li key={deadline.id.as_str()} class="flip" data-over={clock.is_over.to_string()}>
            <span class="flip-if">{ words.get(deadline.text) }</span>
            if let Some(ends) = ends {
                <span class="strong">{ ends }</span>
            }
            <span>{ length(view, deadline) }</span>
            if let Some(consequence) = deadline.consequence {
                <span class="muted">{ words.get(consequence) }</span>
            }
            { all_sources_of(view, &deadline.sources) }
        </li>
    }
}

/// How long it runs, who says so, and from when it is counted.
fn length(view: &View, deadline: &Deadline) -> Html {
    let words = view.words;
    let from = words.fill(say::PLAN_FROM_EVENT, &[("event", &words.get(deadline.from))]);
    let within = deadline.within.as_ref().map(|within| span_and_basis(words, within));
    let between = if words.lang.is_chinese() { "，" } else { "; " };
    html! {
        <>
            if let Some(within) = within {
                { within }{ between }
            }
            { from }
        </>
    }
}
