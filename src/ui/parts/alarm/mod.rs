//! The red block: the one thing to do in the first second, then the next two.

mod first;
mod lead;
mod place;

use yew::prelude::*;

use self::first::{Kind, Raised};
use super::dial::{dialable, phone_link};
use super::icon::{Icon, icon};
use super::read::quoted;
use crate::engine::calendar::Moment;
use crate::engine::case::Value;
use crate::engine::knowledge::{ChannelKind, FactRef};
use crate::engine::plan::Act;
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::state::State;
use crate::ui::words::Words;
use crate::ui::world::World;

/// What the person can do about the alarm.
pub(crate) struct Replies {
    /// Told when the person says that it is not, or is, their case.
    pub(crate) on_fold: Callback<bool>,
    /// Told where the person is; `None` is “not where you think”.
    pub(crate) on_place: Callback<(FactRef, Option<Value>)>,
}

/// The red block, and the one assertive announcement of it.
pub(crate) fn alarm(
    words: &Words,
    world: &World,
    moment: Moment,
    state: &State,
    replies: &Replies,
) -> Html {
    let raised = first::raise(world.core(), state, moment);
    let title = raised.as_ref().map(|raised| words.say(title(raised)));
    // The announcement stands outside the block and speaks only when its own
    // words change, so that typing on does not repeat it.
    let spoken = title.filter(|_| !state.is_alarm_folded);
    html! {
        <>
            <div class="unseen" aria-live="assertive">{ spoken }</div>
            if let Some(raised) = raised {
                if state.is_alarm_folded {
                    { folded(words, &replies.on_fold) }
                } else {
                    { block(words, world, &raised, state, replies) }
                }
            }
        </>
    }
}

const fn title(raised: &Raised) -> say::Sentence {
    match raised.kind {
        Kind::MoneyCall => say::ALARM_MONEY_CALL,
        Kind::Call => say::ALARM_CALL,
        Kind::Act => say::ALARM_ACT,
    }
}

/// One line that never goes away while the alarm is up.
fn folded(words: &Words, on_fold: &Callback<bool>) -> Html {
    html! {
        <section class="alarm-line" data-rc="emergency">
            <span>{ words.say(say::ALARM_FOLDED) }</span>
            <button type="button" class="alarm-again" onclick={on_fold.reform(|_| false)}>
                { words.say(say::ALARM_UNFOLD) }
            </button>
        </section>
    }
}

fn block(words: &Words, world: &World, raised: &Raised, state: &State, replies: &Replies) -> Html {
    html! {
        <section class="alarm" part="alarm" data-rc="emergency" aria-labelledby="alarm-title">
            <h2 class="alarm-title" id="alarm-title">{ words.say(title(raised)) }</h2>
            if raised.region.is_none() {
                { place::place(words, world, raised.region, &replies.on_place) }
            }
            { lead::lead(words, world.core(), raised) }
            if !raised.next.is_empty() {
                <ol class="alarm-next" aria-label={words.say(say::ALARM_THEN)}>
                    for (place, act) in raised.next.iter().enumerate() {
                        <li class="alarm-item" key={place}>{ next(words, world, act) }</li>
                    }
                </ol>
            }
            { because(words, state) }
            <div class="alarm-foot">
                if raised.region.is_some() {
                    { place::place(words, world, raised.region, &replies.on_place) }
                }
                <button type="button" class="alarm-quiet" onclick={replies.on_fold.reform(|_| true)}>
                    { words.say(say::ALARM_NOT_MINE) }
                </button>
            </div>
        </section>
    }
}

/// The words that raised the alarm, so that a person can judge whether it is meant.
fn because(words: &Words, state: &State) -> Html {
    let span = state.heard.as_deref().and_then(|heard| heard.alarm_span.clone());
    let said = span.and_then(|span| state.story.get(span)).map(quoted).unwrap_or_default();
    if said.is_empty() {
        return Html::default();
    }
    html! {
        <p class="text small" data-rc="raised-by" translate="no">
            { words.fill(say::ALARM_BECAUSE, &[("words", &said)]) }
        </p>
    }
}

/// One of the acts that follow, with a way to dial where there is one.
fn next(words: &Words, world: &World, act: &Act) -> Html {
    let channel = act.channel.and_then(|channel| world.core().channel(channel));
    let drawing = match channel.map(|channel| channel.kind) {
        Some(ChannelKind::Bank) => Icon::Bank,
        Some(ChannelKind::Phone | ChannelKind::Police) => Icon::Phone,
        Some(_) => Icon::Shield,
        None => Icon::Alert,
    };
    html! {
        <>
            { icon(drawing) }
            <span>
                { words.get(act.text) }
                if let Some(number) = channel.and_then(dialable) {
                    <a class="alarm-dial" href={phone_link(number)}
                        data-channel={channel.map(|channel| channel.id.clone())}>
                        { words.fill(say::ALARM_DIAL, &[("number", number)]) }
                    </a>
                }
            </span>
        </>
    }
}
