//! Gathers the knowledge for the native programs, names the sentences of the
//! interface and packs the phrases that texts are read by. Syntax only: what the records mean is judged by the engine.
//! Joins the style sheets.

#[path = "xtask/src/sheet.rs"]
mod lean;
#[path = "build/phrases.rs"]
mod phrases;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=knowledge");
    println!("cargo::rerun-if-changed=styles");
    println!("cargo::rerun-if-changed=xtask/src/sheet.rs");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("knowledge");
    fs::write(out.join("files.rs"), files(&root)?)?;
    fs::write(out.join("sheet.css"), sheet()?)?;
    fs::write(out.join("say.rs"), say(&root.join("text"))?)?;
    let phrases = phrases::compile(&root.join("phrases"))?;
    fs::write(out.join("phrases.txt"), phrases.pack)?;
    fs::write(out.join("phrases.rs"), phrases.code)?;
    fs::write(out.join("retired.rs"), retired(&root.join("retired.toml"))?)?;
    Ok(())
}

/// Every record as a pair of its name and its text, so that a native program
/// carries the knowledge with it.
fn files(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut found = Vec::new();
    walk(root, &mut found)?;
    found.sort();
    let mut code = String::from("&[\n");
    for path in found {
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        writeln!(code, "    ({name:?}, include_str!({:?})),", path.to_string_lossy())?;
    }
    code.push_str("]\n");
    Ok(code)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    Ok(())
}

/// One constant for each sentence of the interface, numbered in the order of
/// the names: the same order in which the sentences open every language pack.
/// A sentence the interface asks for and nobody wrote is a compile error.
fn say(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut names = Vec::new();
    let mut found = Vec::new();
    walk(folder, &mut found)?;
    for path in found {
        let table: toml::Table = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        names.extend(table.into_iter().map(|(name, _)| name));
    }
    names.sort();
    let mut code = String::new();
    for (number, name) in names.iter().enumerate() {
        let upper = name.to_uppercase().replace('-', "_");
        writeln!(code, "/// `{name}`\npub(crate) const {upper}: Sentence = Sentence({number});")?;
    }
    Ok(code)
}

/// The ids that were retired: the kind of record, the id, and the one in its place.
fn retired(file: &Path) -> Result<String, Box<dyn Error>> {
    let kinds: toml::Table = toml::from_str(&fs::read_to_string(file)?)?;
    let mut code = String::from("&[\n");
    for (kind, ids) in kinds {
        for (id, instead) in ids.as_table().into_iter().flatten() {
            let instead = instead.as_str().ok_or("an id stands in the place of an id")?;
            writeln!(code, "    ({kind:?}, {id:?}, {instead:?}),")?;
        }
    }
    code.push_str("]\n");
    Ok(code)
}

/// The layers of the style sheet in order.
fn sheet() -> std::io::Result<String> {
    let mut layers = String::new();
    for layer in ["tokens", "base", "layout", "parts", "print"] {
        layers.push_str(&fs::read_to_string(format!("styles/{layer}.css"))?);
    }
    Ok(lean::lean(&layers))
}
