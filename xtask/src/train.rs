//! Learns the word model again, and tells what it now decides differently.

use crate::outcome::Outcome;
use crate::run::{cargo, must, read, write};

/// What the artefact that is there makes of the development set.
const DECIDED: &str = "tests/native/devset/decided.txt";
/// Where that of before is kept, to compare with.
const BEFORE: &str = "target/decided.before.txt";

/// Learns from `training/`, then lists every development line that is decided
/// otherwise than before.
pub fn train() -> Outcome {
    write(BEFORE, &read(DECIDED)?)?;
    let program = |name: &'static str| {
        ["run", "--quiet", "--profile", "native", "--no-default-features", "--example", name]
    };
    must("learning", &mut cargo(&program("train")))?;
    must("learning for the first field", &mut cargo(&program("early")))?;
    let compare = [&program("evaluate")[..], &["--", "--against", BEFORE]].concat();
    must("comparing", &mut cargo(&compare)).map(drop)
}
