//! The doors that are not for this case, each with its one reason.

use yew::prelude::*;

use super::View;
use super::door::bricks;
use super::fact_words::answered;
use super::struck::struck;
use crate::engine::knowledge::{Channel, ChannelKind, Status};
use crate::engine::plan::Wall;
use crate::engine::sorting;
use crate::ui::markup::{classes, html};
use crate::ui::parts::icon::{Icon, icon, icon_as};
use crate::ui::say;

/// How many walls stand before the rest is folded.
const SHOWN: usize = 5;

/// The doors that are not for this case; those that are dangerous come first.
pub(crate) fn walls(view: &View) -> Html {
    let walls = in_order(view);
    if walls.is_empty() {
        return Html::default();
    }
    let (shown, folded) = walls.split_at_checked(SHOWN).unwrap_or((&walls, &[]));
    html! {
        <section class="stack-4">
            <h2 class="h2">{ view.words.say(say::PLAN_WALLS) }</h2>
            if let Some(door) = instead(view) {
                <p class="text muted" data-rc="instead" data-id={door.id.clone()}>
                    { view.words.fill(say::PLAN_WALLS_INSTEAD, &[("name", &view.words.get(door.name))]) }
                </p>
            }
            { list(view, shown) }
            if !folded.is_empty() {
                <details class="more">
                    <summary class="more-head">
                        { icon_as(Icon::Chevron, "icon more-arrow") }
                        <span>{ view.words.fill(say::PLAN_WALLS_MORE, &[("n", &folded.len().to_string())]) }</span>
                    </summary>
                    <div class="more-body">{ list(view, folded) }</div>
                </details>
            }
        </section>
    }
}

/// The walls, those that are dangerous first.
pub(super) fn in_order<'a>(view: &View<'a>) -> Vec<(&'a Wall, &'a Channel)> {
    let walls = view.plan.walls.iter();
    let mut walls: Vec<(&Wall, &Channel)> =
        walls.filter_map(|wall| Some((wall, view.core.channel(wall.channel)?))).collect();
    sorting::by_key(&mut walls, |(_, channel)| !is_dangerous(channel));
    walls
}

/// The door that is: the first to be called at once, or else the one whose turn it is.
fn instead<'a>(view: &View<'a>) -> Option<&'a Channel> {
    let calls = view.plan.urgent.iter().filter_map(|act| act.channel);
    let mut doors = calls.chain(view.next().map(|(step, _)| step.channel));
    view.core.channel(doors.find(|door| !view.is_done(*door))?)
}

fn list(view: &View, walls: &[(&Wall, &Channel)]) -> Html {
    html! {
        <ul class="walls">
            for (wall, channel) in walls.iter().copied() {
                { item(view, wall, channel) }
            }
        </ul>
    }
}

pub(super) fn is_dangerous(channel: &Channel) -> bool {
    matches!(channel.status, Status::Disputed | Status::WarnOnly)
}

fn item(view: &View, wall: &Wall, channel: &Channel) -> Html {
    let words = view.words;
    let is_dangerous = is_dangerous(channel);
    let flag = match channel.status {
        Status::Disputed if channel.phone.is_some() => Some(say::PLAN_DISPUTED_CALL),
        Status::Disputed => Some(say::PLAN_DISPUTED),
        Status::WarnOnly => Some(say::PLAN_DO_NOT_USE),
        Status::Active | Status::Unverified => None,
    };
    let sign = if channel.kind == ChannelKind::Phone { Icon::PhoneOff } else { Icon::Alert };
    html! {
        <li key={channel.id.as_str()} class={classes!("wall", is_dangerous.then_some("wall-danger"))}
            data-rc="excluded" data-id={channel.id.clone()} data-kind={wall.kind.id()}>
            if is_dangerous {
                <span class="wall-icon">{ icon(sign) }</span>
            } else {
                { bricks() }
            }
            <div>
                <p class="wall-name">
                    if is_dangerous {
                        { struck(&words.get(channel.name)) }
                    } else {
                        { words.get(channel.name) }
                    }
                    if let Some(phone) = channel.phone.as_ref().filter(|_| is_dangerous) {
                        { " " }<s class="dead-number" translate="no">{ phone.clone() }</s>
                    }
                </p>
                if let Some(flag) = flag {
                    <p class="wall-flag">{ words.say(flag) }</p>
                }
                <p class="wall-why">{ reason(view, wall) }</p>
            </div>
        </li>
    }
}

/// The reason a record gives, or the facts of the case that decided.
pub(super) fn reason(view: &View, wall: &Wall) -> AttrValue {
    if let Some(reason) = wall.reason {
        return view.words.get(reason);
    }
    match answered(view, &wall.facts) {
        Some(facts) => view.words.fill(say::PLAN_WALL_HERE, &[("facts", &facts)]),
        None => view.words.say(say::PLAN_WALL_PLAIN),
    }
}
