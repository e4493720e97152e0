//! Doors found by name: what each is good for, whether it may be used, and in
//! which problems it stands.

use yew::prelude::*;

use super::dial::{dialable, phone_link};
use super::icon::{Icon, icon, icon_as};
use super::plan::struck;
use super::row::first_sentence;
use crate::engine::knowledge::{Channel, ChannelRef, Core, ProblemRef, Status};
use crate::ui::finder::stands_in;
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::words::Words;

/// How many doors are shown; a longer word finds fewer.
const MOST: usize = 6;
/// How many problems of a door stand in sight.
const IN_SIGHT: usize = 3;

/// The doors found, below the problems.
pub(super) fn doors(
    words: &Words,
    core: &Core,
    doors: &[ChannelRef],
    on_choose: &Callback<ProblemRef>,
) -> Html {
    let left = doors.len().saturating_sub(MOST);
    html! {
        <section class="stack-2">
            <h2 class="h2">{ words.say(say::BROWSE_DOORS) }</h2>
            <ul class="rows rows-two">
                for door in doors.iter().copied().take(MOST) {
                    <li key={door.place()}>{ found(words, core, door, on_choose) }</li>
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

/// One door. Some stand in dozens of plans, so most of these are folded.
fn found(words: &Words, core: &Core, door: ChannelRef, on_choose: &Callback<ProblemRef>) -> Html {
    let Some(channel) = core.channel(door) else { return Html::default() };
    let is_sound = matches!(channel.status, Status::Active | Status::Unverified);
    let name = words.get(channel.name);
    let problems = stands_in(core, door);
    let (shown, left) = problems.split_at_checked(IN_SIGHT).unwrap_or((&problems, &[]));
    html! {
        <div class="found" data-rc="found-door" data-id={channel.id.clone()}>
            <p class="text row-name">
                if is_sound { { name } } else { { struck(&name) } }
            </p>
            if is_sound {
                <p class="text row-note">{ first_sentence(&words.get(channel.summary), &['。']) }</p>
            }
            { standing(words, channel) }
            if let Some(number) = dialable(channel) {
                <p class="text">
                    <a class="link contact-link" href={phone_link(number)} data-channel={channel.id.clone()}>
                        { words.fill(say::ALARM_DIAL, &[("number", number)]) }
                    </a>
                </p>
            }
            if !problems.is_empty() {
                <p class="text hint">{ words.say(say::BROWSE_DOOR_FOR) }</p>
                { problems_of(words, core, shown, on_choose) }
                if !left.is_empty() {
                    <details class="more">
                        <summary class="more-head">
                            { icon_as(Icon::Chevron, "icon more-arrow") }
                            <span>{ words.fill(say::BROWSE_DOOR_MORE, &[("n", &left.len().to_string())]) }</span>
                        </summary>
                        { problems_of(words, core, left, on_choose) }
                    </details>
                }
            } else if channel.status != Status::WarnOnly {
                <p class="text hint">{ words.say(say::BROWSE_DOOR_NOWHERE) }</p>
            }
        </div>
    }
}

fn problems_of(
    words: &Words,
    core: &Core,
    problems: &[ProblemRef],
    on_choose: &Callback<ProblemRef>,
) -> Html {
    html! {
        <ul class="plain found-for">
            for problem in problems.iter().copied() {
                if let Some(record) = core.problem(problem) {
                    <li key={problem.place()}>
                        <button type="button" class="quiet" onclick={on_choose.reform(move |_| problem)}>
                            { words.get(record.name) }
                        </button>
                    </li>
                }
            }
        </ul>
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
