//! Where it happened, to tap.

use yew::prelude::*;

use crate::ui::hooks::{use_words, use_world};
use crate::ui::say::Sentence;

/// What the choice of platforms needs.
#[derive(PartialEq, Properties)]
pub(crate) struct PlatformsProps {
    /// What the choice is called.
    pub(crate) title: Sentence,
    /// The platform that is chosen, as an option of the fact `platform`.
    #[prop_or_default]
    pub(crate) chosen: Option<u8>,
    /// What choosing none is called; without it one has to be chosen.
    #[prop_or_default]
    pub(crate) everywhere: Option<Sentence>,
    /// Told the platform the person chooses; `None` is everywhere.
    pub(crate) on_choose: Callback<Option<u8>>,
}

/// The platforms, each a button.
#[component]
pub(crate) fn Platforms(props: &PlatformsProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let core = world.core();
    let fact = core.fact_named("platform").and_then(|fact| core.fact(fact));
    let options = fact.map_or(&[][..], |fact| &fact.options);
    let named = options.iter().zip(0_u8..).map(|(option, place)| (words.get(option.name), Some(place)));
    let all = props.everywhere.map(|name| (words.say(name), None));
    html! {
        <div class="stack-2" role="group" aria-label={words.say(props.title)}>
            <p class="label">{ words.say(props.title) }</p>
            <div class="chips">
                for (name, platform) in all.into_iter().chain(named) {
                    { chip(name, platform, props) }
                }
            </div>
        </div>
    }
}

fn chip(name: AttrValue, platform: Option<u8>, props: &PlatformsProps) -> Html {
    let is_on = props.everywhere.is_some() && platform == props.chosen;
    let pressed = props.everywhere.map(|_| is_on.to_string());
    html! {
        <button key={name.to_string()} type="button" class={classes!("chip", is_on.then_some("chip-on"))}
            aria-pressed={pressed} onclick={props.on_choose.reform(move |_| platform)}>
            { name }
        </button>
    }
}
