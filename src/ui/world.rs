//! What every component may look up: the records, the text model and a host's words.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::engine::heard::{Heard, hear};
use crate::engine::knowledge::{Core, PackError, Source, decode_core, decode_whole};
use crate::engine::text::Model;
use crate::engine::text::own::spelt;

/// The records and the text model, decoded once, and the records again when their details
/// arrive. The text model may come after the records; whoever holds a world has it then.
/// Cheap to clone.
#[derive(Clone, Default)]
pub struct World {
    core: Rc<Core>,
    /// The pack `core`, to which the details are joined.
    pack: Rc<[u8]>,
    ears: Rc<Ears>,
}

#[derive(Default)]
struct Ears {
    open: OnceCell<Taught>,
    deaf: Taught,
}

#[derive(Default)]
struct Taught {
    model: Model,
    own: String,
}

impl PartialEq for World {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.core, &other.core)
    }
}

impl World {
    /// Reads the pack `core`. Until it listens, nothing is heard.
    pub fn read(pack: &[u8]) -> Result<Self, PackError> {
        Ok(Self { core: Rc::new(decode_core(pack)?), pack: pack.into(), ..Self::default() })
    }

    /// Hears from now on, by the packs `words` and `phrases`.
    pub fn listen(&self, words: &[u8], phrases: &[u8]) -> Result<(), PackError> {
        let model = Model::decode(words, phrases).ok_or(PackError::Damaged)?;
        let own = spelt(&self.core.own, &model);
        self.ears.open.get_or_init(|| Taught { model, own });
        Ok(())
    }

    /// Whether it listens already.
    pub fn hears(&self) -> bool {
        self.ears.open.get().is_some()
    }

    fn taught(&self) -> &Taught {
        self.ears.open.get().unwrap_or(&self.ears.deaf)
    }

    /// With the details of the pack `sources`, and its table.
    pub(crate) fn detailed(&self, sources: &[u8]) -> Option<(Self, Vec<Source>)> {
        let (core, table) = decode_whole(&self.pack, sources).ok()?;
        Some((Self { core: Rc::new(core), ..self.clone() }, table))
    }

    /// The records.
    pub fn core(&self) -> &Core {
        &self.core
    }

    /// The text model.
    pub fn model(&self) -> &Model {
        &self.taught().model
    }

    /// What a text tells, in terms of the records; a host's own problems among them.
    pub fn hear(&self, text: &str) -> Heard {
        let mut heard = hear(self.core(), self.model(), text);
        heard.offer(self.core(), self.model(), &self.taught().own, text);
        heard
    }
}
