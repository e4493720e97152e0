//! What would change the plan: the open questions answered each way, and what
//! would come, go or be settled then.

use yew::prelude::*;

use super::View;
use super::answer_words::answers;
use super::fact_words::question;
use crate::engine::case::Value;
use crate::engine::knowledge::{ChannelRef, FactRef, TextRef};
use crate::engine::plan::{Change, Outcome};
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon_as};
use crate::ui::parts::row::first_sentence;
use crate::ui::say::{self, Sentence};

/// How many lines are shown, and how many answers of one question are told apart.
const SHOWN: usize = 4;
const MOST: usize = 6;
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
    answers: Vec<Value>,
    effect: String,
}

/// What follows if a question is answered so: at most four lines, the others
/// folded. The question that is being asked comes last: it says itself which
/// doors it decides about. What another problem lends, such as a call where money is
/// leaving, is folded too: of a rejected review it would be said out of nowhere.
pub(crate) fn flips(view: &View, changes: &[Change], asked: Option<FactRef>) -> Html {
    let is_asked = |change: &&Change| Some(change.fact) == asked;
    let others = changes.iter().filter(|change| !is_asked(change));
    let said = (others.chain(changes.iter().filter(is_asked)))
        .map(|change| (change.fact, change.value, effect(view, change)));
    let lines = told_once(joined(said));
    if lines.is_empty() {
        return Html::default();
    }
    let mut room = SHOWN;
    let (shown, folded): (Vec<&[Line]>, Vec<&[Line]>) =
        lines.chunk_by(|one, other| one.fact == other.fact).partition(|of_one| {
            let fact = of_one.first().map(|line| line.fact);
            let is_lent =
                changes.iter().any(|change| Some(change.fact) == fact && lends(view, change));
            let fits = of_one.len() <= room && fact != asked && !is_lent;
            room -= if fits { of_one.len() } else { 0 };
            fits
        });
    let title = view.words.fill(say::PLAN_FLIPS_MORE, &[("n", &folded.len().to_string())]);
    html! {
        <section class="stack-4" data-rc="flips">
            <h2 class="h2">{ view.words.say(say::PLAN_FLIPS) }</h2>
            if !shown.is_empty() {
                { list(view, changes, &shown) }
            }
            if !folded.is_empty() {
                <details class="more" ontoggle={view.folds("flips".into())}>
                    <summary class="more-head">
                        { icon_as(Icon::Chevron, "icon more-arrow") }
                        <span>{ title }</span>
                    </summary>
                    if view.is_opened("flips") {
                        <div class="more-body">{ list(view, changes, &folded) }</div>
                    }
                </details>
            }
        </section>
    }
}

/// Whether what would have to be done comes from another problem.
fn lends(view: &View, change: &Change) -> bool {
    let is_own = |act: &TextRef| view.problem.urgent.iter().any(|own| own.act == *act);
    change.acts_come.first().is_some_and(|act| !is_own(act))
}

fn list(view: &View, changes: &[Change], questions: &[&[Line]]) -> Html {
    html! {
        <ul class="flips">
            for of_one in questions.iter().copied() {
                { flip(view, changes, of_one) }
            }
        </ul>
    }
}

/// Joins the answers to one question that come to the same; what changes nothing
/// is left out.
fn joined(said: impl Iterator<Item = (FactRef, Value, String)>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (fact, answer, effect) in said.filter(|(_, _, effect)| !effect.is_empty()) {
        match lines.iter_mut().find(|line| line.fact == fact && line.effect == effect) {
            Some(line) => line.answers.push(answer),
            None => lines.push(Line { fact, answers: vec![answer], effect }),
        }
    }
    lines
}

/// Without the numbers that come to what a plainer question says already: “0.01 yuan or
/// more” says no more than that money is gone.
fn told_once(lines: Vec<Line>) -> Vec<Line> {
    let is_number = |line: &Line| matches!(line.answers.first(), Some(Value::Count(_)));
    let plain: Vec<&str> =
        (lines.iter().filter(|line| !is_number(line))).map(|line| line.effect.as_str()).collect();
    let says_more: Vec<FactRef> = (lines.iter())
        .filter(|line| !is_number(line) || !plain.contains(&line.effect.as_str()))
        .map(|line| line.fact)
        .collect();
    lines.into_iter().filter(|line| says_more.contains(&line.fact)).collect()
}

/// A question, and under it what its answers come to. Of many places only the
/// first are told apart.
fn flip(view: &View, changes: &[Change], lines: &[Line]) -> Html {
    let Some(fact) = lines.first().map(|line| line.fact) else {
        return Html::default();
    };
    let colon = if view.words.lang.is_chinese() { "：" } else { ": " };
    let tried: Vec<Value> =
        (changes.iter().filter(|change| change.fact == fact)).map(|change| change.value).collect();
    let is_all_told = lines.iter().map(|line| line.answers.len()).sum::<usize>() == tried.len();
    let (told, rest) = lines.split_at_checked(MOST).unwrap_or((lines, &[]));
    html! {
        <li key={fact.place()} class="flip">
            <span class="small muted">{ question(view, fact) }</span>
            for (place, line) in told.iter().enumerate() {
                <span key={place}>
                    <span class="flip-if">
                        { answers(view, fact, &tried, &line.answers, is_all_told) }{ colon }
                    </span>
                    { line.effect.clone() }
                </span>
            }
            if !rest.is_empty() {
                <span>{ view.words.say(say::PLAN_FLIP_PLACES) }</span>
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
        change.acts_come.first().map(|act| act_words(view, say::PLAN_FLIP_ACT, *act)),
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
        told.extend(doors(say::PLAN_FLIP_TRIED, &change.tried));
        let dropped = change.acts_go.first();
        told.extend(dropped.map(|act| act_words(view, say::PLAN_FLIP_DROPS, *act)));
        if let Some(Outcome::Waiting(due)) = change.outcome {
            told.push(words.fill(say::PLAN_FLIP_UNTIL, &[("day", &view.due(due))]));
        }
        told.truncate(TOLD);
    }
    told.join(if words.lang.is_chinese() { "" } else { " " })
}

/// What there would, or would not, be to do, by its first sentence.
fn act_words(view: &View, sentence: Sentence, act: TextRef) -> AttrValue {
    let text = view.words.get(act);
    view.words.fill(sentence, &[("act", &first_sentence(&text, &['。', '；']))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_that_come_to_the_same_are_one_line() {
        let said = [(1, 0, "x"), (1, 1, "x"), (1, 2, ""), (1, 3, "y"), (2, 0, "x")];
        let said = said.map(|(fact, answer, effect)| {
            (FactRef::at(fact), Value::Choice(answer), effect.to_owned())
        });
        let found: Vec<(usize, usize)> = (joined(said.into_iter()).iter())
            .map(|line| (line.fact.place(), line.answers.len()))
            .collect();
        assert_eq!(found, [(1, 2), (1, 1), (2, 1)]);
    }

    #[test]
    fn a_number_that_says_no_more_than_a_plainer_question_is_left_out() {
        let said = [
            (1, Value::Count(10), "gone"),
            (2, Value::Flag(true), "gone"),
            (3, Value::Count(1000), "gone"),
            (3, Value::Count(9000), "late"),
            (4, Value::Choice(0), "gone"),
        ];
        let said =
            said.map(|(fact, answer, effect)| (FactRef::at(fact), answer, effect.to_owned()));
        let left = told_once(joined(said.into_iter()));
        let left: Vec<usize> = left.iter().map(|line| line.fact.place()).collect();
        assert_eq!(left, [2, 3, 3, 4]);
    }
}
