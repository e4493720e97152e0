//! Keeping the reader where they are when what they pressed goes away.

use yew::prelude::*;

use super::use_after;
use crate::browser::focus;

/// Takes whoever lost the focus to the part of `whole` that a selector names, whenever
/// `count`, by which a press changes what is on show, is another one.
#[hook]
pub(crate) fn use_catch(whole: &NodeRef, count: usize, part: &'static str) {
    let before = use_mut_ref(|| count);
    let whole = whole.clone();
    use_after(count, move |count| {
        let is_new = before.replace(*count) != *count;
        if let Some(whole) = whole.get().filter(|_| is_new) {
            focus::catch(&whole, part);
        }
    });
}
