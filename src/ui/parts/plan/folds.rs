//! Everything else that is known of a problem, folded: what to try alone, what
//! to keep, the clocks that run, what to do and what not.

use yew::prelude::*;

use super::View;
use super::clocks::clocks;
use super::outcome::exhausted_fold;
use super::source_line::listed_sources;
use super::span_words::quantity;
use super::state_line::region;
use crate::engine::knowledge::{SelfHelp, Spot, TextRef};
use crate::ui::markup::html;
use crate::ui::parts::guide_link::links_at;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say::{self, Sentence};

/// A section under a heading that unfolds it.
pub(super) fn fold(
    view: &View,
    key: &'static str,
    (title, count): (AttrValue, Option<usize>),
    body: Html,
) -> Html {
    html! {
        <details {key} class="fold" ontoggle={view.folds(key.into())}>
            <summary class="fold-head">
                <span>
                    { title }
                    if let Some(count) = count {
                        { " " }<span class="fold-count">{ count }</span>
                    }
                </span>
                { icon(Icon::Down) }
            </summary>
            if view.is_opened(key) {
                <div class="fold-body">{ body }</div>
            }
        </details>
    }
}

/// The folded sections that have something to say, once their words are here.
pub(crate) fn folds(view: &View) -> Html {
    if !view.words.has(view.problem.request) {
        return Html::default();
    }
    html! {
        <div>
            { self_help(view) }
            { evidence(view) }
            { clocks(view) }
            { lines(view, "dos", say::PLAN_DOS, &view.problem.dos, Icon::Check) }
            { lines(view, "donts", say::PLAN_DONTS, &view.problem.donts, Icon::Wall) }
            { lines(view, "scams", say::PLAN_SCAMS, &view.problem.scam_guard, Icon::Shield) }
            { here(view) }
            { exhausted_fold(view) }
            { sources(view) }
        </div>
    }
}

fn self_help(view: &View) -> Html {
    let minutes = |help: &SelfHelp| {
        help.minutes.map(|minutes| quantity(view.words, i64::from(minutes) * 1000, Some("minute")))
    };
    let body = html! {
        <ol class="moves">
            for (place, help) in view.problem.self_help.iter().enumerate() {
                <li key={place} class="move">
                    <span>
                        { view.words.get(help.text) }
                        if let Some(minutes) = minutes(help) {
                            { " " }<span class="muted small">{ minutes }</span>
                        }
                    </span>
                </li>
            }
        </ol>
    };
    unless_empty(view, "self-help", say::PLAN_SELF_HELP, view.problem.self_help.len(), body)
}

fn evidence(view: &View) -> Html {
    let body = html! {
        <>
        <ul class="plain lines">
            for item in view.problem.evidence.iter() {
                <li key={item.id.as_str()} class="beware">
                    { icon(Icon::File) }
                    <span>
                        { view.words.get(item.text) }
                        if item.required {
                            { " " }<span class="muted small whole">{ view.words.say(say::PLAN_NEEDED) }</span>
                        }
                    </span>
                </li>
            }
        </ul>
        { links_at(view, Spot::Evidence) }
        </>
    };
    unless_empty(view, "evidence", say::PLAN_EVIDENCE, view.problem.evidence.len(), body)
}

fn lines(view: &View, key: &'static str, title: Sentence, texts: &[TextRef], sign: Icon) -> Html {
    let body = html! {
        <ul class="plain lines">
            for text in texts.iter().copied() {
                <li key={text.place()} class="beware">{ icon(sign) }<span>{ view.words.get(text) }</span></li>
            }
        </ul>
    };
    unless_empty(view, key, title, texts.len(), body)
}

/// What is particular about the place the person is in.
fn here(view: &View) -> Html {
    let Some(region) = region(view) else { return Html::default() };
    let text = view.words.get(region.note);
    if text.is_empty() {
        return Html::default();
    }
    let title = view.words.fill(say::PLAN_ABOUT_PLACE, &[("place", &view.words.get(region.name))]);
    fold(view, "here", (title, None), html! { <p class="text">{ text }</p> })
}

fn sources(view: &View) -> Html {
    let body = listed_sources(view, &view.problem.sources);
    let count = if view.sources.is_empty() { 0 } else { view.problem.sources.len() };
    unless_empty(view, "sources", say::PLAN_SOURCES_OF_PAGE, count, body)
}

/// A section under a heading, unless there is nothing in it.
pub(super) fn unless_empty(
    view: &View,
    key: &'static str,
    title: Sentence,
    count: usize,
    body: Html,
) -> Html {
    if count == 0 {
        return Html::default();
    }
    fold(view, key, (view.words.say(title), Some(count)), body)
}
