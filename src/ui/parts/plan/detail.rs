//! What to know before going through a door: what to bring, what it cannot do,
//! how long it takes.

use yew::prelude::*;

use super::View;
use super::fact_words::{listed, paragraph};
use super::span_words::span_and_basis;
use super::state_line::week;
use super::struck::struck;
use crate::engine::knowledge::{Channel, Item, Status, TextRef};
use crate::engine::plan::Step;
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say::{self, Sentence};

/// A term and what is said of it; absent if nothing is.
fn row(view: &View, name: Sentence, text: Option<String>) -> Html {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Html::default() };
    html! {
        <div class="fact">
            <dt class="fact-name">{ view.words.say(name) }</dt>
            <dd class="fact-text">{ text }</dd>
        </div>
    }
}

fn sentences(view: &View, texts: impl IntoIterator<Item = TextRef>) -> Option<String> {
    let texts: Vec<AttrValue> = texts.into_iter().map(|text| view.words.get(text)).collect();
    (!texts.is_empty()).then(|| paragraph(view.words, &texts))
}

/// What to take along, each thing with a box to tick once it is ready.
fn items(
    view: &View,
    name: Sentence,
    items: &[Item],
    required: bool,
    on_bring: &Callback<TextRef>,
) -> Html {
    let wanted: Vec<TextRef> =
        items.iter().filter(|item| item.required == required).map(|item| item.text).collect();
    if wanted.is_empty() {
        return Html::default();
    }
    html! {
        <div class="fact">
            <dt class="fact-name">{ view.words.say(name) }</dt>
            <dd class="fact-text">
                <ul class="plain ticks">
                    for thing in wanted {
                        <li key={thing.place()}>
                            <label class="tick">
                                <input type="checkbox" class="tick-box" autocomplete="off"
                                    checked={view.brought.contains(&thing)}
                                    onchange={on_bring.reform(move |_: Event| thing)} />
                                <span>{ view.words.get(thing) }</span>
                            </label>
                        </li>
                    }
                </ul>
            </dd>
        </div>
    }
}

/// The steps to reach a door, in order.
///
/// Short labels in a row are a path through menus; everything else is a list.
pub(super) fn way_in(view: &View, channel: &Channel) -> Html {
    let steps: Vec<AttrValue> = channel.entry.iter().map(|step| view.words.get(*step)).collect();
    if steps.iter().all(|step| step.is_empty()) {
        return Html::default();
    }
    let is_trail = steps.len() > 1 && steps.iter().all(|step| step.chars().count() <= 12);
    let (list, item) = if is_trail { ("trail", "trail-step") } else { ("moves", "move") };
    html! {
        <ol class={list} translate="no">
            for (place, step) in steps.into_iter().enumerate() {
                <li key={place} class={item}><span>{ said(channel, &step) }</span></li>
            }
        </ol>
    }
}

/// Words about a door; those about a disputed one with its numbers struck through.
pub(super) fn said(channel: &Channel, text: &AttrValue) -> Html {
    if channel.status == Status::Disputed {
        struck(text)
    } else {
        html! { text.clone() }
    }
}

/// What one decides by: what to bring, what one hands over, what it cannot do,
/// and how long it takes.
pub(super) fn facts(
    view: &View,
    step: &Step,
    channel: &Channel,
    on_bring: &Callback<TextRef>,
) -> Html {
    let phrases = |texts: &[TextRef]| {
        let texts: Vec<AttrValue> = texts.iter().map(|text| view.words.get(*text)).collect();
        (!texts.is_empty()).then(|| listed(view.words, &texts))
    };
    html! {
        <dl class="facts">
            { items(view, say::PLAN_BRING, &channel.materials, true, on_bring) }
            { items(view, say::PLAN_BRING_IF, &channel.materials, false, on_bring) }
            { row(view, say::PLAN_DISCLOSES, phrases(&channel.discloses)) }
            { row(view, say::PLAN_CANNOT, sentences(view, channel.cannot.iter().copied())) }
            { row(view, say::PLAN_HOW_LONG, how_long(view, step, channel)) }
        </dl>
    }
}

/// What else is known of a door.
pub(super) fn more_facts(view: &View, channel: &Channel) -> Html {
    html! {
        <dl class="facts">
            { row(view, say::PLAN_GOOD_FOR, sentences(view, [channel.summary])) }
            { row(view, say::PLAN_OPEN_HOURS, hours(view, channel)) }
            { row(view, say::PLAN_COST, sentences(view, channel.cost)) }
            { row(view, say::PLAN_LIMITS, limits(view, channel)) }
            { row(view, say::PLAN_LANGUAGE, languages(view, channel)) }
            { row(view, say::PLAN_AFTER, sentences(view, channel.after)) }
            { row(view, say::PLAN_NOTE, sentences(view, channel.note)) }
        </dl>
    }
}

/// What to beware of, one line each.
pub(super) fn warnings(view: &View, channel: &Channel) -> Html {
    html! {
        for warning in channel.warnings.iter().copied() {
            <p key={warning.place()} class="beware">{ icon(Icon::Alert) }<span>{ view.words.get(warning) }</span></p>
        }
    }
}

fn how_long(view: &View, step: &Step, channel: &Channel) -> Option<String> {
    let spans = [
        (say::PLAN_FIRST_REPLY, channel.response.as_ref()),
        (say::PLAN_RESULT, channel.outcome.as_ref()),
        (say::PLAN_WAIT, step.wait.as_ref()),
    ];
    let spans: Vec<AttrValue> = (spans.into_iter())
        .filter_map(|(name, span)| Some((name, span_and_basis(view.words, span?))))
        .map(|(name, span)| view.words.fill(name, &[("span", &span)]))
        .collect();
    (!spans.is_empty()).then(|| paragraph(view.words, &spans))
}

/// The hours of the week, and what other sources say of them.
fn hours(view: &View, channel: &Channel) -> Option<String> {
    let conflict = channel.hours.as_ref().and_then(|hours| hours.conflict);
    let conflict = conflict.map(|conflict| view.words.get(conflict));
    let lines: Vec<AttrValue> =
        week(view, channel).map(AttrValue::from).into_iter().chain(conflict).collect();
    (!lines.is_empty()).then(|| paragraph(view.words, &lines))
}

fn limits(view: &View, channel: &Channel) -> Option<String> {
    let form = channel
        .text_limit
        .map(|limit| view.words.fill(say::PLAN_FORM_LIMIT, &[("n", &limit.to_string())]));
    let limits = channel.limits.iter().map(|limit| view.words.get(*limit));
    let lines: Vec<AttrValue> = limits.chain(form).collect();
    (!lines.is_empty()).then(|| paragraph(view.words, &lines))
}

/// The languages a door is served in, if the reader’s is not among them.
fn languages(view: &View, channel: &Channel) -> Option<String> {
    let own = if view.words.lang.is_chinese() { "zh" } else { "en" };
    if channel.languages.is_empty() || channel.languages.iter().any(|code| code.starts_with(own)) {
        return None;
    }
    let names: Vec<AttrValue> = (channel.languages.iter())
        .map(|code| match code.as_str() {
            "zh" => view.words.say(say::PLAN_CHINESE),
            "zh-Hant" => view.words.say(say::PLAN_TRADITIONAL),
            "en" => view.words.say(say::PLAN_ENGLISH),
            "pt" => view.words.say(say::PLAN_PORTUGUESE),
            "fr" => view.words.say(say::PLAN_FRENCH),
            other => other.to_owned().into(),
        })
        .collect();
    Some(listed(view.words, &names))
}
