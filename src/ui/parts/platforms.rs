//! Where it happened, to tap or to choose from a list.

use yew::prelude::*;

use crate::browser::event;
use crate::engine::knowledge::FactOption;
use crate::ui::hooks::{use_words, use_world};
use crate::ui::say;
use crate::ui::world::World;

/// What the tappable platforms need.
#[derive(PartialEq, Properties)]
pub(crate) struct PlatformsProps {
    /// Told the platform, as an option of the fact `platform`.
    pub(crate) on_choose: Callback<Option<u8>>,
}

/// The platforms, each a button.
#[component]
pub(crate) fn Platforms(props: &PlatformsProps) -> Html {
    let (words, world) = (use_words(), use_world());
    html! {
        <div class="stack-2" role="group" aria-label={words.say(say::BY_PLATFORM)}>
            <p class="label">{ words.say(say::BY_PLATFORM) }</p>
            <div class="chips">
                for (option, place) in platforms(&world).iter().zip(0_u8..) {
                    <button key={place} type="button" class="chip"
                        onclick={props.on_choose.reform(move |_| Some(place))}>
                        { words.get(option.name) }
                    </button>
                }
            </div>
        </div>
    }
}

/// What the list of platforms needs.
#[derive(PartialEq, Properties)]
pub(crate) struct PlatformListProps {
    /// The platform that is chosen; `None` is everywhere.
    pub(crate) chosen: Option<u8>,
    /// Told the platform, as an option of the fact `platform`.
    pub(crate) on_choose: Callback<Option<u8>>,
}

/// The platforms in one field, which leaves a phone room for the list below.
#[component]
pub(crate) fn PlatformList(props: &PlatformListProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let onchange = props.on_choose.reform(|event: Event| event::text(&event).parse().ok());
    html! {
        <label class="stack-1">
            <span class="label">{ words.say(say::BROWSE_WHERE) }</span>
            <select class="field" autocomplete="off" {onchange}>
                <option value="" selected={props.chosen.is_none()}>
                    { words.say(say::BROWSE_EVERYWHERE) }
                </option>
                for (option, place) in platforms(&world).iter().zip(0_u8..) {
                    <option key={place} value={place.to_string()}
                        selected={props.chosen == Some(place)}>
                        { words.get(option.name) }
                    </option>
                }
            </select>
        </label>
    }
}

fn platforms(world: &World) -> &[FactOption] {
    let core = world.core();
    let fact = core.fact_named("platform").and_then(|fact| core.fact(fact));
    fact.map_or(&[], |fact| &fact.options)
}
