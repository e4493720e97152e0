//! Asks the engine from outside: JSON Lines in, JSON Lines out, in order.
//!
//! `cargo run --release --example route < cases.jsonl`. A line that cannot be
//! understood gets an answer that says so, and the run goes on. Who writes that they are in
//! danger gets `danger`, `own-hand` or `others`, and `emergency`; `urgent` are the doors for
//! what is lost, so it may be empty then.

mod answer;
#[path = "../common/mod.rs"]
mod common;

use std::io;
use std::process::ExitCode;

use answer::Engine;

fn main() -> ExitCode {
    match engine() {
        // Whoever stops listening knows that they did.
        Ok(engine) => match engine.run(io::stdin().lock(), io::stdout().lock()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn engine() -> Result<Engine, String> {
    let compiled = common::compiled().map_err(|mistakes| {
        mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    })?;
    Engine::of(&compiled)
}
