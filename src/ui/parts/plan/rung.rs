//! One door on the path, with everything a person needs to go through it.

use yew::prelude::*;

use super::View;
use super::contact::{contact, standing};
use super::detail::{facts, more_facts, said, warnings, way_in};
use super::door::{Door, door};
use super::door_words::{how, sign};
use super::reasons::reasons;
use super::source_line::source_line;
use super::span_words::span;
use super::state_line::state_line;
use crate::engine::knowledge::{Channel, ChannelRef, FactRef, SourceRef, Stage};
use crate::engine::plan::{Standing, Step};
use crate::ui::parts::dial::{dialable, phone_link};
use crate::ui::parts::icon::{Icon, icon, icon_as};
use crate::ui::say;

/// What a person can do at a door.
#[derive(Clone, PartialEq)]
pub(crate) struct Deeds {
    /// Ticks a door as used, or takes the tick back.
    pub(crate) on_tick: Callback<ChannelRef>,
    /// Wants to answer a question.
    pub(crate) on_ask: Callback<FactRef>,
}

/// Where a door stands on the path.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// The number of the door, counted from 1.
    pub(super) number: usize,
    /// Whether it is the last one.
    pub(super) is_last: bool,
    /// The next door that has not been walked through.
    pub(super) next: Option<ChannelRef>,
}

/// One door of the ladder.
pub(super) fn rung(view: &View, step: &Step, spot: Spot, deeds: &Deeds) -> Html {
    let Some(channel) = view.core.channel(step.channel) else { return Html::default() };
    let is_done = view.is_done(step.channel);
    let is_later = step.standing == Standing::Later;
    let classes = classes!(
        "rung",
        is_done.then_some("rung-walked"),
        (is_later && !is_done).then_some("rung-wait"),
        spot.is_last.then_some("ladder-end"),
    );
    let open =
        step.opening.is_open().map_or("null", |is_open| if is_open { "true" } else { "false" });
    let words = view.words;
    let holes = [("n", &*spot.number.to_string()), ("how", &*words.say(how(channel)))];
    html! {
        <li key={channel.id.as_str()} class={classes} data-rc="rung" data-id={channel.id.clone()}
            data-stage={step.stage.id()} data-verdict={step.standing.id()} data-open={open}>
            { door(Door::of(step, is_done), sign(channel)) }
            <div class="rung-body">
                <div class="rung-head">
                    <p class="rung-no">{ words.fill(say::PLAN_RUNG_NO, &holes) }</p>
                    <h3 class="rung-name">{ said(channel, &words.get(channel.name)) }</h3>
                </div>
                { state_line(view, step, channel) }
                { standing(view, channel) }
                { reasons(view, step, &deeds.on_ask) }
                { inside(view, step, channel, spot) }
                { acts(view, step, channel, &deeds.on_tick) }
                if is_done {
                    { afterwards(view, step, spot) }
                }
            </div>
        </li>
    }
}

/// The way in, the facts and the sources: unfolded at the first door, folded at
/// the others, of which those for right now keep their way in.
fn inside(view: &View, step: &Step, channel: &Channel, spot: Spot) -> Html {
    if !view.words.has(channel.summary) {
        return html! { <p class="text small muted">{ view.words.say(say::PLAN_DETAILS_COMING) }</p> };
    }
    let name = view.words.get(channel.name);
    let says =
        source_line(view, channel.grade, &sources(step, channel), channel.source_date.as_deref());
    let first = html! { <>{ contact(view, channel) }{ facts(view, step, channel) }</> };
    if spot.number == 1 {
        return html! {
            <>
                { way_in(view, channel) }
                { first }
                { warnings(view, channel) }
                { says }
                { more(view.words.say(say::PLAN_DETAILS_REST), name, more_facts(view, channel)) }
            </>
        };
    }
    let shows_way = step.stage == Stage::Now && step.standing != Standing::Later;
    let head = if shows_way { say::PLAN_DETAILS_SHORT } else { say::PLAN_DETAILS };
    let body = html! {
        <>
            if !shows_way {
                { way_in(view, channel) }
            }
            { first }
            { more_facts(view, channel) }
            { warnings(view, channel) }
            { says }
        </>
    };
    html! {
        <>
            if shows_way {
                { way_in(view, channel) }
            }
            { more(view.words.say(head), name, body) }
        </>
    }
}

/// What unfolds under a heading; `of` tells a screen reader whose it is.
fn more(head: AttrValue, of: AttrValue, body: Html) -> Html {
    html! {
        <details class="more">
            <summary class="more-head">
                { icon_as(Icon::Chevron, "icon more-arrow") }
                <span>{ head }</span>
                <span class="unseen">{ of }</span>
            </summary>
            <div class="more-body">{ body }</div>
        </details>
    }
}

/// Where the reason and the record come from, the reason first.
fn sources(step: &Step, channel: &Channel) -> Vec<SourceRef> {
    step.sources.iter().chain(&channel.sources).copied().collect()
}

fn acts(view: &View, step: &Step, channel: &Channel, on_tick: &Callback<ChannelRef>) -> Html {
    let words = view.words;
    let is_done = view.is_done(step.channel);
    let has_turn = !is_done && step.standing != Standing::Later;
    let (on_tick, door) = (on_tick.clone(), step.channel);
    let on_click = Callback::from(move |_: MouseEvent| on_tick.emit(door));
    html! {
        <div class="acts">
            if let Some(phone) = dialable(channel).filter(|_| has_turn) {
                <a class="button" href={phone_link(phone)}>
                    { icon(Icon::Phone) }
                    <span translate="no">{ words.fill(say::PLAN_CALL, &[("number", phone)]) }</span>
                </a>
            }
            <button type="button" class={classes!("button", is_done.then_some("button-done"))}
                data-rc="did-this" aria-pressed={is_done.to_string()} onclick={on_click}>
                { icon(Icon::Check) }
                <span>{ words.say(say::PLAN_I_DID) }</span>
                <span class="unseen">{ words.get(channel.name) }</span>
            </button>
        </div>
    }
}

/// When the waiting is over, and which door comes next.
fn afterwards(view: &View, step: &Step, spot: Spot) -> Html {
    let words = view.words;
    let day = |day: i32| view.calendar.day(day, view.moment.today());
    let wait = match (step.due.filter(|_| step.standing != Standing::Later), &step.wait) {
        (Some(due), _) if due.about => {
            words.fill(say::PLAN_WAIT_UNTIL_ABOUT, &[("day", &day(due.day))])
        }
        (Some(due), _) => words.fill(say::PLAN_WAIT_UNTIL, &[("day", &day(due.day))]),
        (None, Some(wait)) => words.fill(say::PLAN_WAIT_SHORT, &[("span", &span(words, wait))]),
        (None, None) => words.say(say::PLAN_WAIT_UNKNOWN),
    };
    let Some(next) = spot.next else {
        let is_end = spot.is_last;
        return html! {
            if is_end {
                <p class="next" data-rc="due">{ words.say(say::PLAN_ALL_DONE) }</p>
            }
        };
    };
    let next = words.fill(say::PLAN_NEXT_DOOR, &[("name", &view.name_of(next))]);
    html! {
        <div class="next" data-rc="due">
            <p class="text">{ wait }</p>
            <p class="text strong">{ next }</p>
        </div>
    }
}
