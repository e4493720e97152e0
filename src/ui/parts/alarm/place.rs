//! Where the person is, on which the first call depends.

use yew::prelude::*;

use crate::browser::event;
use crate::engine::case::Value;
use crate::engine::knowledge::FactRef;
use crate::ui::hooks::{use_words, use_world};
use crate::ui::say;

/// The region that is none of those with a name.
const ELSEWHERE: &str = "OTHER";

/// What the question needs.
#[derive(PartialEq, Properties)]
pub(super) struct PlaceProps {
    /// Where the person is taken to be, as an option of the fact `region`.
    pub(super) region: Option<u8>,
    /// Told where the person is; `None` is “not there”.
    pub(super) on_place: Callback<(FactRef, Option<Value>)>,
}

/// The question where the person is; while it is settled, only a way to say
/// that it is settled wrongly.
#[component]
pub(super) fn Place(props: &PlaceProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let core = world.core();
    let Some(fact) = core.fact_named("region") else { return Html::default() };
    let options = core.fact(fact).map_or(&[][..], |record| &record.options);
    let here = props.region.and_then(|place| options.get(usize::from(place)));
    if let Some(here) = here {
        let wrong = if here.id == ELSEWHERE {
            words.say(say::ALARM_OTHER_PLACE)
        } else {
            words.fill(say::ALARM_ELSEWHERE, &[("region", &words.get(here.name))])
        };
        return html! {
            <button type="button" class="alarm-quiet" onclick={props.on_place.reform(move |_| (fact, None))}>
                { wrong }
            </button>
        };
    }
    let onchange = {
        let (world, on_place) = (world.clone(), props.on_place.clone());
        move |event: Event| {
            let chosen = world.core().option_named(fact, &event::text(&event));
            on_place.emit((fact, chosen));
        }
    };
    html! {
        <label class="alarm-where">
            <span>{ words.say(say::ALARM_WHERE) }</span>
            <select class="alarm-place" autocomplete="off" {onchange}>
                <option value="" selected=true disabled=true>{ words.say(say::ALARM_CHOOSE_PLACE) }</option>
                for option in options {
                    <option key={option.id.clone()} value={option.id.clone()}>
                        { words.get(option.name) }
                    </option>
                }
            </select>
        </label>
    }
}
