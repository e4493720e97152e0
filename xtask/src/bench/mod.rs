//! `cargo xtask bench`: how fast the engine and the page are, beside others.
//!
//! Each subject has a module; what they leave in `target/bench` the report reads.

mod engine;
mod page;
mod rules;
mod text;
mod understanding;

use std::path::PathBuf;
use std::process::Command;

use crate::outcome::{Outcome, fail};
use crate::run::must;
use crate::{setup, tools};

/// `cargo xtask bench <word>`.
pub fn bench(words: &[&str]) -> Outcome {
    let subjects = match words {
        [] => vec!["rules", "text", "page", "write"],
        [word @ ("rules" | "text" | "page" | "understanding")] => vec![*word],
        ["write"] => return write(),
        _ => {
            return fail(
                "say `cargo xtask bench`, `bench rules`, `text`, `page` or `understanding`, or `bench write`",
            );
        }
    };
    setup::for_building()?;
    setup::for_testing()?;
    if subjects.iter().any(|subject| matches!(*subject, "rules" | "text")) {
        engine::prepare()?;
    }
    for subject in subjects {
        match subject {
            "rules" => rules::measure()?,
            "text" => text::measure()?,
            "understanding" => understanding::measure()?,
            "page" => page::measure()?,
            _ => return write(),
        }
        node("report", &[subject])?;
    }
    println!("`cargo xtask bench write` puts these tables into docs/benchmarks.md");
    Ok(())
}

/// Puts what was measured last into the tables of the document.
fn write() -> Outcome {
    node("report", &["write"])
}

/// Where the parts of a benchmark leave what they found.
fn folder() -> PathBuf {
    tools::target().join("bench")
}

/// Runs one of the programs in `bench/` on what was found.
fn node(program: &str, words: &[&str]) -> Outcome {
    let mut node = Command::new("node");
    node.arg(format!("bench/{program}.mjs")).arg(folder()).args(words);
    if let (Some(browser), Some(driver)) = (tools::chromium(), tools::on_path("chromedriver")) {
        node.env("CHROMIUM", browser).env("CHROMEDRIVER", driver);
    }
    must(&format!("bench/{program}.mjs"), &mut node).map(|_| ())
}
