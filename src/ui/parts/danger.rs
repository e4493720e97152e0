//! A calm notice for whoever writes that they are in danger: it comes before
//! everything else, and is told to nobody.

use yew::prelude::*;

use super::dial::phone_link;
use super::icon::{Icon, icon};
use super::plan::source_line::{Teller, brief};
use crate::engine::case::Value;
use crate::engine::knowledge::{Core, CrisisCall, Region};
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
    let is_own = danger == Danger::OwnHand;
    let (id, title, text) = if is_own {
        ("own-hand", say::DANGER_OWN_TITLE, say::DANGER_OWN_TEXT)
    } else {
        ("others", say::DANGER_OTHERS_TITLE, say::DANGER_OTHERS_TEXT)
    };
    let here = here(core, state);
    let place = here.map_or("", |region| words.read(region.name));
    let place = &[("place", place)];
    // Who is threatened by others needs the police, not somebody to talk to.
    let calls = core.crisis.calls.iter().filter(|call| {
        (is_own || call.line.is_none())
            && here.is_some_and(|here| {
                core.region(call.region).is_some_and(|it| std::ptr::eq(it, here))
            })
    });
    let calls: Vec<&CrisisCall> = calls.collect();
    html! {
        <section class="notice" data-rc="danger" data-value={id}>
            <span class="notice-icon">{ icon(Icon::Shield) }</span>
            <div class="notice-body">
                <h2 class="notice-title">{ words.say(title) }</h2>
                <p class="text">{ words.say(text) }</p>
                for call in calls.iter() {
                    <p class="text">{ call.line.map_or_else(|| words.fill(say::DANGER_HERE, place), |line| words.get(line)) }</p>
                    <a class="button" href={phone_link(&call.number)}>
                        { icon(Icon::Phone) }
                        <span translate="no">{ words.fill(say::PLAN_CALL, &[("number", &call.number)]) }</span>
                    </a>
                    { brief(teller, call.grade, &call.sources) }
                }
                if calls.is_empty() {
                    <p class="text">{ words.say(say::DANGER_NOWHERE) }</p>
                } else {
                    <p class="text">{ words.fill(say::DANGER_NOT_HERE, place) }</p>
                }
                <p class="text small muted">{ words.say(say::DANGER_PRIVATE) }</p>
            </div>
        </section>
    }
}

/// Where the person is.
fn here<'a>(core: &'a Core, state: &State) -> Option<&'a Region> {
    let fact = core.fact_named("region")?;
    let Some(Value::Choice(place)) = state.case.value(fact) else { return None };
    let code = &core.fact(fact)?.options.get(usize::from(place))?.id;
    core.regions.iter().find(|region| region.code == *code)
}
