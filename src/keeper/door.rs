//! What the page's script calls.

use wasm_bindgen::prelude::*;

use super::seal::{self, Chance, Refusal};
use crate::engine::kept::Kept;
use crate::engine::kept::file::{RETIRED, read, write};
use crate::engine::knowledge::decode_core;

/// A case that was opened.
#[wasm_bindgen]
pub struct Opened {
    kept: Vec<u8>,
    lost: usize,
}

#[wasm_bindgen]
impl Opened {
    /// The case as the widget takes it.
    pub fn kept(&self) -> Vec<u8> {
        self.kept.clone()
    }

    /// How many entries this version does not know.
    pub fn lost(&self) -> usize {
        self.lost
    }
}

/// Seals what the widget says of its case. `chance` is 40 bytes nobody can foretell.
///
/// # Errors
/// A short code, which has a sentence of its own.
#[wasm_bindgen]
pub fn seal_case(
    core: &[u8],
    kept: &[u8],
    has_words: bool,
    passphrase: &str,
    chance: &[u8],
) -> Result<Vec<u8>, String> {
    let core = decode_core(core).map_err(|_| "unavailable")?;
    let chance = Chance::from_bytes(chance).ok_or("unavailable")?;
    let kept = Kept::from_bytes(kept);
    let case = write(&core, &kept, if has_words { kept.story() } else { "" });
    let sealed = seal::seal(case.as_bytes(), passphrase, &chance);
    sealed.map_err(|refusal| refusal.code().to_owned())
}

/// Opens a case.
///
/// # Errors
/// A short code, which has a sentence of its own.
#[wasm_bindgen]
pub fn open_case(core: &[u8], sealed: &[u8], passphrase: &str) -> Result<Opened, String> {
    let core = decode_core(core).map_err(|_| "unavailable")?;
    let opened = seal::open(sealed, passphrase).map_err(Refusal::code)?;
    let text = String::from_utf8(opened).map_err(|_| "unknown-version")?;
    let reading = read(&core, RETIRED, &text).ok_or("unknown-version")?;
    Ok(Opened { kept: reading.kept.bytes(), lost: reading.lost })
}
