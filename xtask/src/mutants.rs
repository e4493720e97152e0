//! `cargo xtask mutants`: which small changes of the engine no test notices.

use std::process::Command;

use crate::outcome::{Outcome, fail};
use crate::run::must;
use crate::tools;

/// Tries every mutant, or those whose names have one of the words.
pub fn mutants(words: &[&str]) -> Outcome {
    if tools::on_path("node").is_none() {
        return fail("trying mutants needs Node.js 20 or newer: install it and run this again");
    }
    let mut node = Command::new("node");
    node.arg("tests/mutants/run.mjs").arg(tools::target().join("mutants")).args(words);
    must("trying the mutants", &mut node).map(|_| ())
}
