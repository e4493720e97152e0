//! Doors found by name: what each is good for, whether it may be used, and in
//! which problems it stands.

use yew::prelude::*;

use super::dial::{dialable, phone_link};
use super::icon::{Icon, icon};
use super::plan::struck;
use super::row::first_sentence;
use crate::engine::knowledge::{Channel, ChannelRef, ProblemRef, Status};
use crate::ui::finder::stands_in;
use crate::ui::hooks::{use_words, use_world};
use crate::ui::say;
use crate::ui::words::Words;

/// How many doors are shown; a longer word finds fewer.
const MOST: usize = 6;
/// How many problems of a door stand in sight.
const IN_SIGHT: usize = 3;

/// The doors found, below the problems.
pub(super) fn doors(words: &Words, found: &[ChannelRef], on_choose: &Callback<ProblemRef>) -> Html {
    let left = found.len().saturating_sub(MOST);
    html! {
        <section class="stack-2">
            <h2 class="h2">{ words.say(say::BROWSE_DOORS) }</h2>
            <ul class="rows rows-two">
                for door in found.iter().copied().take(MOST) {
                    <li key={door.place()}><Found {door} on_choose={on_choose.clone()} /></li>
                }
            </ul>
            if left > 0 {
                <p class="text muted">
                    { words.fill(say::BROWSE_DOORS_LEFT, &[("n", &left.to_string())]) }
                </p>
            }
        </section>
    }
}

/// What a door found needs.
#[derive(PartialEq, Properties)]
struct FoundProps {
    door: ChannelRef,
    on_choose: Callback<ProblemRef>,
}

/// One door. Some stand in dozens of plans, so most of these are shown on demand.
#[component]
fn Found(props: &FoundProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let is_open = use_state_eq(|| false);
    let core = world.core();
    let Some(channel) = core.channel(props.door) else { return Html::default() };
    let is_sound = matches!(channel.status, Status::Active | Status::Unverified);
    let name = words.get(channel.name);
    let problems = stands_in(core, props.door);
    let count = if *is_open { problems.len() } else { IN_SIGHT };
    let shown = problems.iter().copied().take(count);
    let left = problems.len().saturating_sub(count);
    let on_more = {
        let is_open = is_open.setter();
        move |_: MouseEvent| is_open.set(true)
    };
    html! {
        <div class="found" data-rc="found-door" data-id={channel.id.clone()}>
            <p class="text row-name">
                if is_sound { { name } } else { { struck(&name) } }
            </p>
            { standing(&words, channel) }
            if is_sound {
                <p class="text row-note">{ first_sentence(&words.get(channel.summary)) }</p>
            }
            if let Some(number) = dialable(channel) {
                <p class="text">
                    <a class="link contact-link" href={phone_link(number)} data-channel={channel.id.clone()}>
                        { words.fill(say::ALARM_DIAL, &[("number", number)]) }
                    </a>
                </p>
            }
            if !problems.is_empty() {
                <p class="text hint">{ words.say(say::BROWSE_DOOR_FOR) }</p>
                <ul class="plain found-for">
                    for (problem, record) in
                        shown.filter_map(|problem| Some((problem, core.problem(problem)?)))
                    {
                        <li key={problem.place()}>
                            <button type="button" class="quiet"
                                onclick={props.on_choose.reform(move |_| problem)}>
                                { words.get(record.name) }
                            </button>
                        </li>
                    }
                    if left > 0 {
                        <li key="more">
                            <button type="button" class="quiet" onclick={on_more}>
                                { words.fill(say::BROWSE_DOOR_MORE, &[("n", &left.to_string())]) }
                            </button>
                        </li>
                    }
                </ul>
            } else if channel.status != Status::WarnOnly {
                <p class="text hint">{ words.say(say::BROWSE_DOOR_NOWHERE) }</p>
            }
        </div>
    }
}

/// Whether a door may be relied on, and why not.
fn standing(words: &Words, channel: &Channel) -> Html {
    let reason = channel.status_reason.map(|reason| words.get(reason)).unwrap_or_default();
    let flag = match channel.status {
        Status::Active => return Html::default(),
        Status::Unverified => {
            return html! { <p class="text row-note">{ words.say(say::PLAN_UNVERIFIED) }</p> };
        }
        Status::Disputed => say::PLAN_DISPUTED,
        Status::WarnOnly => say::BROWSE_DO_NOT_USE,
    };
    html! {
        <div class="wall-danger">
            <p class="wall-flag">{ icon(Icon::PhoneOff) }{ " " }{ words.say(flag) }</p>
            <p class="text muted">{ struck(&reason) }</p>
        </div>
    }
}
