//! What integrators are told of the element is what its code says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

type Names = BTreeSet<String>;

fn read(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).expect(path)
}

/// The element as `custom-elements.json` declares it.
fn declared() -> Value {
    let manifest: Value = serde_json::from_str(&read("web/custom-elements.json")).expect("JSON");
    manifest["modules"][0]["declarations"][0].clone()
}

/// The names of a list of the manifest.
fn names(list: &Value) -> Names {
    let list = list.as_array().expect("a list");
    list.iter().map(|entry| entry["name"].as_str().expect("a name").to_owned()).collect()
}

/// Everything between quotes in a piece of code.
fn quoted(code: &str) -> Names {
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The piece of `code` from `begin` up to the next `end`.
fn between<'a>(code: &'a str, begin: &str, end: &str) -> &'a str {
    let (_, rest) = code.split_once(begin).expect(begin);
    rest.split_once(end).expect(end).0
}

/// The words at the beginning of lines, up to a colon.
fn keys(code: &str) -> Names {
    let names = code.lines().filter_map(|line| Some(line.trim().split_once(':')?.0));
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '?';
    names.filter(|name| name.chars().all(is_name)).map(str::to_owned).collect()
}

fn property(attribute: &str) -> String {
    let mut words = attribute.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(1);
        name + &head.to_uppercase() + tail
    })
}

/// Every value of the attribute `part` in the folder.
fn parts(folder: &Path, found: &mut Names) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            parts(&path, found);
            continue;
        }
        let code = fs::read_to_string(&path).expect("a text");
        for sign in [" part=\"", "part: \""] {
            let rest = code.split(sign).skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(rest.map(str::to_owned));
        }
    }
}

#[test]
fn the_manifest_and_the_types_name_what_the_code_has() {
    let (element, types) = (read("src/embed/element.js"), read("web/recourse.d.ts"));
    let declared = declared();
    let attributes = quoted(between(&element, "const ATTRIBUTES = [", "];"));
    assert!(attributes.len() > 10, "{attributes:?}");
    assert_eq!(names(&declared["attributes"]), attributes);
    let options = keys(between(&types, "interface RecourseOptions {", "\n}"));
    let options: Names = options.iter().map(|name| name.trim_end_matches('?').to_owned()).collect();
    let properties: Names = attributes.iter().map(|name| property(name)).collect();
    assert_eq!(options, properties);
    let interface = keys(between(&types, "interface RecourseGuideElement", "\n}"));
    for name in properties.iter().filter(|name| !["lang", "start"].contains(&name.as_str())) {
        assert!(interface.contains(name), "{name} is missing in the types");
    }

    let events = keys(between(&element, "const detail = {", "}[name]"));
    let told = |name: &str| format!("recourse:{name}");
    let events: Names = events.iter().map(|name| told(name)).collect();
    assert_eq!(names(&declared["events"]), events);
    assert_eq!(quoted(between(&types, "interface RecourseEvents {", "\n}")), events);

    for method in ["start", "reset", "wipe", "plan", "exportCase", "importCase"] {
        assert!(names(&declared["members"]).contains(method), "{method}");
        let line = format!("\n  {method}(");
        let getter = format!("\n  get {method}()");
        assert!(element.contains(&line) || element.contains(&getter), "{method}");
    }
}

#[test]
fn every_screen_is_in_the_types_and_on_the_page_about_embedding() {
    let types = quoted(between(&read("web/recourse.d.ts"), "RecourseStep =", ";"));
    let state = read("src/ui/state/mod.rs");
    let ids = quoted(between(&state, "pub const fn id(self) -> &'static str {", "\n    }"));
    assert_eq!(types, ids);
    let page = read("docs/embedding.md");
    let line = page.lines().find(|line| line.starts_with("| `recourse:step`")).expect("a line");
    for id in ids {
        assert!(line.contains(&format!("`{id}`")), "{id}");
    }
}

#[test]
fn every_code_of_a_failure_is_in_the_types() {
    let types = quoted(between(&read("web/recourse.d.ts"), "RecourseErrorCode =", ";"));
    let mut thrown = Names::new();
    for file in ["element.js", "loader.js", "own.js"] {
        let code = read(&format!("src/embed/{file}"));
        for sign in ["throw \"", "fail(\"", "error : \"", "tell(\"error\", \""] {
            let rest = code.split(sign).skip(1).filter_map(|rest| rest.split('"').next());
            thrown.extend(rest.map(str::to_owned));
        }
    }
    let door = read("src/embed/mod.rs");
    thrown.extend(["pack-missing", "pack-damaged", "style-refused"].map(str::to_owned));
    assert!(
        ["pack-missing", "pack-damaged", "style-refused"].iter().all(|code| door.contains(code))
    );
    assert_eq!(types, thrown);
}

/// Each has a sentence for the reader, too: one in every language, or the build fails.
#[test]
fn every_code_of_a_case_is_in_the_types_on_the_page_and_in_words() {
    let types = quoted(between(&read("web/recourse.d.ts"), "RecourseCaseErrorCode =", ";"));
    let script = read("src/embed/asking.js") + &read("src/embed/keeper.js");
    let mut told = Names::new();
    for sign in ["refusal(host, \"", "throw \""] {
        let rest = script.split(sign).skip(1).filter_map(|rest| rest.split('"').next());
        told.extend(rest.map(str::to_owned));
    }
    let seal = read("src/keeper/seal.rs");
    told.extend(quoted(between(&seal, "pub const fn code(self) -> &'static str {", "\n    }")));
    assert_eq!(types, told);
    let (words, page) = (read("knowledge/pages/keep.toml"), read("docs/embedding.md"));
    for code in types {
        assert!(words.contains(&format!("[keep-{code}]")), "{code} has no sentence");
        assert!(page.contains(&format!("| `{code}` |")), "{code} is not explained");
    }
}

#[test]
fn parts_and_tokens_are_those_of_the_sheet_and_the_markup() {
    let declared = declared();
    let mut found = Names::new();
    for folder in ["src/ui", "src/embed"] {
        parts(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    assert_eq!(names(&declared["cssParts"]), found);
    let tokens = read("styles/tokens.css");
    for name in names(&declared["cssProperties"]) {
        assert!(tokens.contains(&format!("{name}:")), "{name} is no token");
    }
}

#[test]
fn the_page_about_embedding_names_everything() {
    let page = read("docs/embedding.md");
    let declared = declared();
    let mut missing = Vec::new();
    for list in ["attributes", "events", "cssParts", "cssProperties"] {
        let names = names(&declared[list]).into_iter();
        missing.extend(names.filter(|name| !page.contains(&format!("`{name}`"))));
    }
    assert!(missing.is_empty(), "{missing:?}");
}
