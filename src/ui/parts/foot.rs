//! What this is not, and how old what it knows is.

use yew::prelude::*;

use super::icon::{Icon, icon};
use super::plan::CalendarWords;
use crate::engine::calendar::Moment;
use crate::engine::knowledge::Core;
use crate::ui::say;
use crate::ui::words::Words;

/// The footer.
pub(crate) fn foot(words: &Words, core: &Core, moment: Moment) -> Html {
    let date = CalendarWords::of(words).day(core.date, moment.today());
    html! {
        <footer class="foot">
            <p class="text small muted">{ words.say(say::FOOT_LEGAL) }</p>
            <p class="text small muted">
                { words.fill(say::FOOT_KNOWLEDGE, &[("date", &date), ("version", &core.version)]) }
            </p>
        </footer>
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
