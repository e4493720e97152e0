//! What would change the plan: every open question answered each way, and the
//! doors that would come or go.

use yew::prelude::*;

use super::View;
use super::fact_words::{question, value_words};
use crate::engine::calendar::Moment;
use crate::engine::case::{Case, Origin, Value};
use crate::engine::knowledge::{ChannelRef, Core, FactKind, FactRef, ProblemRef};
use crate::engine::plan::{Plan, Standing, plan};
use crate::ui::say;

/// How many questions are tried, and how many lines are shown.
const TRIED: usize = 5;
const SHOWN: usize = 4;
/// How many doors a line names.
const NAMED: usize = 3;

/// What one answer would change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// The question.
    pub(crate) fact: FactRef,
    /// The answer.
    pub(crate) value: Value,
    /// The doors that would come, or whose turn would come.
    pub(crate) adds: Vec<ChannelRef>,
    /// The doors that would go.
    pub(crate) removes: Vec<ChannelRef>,
    /// The doors that would be settled.
    pub(crate) settles: Vec<ChannelRef>,
}

/// What each answer to the first open questions would change, most decisive first.
///
/// Where the person is, numbers and days are left out: there are too many answers.
pub(crate) fn changes(
    core: &Core,
    problem: ProblemRef,
    case: &Case,
    moment: Moment,
    now: &Plan,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for fact in now.asks.iter().take(TRIED).copied() {
        for value in answers(core, fact) {
            let mut supposed = case.clone();
            supposed.tell(fact, value, Origin::Given);
            changes.push(difference(fact, value, now, &plan(core, problem, &supposed, moment)));
        }
    }
    changes
}

fn answers(core: &Core, fact: FactRef) -> Vec<Value> {
    let Some(record) = core.fact(fact) else { return Vec::new() };
    match record.kind {
        FactKind::Flag => vec![Value::Flag(true), Value::Flag(false)],
        FactKind::Choice if Some(fact) != core.fact_named("region") => (0..record.options.len())
            .filter_map(|place| u8::try_from(place).ok())
            .map(Value::Choice)
            .collect(),
        FactKind::Choice | FactKind::Count | FactKind::Date => Vec::new(),
    }
}

fn difference(fact: FactRef, value: Value, now: &Plan, then: &Plan) -> Change {
    let standing = |plan: &Plan, channel: ChannelRef| {
        plan.ladder.iter().find(|step| step.channel == channel).map(|step| step.standing)
    };
    let mut change =
        Change { fact, value, adds: Vec::new(), removes: Vec::new(), settles: Vec::new() };
    for step in &then.ladder {
        match (standing(now, step.channel), step.standing) {
            (None, _) | (Some(Standing::Later), Standing::Yes | Standing::Unknown) => {
                change.adds.push(step.channel);
            }
            (Some(Standing::Unknown), Standing::Yes | Standing::Later) => {
                change.settles.push(step.channel);
            }
            _ => {}
        }
    }
    let gone = now.ladder.iter().map(|step| step.channel);
    change.removes = gone.filter(|channel| standing(then, *channel).is_none()).collect();
    change
}

/// The doors a question decides about.
pub(crate) fn decided_by(changes: &[Change], fact: FactRef) -> Vec<ChannelRef> {
    let mut doors = Vec::new();
    for change in changes.iter().filter(|change| change.fact == fact) {
        for door in change.adds.iter().chain(&change.removes).chain(&change.settles) {
            if !doors.contains(door) {
                doors.push(*door);
            }
        }
    }
    doors
}

/// At most four lines: if you answer this, these doors come and those go. The
/// question that is being asked says so itself.
pub(crate) fn flips(view: &View, changes: &[Change], asked: Option<FactRef>) -> Html {
    let lines = lines(changes, asked);
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack-4">
            <h2 class="h2">{ view.words.say(say::PLAN_FLIPS) }</h2>
            <ul class="flips">
                for line in lines.iter().take(SHOWN) {
                    { flip(view, line) }
                }
            </ul>
        </section>
    }
}

/// Changes of one question that come to the same, as one line.
fn lines(changes: &[Change], asked: Option<FactRef>) -> Vec<Vec<&Change>> {
    let mut lines: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let says_nothing = change.adds.is_empty() && change.removes.is_empty();
        if says_nothing || Some(change.fact) == asked {
            continue;
        }
        let same = lines.iter_mut().find(|line| {
            line.first().is_some_and(|first| {
                (first.fact, &first.adds, &first.removes)
                    == (change.fact, &change.adds, &change.removes)
            })
        });
        match same {
            Some(line) => line.push(change),
            None => lines.push(vec![change]),
        }
    }
    lines
}

fn flip(view: &View, line: &[&Change]) -> Html {
    let words = view.words;
    let Some(change) = line.first() else { return Html::default() };
    let Some(record) = view.core.fact(change.fact) else { return Html::default() };
    let today = view.moment.today();
    let answers: Vec<AttrValue> = (line.iter())
        .map(|change| value_words(words, view.calendar, record, change.value, today))
        .collect();
    let answers = answers.join(if words.lang.is_chinese() { "、" } else { " / " });
    let holes = [("question", &*question(view, change.fact)), ("answer", &*answers)];
    let effect = |sentence, doors: &[ChannelRef]| {
        let names = (!doors.is_empty()).then(|| view.names_of(doors, NAMED));
        names.map(|names| words.fill(sentence, &[("doors", &names)]))
    };
    html! {
        <li class="flip">
            <span class="flip-if">{ words.fill(say::PLAN_ANSWERED, &holes) }</span>
            if let Some(adds) = effect(say::PLAN_FLIP_ADDS, &change.adds) {
                <span>{ adds }</span>
            }
            if let Some(removes) = effect(say::PLAN_FLIP_REMOVES, &change.removes) {
                <span>{ removes }</span>
            }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(fact: usize, value: u8, removes: &[usize]) -> Change {
        Change {
            fact: FactRef::at(fact),
            value: Value::Choice(value),
            adds: Vec::new(),
            removes: removes.iter().copied().map(ChannelRef::at).collect(),
            settles: Vec::new(),
        }
    }

    #[test]
    fn answers_that_come_to_the_same_are_one_line() {
        let changes = [
            change(1, 0, &[7]),
            change(1, 1, &[7]),
            change(1, 2, &[]),
            change(1, 3, &[8]),
            change(2, 0, &[7]),
            change(3, 0, &[7]),
        ];
        let found: Vec<usize> =
            lines(&changes, Some(FactRef::at(3))).iter().map(Vec::len).collect();
        assert_eq!(found, [2, 1, 1]);
    }
}
