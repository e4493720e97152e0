//! From Rust to what a browser runs: compile, bind, shrink.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checks;
use crate::dist::hash;
use crate::glue;
use crate::imports;
use crate::locations;
use crate::outcome::{Outcome, fail};
use crate::run::{cargo, must, quietly, read, read_text};
use crate::split::{self, Halves};
use crate::tools;

/// How a module is made small. Never --all-features: it writes imports that browsers refuse.
///
/// A function with one caller stays a function unless it is tiny: written into its caller
/// it saves bytes, but what is left packs worse.
pub const SHRINK: [&str; 4] =
    ["--merge-similar-functions", "-Oz", "--converge", "--one-caller-inline-max-function-size=30"];

/// The program in its two halves.
pub struct App {
    /// The ES module that wasm-bindgen writes.
    pub glue: String,
    /// The WebAssembly module.
    pub wasm: Vec<u8>,
    /// Whether wasm-opt was there to make it small.
    pub is_shrunk: bool,
}

/// Compiles the widget for the browser, as a whole and in its two halves.
pub fn app() -> Outcome<(App, Halves)> {
    let app = program(&[])?;
    let halves = split::split(&read(compiled())?, &app.wasm)?;
    Ok((app, halves))
}

/// Compiles the reader of a host's own pack.
pub fn reader() -> Outcome<App> {
    program(&["--no-default-features", "--features", "reader"])
}

/// Compiles what seals and opens cases.
pub fn keeper() -> Outcome<App> {
    program(&["--no-default-features", "--features", "keeper"])
}

fn program(features: &[&str]) -> Outcome<App> {
    let words = ["build", "--release", "--target", "wasm32-unknown-unknown", "--lib"];
    let words = [&words[..], features].concat();
    must("compiling for the browser", cargo(&words).env("CARGO_ENCODED_RUSTFLAGS", remap()?))?;
    let version = tools::locked("wasm-bindgen")?;
    let Some(bindgen) = tools::wasm_bindgen("wasm-bindgen", &version) else {
        return fail("wasm-bindgen is missing: run `cargo xtask setup`");
    };
    let out = tools::target().join("bindgen");
    fs::create_dir_all(&out)?;
    let linked = out.join("linked.wasm");
    fs::write(&linked, checks::hush(&split::plain(&read(compiled())?)?)?)?;
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    bind.args(["--remove-name-section", "--remove-producers-section", "--out-name", "recourse"]);
    quietly("wasm-bindgen", bind.arg("--out-dir").arg(&out).arg(&linked))?;
    let glue = read_text(out.join("recourse.js"))?;
    let bound = out.join("recourse_bg.wasm");
    fs::write(&bound, locations::forget(read(&bound)?)?)?;
    let name = features.last().unwrap_or(&"widget");
    let mut app = match tools::wasm_opt() {
        Some(optimiser) => App { glue, wasm: shrink(&optimiser, &bound, name)?, is_shrunk: true },
        None => App { glue, wasm: read(bound)?, is_shrunk: false },
    };
    imports::shorten(&mut app)?;
    app.glue = glue::shrink(&app.glue)?;
    Ok(app)
}

/// Where the compiler puts the program.
fn compiled() -> PathBuf {
    tools::target().join("wasm32-unknown-unknown/release/recourse.wasm")
}

/// Optimises a module for size, unless the same one was optimised before.
fn shrink(optimiser: &Path, bound: &Path, program: &str) -> Outcome<Vec<u8>> {
    let cache = tools::target().join("shrunk").join(program);
    let small = cache.join(format!("{}.wasm", hash(&read(bound)?)));
    if !small.exists() {
        // One entry for each program is enough; older ones would only pile up.
        let _ = fs::remove_dir_all(&cache);
        fs::create_dir_all(&cache)?;
        let part = cache.join("part");
        let mut opt = Command::new("node");
        opt.arg(optimiser).args(SHRINK).arg(bound).arg("-o").arg(&part);
        quietly("wasm-opt", &mut opt)?;
        fs::rename(part, &small)?;
    }
    read(small)
}

/// Takes this machine's folders out of panic messages, so that two checkouts
/// give the same bytes and nobody's home is published.
fn remap() -> Outcome<String> {
    let root = env::current_dir()?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry/src"));
    let registries = sources.and_then(|sources| fs::read_dir(sources).ok());
    let mut folders: Vec<PathBuf> =
        registries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let sysroot = quietly("rustc", Command::new("rustc").args(["--print", "sysroot"]))?;
    let std = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    let to_deps = folders.iter().map(|folder| (folder, "deps"));
    let flags = to_deps.chain([(&std, "rust"), (&root, "recourse")]);
    let flags = flags.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    // By what the linker notes, the program is cut in two.
    let flags = flags.chain(["-Clink-arg=--emit-relocs".to_owned()]);
    Ok(flags.collect::<Vec<_>>().join("\u{1f}"))
}
