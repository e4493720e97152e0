//! Following what the host sets while the widget runs.

use yew::prelude::*;

use super::use_after;
use crate::engine::locale::Lang;
use crate::ui::options::Options;
use crate::ui::state::{Action, State};

/// What the host sets, and how often it asked for two things.
#[derive(Clone, PartialEq)]
pub(crate) struct Asked {
    /// What it sets.
    pub(crate) options: Options,
    /// How often it asked to go to what it names.
    pub(crate) entered: u32,
    /// How often it asked to start over.
    pub(crate) cleared: u32,
}

/// Follows the host. What a visit begins with is no change, unless the language is
/// another by now than `first`, the one that was fetched.
#[hook]
pub(crate) fn use_host(
    asked: Asked,
    first: Lang,
    dispatch: UseReducerDispatcher<State>,
    speak: Callback<Lang>,
) {
    let before = use_mut_ref(|| {
        let options = Options { lang: first, ..asked.options.clone() };
        Asked { options, ..asked.clone() }
    });
    use_after(asked, move |asked| {
        let earlier = before.replace(asked.clone());
        if earlier.options != asked.options {
            dispatch.dispatch(Action::Hosted(asked.options.clone()));
        }
        if earlier.options.lang != asked.options.lang {
            speak.emit(asked.options.lang);
        }
        if earlier.cleared != asked.cleared {
            dispatch.dispatch(Action::Cleared);
        }
        if earlier.entered != asked.entered {
            dispatch.dispatch(Action::Entered);
        }
    });
}
