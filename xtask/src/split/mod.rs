//! The program in two halves: what the first screen needs, and what is fetched after it.
//!
//! Which code and which data only the later screens reach is read off what the linker
//! left behind ([`linked`]); the cut is made in the finished module ([`parts`], [`write`]),
//! so that all that makes it small has looked at it as a whole.

mod linked;
mod parts;
mod write;

use std::fmt;

use wasm_encoder::reencode::Error;
use wasm_encoder::{Module, RawSection};
use wasmparser::{BinaryReaderError, Parser, Payload};

use crate::outcome::{Outcome, fail};

/// The function through which everything in the later half is reached.
const ENTRY: &str = "recourse_later";

/// The two halves of a module.
pub struct Halves {
    /// What starts: the module without the later screens.
    pub first: Vec<u8>,
    /// The rest: it imports from the first all that it shares with it.
    pub later: Vec<u8>,
}

/// Cuts `module`, which `linked` became.
pub fn split(linked: &[u8], module: &[u8]) -> Outcome<Halves> {
    let halves = linked::read(linked).and_then(|outside| {
        let parts = parts::read(module, &outside)?;
        write::write(&parts)
    });
    halves.or_else(|why| fail(format!("the program cannot be cut in two: {why}")))
}

/// The linked module without what only [`split`] reads: later steps would carry it along.
pub fn plain(linked: &[u8]) -> Outcome<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(linked) {
        let payload = match payload {
            Ok(payload) => payload,
            Err(error) => return fail(format!("the linked program is damaged: {error}")),
        };
        let is_note = matches!(&payload, Payload::CustomSection(section)
            if section.name() == "linking" || section.name().starts_with("reloc."));
        if let Some((id, range)) = payload.as_section().filter(|_| !is_note) {
            let data = linked.get(range).unwrap_or_default();
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// Why a module cannot be cut.
#[derive(Debug)]
struct Reason(String);

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<BinaryReaderError> for Reason {
    fn from(error: BinaryReaderError) -> Self {
        Self(error.to_string())
    }
}

impl From<Error<Self>> for Reason {
    fn from(error: Error<Self>) -> Self {
        Self(error.to_string())
    }
}

/// The reason for a module nobody expected.
fn strange(what: &str) -> Reason {
    Reason(format!("{what} is not as expected"))
}

#[cfg(test)]
mod tests;
