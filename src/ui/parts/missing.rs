//! What is said when a pack could not be had.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::ui::hooks::use_words;
use crate::ui::say;

/// What the notice needs.
#[derive(PartialEq, Properties)]
pub(crate) struct MissingProps {
    /// Whether something is missing.
    pub(crate) is_missing: bool,
    /// Asked to fetch it again.
    pub(crate) on_retry: Callback<()>,
}

/// A calm line, and one thing to do about it.
#[component]
pub(crate) fn Missing(props: &MissingProps) -> Html {
    let words = use_words();
    if !props.is_missing {
        return Html::default();
    }
    html! {
        <section class="notice" role="status">
            <span class="notice-icon">{ icon(Icon::File) }</span>
            <div class="notice-body">
                <h2 class="notice-title">{ words.say(say::MISSING_TITLE) }</h2>
                <p class="text">{ words.say(say::MISSING_TEXT) }</p>
                <button type="button" class="button" onclick={props.on_retry.reform(|_| ())}>
                    { words.say(say::MISSING_RETRY) }
                </button>
            </div>
        </section>
    }
}
