//! Answers that are written or picked from a list: numbers, days, and long choices.

use yew::prelude::*;

use super::span_words::{quantity, thousandths};
use crate::browser::event;
use crate::engine::calendar::day_number;
use crate::engine::case::Value;
use crate::engine::knowledge::{Fact, FactKind, FactRef};
use crate::ui::hooks::{Around, use_around};
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;
use crate::ui::words::Words;

/// The question a field answers.
#[derive(PartialEq, Properties)]
pub(crate) struct FieldProps {
    /// The fact.
    pub(crate) fact: FactRef,
    /// The number of the first option to offer, where the field is a list.
    #[prop_or_default]
    pub(crate) from: usize,
    /// Told the answer.
    pub(crate) on_answer: Callback<Value>,
}

/// A field whose answer counts once its button is pressed.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let Around { world, words, .. } = use_around();
    let written = use_state_eq(AttrValue::default);
    let is_wrong = use_state_eq(|| false);
    let Some(fact) = world.core().fact(props.fact) else { return Html::default() };

    let (kind, text) = (fact.kind, (*written).clone());
    let (on_answer, wrong) = (props.on_answer.clone(), is_wrong.setter());
    let on_take = Callback::from(move |_: MouseEvent| match read(kind, &text) {
        Some(value) => on_answer.emit(value),
        None => wrong.set(true),
    });
    let on_input = {
        let (written, wrong) = (written.setter(), is_wrong.setter());
        Callback::from(move |text: String| {
            written.set(text.into());
            wrong.set(false);
        })
    };
    let problem = match kind {
        FactKind::Date => say::PLAN_DAY_FIRST,
        FactKind::Choice => say::PLAN_CHOOSE_FIRST,
        FactKind::Count | FactKind::Flag => say::PLAN_NUMBER_FIRST,
    };
    let code = read(kind, &written).and_then(|value| code_of(fact, value)).map(ToOwned::to_owned);
    html! {
        <div class="take">
            <label class="take-label">
                <span class="hint">{ label(&words, fact) }</span>
                { input(&words, fact, props.from, &on_input) }
            </label>
            <button type="button" class="choice" data-rc="answer" data-value={code} onclick={on_take}>
                { words.say(say::PLAN_TAKE) }
            </button>
            if *is_wrong {
                <p class="wrong" role="alert">{ icon(Icon::Alert) }<span>{ words.say(problem) }</span></p>
            }
        </div>
    }
}

/// What is written in a field, as a value: the place of an option, a number, a day.
fn read(kind: FactKind, text: &str) -> Option<Value> {
    match kind {
        FactKind::Choice => text.parse().ok().map(Value::Choice),
        FactKind::Count => thousandths(text).map(Value::Count),
        FactKind::Date => day_number(text).map(Value::Day),
        FactKind::Flag => None,
    }
}

fn code_of(fact: &Fact, value: Value) -> Option<&str> {
    let Value::Choice(place) = value else { return None };
    fact.options.get(usize::from(place)).map(|option| option.id.as_str())
}

fn label(words: &Words, fact: &Fact) -> AttrValue {
    match fact.kind {
        FactKind::Choice => words.say(say::PLAN_ELSEWHERE),
        FactKind::Count => words.fill(say::PLAN_UNIT, &[("unit", &unit(words, fact))]),
        FactKind::Date | FactKind::Flag => words.say(say::PLAN_DAY_FIRST),
    }
}

/// What a number counts: how several of it are said, without the number and, in
/// Chinese, without the classifier.
fn unit(words: &Words, fact: &Fact) -> String {
    let several = quantity(words, 3000, fact.unit.as_deref()).replace('3', "");
    let unit = several.trim();
    unit.strip_prefix(['个', '個']).unwrap_or(unit).to_owned()
}

fn input(words: &Words, fact: &Fact, from: usize, on_input: &Callback<String>) -> Html {
    let on_text = {
        let on_input = on_input.clone();
        Callback::from(move |event: InputEvent| on_input.emit(event::text(&event)))
    };
    match fact.kind {
        FactKind::Choice => {
            let on_input = on_input.clone();
            let on_change = Callback::from(move |event: Event| on_input.emit(event::text(&event)));
            list(words, fact, from, None, &on_change)
        }
        FactKind::Date => html! {
            <input class="field" type="date" autocomplete="off" oninput={on_text} />
        },
        FactKind::Count | FactKind::Flag => html! {
            <input class="field" type="text" inputmode="decimal" maxlength="16" autocomplete="off"
                spellcheck="false" oninput={on_text} />
        },
    }
}

/// The options of a choice as a list, from a place on.
pub(super) fn list(
    words: &Words,
    fact: &Fact,
    from: usize,
    chosen: Option<usize>,
    on_change: &Callback<Event>,
) -> Html {
    html! {
        <select class="field" autocomplete="off" onchange={on_change}>
            if chosen.is_none() {
                <option value="" selected=true>{ words.say(say::PLAN_CHOOSE) }</option>
            }
            for (place, option) in fact.options.iter().enumerate().skip(from) {
                <option key={place} value={place.to_string()} selected={chosen == Some(place)}>
                    { words.get(option.name) }
                </option>
            }
        </select>
    }
}
