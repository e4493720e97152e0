//! Words of a person in danger: from their own hand, or from somebody else's.
//!
//! The phrases are data. They are looked for beside the learnt score and change
//! nothing of it: a notice that is shown in vain is calm and costs little.

use core::ops::Range;

use super::model::Model;
use super::page::Page;

/// Whom the person is in danger from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Danger {
    /// They may hurt themselves.
    OwnHand,
    /// Somebody hurts them, or threatens their life.
    Others,
}

impl Danger {
    /// Its name, as pages and programs outside know it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OwnHand => "own-hand",
            Self::Others => "others",
        }
    }
}

/// Phrases divided by `|`, in the spelling into which texts are folded.
#[derive(Clone, Copy, Debug)]
pub struct Phrases<'a> {
    /// For danger from the person's own hand.
    pub own_hand: &'a str,
    /// For danger from somebody else.
    pub others: &'a str,
    /// Where these words mean something else.
    pub idioms: &'a str,
}

/// Whether a text speaks of danger to the person who writes it. What is denied,
/// and what is only a manner of speaking, does not count.
pub fn danger(model: &Model, text: &str, phrases: Phrases<'_>) -> Option<Danger> {
    let normal = model.normalize(text);
    let page = Page::new(&model.phrases, &normal);
    let idioms: Vec<Range<usize>> = page.every(phrases.idioms).collect();
    let is_meant = |found: &Range<usize>| {
        let is_idiom = |idiom: &Range<usize>| idiom.start < found.end && found.start < idiom.end;
        !idioms.iter().any(is_idiom) && !page.negated(found.start)
    };
    let speaks = |phrases: &str| page.every(phrases).any(|found| is_meant(&found));
    if speaks(phrases.own_hand) {
        return Some(Danger::OwnHand);
    }
    speaks(phrases.others).then_some(Danger::Others)
}
