//! Taking the reader to the heading of the screen they arrive at.

use yew::prelude::*;

use super::use_after;
use crate::browser::focus;

/// The node to give to a screen's `h1` (with `tabindex="-1"`). It is focused
/// whenever `moves` (of [`crate::ui::state::State`]) has changed, but not when
/// the page first appears: nobody has asked for it then.
#[hook]
pub(crate) fn use_focus(moves: u32) -> NodeRef {
    let heading = use_node_ref();
    let node = heading.clone();
    use_after(moves, move |moves| {
        if let Some(node) = node.get().filter(|_| *moves > 0) {
            focus::on(&node);
        }
    });
    heading
}
