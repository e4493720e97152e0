//! Where the tools are, and which versions we want.

use std::path::PathBuf;
use std::process::Command;

use crate::outcome::{Outcome, fail};
use crate::run;

/// The only wasm-opt known to take our modules; see `docs/decisions/0002`.
pub const BINARYEN: &str = "132.0.0";

/// The version of `package` that `Cargo.lock` names.
pub fn locked(package: &str) -> Outcome<String> {
    match version_in(&run::read_text("Cargo.lock")?, package) {
        Some(version) => Ok(version.to_owned()),
        None => fail(format!("Cargo.lock does not name `{package}`: run `cargo update` once")),
    }
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version)
}

/// Where everything cargo makes goes.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from)
}

/// Where the tools we fetch ourselves go.
pub fn own() -> PathBuf {
    target().join("tools")
}

/// A program on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A wasm-bindgen program of exactly this version: ours, or the machine's.
pub fn wasm_bindgen(name: &str, version: &str) -> Option<PathBuf> {
    let ours = own().join("bin").join(name);
    let is_right = |file: &PathBuf| {
        let output = Command::new(file).arg("--version").output();
        output.is_ok_and(|output| {
            String::from_utf8_lossy(&output.stdout).split_whitespace().last() == Some(version)
        })
    };
    [Some(ours), on_path(name)].into_iter().flatten().find(|file| file.is_file() && is_right(file))
}

/// Our wasm-opt, if it is there; it is a script for node.
pub fn wasm_opt() -> Option<PathBuf> {
    let folder = own().join("npm/node_modules/binaryen");
    let manifest = std::fs::read_to_string(folder.join("package.json")).ok()?;
    let right = manifest.contains(&format!("\"version\": \"{BINARYEN}\""));
    (right && on_path("node").is_some()).then(|| folder.join("bin/wasm-opt"))
}

/// The driver of Firefox we know to work; ours, or the machine's of whatever version.
pub const GECKODRIVER: &str = "0.37.0";

/// The driver of Firefox.
pub fn geckodriver() -> Option<PathBuf> {
    let ours = own().join("bin/geckodriver");
    if ours.is_file() { Some(ours) } else { on_path("geckodriver") }
}

/// A Chromium of any make.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .into_iter()
        .find_map(on_path)
}

/// A Firefox of any make.
pub fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(on_path)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_lock_file_tells_a_version() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.2\"\n\n[[package]]\nname = \"a\"\nversion = \"3\"\n";
        assert_eq!(version_in(lock, "a"), Some("3"));
        assert_eq!(version_in(lock, "a-b"), Some("1.2"));
        assert_eq!(version_in(lock, "b"), None);
    }
}
