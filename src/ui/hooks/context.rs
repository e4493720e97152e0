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

/// The records and the text model.
#[hook]
pub(crate) fn use_world() -> World {
    use_context().unwrap_or_default()
}

/// The sentences of the language on show.
#[hook]
pub(crate) fn use_words() -> Words {
    use_context().unwrap_or_default()
}

/// The moment, taken anew every minute.
#[hook]
pub(crate) fn use_moment() -> Moment {
    use_context().unwrap_or_else(|| Moment::from_clock(0, 0))
}

/// The table of sources.
#[hook]
pub(crate) fn use_sources() -> Sources {
    use_context().unwrap_or_default()
}
