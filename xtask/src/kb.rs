//! The editor's tools; the thinking is done by the examples of the library.

use std::fs;

use crate::outcome::{Outcome, fail};
use crate::run::{cargo, must};
use crate::tools;

/// `cargo xtask kb <word>`.
pub fn kb(words: &[&str]) -> Outcome {
    match words {
        ["check" | "pack"] => {
            packs()?;
            println!("the knowledge is in order; its packs are in target/packs");
            Ok(())
        }
        ["pack", file] => example("pack", &[file]).map(|_| ()),
        _ => fail("say `cargo xtask kb check`, `pack`, or `pack HOST.json`"),
    }
}

/// Checks the knowledge and packs it for the browser.
pub fn packs() -> Outcome {
    let (fresh, folder) = (tools::target().join("packs.new"), tools::target().join("packs"));
    example("pack", &[&fresh.to_string_lossy()])?;
    // Replaced as a whole: a pack of another day would be shipped with today's.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(fs::rename(fresh, folder)?)
}

fn example(name: &str, words: &[&str]) -> Outcome<String> {
    let mut command =
        cargo(&["run", "--quiet", "--profile", "native", "--no-default-features", "--example"]);
    must(&format!("the example `{name}`"), command.arg(name).arg("--").args(words))
}
