//! What we heard: the facts the plan rests on, each with a way to change it.

use yew::prelude::*;

use super::View;
use super::fact_words::{answer, answered, question, value_words};
use super::field::list;
use super::state_line::region_zone;
use super::time_words::is_own_clock;
use crate::browser::event;
use crate::engine::case::{Known, Origin, Value};
use crate::engine::knowledge::{Fact, FactRef};
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon_as};
use crate::ui::say;

/// What a person can do about what was heard.
#[derive(Clone, PartialEq)]
pub(crate) struct Changes {
    /// Takes an answer back, so that it is asked again.
    pub(crate) on_reopen: Callback<FactRef>,
    /// Answers anew.
    pub(crate) on_answer: Callback<(FactRef, Option<Value>)>,
}

/// The facts heard in one line, and all of them, changeable, behind “Change”.
pub(crate) fn heard_line(view: &View, skipped: &[FactRef], changes: &Changes) -> Html {
    let facts: Vec<FactRef> = view
        .case
        .iter()
        .filter(|(fact, known)| {
            known.origin >= Origin::Read
                || known.origin == Origin::Guessed && !skipped.contains(fact)
        })
        .map(|(fact, _)| fact)
        .collect();
    // What is not known may follow from other answers.
    let open: Vec<FactRef> =
        skipped.iter().copied().filter(|fact| view.case.value(*fact).is_none()).collect();
    if facts.is_empty() && open.is_empty() && view.plan.ignored.is_empty() {
        return Html::default();
    }
    let words = view.words;
    let short: Vec<Html> = facts.iter().filter_map(|fact| short(view, *fact)).collect();
    let off = &view.plan.ignored;
    let total = facts.len() + open.len() + off.len();
    let all = words.fill(say::PLAN_ALL_FACTS, &[("n", &total.to_string())]);
    html! {
        <div class="heard-block">
            <ul class="heard" aria-label={words.say(say::PLAN_HEARD)} translate="no">
                { short }
                if !off.is_empty() {
                    <li key="off" class="heard-item muted">{ words.fill(say::PLAN_NOT_COUNTED_N, &[("n", &off.len().to_string())]) }</li>
                }
            </ul>
            <details class="more heard-more">
                <summary class="more-head">
                    <span class="link">{ all }</span>
                </summary>
                <ul class="plain heard-list" translate="no">
                    for fact in facts.iter().chain(&open).copied() {
                        { entry(view, fact, changes) }
                    }
                    for fact in off.iter().copied() {
                        { ignored(view, fact, changes) }
                    }
                </ul>
            </details>
        </div>
    }
}

fn is_guessed(view: &View, fact: FactRef) -> bool {
    view.case.known(fact).is_some_and(|known| known.origin == Origin::Guessed)
}

/// A fact that speaks for itself: a place, an amount, how long ago, a day.
/// “Yes” and a bare “3 days” do not.
fn short_words(view: &View, fact: FactRef) -> Option<(Icon, AttrValue)> {
    let record = view.core.fact(fact)?;
    let text = answer(view, fact)?;
    Some(match view.case.value(fact)? {
        Value::Choice(_) if is_place(view, fact) => (Icon::Pin, place_words(view, fact, text)),
        Value::Count(_) if record.unit.as_deref() == Some("CNY") => (Icon::Bank, text),
        Value::Count(_) if record.id == "hours-since-loss" => {
            (Icon::Clock, view.words.fill(say::PLAN_AGO, &[("span", &text)]))
        }
        Value::Day(_) => (Icon::Clock, text),
        Value::Count(_) | Value::Choice(_) | Value::Flag(_) => return None,
    })
}

fn short(view: &View, fact: FactRef) -> Option<Html> {
    let (sign, text) = short_words(view, fact)?;
    Some(html! {
        <li key={fact.place()} class="heard-item">
            { icon_as(sign, "icon heard-icon") }<span>{ text }</span>
        </li>
    })
}

/// What was heard that speaks for itself, in words.
pub(super) fn heard_in_short(view: &View) -> Vec<AttrValue> {
    let is_heard = |known: &Known| known.origin >= Origin::Read || known.origin == Origin::Guessed;
    let facts = view.case.iter().filter(|(_, known)| is_heard(known));
    facts.filter_map(|(fact, _)| Some(short_words(view, fact)?.1)).collect()
}

/// Where the person is, and that it is only a guess if it is.
fn place_words(view: &View, fact: FactRef, place: AttrValue) -> AttrValue {
    if !is_guessed(view, fact) {
        return place;
    }
    let by_clock = region_zone(view).is_some_and(|zone| is_own_clock(view.moment, zone));
    let sentence = if by_clock { say::PLAN_REGION_GUESSED } else { say::PLAN_REGION_PRESET };
    view.words.fill(sentence, &[("place", &place)])
}

fn is_place(view: &View, fact: FactRef) -> bool {
    Some(fact) == view.core.fact_named("region")
}

/// A question with its answer and a way to change it.
fn entry(view: &View, fact: FactRef, changes: &Changes) -> Html {
    let Some(record) = view.core.fact(fact) else { return Html::default() };
    let words = view.words;
    let question = question(view, fact);
    if is_place(view, fact) {
        return place(view, fact, record, changes);
    }
    let answer = answer(view, fact).unwrap_or_else(|| words.say(say::PLAN_DONT_KNOW));
    let was_read = view.case.known(fact).is_some_and(|known| known.origin == Origin::Read);
    html! {
        <li key={fact.place()} class="heard-entry">
            <span>
                { question.clone() }{ " " }<span class="strong">{ answer }</span>
                if was_read {
                    { " " }<span class="muted small">{ words.say(say::PLAN_FROM_WORDS) }</span>
                }
            </span>
            { change(view, fact, &question, changes) }
        </li>
    }
}

/// An answer that is kept but counts for nothing now, and why.
fn ignored(view: &View, fact: FactRef, changes: &Changes) -> Html {
    let (Some(record), Some(value)) = (view.core.fact(fact), view.told.value(fact)) else {
        return Html::default();
    };
    let words = view.words;
    let question = question(view, fact);
    let answer = value_words(words, view.calendar, record, value, view.moment.today());
    let mut rests_on = Vec::new();
    if let Some(premise) = &record.premise {
        premise.deciding_facts(view.case, &mut rests_on);
    }
    let why = answered(view, &rests_on);
    let off = match why {
        Some(why) => words.fill(say::PLAN_NOT_COUNTED_WHY, &[("facts", &why)]),
        None => words.say(say::PLAN_NOT_COUNTED),
    };
    html! {
        <li key={fact.place()} class="heard-entry muted" data-rc="ignored">
            <span><s>{ question.clone() }{ " " }{ answer }</s>{ " " }{ off }</span>
            { change(view, fact, &question, changes) }
        </li>
    }
}

/// A button that takes an answer back, so that it is asked again.
fn change(view: &View, fact: FactRef, question: &str, changes: &Changes) -> Html {
    let words = view.words;
    html! {
        <button type="button" class="quiet" onclick={changes.on_reopen.reform(move |_: MouseEvent| fact)}
            aria-label={words.fill(say::PLAN_CHANGE_WHAT, &[("question", question)])}>
            { words.say(say::PLAN_CHANGE) }
        </button>
    }
}

/// Where the person is can be set at once: everything regional hangs on it.
fn place(view: &View, fact: FactRef, record: &Fact, changes: &Changes) -> Html {
    let chosen = match view.case.value(fact) {
        Some(Value::Choice(place)) => Some(usize::from(place)),
        _ => None,
    };
    let on_answer = changes.on_answer.clone();
    let on_change = Callback::from(move |event: Event| {
        if let Ok(place) = event::text(&event).parse() {
            on_answer.emit((fact, Some(Value::Choice(place))));
        }
    });
    html! {
        <li key={fact.place()} class="heard-entry">
            <label class="take-label heard-place">
                <span>{ question(view, fact) }</span>
                { list(view.words, record, 0, chosen, &on_change) }
            </label>
        </li>
    }
}
