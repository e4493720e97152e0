//! The field for the person's own words.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::event;
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::state::State;
use crate::ui::words::Words;

/// The field for the person's own words.
///
/// The words are put in once, when the field appears, and never again: writing
/// into a field under an input method destroys what is being composed. The heading names it, and changes of `visit` make it a new one.
pub(crate) fn story(
    words: &Words,
    state: &State,
    heading: NodeRef,
    on_story: &Callback<Rc<str>>,
) -> Html {
    let oninput = on_story.reform(|event: InputEvent| Rc::from(event::text(&event)));
    // yew's own macro: nothing else can set what a field holds at first.
    let field = yew::html! {
        <textarea key={state.visit} class="story" part="story" id="story" rows="3" data-rc="story"
            autocomplete="off" spellcheck="false" translate="no"
            aria-describedby="story-hint" placeholder={words.say(say::STORY_EXAMPLE)}
            defaultvalue={state.story.to_string()} {oninput} />
    };
    html! {
        <div class="stack">
            <h1 class="h1" tabindex="-1" ref={heading}>
                <label for="story">{ words.say(say::WHAT_WENT_WRONG) }</label>
            </h1>
            <p class="text muted" id="story-hint">{ words.say(say::OWN_WORDS) }</p>
            { field }
        </div>
    }
}
