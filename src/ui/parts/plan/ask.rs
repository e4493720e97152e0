//! The one question, its answers, and what it decides.

use yew::prelude::*;

use super::View;
use super::field::Field;
use super::span_words::quantity;
use crate::engine::case::Value;
use crate::engine::knowledge::{Fact, FactKind, FactRef};
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::words::Words;

/// How many options stand as buttons before a list takes over.
const BUTTONS: usize = 6;
/// How many of a longer choice are the likeliest and stand as buttons.
const LIKELY: usize = 4;

/// One question, which may be skipped. `decides` names the doors it decides about,
/// if it is about any; `on_answer` is told the answer, `None` if it is not known.
pub(crate) fn ask(
    view: &View,
    asked: FactRef,
    decides: Option<&str>,
    on_answer: &Callback<Option<Value>>,
) -> Html {
    let words = view.words;
    let Some(fact) = view.core.fact(asked) else { return Html::default() };
    let question = words.get(fact.ask);
    let on_unknown = on_answer.reform(|_: MouseEvent| None);
    let decides = match decides {
        Some(doors) => words.fill(say::PLAN_DECIDES, &[("doors", doors)]),
        None => words.say(say::PLAN_MAY_SKIP),
    };
    html! {
        <fieldset key={asked.place()} class="ask" data-rc="question" data-id={fact.id.clone()}>
            <legend class="unseen">{ words.fill(say::PLAN_ONE_QUESTION, &[("question", &question)]) }</legend>
            <p class="ask-title" aria-hidden="true">{ question }</p>
            if let Some(help) = fact.help {
                <p class="text small">{ words.get(help) }</p>
            }
            <div class="choices">
                { choices(words, fact, on_answer) }
                if !has_field(fact) {
                    { unknown(words, &on_unknown) }
                }
            </div>
            if has_field(fact) {
                <Field fact={asked} from={likely(fact)}
                    on_answer={on_answer.reform(Some)} />
                <div class="choices">{ unknown(words, &on_unknown) }</div>
            }
            <p class="text small">{ decides }</p>
        </fieldset>
    }
}

fn has_field(fact: &Fact) -> bool {
    match fact.kind {
        FactKind::Flag => false,
        FactKind::Choice => fact.options.len() > BUTTONS,
        FactKind::Count => fact.unit.as_deref() != Some("time"),
        FactKind::Date => true,
    }
}

/// How many options stand as buttons.
fn likely(fact: &Fact) -> usize {
    if fact.options.len() > BUTTONS { LIKELY } else { fact.options.len() }
}

fn choices(words: &Words, fact: &Fact, on_answer: &Callback<Option<Value>>) -> Html {
    let answers: Vec<(AttrValue, AttrValue, Value)> = match fact.kind {
        FactKind::Flag => vec![
            ("true".into(), words.say(say::PLAN_YES), Value::Flag(true)),
            ("false".into(), words.say(say::PLAN_NO), Value::Flag(false)),
        ],
        FactKind::Choice => (fact.options.iter().take(likely(fact)).zip(0_u8..))
            .map(|(option, place)| {
                (option.id.clone().into(), words.get(option.name), Value::Choice(place))
            })
            .collect(),
        FactKind::Count if !has_field(fact) => (0_i64..=3).map(|n| few(words, fact, n)).collect(),
        FactKind::Count | FactKind::Date => Vec::new(),
    };
    html! {
        for (value, label, answer) in answers {
            <button key={value.as_str()} type="button" class="choice" data-rc="answer" data-value={value.clone()}
                onclick={on_answer.reform(move |_: MouseEvent| Some(answer))}>
                { label }
            </button>
        }
    }
}

/// A small number; the last one stands for more as well.
fn few(words: &Words, fact: &Fact, number: i64) -> (AttrValue, AttrValue, Value) {
    let value = Value::Count(number * 1000);
    let label = if number == 3 {
        words.fill(say::PLAN_TIMES_OR_MORE, &[("n", "3")])
    } else {
        quantity(words, number * 1000, fact.unit.as_deref())
    };
    (number.to_string().into(), label, value)
}

fn unknown(words: &Words, on_unknown: &Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="choice choice-soft" data-rc="answer" data-value="unknown" onclick={on_unknown}>
            { words.say(say::PLAN_DONT_KNOW) }
        </button>
    }
}
