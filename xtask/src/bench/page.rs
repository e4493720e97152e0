//! How long the built page lets a person wait, beside a form made with a library
//! and the smallest page made with ours.

use std::path::Path;

use super::{engine, folder, node, rules};
use crate::build;
use crate::outcome::Outcome;
use crate::run::{cargo, must};

const COUNTER: &str = "bench/page/counter/Cargo.toml";

/// Builds the release, then opens it, types and answers on a slowed-down processor.
pub fn measure() -> Outcome {
    build::build()?;
    rules::peers()?;
    counter()?;
    println!("bench: opening pages, typing and answering (about 3 min) …");
    node("page", &[])
}

/// Builds the bare Yew counter as the widget is built.
fn counter() -> Outcome {
    println!("bench: a bare Yew counter (the first time about 1 min) …");
    let target = folder().join("counter-target");
    let words = ["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown"];
    let mut build = cargo(&words);
    build.arg("--manifest-path").arg(Path::new(COUNTER)).arg("--target-dir").arg(&target);
    must("compiling the counter", &mut build)?;
    let compiled = target.join("wasm32-unknown-unknown/release/counter.wasm");
    engine::bind(&compiled, &folder().join("counter"))
}
