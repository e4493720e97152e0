//! What we know, as the engine reads it: compiled records, the sentences of a
//! language, and the packs both travel in.

mod columns;
mod compile;
mod dense;
mod find;
mod mistake;
mod pack;
pub mod raw;
mod record;
mod scope;
mod scoping;
mod sentences;

pub use columns::{Columns, Shelf};
pub use compile::{Compiled, compile};
pub use mistake::{Mistake, MistakeKind};
pub use pack::{PackError, decode_core, decode_whole, encode_core, encode_sources};
pub use record::*;
pub use scope::{FactSet, Links, Scope};
pub use sentences::{SOUNDS, Sentences, encode_dense, encode_sentences};
