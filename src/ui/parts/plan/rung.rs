//! One door on the path, with everything a person needs to go through it.

use yew::prelude::*;

use super::View;
use super::contact::{contact, standing};
use super::detail::{facts, more_facts, said, warnings, way_in};
use super::door::{Door, door};
use super::door_words::{how, sign};
use super::progress::{Tells, afterwards, progress_words};
use super::reasons::reasons;
use super::source_line::source_line;
use super::state_line::state_line;
use crate::engine::knowledge::{Channel, FactRef, SourceRef, Stage, TextRef};
use crate::engine::plan::{Outcome, Progress, Standing, Step};
use crate::ui::markup::{classes, html};
use crate::ui::parts::dial::{dialable, phone_link};
use crate::ui::parts::guide_link::link_of;
use crate::ui::parts::icon::{Icon, icon, icon_as};
use crate::ui::say::{self, Sentence};

/// What a person can do at a door.
#[derive(Clone, PartialEq)]
pub(crate) struct Deeds {
    /// Tells what was done and what came of it.
    pub(crate) tells: Tells,
    /// Has something ready to take along, or not after all.
    pub(crate) on_bring: Callback<TextRef>,
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
    /// Whether it stands unfolded.
    pub(super) is_unfolded: bool,
    /// Whether it takes one line only, once it is used.
    pub(super) is_behind: bool,
}

/// One door of the ladder.
pub(super) fn rung(view: &View, step: &Step, spot: Spot, deeds: &Deeds) -> Html {
    let Some(channel) = view.core.channel(step.channel) else { return Html::default() };
    let deed = view.case.deed(step.channel);
    let turn = turn(view, step);
    let is_later = step.standing == Standing::Later;
    let classes = classes!(
        "rung",
        deed.map(|_| "rung-walked"),
        is_later.then_some("rung-wait"),
        turn.is_some().then_some("rung-next"),
        spot.is_last.then_some("ladder-end"),
    );
    let open =
        step.opening.is_open().map_or("null", |is_open| if is_open { "true" } else { "false" });
    let words = view.words;
    let day = deed.map(|deed| view.day(deed.day));
    let (n, how) = (spot.number.to_string(), words.say(how(channel)));
    let number = match &day {
        Some(day) => words.fill(say::PLAN_RUNG_WALKED, &[("n", &n), ("day", day)]),
        None => words.fill(say::PLAN_RUNG_NO, &[("n", &n), ("how", &how)]),
    };
    let rest = || {
        html! {
            <>
                { state_line(view, step, channel) }
                { standing(view, channel) }
                { reasons(view, step, &deeds.on_ask) }
                { inside(view, step, channel, spot, &deeds.on_bring) }
                { acts(view, step, channel, &deeds.tells) }
                if let Some(deed) = deed {
                    { afterwards(view, step, deed, &deeds.tells) }
                }
            </>
        }
    };
    let name = said(channel, &words.get(channel.name));
    // A door that is behind the person takes one line; the next one takes the room.
    let past = progress_words(view, step.progress).filter(|_| deed.is_some() && spot.is_behind);
    html! {
        <li key={channel.id.as_str()} class={classes} part="door" data-rc="rung" data-id={channel.id.clone()}
            data-stage={step.stage.id()} data-verdict={step.standing.id()} data-open={open}
            data-progress={step.progress.id()} data-next={turn.is_some().to_string()}>
            { door(Door::of(step, channel), sign(channel)) }
            <div class="rung-body">
                if let Some(past) = past {
                    { behind(view, channel, (number, past, name), &rest) }
                } else {
                    <div class="rung-head">
                        <p class="rung-no">
                            { number }
                            if let Some(turn) = &turn {
                                { " " }<strong class="turn">{ turn.clone() }</strong>
                            }
                        </p>
                        <h3 class="rung-name" tabindex="-1">{ name }</h3>
                    </div>
                    { rest() }
                }
            </div>
        </li>
    }
}

/// A door that was used, in one line that unfolds to the rest.
fn behind(
    view: &View,
    channel: &Channel,
    (number, past, name): (AttrValue, AttrValue, Html),
    rest: &dyn Fn() -> Html,
) -> Html {
    let key = AttrValue::from(format!("past {}", channel.id));
    let is_opened = view.is_opened(&key);
    html! {
        <details key="past" class="more" data-rc="past" ontoggle={view.folds(key)}>
            <summary class="more-head past-head">
                { icon_as(Icon::Chevron, "icon more-arrow") }
                <span class="rung-no">{ number }{ " · " }<b>{ past }</b></span>
                <h3 class="rung-name">{ name }</h3>
            </summary>
            if is_opened {
                <div class="more-body">{ rest() }</div>
            }
        </details>
    }
}

/// That it is this door's turn, or may be, and from when if not now; `None` if it is not.
fn turn(view: &View, step: &Step) -> Option<AttrValue> {
    let (next, from) = view.next().filter(|_| view.plan.outcome != Outcome::Solved)?;
    let words = || match from {
        None if step.standing == Standing::Unknown => view.words.say(say::PLAN_TURN_PERHAPS),
        None => view.words.say(say::PLAN_TURN),
        Some(due) => view.words.fill(say::PLAN_TURN_FROM, &[("day", &view.due(due))]),
    };
    (next.channel == step.channel).then(words)
}

/// The way in, the facts and the sources: unfolded at the door whose turn it is,
/// folded at the others, of which those for right now keep their way in.
fn inside(
    view: &View,
    step: &Step,
    channel: &Channel,
    spot: Spot,
    on_bring: &Callback<TextRef>,
) -> Html {
    if !view.words.has(channel.summary) {
        return html! { <p class="text small muted">{ view.words.say(say::PLAN_DETAILS_COMING) }</p> };
    }
    let shows_way = step.stage == Stage::Now && step.standing != Standing::Later;
    let is_whole = spot.is_unfolded;
    let body = || {
        html! {
            <>
                if is_whole || !shows_way {
                    { way_in(view, channel) }
                }
                { contact(view, channel) }
                { facts(view, step, channel, on_bring) }
                if !is_whole {
                    { more_facts(view, channel) }
                }
                { warnings(view, channel) }
                { source_line(view, channel.grade, &sources(step, channel), channel.source_date.as_deref()) }
                { link_of(view, step.channel) }
            </>
        }
    };
    if is_whole {
        let rest = more(view, channel, say::PLAN_DETAILS_REST, &|| more_facts(view, channel));
        return html! { <>{ body() }{ rest }</> };
    }
    let head = if shows_way { say::PLAN_DETAILS_SHORT } else { say::PLAN_DETAILS };
    html! {
        <>
            if shows_way {
                { way_in(view, channel) }
            }
            { more(view, channel, head, &body) }
        </>
    }
}

/// What unfolds under a heading, which tells a screen reader whose it is.
fn more(view: &View, channel: &Channel, head: Sentence, body: &dyn Fn() -> Html) -> Html {
    let key = AttrValue::from(channel.id.clone());
    let is_opened = view.is_opened(&key);
    html! {
        <details class="more" ontoggle={view.folds(key)}>
            <summary class="more-head">
                { icon_as(Icon::Chevron, "icon more-arrow") }
                <span>{ view.words.say(head) }</span>
                <span class="unseen">{ view.words.get(channel.name) }</span>
            </summary>
            if is_opened {
                <div class="more-body">{ body() }</div>
            }
        </details>
    }
}

/// Where the reason and the record come from, the reason first.
fn sources(step: &Step, channel: &Channel) -> Vec<SourceRef> {
    step.sources.iter().chain(&channel.sources).copied().collect()
}

/// The call and the tick. Neither goes away once the tick is set, so that nothing
/// moves under the finger.
fn acts(view: &View, step: &Step, channel: &Channel, tells: &Tells) -> Html {
    let words = view.words;
    let deed = view.case.deed(step.channel);
    let is_done = deed.is_some();
    let (door, day) = (step.channel, deed.map_or(view.moment.today(), |deed| deed.day));
    let on_click = tells.on_tick.reform(move |_: MouseEvent| (door, day));
    let is_said = matches!(step.progress, Progress::Said(_));
    let label = if is_said { say::PLAN_IT_WAS_HERE } else { say::PLAN_I_DID };
    html! {
        <div class="acts">
            if let Some(phone) = dialable(channel).filter(|_| step.standing != Standing::Later) {
                <a class="button" href={phone_link(phone)} data-channel={channel.id.clone()}>
                    { icon(Icon::Phone) }
                    <span translate="no">{ words.fill(say::PLAN_CALL, &[("number", phone)]) }</span>
                </a>
            }
            <button type="button" class={classes!("button", is_done.then_some("button-done"))}
                data-rc="did-this" aria-pressed={is_done.to_string()} onclick={on_click}>
                { icon(Icon::Check) }
                <span>{ words.say(label) }</span>
                <span class="unseen">{ words.get(channel.name) }</span>
            </button>
        </div>
    }
}
