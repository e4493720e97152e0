//! Looking through all problems.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::event;
use crate::ui::hooks::{Around, use_around, use_focus};
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::{Catalogue, platform_list};
use crate::ui::say;
use crate::ui::sending::{send, sends};
use crate::ui::state::{Action, Screen, State};

/// What the screen needs.
#[derive(PartialEq, Properties)]
pub(crate) struct BrowseProps {
    /// The visit.
    pub(crate) state: UseReducerHandle<State>,
}

/// The list of all problems, with two ways to shorten it.
#[component]
pub(crate) fn Browse(props: &BrowseProps) -> Html {
    let Around { world, words, .. } = use_around();
    let state = &props.state;
    let heading = use_focus(state.moves);
    let dispatch = state.dispatcher();
    let on_choose = sends(&dispatch, Action::Chose);
    let on_platform = sends(&dispatch, Action::Narrowed);
    let on_back = sends(&dispatch, |_: MouseEvent| Action::WentTo(Screen::Describe));
    let oninput = move |event: InputEvent| {
        dispatch.dispatch(Action::Filtered(Rc::from(event::text(&event))));
        send(&dispatch, Action::Sought);
    };
    let count = world.core().problems.len().to_string();
    html! {
        <div class="stack-4">
            <div class="browse-head">
                <h1 class="h1" tabindex="-1" ref={heading}>
                    { words.fill(say::BROWSE_TITLE, &[("count", &count)]) }
                </h1>
                <button type="button" class="quiet" onclick={on_back}>
                    { icon(Icon::Pen) }
                    <span>{ words.say(say::BROWSE_BACK) }</span>
                </button>
                <div class="fields fields-browse">
                    <label class="stack-1">
                        <span class="label">{ words.say(say::BROWSE_FILTER) }</span>
                        <input class="field" type="search" autocomplete="off" spellcheck="false"
                            translate="no" value={AttrValue::from(Rc::clone(&state.filter))} {oninput} />
                    </label>
                    { platform_list(&words, world.core(), state.platform, &on_platform) }
                </div>
            </div>
            <Catalogue platform={state.platform} wanted={Rc::clone(&state.sought)} {on_choose} />
        </div>
    }
}
