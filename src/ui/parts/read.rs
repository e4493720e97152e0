//! What was read in the person's words, each with the words it was read from
//! and a way to say “not so”.

use yew::prelude::*;

use super::icon::{Icon, icon_as};
use super::plan::{number_words, quantity};
use crate::engine::case::{Known, Origin, Value};
use crate::engine::heard::Heard;
use crate::engine::knowledge::{Core, Fact, FactRef};
use crate::ui::markup::html;
use crate::ui::say::{self, Sentence};
use crate::ui::state::State;
use crate::ui::words::Words;

/// The most characters of the person's own words that are quoted.
const QUOTED: usize = 24;

/// What yes and no mean, where the question alone would be too long to read.
const FLAGS: [(&str, Option<Sentence>, Option<Sentence>); 19] = [
    ("balance-inside", Some(say::READ_BALANCE_INSIDE), None),
    ("code-review-passed", Some(say::READ_CODE_PASSED), None),
    ("contacted-merchant", Some(say::READ_ASKED_MERCHANT), None),
    ("contacted-platform", Some(say::READ_ASKED_PLATFORM), None),
    ("fix-done", Some(say::READ_FIXED), None),
    ("gets-sms", None, Some(say::READ_NO_SMS)),
    ("intimate-images", Some(say::READ_IMAGES), None),
    ("intruder-active", Some(say::READ_INTRUDER), Some(say::READ_NO_INTRUDER)),
    ("locked-out", Some(say::READ_LOCKED_OUT), Some(say::READ_NOT_LOCKED_OUT)),
    ("money-lost", Some(say::READ_MONEY_LOST), Some(say::READ_NO_MONEY_LOST)),
    ("money-moving-now", Some(say::READ_MOVING), Some(say::READ_NOT_MOVING)),
    ("paid-by-card", Some(say::READ_BY_CARD), None),
    ("payer-is-minor", Some(say::READ_CHILD), None),
    ("reported-to-police", Some(say::READ_POLICE), Some(say::READ_NO_POLICE)),
    ("secret-shared", Some(say::READ_SECRET), None),
    ("threatened", Some(say::READ_THREATENED), None),
    ("transfer-accepted", Some(say::READ_ACCEPTED), Some(say::READ_NOT_ACCEPTED)),
    ("used-unofficial-client", Some(say::READ_CLIENT), Some(say::READ_NO_CLIENT)),
    ("vpn-on", Some(say::READ_VPN), None),
];

/// What the person can do about what was read.
#[derive(Clone, PartialEq)]
pub(crate) struct Objections {
    /// Told a fact that is not so.
    pub(crate) on_deny: Callback<FactRef>,
    /// Told that all which was denied may stand again.
    pub(crate) on_admit: Callback<()>,
}

/// What was read, in one line that unfolds to the words it was read from.
pub(crate) fn read(words: &Words, core: &Core, state: &State, objections: &Objections) -> Html {
    let Some(heard) = state.heard.as_deref().filter(|_| !state.story.trim().is_empty()) else {
        return Html::default();
    };
    let facts: Vec<(FactRef, AttrValue, String)> = (heard.facts.iter())
        .filter(|(fact, value, _)| {
            let read = Known { value: *value, origin: Origin::Read };
            state.case.known(*fact) == Some(read)
        })
        .filter_map(|(fact, value, span)| {
            let meaning = meaning(words, core, heard, *fact, *value)?;
            Some((*fact, meaning, quoted(state.story.get(span.clone())?)))
        })
        .collect();
    if facts.is_empty() && state.denied.is_empty() {
        return Html::default();
    }
    let line: Vec<&str> = facts.iter().map(|(_, meaning, _)| meaning.as_str()).collect();
    html! {
        <details class="more" data-rc="read">
            <summary class="more-head">
                { icon_as(Icon::Chevron, "icon more-arrow") }
                <span><span class="lead-in">{ words.say(say::READ_TITLE) }</span>
                    <span class="read-line" translate="no">{ line.join(" · ") }</span></span>
            </summary>
            <div class="more-body">
                <p class="hint">{ words.say(say::READ_HELP) }</p>
                <ul class="plain chips">
                    for (fact, meaning, quote) in &facts {
                        { chip(words, core, (*fact, meaning, quote), &objections.on_deny) }
                    }
                </ul>
                if !state.denied.is_empty() {
                    <div>
                        <button type="button" class="quiet" data-rc="read-again"
                            onclick={objections.on_admit.reform(|_| ())}>
                            { words.say(say::READ_AGAIN) }
                        </button>
                    </div>
                }
            </div>
        </details>
    }
}

fn chip(
    words: &Words,
    core: &Core,
    (fact, meaning, quote): (FactRef, &AttrValue, &str),
    on_deny: &Callback<FactRef>,
) -> Html {
    let id = core.fact(fact).map(|record| record.id.clone());
    html! {
        <li key={fact.place()}>
            <button type="button" class="chip read-chip" data-rc="read-fact" data-id={id}
                onclick={on_deny.reform(move |_| fact)}>
                <span>{ meaning.clone() }</span>
                <span class="small muted"><u class="read-words" translate="no">{ quote.to_owned() }</u></span>
                <span class="read-off">{ words.say(say::READ_NOT_SO) }</span>
            </button>
        </li>
    }
}

/// A fact in a few words.
fn meaning(
    words: &Words,
    core: &Core,
    heard: &Heard,
    fact: FactRef,
    value: Value,
) -> Option<AttrValue> {
    let record = core.fact(fact)?;
    Some(match value {
        Value::Flag(flag) => flag_words(words, record, flag),
        Value::Choice(place) => words.get(record.options.get(usize::from(place))?.name),
        Value::Count(count) if record.unit.as_deref() == Some("CNY") => {
            let currency = heard.currencies.iter().find(|(amount, _)| *amount == fact);
            match currency {
                Some((_, "CNY")) => quantity(words, count, record.unit.as_deref()),
                Some((_, code)) => format!("{code} {}", number_words(words, count)).into(),
                None => words.fill(say::READ_AMOUNT, &[("n", &number_words(words, count))]),
            }
        }
        Value::Count(count) => {
            let span = quantity(words, count, record.unit.as_deref());
            match record.id.as_str() {
                "hours-since-loss" => words.fill(say::PLAN_AGO, &[("span", &span)]),
                "appeals-used" => words.fill(say::READ_APPEALED, &[("times", &span)]),
                _ => span,
            }
        }
        Value::Day(_) => return None,
    })
}

/// A yes or no in a few words; the question with its answer where none are written.
fn flag_words(words: &Words, record: &Fact, flag: bool) -> AttrValue {
    let known = FLAGS.iter().find(|(id, _, _)| *id == record.id);
    let short = known.and_then(|(_, yes, no)| if flag { *yes } else { *no });
    let answer = if flag { say::PLAN_YES } else { say::PLAN_NO };
    match short {
        Some(short) => words.say(short),
        None => format!("{} {}", words.get(record.ask), words.say(answer)).into(),
    }
}

/// The person's own words, shortened.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let short: String = text.chars().take(QUOTED).collect();
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn long_quotes_are_shortened() {
        assert_eq!(quoted(" 三千块 "), "三千块");
        assert_eq!(quoted(&"转".repeat(24)), "转".repeat(24));
        assert_eq!(quoted(&"转".repeat(25)), format!("{}…", "转".repeat(24)));
    }
}
