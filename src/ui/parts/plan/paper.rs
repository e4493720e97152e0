//! The plan on paper: what to do now, the doors in order with room to write, what
//! is not for you, the days to keep and what to take along.

use yew::prelude::*;

use super::View;
use super::door_words::{how, is_answered, is_own};
use super::fact_words::paragraph;
use super::heard_line::heard_in_short;
use super::source_line::short_source;
use super::span_words::span_and_basis;
use super::state_line::week;
use super::struck::struck;
use super::time_words::{clock, own_clock};
use super::walls::{in_order, is_dangerous, reason};
use crate::engine::calendar::Opening;
use crate::engine::knowledge::{Channel, Grade, Status, TextRef};
use crate::engine::plan::{Standing, Step};
use crate::ui::markup::{classes, html};
use crate::ui::parts::dial::dialable;
use crate::ui::parts::icon::mark;
use crate::ui::say;

/// How many doors are printed with everything; those after them with their name
/// and contact.
const FULL: usize = 7;
/// How many closed doors are printed, and how many things to take along.
const WALLS: usize = 5;
const TAKEN: usize = 14;

/// So many days apart two days never fall into one year.
const DAYS_APART: i32 = 366;

/// The sheet. It is drawn only while it is wanted, and seen only on paper.
pub(crate) fn paper(view: &View) -> Html {
    let words = view.words;
    let (full, rest) = view.plan.ladder.split_at_checked(FULL).unwrap_or((&view.plan.ladder, &[]));
    html! {
        <article class="a4" data-rc="paper">
            { head(view) }
            { now(view) }
            <ol class="plain">
                for (place, step) in full.iter().enumerate() {
                    { door(view, step, place + 1) }
                }
            </ol>
            if !rest.is_empty() {
                <ol class="plain a4-rest" aria-label={words.say(say::PLAN_PAPER_ALSO)}>
                    for (place, step) in rest.iter().enumerate() {
                        { door_in_short(view, step, FULL + place + 1) }
                    }
                </ol>
            }
            <div class="a4-cols">
                { walls(view) }
                <div class="stack-2">
                    <p class="a4-name">{ words.say(say::PLAN_IMPOSTORS) }</p>
                    { days(view) }
                </div>
            </div>
            { bring(view) }
            <p class="a4-small">
                { paragraph(words, &[
                    words.say(say::FOOT_LEGAL),
                    words.fill(say::FOOT_KNOWLEDGE, &[("date", &view.day(view.core.date)), ("version", &view.core.version)]),
                ]) }
            </p>
        </article>
    }
}

/// The name of the problem, and for when and where the plan was made.
fn head(view: &View) -> Html {
    let today = view.moment.today();
    // Paper outlives the year.
    let date = view.calendar.day(today, today - DAYS_APART);
    let (_, minutes) = own_clock(view.moment);
    html! {
        <header class="a4-head">
            <div>
                <span class="brand" translate="no">{ mark() }{ view.words.say(say::APP_NAME) }</span>
                <h1 class="a4-title">{ view.words.get(view.problem.name) }</h1>
            </div>
            <p class="a4-meta">
                { date }{ " " }{ clock(minutes) }<br />
                { heard_in_short(view).join(if view.words.lang.is_chinese() { "；" } else { "; " }) }
            </p>
        </header>
    }
}

/// What to do at once or first, with the number to call in large figures.
fn now(view: &View) -> Html {
    let is_grave = view.is_grave();
    let acts = if is_grave { &view.plan.urgent } else { &view.plan.first };
    if acts.is_empty() {
        return Html::default();
    }
    let number = acts.iter().find_map(|act| dialable(view.core.channel(act.channel?)?));
    let title = if is_grave { say::PLAN_PAPER_NOW } else { say::PLAN_URGENT_FIRST };
    html! {
        <section class="a4-now">
            if let Some(number) = number.filter(|_| is_grave) {
                <p class="a4-number" translate="no">{ number.to_owned() }</p>
            }
            <div>
                <h2 class="a4-name">{ view.words.say(title) }</h2>
                <ol class="a4-acts">
                    for act in acts {
                        <li>{ view.words.get(act.text) }</li>
                    }
                </ol>
            </div>
        </section>
    }
}

/// One door, with everything that is needed to go through it and room to write.
fn door(view: &View, step: &Step, number: usize) -> Html {
    let Some(channel) = view.core.channel(step.channel) else { return Html::default() };
    let words = view.words;
    let steps: Vec<AttrValue> = channel.entry.iter().map(|step| words.get(*step)).collect();
    let spans = [channel.response.as_ref(), channel.outcome.as_ref()].into_iter().flatten();
    let spans: Vec<AttrValue> = (spans.map(|span| span_and_basis(words, span)))
        .chain([short_source(view, step, channel)])
        .collect();
    let texts = [step.reason].into_iter().chain(channel.cannot.first().copied());
    let said: Vec<AttrValue> = texts.map(|text| words.get(text)).collect();
    html! {
        <li key={channel.id.as_str()} class="a4-door" data-rc="paper-door" data-id={channel.id.clone()}>
            <div>
                { name(view, step, channel, number) }
                <p class="a4-line">{ paragraph(words, &said) }</p>
                if !steps.is_empty() {
                    <p class="a4-line" translate="no">
                        if channel.status == Status::Disputed {
                            { struck(&steps.join(" › ")) }
                        } else {
                            { steps.join(" › ") }
                        }
                    </p>
                }
                { contact(channel) }
                <p class="a4-small">
                    { paragraph(words, &spans) }
                </p>
            </div>
            if let Some(address) = official(channel) {
                <svg class="a4-code" data-code={address.to_owned()} aria-hidden="true"></svg>
            }
            <div class="a4-fill">
                <span class="a4-rule">{ words.say(say::PLAN_PAPER_DAY) }</span>
                <span class="a4-rule">{ words.say(say::PLAN_PAPER_REFERENCE) }</span>
            </div>
        </li>
    }
}

/// A later door: its name, and where it is.
fn door_in_short(view: &View, step: &Step, number: usize) -> Html {
    let Some(channel) = view.core.channel(step.channel) else { return Html::default() };
    html! {
        <li key={channel.id.as_str()} data-rc="paper-door" data-id={channel.id.clone()}>
            { name(view, step, channel, number) }
            { contact(channel) }
        </li>
    }
}

/// Number, name, how one gets there and when; a box to tick.
fn name(view: &View, step: &Step, channel: &Channel, number: usize) -> Html {
    let words = view.words;
    let is_disputed = channel.status == Status::Disputed;
    let name = words.get(channel.name);
    html! {
        <h2 class="a4-name">
            <span class={classes!("a4-box", view.is_done(step.channel).then_some("a4-ticked"))}></span>
            { number }{ ". " }
            if is_disputed { { struck(&name) } } else { { name } }
            <span class="a4-how">
                { words.say(how(channel)) }
                if let Some(when) = when(view, step, channel) {
                    { " · " }{ when }
                }
            </span>
        </h2>
    }
}

/// When somebody is there. Paper is read later, so “now” is never said.
fn when(view: &View, step: &Step, channel: &Channel) -> Option<AttrValue> {
    let words = view.words;
    if step.standing == Standing::Later {
        let from = |due| words.fill(say::PLAN_FROM_DAY, &[("day", &view.due(due))]);
        return Some(step.due.map_or_else(|| words.say(say::PLAN_TRY_ABOVE), from));
    }
    if step.opening == Opening::Always {
        let is_day_and_night = is_answered(channel);
        return Some(words.say(if is_day_and_night {
            say::PLAN_DAY_AND_NIGHT
        } else {
            say::PLAN_ANY_TIME
        }));
    }
    let unknown = || (!is_own(channel)).then(|| words.say(say::PLAN_HOURS_UNKNOWN));
    week(view, channel).map(AttrValue::from).or_else(unknown)
}

/// Number, address and mail in full; nothing of a door that must not be used.
fn contact(channel: &Channel) -> Html {
    if !matches!(channel.status, Status::Active | Status::Unverified) {
        return Html::default();
    }
    let ways = [dialable(channel), channel.url.as_deref(), channel.email.as_deref()];
    html! {
        for way in ways.into_iter().flatten() {
            <p class="a4-line a4-way" translate="no">{ way.to_owned() }</p>
        }
    }
}

/// The address of a door, if the law or whoever runs it says so: a script of the page
/// draws it as a code, which nobody should follow on hearsay.
fn official(channel: &Channel) -> Option<&str> {
    let is_official = matches!(channel.contact_grade, Some(Grade::A | Grade::B));
    channel.url.as_deref().filter(|_| is_official && channel.status == Status::Active)
}

fn walls(view: &View) -> Html {
    let words = view.words;
    html! {
        <section>
            <h2 class="a4-name">{ words.say(say::PLAN_WALLS) }</h2>
            for (wall, channel) in in_order(view).into_iter().take(WALLS) {
                <p key={channel.id.as_str()} class="a4-line">
                    <b>
                        if is_dangerous(channel) {
                            { struck(&words.get(channel.name)) }
                        } else {
                            { words.get(channel.name) }
                        }
                    </b>
                    { " " }{ reason(view, wall) }
                </p>
            }
        </section>
    }
}

/// The days on which a clock ends.
fn days(view: &View) -> Html {
    let ends = view
        .plan
        .clocks
        .iter()
        .filter(|clock| !clock.is_over)
        .filter_map(|clock| Some((clock.ends?, view.problem.deadlines.get(clock.deadline)?)));
    let ends: Vec<(AttrValue, TextRef)> =
        ends.map(|(ends, deadline)| (view.due(ends), deadline.text)).collect();
    if ends.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <h2 class="a4-name">{ view.words.say(say::PLAN_PAPER_DAYS) }</h2>
            for (day, text) in ends {
                <p class="a4-line"><b>{ day }</b>{ " " }{ view.words.get(text) }</p>
            }
        </div>
    }
}

/// What the doors want to see, each thing once, with a box to tick.
fn bring(view: &View) -> Html {
    let channels = view.plan.ladder.iter().filter_map(|step| view.core.channel(step.channel));
    let mut things: Vec<TextRef> = Vec::new();
    for item in channels.flat_map(|channel| &channel.materials) {
        if !things.contains(&item.text) {
            things.push(item.text);
        }
    }
    if things.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2 class="a4-name">{ view.words.say(say::PLAN_PAPER_BRING) }</h2>
            <ul class="plain a4-bring">
                for thing in things.into_iter().take(TAKEN) {
                    <li>
                        <span class={classes!("a4-box", view.brought.contains(&thing).then_some("a4-ticked"))}></span>
                        { view.words.get(thing) }
                    </li>
                }
            </ul>
        </section>
    }
}
