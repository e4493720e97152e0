//! The browser's back button between the screens, with nothing in the address.

use std::rc::Rc;

use yew::prelude::*;

use super::use_after;
use crate::browser::{clock, history};
use crate::ui::options::Delivery;
use crate::ui::state::{Action, Screen, State};

/// Remembers each screen the person goes to, and follows the browser back.
///
/// Not in somebody else's page: its history is its own.
#[hook]
pub(crate) fn use_history(state: &UseReducerHandle<State>, delivery: Delivery) {
    let marks = *use_memo((), |()| Marks::begin(state.screen));
    // The screen the browser's history stands at, so that following it is not
    // taken for a new visit of that screen.
    let stands_at = use_mut_ref(|| marks.began);
    let is_ours = !delivery.is_guest();

    let following = Rc::clone(&stands_at);
    let dispatch = state.dispatcher();
    use_after(is_ours, move |is_ours| {
        let listening = is_ours.then(|| {
            history::listen(move |mark| {
                let screen = marks.screen(mark);
                following.replace(screen);
                dispatch.dispatch(Action::WentTo(screen));
            })
        });
        move || drop(listening)
    });

    // The moves are counted too: who goes back and on again before this runs has
    // come to the same screen by another way.
    use_after((state.screen, state.moves), move |(screen, _)| {
        if is_ours && stands_at.replace(*screen) != *screen {
            history::push(marks.mark(*screen));
        }
    });
}

/// How this visit writes its screens into the browser's history.
#[derive(Clone, Copy, PartialEq)]
struct Marks {
    /// The screen the page opened with, on an entry that is not ours to mark.
    began: Screen,
    /// What the marks of this visit begin with. After a reload the browser still
    /// holds the marks of the visit before, which must not be taken for ours.
    base: u32,
}

impl Marks {
    fn begin(began: Screen) -> Self {
        let (millis, _) = clock::now();
        // The browser keeps marks up to a thousand.
        let base = u32::try_from((millis / 1000).rem_euclid(160)).unwrap_or_default() * 6;
        Self { began, base }
    }

    const fn mark(self, screen: Screen) -> u32 {
        self.base
            + match screen {
                Screen::Describe => 1,
                Screen::Browse => 2,
                Screen::Plan => 3,
                Screen::Guides => 4,
                Screen::Guide => 5,
                Screen::About => 6,
            }
    }

    fn screen(self, mark: u32) -> Screen {
        Screen::ALL.into_iter().find(|screen| self.mark(*screen) == mark).unwrap_or(self.began)
    }
}
