//! What every component may look up: the records, the text model and a host's words.

use std::rc::Rc;

use crate::engine::heard::{Heard, hear};
use crate::engine::knowledge::{Core, PackError, decode_core};
use crate::engine::text::Model;
use crate::engine::text::own::spelt;

/// The records and the text model, decoded once. Cheap to clone.
#[derive(Clone, Default)]
pub struct World(Rc<Parts>);

#[derive(Default)]
struct Parts {
    core: Core,
    model: Model,
    own: String,
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl World {
    /// Reads the packs `core`, `words` and `phrases`.
    pub fn read(core: &[u8], words: &[u8], phrases: &[u8]) -> Result<Self, PackError> {
        let core = decode_core(core)?;
        let model = Model::decode(words, phrases).ok_or(PackError::Damaged)?;
        let own = spelt(&core.own, &model);
        Ok(Self(Rc::new(Parts { core, model, own })))
    }

    /// The records.
    pub fn core(&self) -> &Core {
        &self.0.core
    }

    /// The text model.
    pub fn model(&self) -> &Model {
        &self.0.model
    }

    /// What a text tells, in terms of the records; a host's own problems among them.
    pub fn hear(&self, text: &str) -> Heard {
        let mut heard = hear(self.core(), self.model(), text);
        heard.offer(self.core(), self.model(), &self.0.own, text);
        heard
    }
}
