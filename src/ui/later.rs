//! The later part of the program: the screens nobody needs before a choice.

use yew::prelude::*;

use super::screens::{Browse, Reading, plan};
use super::state::{Screen, State};
use crate::browser::packs::Supply;
use crate::ui::markup::html;

/// Says that the later part is here; only who holds it can draw what is in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Later(());

impl Later {
    /// What the door knows it by.
    pub(crate) const NAME: &str = "later";

    /// Asks for it, and promises it, or `None` if it is not to be had.
    pub async fn get(supply: &Supply) -> Option<Self> {
        supply.get(Self::NAME).await.map(Self::arrived)
    }

    /// The door's answer: it has put the later part beside the first by now.
    pub(crate) fn arrived(_: Vec<u8>) -> Self {
        Self(())
    }

    /// Draws the screen the person is at, if it is one of the later part.
    pub(crate) fn screen(
        self,
        state: &UseReducerHandle<State>,
        policy: Option<&AttrValue>,
    ) -> Html {
        recourse_later(self, state, policy)
    }
}

/// Where the later part begins. The build finds it by its name, and cuts out whatever
/// is reached through it alone.
#[inline(never)]
#[expect(unsafe_code, reason = "a name that the build can find")]
#[unsafe(no_mangle)]
extern "Rust" fn recourse_later(
    _: Later,
    state: &UseReducerHandle<State>,
    policy: Option<&AttrValue>,
) -> Html {
    match state.screen {
        Screen::Describe => Html::default(),
        Screen::Browse => html! { <Browse state={state.clone()} /> },
        Screen::Plan => plan(state),
        Screen::Guides | Screen::Guide | Screen::About => html! {
            <Reading state={state.clone()} policy={policy.cloned()} />
        },
    }
}
