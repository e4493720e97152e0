//! Facts of the case in words: the question a person knows and its answer.

use yew::AttrValue;

use super::span_words::quantity;
use super::{CalendarWords, View};
use crate::engine::case::{Origin, Value};
use crate::engine::knowledge::{Fact, FactRef};
use crate::ui::say;
use crate::ui::words::Words;

/// The answer to a question.
pub(super) fn value_words(
    words: &Words,
    calendar: &CalendarWords,
    fact: &Fact,
    value: Value,
    today: i32,
) -> AttrValue {
    match value {
        Value::Flag(true) => words.say(say::PLAN_YES),
        Value::Flag(false) => words.say(say::PLAN_NO),
        Value::Choice(place) => {
            let option = fact.options.get(usize::from(place));
            option.map(|option| words.get(option.name)).unwrap_or_default()
        }
        Value::Count(count) => quantity(words, count, fact.unit.as_deref()),
        Value::Day(day) => calendar.day(day, today).into(),
    }
}

/// The answer that is known of a fact.
pub(super) fn answer(view: &View, fact: FactRef) -> Option<AttrValue> {
    let (record, value) = (view.core.fact(fact)?, view.case.value(fact)?);
    Some(value_words(view.words, view.calendar, record, value, view.moment.today()))
}

/// The question of a fact.
pub(super) fn question(view: &View, fact: FactRef) -> AttrValue {
    view.core.fact(fact).map(|record| view.words.get(record.ask)).unwrap_or_default()
}

/// The known ones of these facts as questions with their answers, in one line;
/// `None` if nothing of it was said by the person, their words or their device.
pub(super) fn answered(view: &View, facts: &[FactRef]) -> Option<String> {
    let region = view.core.fact_named("region");
    let said = facts.iter().filter_map(|fact| {
        let known = view.case.known(*fact)?;
        if known.origin == Origin::Assumed {
            return None;
        }
        let answer = answer(view, *fact)?;
        Some(if Some(*fact) == region {
            view.words.fill(say::PLAN_BECAUSE_REGION, &[("place", &answer)])
        } else {
            let holes = [("question", question(view, *fact)), ("answer", answer)];
            view.words.fill(
                say::PLAN_ANSWERED,
                &holes.each_ref().map(|(name, text)| (*name, text.as_str())),
            )
        })
    });
    let said: Vec<AttrValue> = said.collect();
    let between = if view.words.lang.is_chinese() { "；" } else { "; " };
    (!said.is_empty()).then(|| said.join(between))
}

/// Phrases in one line, parted so that no phrase can be misread.
pub(super) fn listed(words: &Words, phrases: &[AttrValue]) -> String {
    let is_plain = phrases.iter().all(|phrase| !phrase.contains(['、', '，', '；']));
    phrases.join(match (words.lang.is_chinese(), is_plain) {
        (true, true) => "、",
        (true, false) => "；",
        (false, _) => "; ",
    })
}

/// Sentences in one paragraph, each with its stop.
pub(super) fn paragraph(words: &Words, sentences: &[AttrValue]) -> String {
    let is_chinese = words.lang.is_chinese();
    let mut text = String::new();
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        if !is_chinese && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(sentence);
        if !sentence.ends_with(['.', '。', '！', '？', '?', '!', '…']) {
            text.push(if is_chinese { '。' } else { '.' });
        }
    }
    text
}
