//! What this is not, and how old what it knows is.

use yew::prelude::*;

use super::icon::{Icon, icon};
use super::plan::CalendarWords;
use crate::engine::calendar::Moment;
use crate::engine::knowledge::Core;
use crate::ui::hooks::IDLE_MINUTES;
use crate::ui::markup::html;
use crate::ui::say::{self, Sentence};
use crate::ui::state::{Action, Screen, State};
use crate::ui::words::Words;

/// The footer: what else there is to read, and what this is not.
pub(crate) fn foot(
    words: &Words,
    core: &Core,
    moment: Moment,
    state: &UseReducerHandle<State>,
) -> Html {
    let date = CalendarWords::of(words).day(core.date, moment.today());
    let go = |name: Sentence, screen: Screen| {
        let state = state.clone();
        let onclick = move |_: MouseEvent| state.dispatch(Action::WentTo(screen));
        html! {
            <button type="button" class="quiet" data-rc="go" data-value={screen.id()} {onclick}>
                { words.say(name) }
            </button>
        }
    };
    html! {
        <footer class="foot" part="foot">
            <div class="foot-ways">
                { go(say::FOOT_GUIDES, Screen::Guides) }
                { go(say::FOOT_ABOUT, Screen::About) }
                { shared(words, state) }
            </div>
            if state.is_shared {
                <p class="text small" role="status">
                    { words.fill(say::SHARED_ON_TEXT, &[("n", &IDLE_MINUTES.to_string())]) }
                </p>
            }
            <p class="text small muted">{ words.say(say::FOOT_LEGAL) }</p>
            <p class="text small muted">
                { words.fill(say::FOOT_KNOWLEDGE, &[("date", &date), ("version", &core.version)]) }
                { if words.lang.is_chinese() { "" } else { " " } }
                { words.fill(say::FOOT_PROGRAM, &[("version", env!("CARGO_PKG_VERSION"))]) }
            </p>
        </footer>
    }
}

/// The switch for a computer that others use too.
pub(crate) fn shared(words: &Words, state: &UseReducerHandle<State>) -> Html {
    let is_shared = state.is_shared;
    let state = state.clone();
    let onclick = move |_: MouseEvent| state.dispatch(Action::Shared(!is_shared));
    html! {
        <button type="button" class="quiet" data-rc="shared" aria-pressed={is_shared.to_string()} {onclick}>
            { words.say(if is_shared { say::SHARED_OFF } else { say::SHARED_ON }) }
        </button>
    }
}

/// What is said when the knowledge is past its date.
pub(crate) fn stale(words: &Words, core: &Core, moment: Moment) -> Html {
    let (until, today) = (core.valid_until, moment.today());
    if today <= until {
        return Html::default();
    }
    let date = CalendarWords::of(words).day(until, today);
    html! {
        <section class="notice" role="status">
            <span class="notice-icon">{ icon(Icon::Clock) }</span>
            <div class="notice-body">
                <h2 class="notice-title">{ words.say(say::STALE_TITLE) }</h2>
                <p class="text">{ words.fill(say::STALE_TEXT, &[("date", &date)]) }</p>
            </div>
        </section>
    }
}
