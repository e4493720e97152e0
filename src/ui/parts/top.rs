//! The header: the mark, the languages, the size of the text, the way out, the steps.

use yew::prelude::*;

use super::icon::{Icon, icon_as, mark};
use crate::engine::locale::Lang;
use crate::ui::markup::{classes, html};
use crate::ui::options::Size;
use crate::ui::say::{self, Sentence};
use crate::ui::sending::send;
use crate::ui::state::{Action, Screen, State};
use crate::ui::words::{Words, holds};

/// The header.
pub(crate) fn top(
    words: &Words,
    state: &UseReducerHandle<State>,
    on_speak: &Callback<Lang>,
    on_leave: &Callback<()>,
) -> Html {
    let is_large = state.size == Size::Large;
    let on_size = {
        let state = state.clone();
        let other = if is_large { Size::Normal } else { Size::Large };
        move |_| send(&state.dispatcher(), Action::Sized(other))
    };
    html! {
        <header class="top" part="top">
            <span class="brand" translate="no">
                { mark() }
                <span>{ words.say(say::APP_NAME) }</span>
                <span class="brand-alt wide-only">{ words.say(say::APP_OTHER_NAME) }</span>
            </span>
            <div class="tools">
                <span class="tongues" role="group" aria-label={words.say(say::LANGUAGES)}>
                    for lang in Lang::ALL.into_iter().filter(|lang| *lang != words.lang) {
                        { tongue(words, lang, on_speak) }
                    }
                </span>
                <button type="button" class={classes!("tool", is_large.then_some("tool-on"))}
                    aria-pressed={is_large.to_string()} onclick={on_size}>
                    <span aria-hidden="true">{ words.say(say::LARGE_TYPE_SHORT) }</span>
                    <span class="unseen">{ words.say(say::LARGE_TYPE) }</span>
                </button>
                <button type="button" class="tool tool-exit" data-rc="quick-exit"
                    title={words.say(say::LEAVE_HINT)}
                    onclick={on_leave.reform(|_| ())}>
                    { icon_as(Icon::Exit, exit_drawing(words.lang)) }
                    <span>{ words.say(say::LEAVE) }</span>
                </button>
            </div>
            { steps(words, state) }
        </header>
    }
}

/// A header of Latin words is too wide for the drawing on a phone.
const fn exit_drawing(lang: Lang) -> &'static str {
    if lang.is_chinese() { "icon" } else { "icon wide-only" }
}

/// A button with the name of a language in that language. It has no key: the one that
/// was pressed stays where it is and keeps the focus.
fn tongue(words: &Words, lang: Lang, on_speak: &Callback<Lang>) -> Html {
    let (name, short): (Sentence, Sentence) = match lang {
        Lang::ZhHans => (say::LANGUAGE_ZH_HANS, say::LANGUAGE_ZH_HANS_SHORT),
        Lang::ZhHant => (say::LANGUAGE_ZH_HANT, say::LANGUAGE_ZH_HANT_SHORT),
        Lang::En => (say::LANGUAGE_EN, say::LANGUAGE_EN_SHORT),
    };
    let (name, short) = (words.say(name), words.say(short));
    // What is seen must be in what is said: whoever steers by voice says what they see.
    let label = if holds(&name, &short) { name.clone() } else { format!("{short}, {name}").into() };
    html! {
        <button type="button" class="tool" data-rc="lang" data-value={lang.tag()}
            lang={lang.tag()} translate="no" aria-label={label}
            onclick={on_speak.reform(move |_| lang)}>
            <span class="narrow-only">{ short }</span>
            <span class="wide-only">{ name }</span>
        </button>
    }
}

/// The two steps; there are doors to look for once a problem is chosen.
fn steps(words: &Words, state: &UseReducerHandle<State>) -> Html {
    let item = |name: Sentence, screen: Screen, is_on: bool, is_open: bool| {
        let state = state.clone();
        html! {
            <li>
                <button type="button" class={classes!("step", is_on.then_some("step-on"))}
                    aria-current={is_on.then_some("step")} disabled={!is_open}
                    title={(!is_open).then(|| words.say(say::STEP_DOORS_LATER))}
                    onclick={move |_| send(&state.dispatcher(), Action::WentTo(screen))}>
                    { words.say(name) }
                </button>
            </li>
        }
    };
    let is_plan = state.screen == Screen::Plan;
    let is_tell = matches!(state.screen, Screen::Describe | Screen::Browse);
    html! {
        <nav class="steps" aria-label={words.say(say::STEPS)}>
            <ol class="steps-list">
                { item(say::STEP_TELL, Screen::Describe, is_tell, true) }
                { item(say::STEP_DOORS, Screen::Plan, is_plan, state.problem.is_some()) }
            </ol>
        </nav>
    }
}
