//! A button that copies words the person should not have to type.

use yew::prelude::*;

use crate::browser::clipboard;
use crate::ui::hooks::use_words;
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;

/// What the button copies.
#[derive(PartialEq, Properties)]
pub(super) struct CopyButtonProps {
    /// The words to copy.
    pub(super) text: AttrValue,
}

/// A button that copies words and says whether that worked.
#[component]
pub(super) fn CopyButton(props: &CopyButtonProps) -> Html {
    let words = use_words();
    let worked = use_state_eq(|| None::<bool>);
    let setter = worked.setter();
    let text = props.text.clone();
    let on_click = Callback::from(move |_: MouseEvent| {
        let setter = setter.clone();
        clipboard::copy(&text, move |done| setter.set(Some(done.is_ok())));
    });
    let label = match *worked {
        None => say::PLAN_COPY,
        Some(true) => say::PLAN_COPIED,
        Some(false) => say::PLAN_COPY_FAILED,
    };
    let sign = if *worked == Some(true) { Icon::Check } else { Icon::Copy };
    let what = words.fill(say::PLAN_COPY_WHAT, &[("what", &props.text)]);
    html! {
        <>
            <button type="button" class="quiet small" onclick={on_click} title={what}>
                { icon(sign) }
                <span>{ words.say(label) }</span>
            </button>
            <span class="unseen" role="status">
                if worked.is_some() {
                    { words.say(label) }
                }
            </span>
        </>
    }
}
