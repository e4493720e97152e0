//! The problems of a host's own pack, known by the words listed for them: nothing was
//! learnt of them.

use super::model::Model;
use super::page::Page;

/// Calls `found` with the place of each problem of a host of which a word stands in the
/// text. `own` is as [`crate::engine::knowledge::Core::own`] has it, in one spelling.
pub fn find(own: &str, model: &Model, text: &str, mut found: impl FnMut(usize)) {
    if own.is_empty() {
        return;
    }
    let normal = model.normalize(text);
    let page = Page::new(&model.phrases, &normal);
    for (place, words) in own.split('^').enumerate() {
        if page.has(words) {
            found(place);
        }
    }
}

/// Words in one spelling, problem by problem: a long text would be read in part only.
pub fn spelt(own: &str, model: &Model) -> String {
    let mut spelt = String::new();
    for (place, words) in own.split('^').enumerate() {
        if place > 0 {
            spelt.push('^');
        }
        spelt.extend(model.normalize(words).chars);
    }
    spelt
}
