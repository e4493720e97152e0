//! Where it happened, to tap or to choose from a list.

use yew::prelude::*;

use crate::browser::event;
use crate::engine::knowledge::{Core, FactOption};
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::words::Words;

/// The platforms, each a button. `on_choose` is told an option of the fact
/// `platform`.
pub(crate) fn platforms(words: &Words, core: &Core, on_choose: &Callback<Option<u8>>) -> Html {
    html! {
        <div class="stack-2" role="group" aria-label={words.say(say::BY_PLATFORM)}>
            <p class="label">{ words.say(say::BY_PLATFORM) }</p>
            <div class="chips">
                for (option, place) in options(core).iter().zip(0_u8..) {
                    <button key={place} type="button" class="chip"
                        onclick={on_choose.reform(move |_| Some(place))}>
                        { words.get(option.name) }
                    </button>
                }
            </div>
        </div>
    }
}

/// The platforms in one field, which leaves a phone room for the list below.
/// `None` is everywhere.
pub(crate) fn platform_list(
    words: &Words,
    core: &Core,
    chosen: Option<u8>,
    on_choose: &Callback<Option<u8>>,
) -> Html {
    let onchange = on_choose.reform(|event: Event| event::text(&event).parse().ok());
    html! {
        <label class="stack-1">
            <span class="label">{ words.say(say::BROWSE_WHERE) }</span>
            <select class="field" autocomplete="off" {onchange}>
                <option value="" selected={chosen.is_none()}>
                    { words.say(say::BROWSE_EVERYWHERE) }
                </option>
                for (option, place) in options(core).iter().zip(0_u8..) {
                    <option key={place} value={place.to_string()} selected={chosen == Some(place)}>
                        { words.get(option.name) }
                    </option>
                }
            </select>
        </label>
    }
}

fn options(core: &Core) -> &[FactOption] {
    let fact = core.fact_named("platform").and_then(|fact| core.fact(fact));
    fact.map_or(&[], |fact| &fact.options)
}
