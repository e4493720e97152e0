//! A calm notice for whoever writes that they are in danger: it comes before
//! everything else, and is told to nobody.

use yew::prelude::*;

use super::dial::phone_link;
use super::icon::{Icon, icon};
use super::plan::source_line::{Teller, brief};
use crate::engine::case::Value;
use crate::engine::knowledge::{Channel, Core, Region};
use crate::engine::text::crisis::Danger;
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::state::State;

/// The notice, inside the place that announces it.
pub(crate) fn danger(teller: &Teller, core: &Core, state: &State) -> Html {
    let danger = state.heard.as_deref().and_then(|heard| heard.danger);
    html! {
        <div aria-live="polite" class={danger.is_none().then_some("unseen")}>
            if let Some(danger) = danger {
                { notice(teller, core, state, danger) }
            }
        </div>
    }
}

fn notice(teller: &Teller, core: &Core, state: &State, danger: Danger) -> Html {
    let words = teller.words;
    let (id, title, text) = match danger {
        Danger::OwnHand => ("own-hand", say::DANGER_OWN_TITLE, say::DANGER_OWN_TEXT),
        Danger::Others => ("others", say::DANGER_OTHERS_TITLE, say::DANGER_OTHERS_TEXT),
    };
    html! {
        <section class="notice" data-rc="danger" data-value={id}>
            <span class="notice-icon">{ icon(Icon::Shield) }</span>
            <div class="notice-body">
                <h2 class="notice-title">{ words.say(title) }</h2>
                <p class="text">{ words.say(text) }</p>
                if let Some((region, channel, number)) = call(core, state) {
                    <p class="text">{ words.fill(say::DANGER_HERE, &[("place", words.read(region.name))]) }</p>
                    <a class="button" href={phone_link(number)}>
                        { icon(Icon::Phone) }
                        <span translate="no">{ words.fill(say::PLAN_CALL, &[("number", number)]) }</span>
                    </a>
                    { brief(teller, channel.grade, &channel.sources) }
                    <p class="text">{ words.fill(say::DANGER_NOT_HERE, &[("place", words.read(region.name))]) }</p>
                } else {
                    <p class="text">{ words.say(say::DANGER_NOWHERE) }</p>
                }
                <p class="text small muted">{ words.say(say::DANGER_PRIVATE) }</p>
            </div>
        </section>
    }
}

/// The emergency number where the person is, and the door whose record tells it.
fn call<'a>(core: &'a Core, state: &State) -> Option<(&'a Region, &'a Channel, &'a str)> {
    let fact = core.fact_named("region")?;
    let Some(Value::Choice(place)) = state.case.value(fact) else { return None };
    let code = &core.fact(fact)?.options.get(usize::from(place))?.id;
    core.crisis.calls.iter().find_map(|(region, channel, number)| {
        let region = core.region(*region).filter(|region| region.code == *code)?;
        Some((region, core.channel(*channel)?, number.as_str()))
    })
}
