//! What the documents name is there: files, folders, and the pages they lead to.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders whose files are named from the root of the repository.
const FOLDERS: [&str; 13] = [
    ".ci/",
    "bench/",
    "build/",
    "docs/",
    "examples/",
    "knowledge/",
    "macros/",
    "src/",
    "styles/",
    "tests/",
    "training/",
    "web/",
    "xtask/",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every document: file and text.
fn documents() -> Vec<(PathBuf, String)> {
    let folders = [root().join("docs"), root().join("docs/decisions")];
    let listed = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let listed = listed.map(|entry| entry.expect("an entry").path());
    let first = ["README.md", "CHANGELOG.md", "training/README.md"].map(|name| root().join(name));
    let pages = first.into_iter().chain(listed).filter(|path| path.extension().is_some_and(is_md));
    pages.map(|path| (path.clone(), fs::read_to_string(path).expect("a text"))).collect()
}

fn is_md(ending: &std::ffi::OsStr) -> bool {
    ending == "md"
}

/// Whether a name is that of one file or folder, which the repository should hold.
fn is_place(name: &str) -> bool {
    let is_one = !name.contains(['<', '>', '*', '{', ' ', '…']) && !name.contains("node_modules");
    is_one && FOLDERS.iter().any(|folder| name.starts_with(folder))
}

/// A module may be named without the ending of its file, and one of the engine without its room.
fn is_there(name: &str) -> bool {
    let inside = [root().join(name), root().join("src/engine").join(name)];
    inside.iter().any(|path| path.exists() || path.with_extension("rs").exists())
}

#[test]
fn every_file_a_document_names_is_there() {
    let mut missing = Vec::new();
    for (path, text) in documents() {
        // Of the pieces between marks every second one is code.
        let code = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
        let gone = code.filter(|name| is_place(name) && !is_there(name));
        missing.extend(gone.map(|name| format!("{}: {name}", path.display())));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut missing = Vec::new();
    for (path, text) in documents() {
        let folder = path.parent().expect("a folder");
        for rest in text.split("](").skip(1) {
            let link = rest.split(')').next().unwrap_or_default();
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !link.contains("://") && !folder.join(file).exists() {
                missing.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_document_says_in_its_first_line_what_it_is_for() {
    for (path, text) in documents() {
        if path.parent() != Some(&root().join("docs")) {
            continue;
        }
        let mut lines = text.lines().filter(|line| !line.is_empty());
        let (title, first) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        let is_prose = !first.starts_with(['#', '|', '-']) && !first.starts_with("```");
        assert!(title.starts_with("# ") && is_prose, "{}: {first}", path.display());
    }
}
