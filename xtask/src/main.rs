//! The chores of the project: `cargo xtask <command>`.

mod base91;
mod bench;
mod browsers;
mod budget;
mod build;
mod checks;
mod dist;
mod early;
mod embed;
mod glue;
mod guide;
mod imports;
mod integrator;
mod kb;
mod locations;
mod module;
mod mutants;
mod outcome;
mod page;
mod run;
mod serve;
mod setup;
mod sheet;
mod single;
mod split;
mod std_from_source;
mod test;
mod tools;
mod traditional;
mod train;
mod wasm;
mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

use outcome::{Outcome, fail};

const HELP: &str = "\
cargo xtask serve [--port N]   build, then serve the page on this machine
cargo xtask build              the release, in dist/
cargo xtask test               every test there is
cargo xtask check              the fast loop: format, lints, native tests, knowledge
cargo xtask kb check           every mistake in the knowledge, with its place
cargo xtask kb pack HOST.json  every mistake in a host's own pack, with its place
cargo xtask train              learn the word model again, and show what it decides differently
cargo xtask shots [words]      pictures of every screen in shots/, or of those whose names have the words
cargo xtask bench [subject]    rules beside other engines, text, page, understanding beside others
cargo xtask mutants [words]    small changes of the engine that no test notices; an hour
cargo xtask setup              fetch the tools now, so that the rest works offline";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match enter_root().and_then(|()| obey(&words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Outcome {
    match words {
        ["serve"] => serve::serve(serve::PORT),
        ["serve", "--port", port] => serve::serve(serve::port(port)?),
        ["build"] => build::build(),
        ["test"] => test::test(),
        ["check"] => test::check(),
        ["kb", rest @ ..] => kb::kb(rest),
        ["train"] => train::train(),
        ["shots", rest @ ..] => test::shots(rest),
        ["bench", rest @ ..] => bench::bench(rest),
        ["mutants", rest @ ..] => mutants::mutants(rest),
        ["setup"] => setup::everything(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => fail(format!("`cargo xtask {}` is not a chore; these are:\n{HELP}", words.join(" "))),
    }
}

/// Works from the root of the checkout, wherever the command was given.
fn enter_root() -> Outcome {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    match here.as_deref().and_then(std::path::Path::parent) {
        Some(root) => Ok(std::env::set_current_dir(root)?),
        None => fail("run this as `cargo xtask`, not as a program of its own"),
    }
}
