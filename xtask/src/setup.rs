//! Fetching each tool once; a second run finds everything there.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::outcome::{Outcome, fail};
use crate::run::{cargo, quietly, read, spoken, write};
use crate::{browsers, std_from_source, tools};

const E2E: &str = "tests/e2e";

/// What building needs: the compiler's half, and in parallel what npm brings.
pub fn for_building() -> Outcome {
    wasm_target()?;
    thread::scope(|scope| {
        let shrinker = scope.spawn(wasm_opt);
        let binder = wasm_bindgen();
        shrinker.join().or_else(|_| fail("setting up wasm-opt broke off; run it again"))?;
        binder
    })
}

/// What the browser tests need beyond that.
pub fn for_testing() -> Outcome {
    thread::scope(|scope| {
        let scenarios = scope.spawn(scenario_packages);
        let browsers = browsers::all();
        join(scenarios)?;
        browsers
    })
}

/// Everything, so that later runs need no network.
pub fn everything() -> Outcome {
    thread::scope(|scope| {
        let testing = scope.spawn(for_testing);
        for_building()?;
        join(testing)
    })?;
    println!("everything is set up; `cargo xtask serve` shows the page");
    Ok(())
}

/// The standard library for the browser's instruction set.
pub fn wasm_target() -> Outcome {
    let sysroot = quietly("rustc", Command::new("rustc").args(["--print", "sysroot"]))?;
    let lib = Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib");
    if std_from_source::is_in(&lib) {
        return Ok(());
    }
    let started = announce("the wasm32 standard library", "10 s");
    let added =
        quietly("rustup", Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]));
    if let Err(refused) = added {
        println!("{refused}; building it from Debian's source instead (about 1 min) …");
        std_from_source::install(Path::new(sysroot.trim()))?;
    }
    done("the wasm32 standard library", started);
    Ok(())
}

/// The wasm-bindgen programs, of the version the library was locked to.
pub fn wasm_bindgen() -> Outcome {
    let version = tools::locked("wasm-bindgen")?;
    let names = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    if names.iter().all(|name| tools::wasm_bindgen(name, &version).is_some()) {
        return Ok(());
    }
    // Not `--locked`: its lock file names a version that was withdrawn.
    crate_program("wasm-bindgen-cli", &version, &[])
}

/// Compiles the programs of a crate into our own folder.
pub fn crate_program(package: &str, version: &str, words: &[&str]) -> Outcome {
    let name = format!("{package} {version}");
    let started = announce(&name, "2 min");
    let (own, scratch) = (tools::own(), tools::own().join(format!("build-{package}")));
    let mut install = cargo(&["install", package, "--version", version, "--force"]);
    install.args(words).arg("--root").arg(&own).env("CARGO_TARGET_DIR", &scratch);
    // These run for seconds, so minutes of optimising are wasted.
    for (knob, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{knob}"), value);
    }
    quietly(&format!("installing {name}"), &mut install)?;
    fs::remove_dir_all(scratch)?;
    done(&name, started);
    Ok(())
}

/// The optimiser; without it the app is bigger but works.
fn wasm_opt() {
    if tools::wasm_opt().is_some() {
        return;
    }
    if tools::on_path("npm").is_none() {
        println!(
            "npm is not installed: building without wasm-opt, so the app is about a fifth bigger"
        );
        return;
    }
    let name = format!("wasm-opt (binaryen {})", tools::BINARYEN);
    let started = announce(&name, "10 s");
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(tools::own().join("npm"));
    match quietly("npm install", npm.arg(format!("binaryen@{}", tools::BINARYEN))) {
        Ok(_) => done(&name, started),
        Err(reason) => println!("{reason}; building without wasm-opt, so the app is bigger"),
    }
}

/// What `tests/e2e` imports; the lock file is copied beside it as the stamp.
fn scenario_packages() -> Outcome {
    let lock = read(Path::new(E2E).join("package-lock.json"))?;
    let stamp = Path::new(E2E).join("node_modules/.installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if tools::on_path("npm").is_none() {
        return fail("the browser tests need Node.js 20 or newer: install it and run this again");
    }
    let started = announce("the packages of the browser tests", "20 s");
    let mut npm = Command::new("npm");
    quietly("npm ci", npm.args(["ci", "--no-audit", "--no-fund", "--prefix", E2E]))?;
    write(stamp, &lock)?;
    done("the packages of the browser tests", started);
    Ok(())
}

/// Says what is about to be fetched.
pub fn announce(name: &str, about: &str) -> Instant {
    println!("setting up {name} (first time only, about {about}) …");
    Instant::now()
}

/// Says that it was fetched.
pub fn done(name: &str, started: Instant) {
    println!("set up {name} in {}", spoken(started));
}

fn join(thread: thread::ScopedJoinHandle<Outcome>) -> Outcome {
    thread.join().unwrap_or_else(|_| fail("setting up broke off; run it again"))
}
