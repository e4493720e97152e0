//! What every component may look up, provided once by `ui/app.rs`.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::engine::calendar::Moment;
use crate::engine::knowledge::Source;
use crate::ui::words::Words;
use crate::ui::world::World;

/// The table of sources by [`crate::engine::knowledge::SourceRef`]; empty until
/// it has arrived. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources(Rc<[Source]>);

impl Sources {
    pub(crate) fn new(table: Vec<Source>) -> Self {
        Self(table.into())
    }
}

impl PartialEq for Sources {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Sources {
    type Target = [Source];

    fn deref(&self) -> &[Source] {
        &self.0
    }
}

/// What the widget puts around its screens.
#[derive(Clone, PartialEq)]
pub(crate) struct Around {
    /// The records and the text model.
    pub(crate) world: World,
    /// The sentences of the language on show.
    pub(crate) words: Words,
    /// The moment, taken anew every minute.
    pub(crate) moment: Moment,
    /// The table of sources.
    pub(crate) sources: Sources,
}

/// All of it.
#[hook]
pub(crate) fn use_around() -> Around {
    use_context().unwrap_or_else(|| Around {
        world: World::default(),
        words: Words::default(),
        moment: Moment::from_clock(0, 0),
        sources: Sources::default(),
    })
}

/// The sentences of the language on show.
#[hook]
pub(crate) fn use_words() -> Words {
    use_around().words
}
