//! Where the person is, on which the first call depends.

use yew::prelude::*;

use crate::browser::event;
use crate::engine::case::Value;
use crate::engine::knowledge::FactRef;
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::words::Words;
use crate::ui::world::World;

/// The region that is none of those with a name.
const ELSEWHERE: &str = "OTHER";

/// The question where the person is; while it is settled, only a way to say
/// that it is settled wrongly. `region` is where they are taken to be, as an
/// option of the fact `region`; `on_place` is told another, or `None` for “not
/// there”.
pub(super) fn place(
    words: &Words,
    world: &World,
    region: Option<u8>,
    on_place: &Callback<(FactRef, Option<Value>)>,
) -> Html {
    let core = world.core();
    let Some(fact) = core.fact_named("region") else { return Html::default() };
    let options = core.fact(fact).map_or(&[][..], |record| &record.options);
    let here = region.and_then(|place| options.get(usize::from(place)));
    if let Some(here) = here {
        let wrong = if here.id == ELSEWHERE {
            words.say(say::ALARM_OTHER_PLACE)
        } else {
            words.fill(say::ALARM_ELSEWHERE, &[("region", &words.get(here.name))])
        };
        return html! {
            <button type="button" class="alarm-quiet" onclick={on_place.reform(move |_| (fact, None))}>
                { wrong }
            </button>
        };
    }
    let onchange = {
        let (world, on_place) = (world.clone(), on_place.clone());
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
