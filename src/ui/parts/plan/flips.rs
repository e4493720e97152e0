//! What would change the plan: the open questions answered each way, and what
//! would come, go or be settled then.

use yew::prelude::*;

use super::View;
use super::fact_words::{question, value_words};
use crate::engine::knowledge::{ChannelRef, FactRef, TextRef};
use crate::engine::plan::{Change, Outcome};
use crate::ui::markup::html;
use crate::ui::parts::row::first_sentence;
use crate::ui::say::{self, Sentence};

/// How many lines are shown.
const SHOWN: usize = 4;
/// How many doors a line names, and how many effects it tells.
const NAMED: usize = 2;
const TOLD: usize = 2;

/// The doors a question decides about.
pub(crate) fn decided_by(changes: &[Change], fact: FactRef) -> Vec<ChannelRef> {
    let mut doors = Vec::new();
    for change in changes.iter().filter(|change| change.fact == fact) {
        for door in change.doors() {
            if !doors.contains(&door) {
                doors.push(door);
            }
        }
    }
    doors
}

/// Answers to one question that come to the same, and what they come to.
#[derive(Debug, PartialEq)]
struct Line {
    fact: FactRef,
    answers: Vec<AttrValue>,
    effect: String,
}

/// At most four lines: if you answer this, that follows. The question that is
/// being asked says so itself.
pub(crate) fn flips(view: &View, changes: &[Change], asked: Option<FactRef>) -> Html {
    let others = changes.iter().filter(|change| Some(change.fact) != asked);
    let said = others.filter_map(|change| {
        let record = view.core.fact(change.fact)?;
        let today = view.moment.today();
        let answer = value_words(view.words, view.calendar, record, change.value, today);
        Some((change.fact, answer, effect(view, change)))
    });
    let mut lines = joined(said);
    lines.truncate(SHOWN);
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack-4">
            <h2 class="h2">{ view.words.say(say::PLAN_FLIPS) }</h2>
            <ul class="flips">
                for of_one in lines.chunk_by(|one, other| one.fact == other.fact) {
                    { flip(view, of_one) }
                }
            </ul>
        </section>
    }
}

/// Joins the answers to one question that come to the same; what changes nothing
/// is left out.
fn joined(said: impl Iterator<Item = (FactRef, AttrValue, String)>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (fact, answer, effect) in said.filter(|(_, _, effect)| !effect.is_empty()) {
        match lines.iter_mut().find(|line| line.fact == fact && line.effect == effect) {
            Some(line) => line.answers.push(answer),
            None => lines.push(Line { fact, answers: vec![answer], effect }),
        }
    }
    lines
}

/// A question, and under it what its answers come to.
fn flip(view: &View, lines: &[Line]) -> Html {
    let Some(fact) = lines.first().map(|line| line.fact) else {
        return Html::default();
    };
    let is_chinese = view.words.lang.is_chinese();
    html! {
        <li key={fact.place()} class="flip">
            <span class="small muted">{ question(view, fact) }</span>
            for (place, line) in lines.iter().enumerate() {
                <span key={place}>
                    <span class="flip-if">
                        { line.answers.join(if is_chinese { "、" } else { " / " }) }
                        { if is_chinese { "：" } else { ": " } }
                    </span>
                    { line.effect.clone() }
                </span>
            }
        </li>
    }
}

/// What an answer would change, the gravest first.
fn effect(view: &View, change: &Change) -> String {
    let words = view.words;
    let new: Vec<ChannelRef> =
        change.comes.iter().copied().filter(|door| Some(*door) != change.next).collect();
    let doors = |sentence: Sentence, doors: &[ChannelRef]| {
        let names = (!doors.is_empty()).then(|| view.names_of(doors, NAMED));
        names.map(|names| words.fill(sentence, &[("doors", &names)]))
    };
    let alarm = match change.alarm {
        Some(true) => Some(words.say(say::PLAN_FLIP_URGENT)),
        Some(false) => Some(words.say(say::PLAN_FLIP_CALM)),
        None => None,
    };
    let end = match change.outcome {
        Some(Outcome::Exhausted) => Some(words.say(say::PLAN_FLIP_NO_DOOR)),
        Some(Outcome::Solved) => Some(words.say(say::PLAN_FLIP_SOLVED)),
        Some(Outcome::Open | Outcome::Waiting(_)) | None => None,
    };
    let effects = [
        alarm,
        change.acts_come.first().map(|act| act_words(view, *act)),
        end,
        doors(say::PLAN_FLIP_NEXT, change.next.as_slice()),
        doors(say::PLAN_FLIP_ADDS, &new),
        doors(say::PLAN_FLIP_REMOVES, &change.goes),
        doors(say::PLAN_FLIP_SETTLES, &change.settles),
        doors(say::PLAN_FLIP_WAITS, &change.waits),
    ];
    let mut told: Vec<AttrValue> = effects.into_iter().flatten().take(TOLD).collect();
    if told.is_empty() {
        told.extend(doors(say::PLAN_FLIP_MOVES, &change.moves));
    }
    told.join(if words.lang.is_chinese() { "" } else { " " })
}

/// What there would be to do, by its first sentence.
fn act_words(view: &View, act: TextRef) -> AttrValue {
    let text = view.words.get(act);
    view.words.fill(say::PLAN_FLIP_ACT, &[("act", &first_sentence(&text, &['。', '；']))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_that_come_to_the_same_are_one_line() {
        let said = [(1, "a", "x"), (1, "b", "x"), (1, "c", ""), (1, "d", "y"), (2, "a", "x")];
        let said = said.map(|(fact, answer, effect)| {
            (FactRef::at(fact), AttrValue::from(answer), effect.to_owned())
        });
        let found: Vec<(usize, usize)> = (joined(said.into_iter()).iter())
            .map(|line| (line.fact.place(), line.answers.len()))
            .collect();
        assert_eq!(found, [(1, 2), (1, 1), (2, 1)]);
    }
}
