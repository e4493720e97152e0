//! The same rules and cases through other rule engines, side by side.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::node;
use crate::outcome::{Outcome, fail};
use crate::run::{quietly, read, write};
use crate::tools;

const BENCH: &str = "bench";

/// Compares every answer, then times theirs and ours.
pub fn measure() -> Outcome {
    peers()?;
    println!("bench: our rules in node and in Chromium (about 1 min) …");
    node("node", &["rules"])?;
    node("chromium", &["rules"])?;
    println!("bench: the same rules through the other engines (about 1 min) …");
    node("rules", &[])
}

/// The other engines, installed when they are first asked; the lock file is
/// copied beside them as the stamp.
pub fn peers() -> Outcome {
    let lock = read(Path::new(BENCH).join("package-lock.json"))?;
    let stamp = Path::new(BENCH).join("node_modules/.installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if tools::on_path("npm").is_none() {
        return fail("the benchmark needs Node.js 20 or newer: install it and run this again");
    }
    println!("bench: fetching the other engines …");
    // Not `npm ci`: it insists on packages for other systems, which the lock file leaves out.
    let mut npm = Command::new("npm");
    quietly(
        "npm install",
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix", BENCH]),
    )?;
    write(stamp, &lock)
}
