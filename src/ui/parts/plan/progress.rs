//! How far the person is with a door they have used: since when they wait, until
//! when, and what came of it.

use yew::prelude::*;

use super::View;
use super::span_words::span;
use crate::browser::event;
use crate::engine::calendar::{day_number, day_text};
use crate::engine::case::{Answer, Deed};
use crate::engine::knowledge::{ChannelRef, Duration, Unit};
use crate::engine::plan::{Outcome, Progress, Step};
use crate::ui::markup::{classes, html};
use crate::ui::say::{self, Sentence};

/// What a person can tell of a door they have used.
#[derive(Clone, PartialEq)]
pub(crate) struct Tells {
    /// Told the door and the day it was used; the same day again takes it back.
    pub(crate) on_tick: Callback<(ChannelRef, i32)>,
    /// Told the door and what came of it.
    pub(crate) on_reply: Callback<(ChannelRef, Answer)>,
}

/// How far the person is with a door that was used.
pub(super) fn progress_words(view: &View, progress: Progress) -> Option<AttrValue> {
    let words = view.words;
    let until = |sentence, due| words.fill(sentence, &[("day", &view.due(due))]);
    Some(match progress {
        Progress::Untried | Progress::Said(_) => return None,
        Progress::Tried => words.say(say::PLAN_IS_WAITING),
        Progress::Waiting(due) => until(say::PLAN_IS_WAITING_UNTIL, due),
        Progress::Overdue(due) => until(say::PLAN_IS_OVERDUE, due),
        Progress::Refused => words.say(say::PLAN_IS_REFUSED),
        Progress::Unsatisfying => words.say(say::PLAN_IS_UNSATISFYING),
        Progress::Solved => words.say(say::PLAN_IS_SOLVED),
    })
}

/// The line under the name of a door that was used.
pub(super) fn progress_line(view: &View, progress: Progress) -> Html {
    let Some(line) = progress_words(view, progress) else { return Html::default() };
    html! {
        <p class="state" data-rc="state"><b class="state-word">{ line }</b></p>
    }
}

/// Under a door that was used: until when to wait, what came of it, and the day.
pub(super) fn afterwards(view: &View, step: &Step, deed: Deed, tells: &Tells) -> Html {
    let words = view.words;
    let is_latest = view.case.deeds().last().is_some_and(|latest| latest.channel == deed.channel);
    html! {
        <div class="did">
            <div class="stack-1" data-rc="due">
                <p class="text">{ what_now(view, step) }</p>
                if let Some(next) = next_door(view).filter(|_| is_latest) {
                    <p class="text strong">{ next }</p>
                }
            </div>
            { replies(view, deed, tells) }
            <label class="take-label did-on">
                <span class="hint">{ words.say(say::PLAN_DID_ON) }</span>
                { day_field(view, deed, tells) }
            </label>
        </div>
    }
}

fn what_now(view: &View, step: &Step) -> AttrValue {
    let words = view.words;
    let is_short = |wait: &&Duration| match wait.unit {
        Unit::Minute => true,
        Unit::Hour => wait.max < 24,
        Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month | Unit::Year => false,
    };
    let short = step.wait.as_ref().filter(is_short);
    let until = |sentence, due| words.fill(sentence, &[("day", &view.due(due))]);
    match (step.progress, short) {
        (Progress::Waiting(_), Some(wait)) => {
            words.fill(say::PLAN_WAIT_SHORT, &[("span", &span(words, wait))])
        }
        (Progress::Waiting(due), None) if due.about => until(say::PLAN_WAIT_UNTIL_ABOUT, due),
        (Progress::Waiting(due), None) => until(say::PLAN_WAIT_UNTIL, due),
        (Progress::Overdue(due), _) => until(say::PLAN_WAIT_OVER, due),
        (Progress::Refused | Progress::Unsatisfying, _) => words.say(say::PLAN_KEEP_ANSWER),
        (Progress::Solved, _) => words.say(say::PLAN_KEEP_SOLVED),
        (Progress::Tried | Progress::Untried | Progress::Said(_), _) => {
            words.say(say::PLAN_WAIT_UNKNOWN)
        }
    }
}

/// The door whose turn it is now, or from a day on; that there is none left.
fn next_door(view: &View) -> Option<AttrValue> {
    let words = view.words;
    if view.plan.outcome == Outcome::Solved {
        return None;
    }
    let Some((step, from)) = view.next() else { return Some(words.say(say::PLAN_ALL_DONE)) };
    let name = view.name_of(step.channel);
    Some(match from {
        None => words.fill(say::PLAN_NEXT_DOOR, &[("name", &name)]),
        Some(due) => {
            words.fill(say::PLAN_NEXT_DOOR_FROM, &[("name", &name), ("day", &view.due(due))])
        }
    })
}

const fn reply(answer: Answer) -> Sentence {
    match answer {
        Answer::None => say::PLAN_REPLY_NONE,
        Answer::Refused => say::PLAN_REPLY_REFUSED,
        Answer::Unsatisfying => say::PLAN_REPLY_UNSATISFYING,
        Answer::Solved => say::PLAN_REPLY_SOLVED,
    }
}

fn replies(view: &View, deed: Deed, tells: &Tells) -> Html {
    let question = view.words.say(say::PLAN_REPLY_ASK);
    let label = format!("{question} {}", view.name_of(deed.channel));
    html! {
        <div class="stack-2" role="group" aria-label={label}>
            <p class="plain strong" aria-hidden="true">{ question }</p>
            <div class="replies">
                for answer in Answer::ALL {
                    <button key={answer.id()} type="button" data-rc="reply" data-value={answer.id()}
                        class={classes!("chip", (deed.answer == answer).then_some("chip-on"))}
                        aria-pressed={(deed.answer == answer).to_string()}
                        onclick={tells.on_reply.reform(move |_: MouseEvent| (deed.channel, answer))}>
                        { view.words.say(reply(answer)) }
                    </button>
                }
            </div>
        </div>
    }
}

/// The day a door was used: today, unless the person says otherwise.
fn day_field(view: &View, deed: Deed, tells: &Tells) -> Html {
    let today = view.moment.today();
    let on_tick = tells.on_tick.clone();
    let on_change = Callback::from(move |event: Event| {
        // A day that has not come, or that is half written, is not taken.
        let day = day_number(&event::text(&event));
        if let Some(day) =
            day.filter(|day| (today - YEARS_BACK..=today).contains(day) && *day != deed.day)
        {
            on_tick.emit((deed.channel, day));
        }
    });
    html! {
        <input class="field" type="date" autocomplete="off" value={day_text(deed.day)}
            max={day_text(today)} onchange={on_change} />
    }
}

/// How many days back a door can have been used: ten years.
const YEARS_BACK: i32 = 3653;
