//! The problems of a host's own pack, known by the words listed for them: nothing was
//! learnt of them.

use super::model::Model;
use super::page::Page;

/// At most so many are found, so that ours stay in sight.
const MOST: usize = 2;

/// The places of the problems of a host of which a word stands in the text. `own` is as
/// [`crate::engine::knowledge::Core::own`] has it, in one spelling.
pub fn find(own: &str, model: &Model, text: &str) -> Vec<usize> {
    if own.is_empty() {
        return Vec::new();
    }
    let normal = model.normalize(text);
    let page = Page::new(&normal);
    let all = own.split('^').enumerate();
    all.filter(|(_, words)| page.has(words)).map(|(place, _)| place).take(MOST).collect()
}

/// Words in one spelling, problem by problem: a long text would be read in part only.
pub fn spelt(own: &str, model: &Model) -> String {
    let spell = |words| model.normalize(words).chars.iter().collect::<String>();
    own.split('^').map(spell).collect::<Vec<_>>().join("^")
}
