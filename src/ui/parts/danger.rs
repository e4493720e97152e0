//! A calm notice for whoever writes that they are in danger: it comes before
//! everything else, and is told to nobody.

use yew::prelude::*;

use super::dial::phone_link;
use super::icon::{Icon, icon};
use super::plan::source_line::{Teller, brief};
use crate::engine::knowledge::{Core, Grade};
use crate::engine::text::crisis::Danger;
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::state::State;
use crate::ui::words::filled;

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
    let (title, text) = if is_own {
        (say::DANGER_OWN_TITLE, say::DANGER_OWN_TEXT)
    } else {
        (say::DANGER_OTHERS_TITLE, say::DANGER_OTHERS_TEXT)
    };
    let here = core.here(&state.case);
    let place = here.map_or("", |here| words.read(here.name));
    // Who is threatened by others needs the police, not somebody to talk to.
    let calls = core.crisis.calls.iter().filter(|(at, _, said)| {
        here.zip(core.region(*at)).is_some_and(|(here, there)| std::ptr::eq(here, there))
            && (is_own || said.text == say::DANGER_HERE.text())
    });
    html! {
        <section class="notice" data-rc="danger" data-value={danger.id()}>
            <span class="notice-icon">{ icon(Icon::Shield) }</span>
            <div class="notice-body">
                <h2 class="notice-title">{ words.say(title) }</h2>
                <p class="text">{ words.say(text) }</p>
                for (call, (_, number, said)) in calls.enumerate() {
                    <div class="notice-call">
                        <p class="text">{ filled(words.read(said.text), &[("place", place)]) }</p>
                        // One call stands out: whoever reads this should not have to choose.
                        <a class={if call == 0 { "button button-main" } else { "button" }} href={phone_link(number)}>
                            { icon(Icon::Phone) }
                            <span translate="no">{ words.fill(say::PLAN_CALL, &[("number", number)]) }</span>
                        </a>
                        { brief(teller, said.grade.unwrap_or(Grade::U), &said.sources) }
                    </div>
                }
                <p class="text">{ words.say(say::DANGER_ELSEWHERE) }</p>
                <p class="text small muted">{ words.say(say::DANGER_PRIVATE) }</p>
            </div>
        </section>
    }
}
