//! Printing: the sheet is drawn only while it is wanted.

use yew::prelude::*;

use super::use_after;
use crate::browser::{paper, waiting};

/// How long the sheet is given to be drawn before the dialog opens, in milliseconds.
const DRAWN: u32 = 30;

/// The sheet of a plan.
pub(crate) struct Paper {
    /// Whether it is to be drawn.
    pub(crate) is_wanted: bool,
    /// Whether it was asked for where nothing can be printed.
    pub(crate) is_refused: bool,
    /// Asks for it.
    pub(crate) on_print: Callback<MouseEvent>,
}

/// Whether a sheet is wanted, and a way to ask for one.
#[hook]
pub(crate) fn use_paper() -> Paper {
    let is_wanted = use_state_eq(|| false);
    let is_refused = use_state_eq(|| false);
    let setter = is_wanted.setter();
    use_after((), move |()| {
        // Whoever prints from the browser's menu wants the sheet as well.
        let listening = paper::listen(move |is_printing| setter.set(is_printing));
        move || drop(listening)
    });
    let (wanted, refused) = (is_wanted.setter(), is_refused.setter());
    let on_print = Callback::from(move |_: MouseEvent| {
        wanted.set(true);
        let (wanted, refused) = (wanted.clone(), refused.clone());
        let open = move || {
            let has_opened = paper::print();
            refused.set(!has_opened);
            if !has_opened {
                wanted.set(false);
            }
        };
        waiting::after(DRAWN, Box::new(open)).forget();
    });
    Paper { is_wanted: *is_wanted, is_refused: *is_refused, on_print }
}
