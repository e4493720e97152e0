//! Learns the word model again, and tells what it now decides differently.

use crate::outcome::Outcome;
use crate::run::{cargo, must, read, write};

/// The artefact that the page understands words with.
const MODEL: &str = "knowledge/model/words.bin";
/// Where the artefact from before is kept, to compare with.
const BEFORE: &str = "target/words.before.bin";

/// Learns from `training/`, then lists every development line that is decided
/// otherwise than before.
pub fn train() -> Outcome {
    write(BEFORE, &read(MODEL)?)?;
    let program = |name: &'static str| {
        ["run", "--quiet", "--profile", "native", "--no-default-features", "--example", name]
    };
    must("learning", &mut cargo(&program("train")))?;
    must("learning for the first field", &mut cargo(&program("early")))?;
    let compare = [&program("evaluate")[..], &["--", "--against", BEFORE]].concat();
    must("comparing", &mut cargo(&compare)).map(drop)
}
