//! The wasm32 standard library from Debian's source: the last resort, when
//! rustup cannot fetch it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outcome::{Outcome, fail};
use crate::run::{quietly, write};
use crate::tools;

const TARGET: &str = "wasm32-unknown-unknown";

/// Where a source of exactly the compiler's version is looked for, in order.
const SUITES: [&str; 3] = ["trixie-backports", "testing", "sid"];

/// Whether a standard library lies in this folder.
pub fn is_in(lib: &Path) -> bool {
    libraries(lib).iter().any(|file| name(file).starts_with("libstd-"))
}

/// Builds the library and puts it where the compiler looks.
pub fn install(sysroot: &Path) -> Outcome {
    if tools::on_path("dpkg").is_none() {
        return fail(
            "run `rustup target add wasm32-unknown-unknown` with a network, then this again",
        );
    }
    let work = std::path::absolute(tools::own().join("std"))?;
    fs::create_dir_all(&work)?;
    let package = fetch(&work)?;
    let (source, home) = (work.join("source"), sysroot.join("lib/rustlib/src/rust"));
    quietly("dpkg", Command::new("dpkg").arg("-x").arg(package).arg(&source))?;
    let Some(library) = unpacked(&source) else {
        return fail("Debian's rust-src has another shape than expected; see docs/decisions/0002");
    };
    fs::create_dir_all(&home)?;
    quietly("cp", Command::new("cp").arg("-rT").arg(library).arg(home.join("library")))?;
    let deps = compile(&work)?;
    let lib = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&lib)?;
    for file in libraries(&deps).iter().filter(|file| !name(file).starts_with("libempty")) {
        fs::copy(file, lib.join(name(file).as_ref()))?;
    }
    fs::remove_dir_all(work)?;
    Ok(())
}

/// Downloads `rust-src` of the compiler's own version, with a private state of
/// apt so that the machine's is left alone.
fn fetch(work: &Path) -> Outcome<PathBuf> {
    let said = quietly("rustc", Command::new("rustc").arg("--version"))?;
    let version = said.split_whitespace().nth(1).unwrap_or_default().to_owned();
    let sites = quietly(
        "apt-get",
        Command::new("apt-get").args([
            "indextargets",
            "--format",
            "$(SITE)",
            "Created-By: Packages",
        ]),
    )?;
    let site = sites.lines().find(|site| !site.contains("security")).unwrap_or_default();
    for suite in SUITES {
        let apt = |program: &str| private_apt(program, work);
        write(work.join("sources.list"), format!("deb {site} {suite} main\n").as_bytes())?;
        fs::create_dir_all(work.join("lists/partial"))?;
        fs::create_dir_all(work.join("cache/archives/partial"))?;
        if quietly("apt-get update", apt("apt-get").arg("update")).is_err() {
            continue;
        }
        let listed = quietly("apt-cache", apt("apt-cache").args(["madison", "rust-src"]))?;
        let mut versions = listed.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
        if let Some(found) = versions.find(|found| found.starts_with(&format!("{version}+"))) {
            let mut download = apt("apt-get");
            download.current_dir(work).args(["download", &format!("rust-src={found}")]);
            quietly("apt-get download", &mut download)?;
            return match entries(work).into_iter().find(|file| name(file).ends_with(".deb")) {
                Some(package) => Ok(package),
                None => fail("apt-get downloaded nothing; run this again"),
            };
        }
    }
    fail(format!(
        "no source of Rust {version} found: run `rustup target add {TARGET}` with a network, then this again"
    ))
}

fn private_apt(program: &str, work: &Path) -> Command {
    let mut command = Command::new(program);
    for (key, value) in [
        ("Dir::Etc::sourcelist", work.join("sources.list")),
        ("Dir::Etc::sourceparts", "/dev/null".into()),
        ("Dir::State::lists", work.join("lists")),
        ("Dir::Cache", work.join("cache")),
    ] {
        command.arg("-o").arg(format!("{key}={}", value.display()));
    }
    command
}

/// Compiles the library as a dependency of an empty crate.
fn compile(work: &Path) -> Outcome<PathBuf> {
    let empty = work.join("empty");
    write(
        empty.join("Cargo.toml"),
        b"[package]\nname = \"empty\"\nedition = \"2024\"\n[profile.release]\npanic = \"abort\"\n[workspace]\n",
    )?;
    write(empty.join("src/lib.rs"), b"")?;
    let mut build = crate::run::cargo(&["build", "--release", "--target", TARGET]);
    build
        .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test")
        .current_dir(&empty)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", work.join("target"))
        // Without the bitcode, our own link-time optimisation finds nothing.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    quietly("building the standard library", &mut build)?;
    Ok(work.join("target").join(TARGET).join("release/deps"))
}

fn unpacked(source: &Path) -> Option<PathBuf> {
    let folders = entries(&source.join("usr/src"));
    folders.into_iter().map(|folder| folder.join("library")).find(|library| library.is_dir())
}

fn libraries(folder: &Path) -> Vec<PathBuf> {
    let mut files = entries(folder);
    files.retain(|file| name(file).ends_with(".rlib"));
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).into_iter().flatten().flatten();
    listed.map(|entry| entry.path()).collect()
}

fn name(file: &Path) -> std::borrow::Cow<'_, str> {
    file.file_name().unwrap_or_default().to_string_lossy()
}
