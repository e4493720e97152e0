//! What is said when a pack could not be had.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::words::Words;

/// A calm line, and one thing to do about it. Whoever waits for what is missing is
/// brought here by `node`.
pub(crate) fn missing(words: &Words, node: NodeRef, on_retry: &Callback<()>) -> Html {
    html! {
        <section class="notice" role="status" tabindex="-1" ref={node}>
            <span class="notice-icon">{ icon(Icon::File) }</span>
            <div class="notice-body">
                <h2 class="notice-title">{ words.say(say::MISSING_TITLE) }</h2>
                <p class="text">{ words.say(say::MISSING_TEXT) }</p>
                <button type="button" class="button" onclick={on_retry.reform(|_| ())}>
                    { words.say(say::MISSING_RETRY) }
                </button>
            </div>
        </section>
    }
}
