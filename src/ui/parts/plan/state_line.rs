//! The line that says whether a door is open, first in words.

use yew::prelude::*;

use super::View;
use super::door_words::{is_answered, is_own, is_visited};
use super::progress::progress_line;
use super::time_words::{clock, is_own_clock};
use crate::engine::calendar::Opening;
use crate::engine::knowledge::{Channel, Grade, Region, Window, Zone};
use crate::engine::plan::{Standing, Step};
use crate::ui::markup::html;
use crate::ui::say::{self, Sentence};

/// How far the person is with the door; if they have not used it, whether it is
/// open now, until when, and by whose clock.
pub(super) fn state_line(view: &View, step: &Step, channel: &Channel) -> Html {
    if !step.progress.is_open() {
        return progress_line(view, step.progress);
    }
    if step.standing == Standing::Later {
        return later(view, step);
    }
    let words = view.words;
    let (class, word, rest) = match step.opening {
        Opening::Always if is_answered(channel) => {
            let rest = words.say(say::PLAN_DAY_AND_NIGHT);
            ("state state-open", words.say(say::PLAN_OPEN_NOW), Some(rest))
        }
        Opening::Always => ("state state-open", words.say(say::PLAN_ANY_TIME), None),
        Opening::Open { until } => {
            let rest = words.fill(say::PLAN_UNTIL, &[("time", &clock(until))]);
            ("state state-open", words.say(say::PLAN_OPEN_NOW), Some(rest))
        }
        Opening::Closed { .. } => {
            ("state", words.say(say::PLAN_CLOSED_NOW), opens(view, step.opening))
        }
        Opening::Unknown if is_own(channel) => return Html::default(),
        Opening::Unknown => {
            let is_desk = is_visited(channel);
            let word = if is_desk { say::PLAN_DESK_UNKNOWN } else { say::PLAN_HOURS_UNKNOWN };
            return html! {
                <p class="state" data-rc="state"><span>{ words.say(word) }</span></p>
            };
        }
    };
    let is_timed = matches!(step.opening, Opening::Open { .. } | Opening::Closed { .. });
    html! {
        <p {class} data-rc="state">
            <b class="state-word">{ word }</b>
            if let Some(rest) = rest {
                <span>{ rest }</span>
            }
            if let Some(zone) = zone_words(view, channel).filter(|_| is_timed) {
                <span>{ zone }</span>
            }
            if let Some(doubt) = doubt(view, channel) {
                <span>{ doubt }</span>
            }
            if let Some(instead) = instead(view, step) {
                <span class="state-instead">{ instead }</span>
            }
        </p>
    }
}

/// When a closed door opens.
pub(super) fn opens(view: &View, opening: Opening) -> Option<AttrValue> {
    let Opening::Closed { day, in_days, minute } = opening else { return None };
    let holes = [("day", &*day_words(view, day, in_days)), ("time", &*clock(minute))];
    Some(view.words.fill(say::PLAN_OPENS, &holes))
}

/// For a closed door: the first one of its stage that somebody stands behind now.
fn instead(view: &View, step: &Step) -> Option<AttrValue> {
    let is_open = |other: &&Step| {
        other.stage == step.stage
            && other.standing == Standing::Yes
            && other.progress.is_open()
            && other.opening.is_open() == Some(true)
    };
    let other =
        view.plan.ladder.iter().find(is_open).filter(|_| step.opening.is_open() == Some(false))?;
    Some(view.words.fill(say::PLAN_OPEN_INSTEAD, &[("name", &view.name_of(other.channel))]))
}

/// A rung whose turn has not come: on what day it does, if days are all it lacks.
fn later(view: &View, step: &Step) -> Html {
    let words = view.words;
    let from = step.due.map(|due| words.fill(say::PLAN_FROM_DAY, &[("day", &view.due(due))]));
    let word = if from.is_some() { say::PLAN_NOT_YET } else { say::PLAN_TRY_ABOVE };
    html! {
        <p class="state" data-rc="state">
            <b class="state-word">{ words.say(word) }</b>
            if let Some(from) = from {
                <span data-rc="due">{ from }</span>
            }
        </p>
    }
}

fn day_words(view: &View, day: i32, in_days: u8) -> String {
    match in_days {
        0 => view.words.say(say::PLAN_TODAY).to_string(),
        1 => view.words.say(say::PLAN_TOMORROW).to_string(),
        2..=6 => view.calendar.weekday(crate::engine::calendar::weekday(day)).to_owned(),
        _ => view.calendar.day(day, view.moment.today()),
    }
}

/// The zone of a channel's hours, unless its clock shows what the reader's shows.
fn zone_words(view: &View, channel: &Channel) -> Option<AttrValue> {
    let zone = view.core.zones.get(usize::from(channel.hours.as_ref()?.zone))?;
    (!is_own_clock(view.moment, zone)).then(|| zone_name(view, zone))
}

/// The name of a zone, after Beijing or a region that keeps it.
pub(super) fn zone_name(view: &View, zone: &Zone) -> AttrValue {
    if let Some(city) = city(&zone.name) {
        return view.words.say(city);
    }
    let keeps = |place: u8| {
        view.core.zones.get(usize::from(place)).is_some_and(|kept| kept.name == zone.name)
    };
    match view.core.regions.iter().find(|region| keeps(region.zone)) {
        Some(region) => {
            let name = view.words.get(region.name);
            view.words.fill(say::PLAN_ZONE_OF, &[("place", &name)])
        }
        None => zone.name.clone().into(),
    }
}

/// The city a zone is called after where its country has several, or where
/// everybody says so.
fn city(zone: &str) -> Option<Sentence> {
    match zone {
        "Asia/Shanghai" => Some(say::PLAN_ZONE_BEIJING),
        "America/New_York" => Some(say::PLAN_ZONE_NEW_YORK),
        "America/Toronto" => Some(say::PLAN_ZONE_TORONTO),
        "America/Sao_Paulo" => Some(say::PLAN_ZONE_SAO_PAULO),
        "Asia/Jakarta" => Some(say::PLAN_ZONE_JAKARTA),
        "Australia/Sydney" => Some(say::PLAN_ZONE_SYDNEY),
        "Europe/Brussels" => Some(say::PLAN_ZONE_BRUSSELS),
        _ => None,
    }
}

/// The region the person is in; `None` where it is unknown or has no record.
pub(super) fn region<'a>(view: &View<'a>) -> Option<&'a Region> {
    view.core.here(view.case)
}

/// The zone of the region the person is in.
pub(super) fn region_zone<'a>(view: &View<'a>) -> Option<&'a Zone> {
    view.core.zones.get(usize::from(region(view)?.zone))
}

/// That hours are only reported, hearsay or disputed.
fn doubt(view: &View, channel: &Channel) -> Option<AttrValue> {
    let sentence = match channel.hours.as_ref()?.grade? {
        Grade::A | Grade::B => return None,
        Grade::C => say::PLAN_REPORTED_HOURS,
        Grade::D | Grade::U => say::PLAN_HEARSAY_HOURS,
        Grade::X => say::PLAN_DISPUTED_HOURS,
    };
    Some(view.words.say(sentence))
}

/// The hours of the week in words; `None` if they are unknown or without end.
pub(super) fn week(view: &View, channel: &Channel) -> Option<String> {
    let hours = channel.hours.as_ref().filter(|hours| !hours.windows.is_empty())?;
    let between = if view.words.lang.is_chinese() { "；" } else { "; " };
    let windows: Vec<AttrValue> =
        hours.windows.iter().map(|window| span(view, *window).into()).collect();
    let mut text = windows.join(between);
    if let Some(zone) = zone_words(view, channel) {
        text.push_str(if view.words.lang.is_chinese() { "，" } else { ", " });
        text.push_str(&zone);
    }
    Some(text)
}

fn span(view: &View, window: Window) -> String {
    let words = view.words;
    let name = |day: u8| view.calendar.weekday(day);
    let days = match (window.from, window.to) {
        (0, 6) => words.say(say::EVERY_DAY),
        (from, to) if from == to => name(from).to_owned().into(),
        (from, to) => words.fill(say::DATE_WEEKDAYS, &[("from", name(from)), ("to", name(to))]),
    };
    format!("{days} {}–{}", clock(window.open), clock(window.close))
}
