//! The field for the person's own words.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::event;
use crate::ui::hooks::use_words;
use crate::ui::say;

/// What the field needs.
#[derive(PartialEq, Properties)]
pub(crate) struct StoryProps {
    /// The words so far.
    pub(crate) story: Rc<str>,
    /// Changes when the person starts over.
    pub(crate) visit: u32,
    /// The screen's heading, which names the field.
    pub(crate) heading: NodeRef,
    /// Told the words after each change.
    pub(crate) on_story: Callback<Rc<str>>,
}

/// The field for the person's own words.
///
/// The words are put in once, when the field appears, and never again: writing
/// into a field under an input method destroys what is being composed.
#[component]
pub(crate) fn Story(props: &StoryProps) -> Html {
    let words = use_words();
    let oninput = props.on_story.reform(|event: InputEvent| Rc::from(event::text(&event)));
    html! {
        <div class="stack">
            <h1 class="h1" tabindex="-1" ref={props.heading.clone()}>
                <label for="story">{ words.say(say::WHAT_WENT_WRONG) }</label>
            </h1>
            <p class="text muted" id="story-hint">{ words.say(say::OWN_WORDS) }</p>
            <textarea key={props.visit} class="story" part="story" id="story" rows="3" data-rc="story"
                autocomplete="off" spellcheck="false" translate="no"
                aria-describedby="story-hint" placeholder={words.say(say::STORY_EXAMPLE)}
                defaultvalue={props.story.to_string()} {oninput} />
        </div>
    }
}
