//! The doors on one path, in order, with the miles between them.

use yew::prelude::*;

use super::View;
pub(crate) use super::rung::Deeds;
use super::rung::{Spot, rung};
use super::state_line::{region_zone, zone_name};
use super::time_words::{clock, is_own_clock, own_clock};
use crate::engine::knowledge::{ChannelRef, Stage};
use crate::engine::plan::{Standing, Step};
use crate::ui::markup::{classes, html};
use crate::ui::say::{self, Sentence};

/// How many doors are drawn at first: the one that is unfolded fills a screen.
const AT_FIRST: usize = 1;

/// The doors that stay unfolded once their turn is over, and the one that the
/// person told of last.
pub(crate) type Unfolded<'a> = (&'a [ChannelRef], Option<ChannelRef>);

/// The heading, the clock used, the ways to take the plan along, and the doors.
pub(crate) fn ladder(
    view: &View,
    deeds: &Deeds,
    unfolded: Unfolded,
    tools: Html,
    node: &NodeRef,
) -> Html {
    let steps = &view.plan.ladder;
    let words = view.words;
    let head = match steps.len() {
        0 => words.say(say::PLAN_NO_DOOR),
        1 => words.say(say::PLAN_DOOR_ONE),
        many => words.fill(say::PLAN_DOORS, &[("n", &many.to_string())]),
    };
    let region = view.core.fact_named("region");
    let is_place_open = region.is_some_and(|region| view.plan.asks.contains(&region));
    html! {
        <section class="stack-4">
            <div class="stack-1">
                <h2 class="h2">{ head }</h2>
                if is_place_open {
                    <p class="text">{ words.say(say::PLAN_WHERE_FIRST) }</p>
                }
                if !steps.is_empty() {
                    <p class="text small muted">{ clock_used(view) }</p>
                }
                { tools }
            </div>
            <ol class="ladder" ref={node.clone()}>{ path(view, steps, deeds, unfolded) }</ol>
        </section>
    }
}

/// Miles and doors in one list, each with its key, so that a door which stays is
/// moved rather than drawn anew.
fn path(view: &View, steps: &[Step], deeds: &Deeds, (unfolded, told): Unfolded) -> Vec<Html> {
    let mut path = Vec::new();
    let mut stage = None;
    let next = view.next().map(|(step, _)| step.channel);
    let drawn = if view.is_settled { steps.len() } else { AT_FIRST };
    for (place, step) in steps.iter().enumerate().take(drawn) {
        if stage != Some(step.stage) {
            path.push(mile(view, step.stage, stage.is_none(), steps));
            stage = Some(step.stage);
        }
        let spot = Spot {
            number: place + 1,
            is_last: place + 1 == steps.len(),
            is_unfolded: next == Some(step.channel) || unfolded.contains(&step.channel),
            is_behind: next != Some(step.channel) && told != Some(step.channel),
        };
        path.push(rung(view, step, spot, deeds));
    }
    path
}

fn mile(view: &View, stage: Stage, is_first: bool, steps: &[Step]) -> Html {
    let tone = match stage {
        Stage::Now if view.is_grave() => Some("mile-now"),
        Stage::Now | Stage::First => Some("mile-here"),
        Stage::Next | Stage::Escalate | Stage::Last => None,
    };
    let mut here = steps.iter().filter(|step| step.stage == stage);
    let is_waiting = here.all(|step| step.standing == Standing::Later);
    let classes = classes!(
        "mile",
        tone,
        is_first.then_some("mile-first"),
        is_waiting.then_some("mile-wait"),
    );
    html! {
        <li key={stage.id()} class={classes}><p class="mile-text"><span>{ view.words.say(name(stage)) }</span></p></li>
    }
}

const fn name(stage: Stage) -> Sentence {
    match stage {
        Stage::Now => say::PLAN_MILE_NOW,
        Stage::First => say::PLAN_MILE_FIRST,
        Stage::Next => say::PLAN_MILE_NEXT,
        Stage::Escalate => say::PLAN_MILE_ESCALATE,
        Stage::Last => say::PLAN_MILE_LAST,
    }
}

/// By which clock the doors are judged, named once: the zone of the region if
/// the reader's clock agrees with it, the device's own otherwise.
fn clock_used(view: &View) -> AttrValue {
    let (weekday, minutes) = own_clock(view.moment);
    let time = clock(minutes);
    let weekday = view.calendar.weekday(weekday);
    match region_zone(view).filter(|zone| is_own_clock(view.moment, zone)) {
        Some(zone) => {
            let zone = zone_name(view, zone);
            let holes = [("weekday", weekday), ("time", &*time), ("zone", &*zone)];
            view.words.fill(say::PLAN_CLOCK_ZONE, &holes)
        }
        None => view.words.fill(say::PLAN_CLOCK_HERE, &[("weekday", weekday), ("time", &time)]),
    }
}
