//! The walls between the rooms: who may name what. `docs/architecture.md` has
//! the table these rules come from.

use std::fs;
use std::path::{Path, PathBuf};

/// A room, and words its code may not contain.
struct Wall {
    room: &'static str,
    forbidden: &'static [&'static str],
}

/// The second layer of the engine, which the first knows nothing of.
const SECOND: &[&str] =
    &["engine::heard", "engine::parting", "engine::plan", "engine::kept", "engine::hosted"];

const WALLS: &[Wall] = &[
    Wall {
        room: "src/engine",
        forbidden: &[
            "yew",
            "gloo",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "crate::browser",
            "crate::ui",
            "crate::embed",
            "crate::keeper",
            "crate::reader",
            "std::time",
            "SystemTime",
            "Instant::now",
            "HashMap",
            "HashSet",
            "rand",
            "println!",
            "std::fs",
            "std::env",
        ],
    },
    Wall { room: "src/browser", forbidden: &["yew", "crate::engine", "crate::ui", "crate::embed"] },
    Wall {
        room: "src/ui",
        forbidden: &["web_sys", "js_sys", "wasm_bindgen", "crate::embed", "style="],
    },
    Wall {
        room: "src/keeper",
        forbidden: &["web_sys", "crate::browser", "crate::ui", "crate::embed"],
    },
    Wall { room: "src/engine/calendar", forbidden: SECOND },
    Wall { room: "src/engine/text", forbidden: SECOND },
    Wall { room: "src/engine/knowledge", forbidden: SECOND },
    Wall {
        room: "src/engine/text",
        forbidden: &["engine::calendar", "engine::knowledge", "engine::case", "engine::rule"],
    },
    Wall { room: "src/engine/calendar", forbidden: &["engine::text"] },
    Wall { room: "src/engine/knowledge", forbidden: &["engine::text"] },
    Wall { room: "src/engine/plan", forbidden: &["engine::text", "engine::heard", "engine::kept"] },
    Wall { room: "src/engine/kept", forbidden: &["engine::text", "engine::heard", "engine::plan"] },
    Wall {
        room: "src/engine/hosted",
        forbidden: &["engine::text", "engine::heard", "engine::plan", "engine::kept"],
    },
    Wall { room: "src/ui/parts", forbidden: &["ui::app", "ui::screens", "super::screens"] },
];

/// Everything a room contains, as pairs of path and code without comments.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the room exists") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            // Tests at the end of a file may read and print what they like.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: String = (text.lines())
                .filter(|line| !line.trim_start().starts_with("//"))
                .flat_map(|line| [line, "\n"])
                .collect();
            found.push((path, code));
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The places where `word` stands in `code` as a word of its own.
fn holds(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let runs_on = after.is_some_and(is_part) && word.ends_with(is_part);
        !(before.is_some_and(is_part) || runs_on)
    })
}

#[test]
fn no_room_names_what_is_behind_its_walls() {
    let mut breaches = Vec::new();
    for wall in WALLS {
        for (path, code) in sources(&root().join(wall.room)) {
            for word in wall.forbidden.iter().filter(|word| holds(&code, word)) {
                breaches.push(format!("{} names `{word}`", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_walls_are_seen_when_they_are_broken() {
    assert!(holds("use web_sys::window;", "web_sys"));
    assert!(holds("let x = yew::Html;", "yew"));
    assert!(!holds("let brand = 1;", "rand"));
    assert!(holds("<p style={x}>", "style="));
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let mut faults = Vec::new();
    for room in ["src", "xtask/src", "examples", "tests/native"] {
        for (path, _) in sources(&root().join(room)) {
            let text = fs::read_to_string(&path).expect("a readable file");
            if !text.starts_with("//!") {
                faults.push(format!("{} does not begin with `//!`", path.display()));
            }
            let lines = text.lines().count();
            if lines > 400 {
                faults.push(format!("{} has {lines} lines", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every sentence a person reads comes from data: no Chinese and no quoted words
/// stand in the markup of a component.
#[test]
fn components_hold_no_sentences() {
    let mut faults = Vec::new();
    for (path, code) in sources(&root().join("src/ui")) {
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            let strings = || line.split('"').skip(1).step_by(2);
            let is_text_node = |words: &str| {
                line.contains(&format!("{{ \"{words}\" }}"))
                    && !line.contains(" else ")
                    && words.chars().filter(|c| c.is_alphabetic()).count() > 2
            };
            if strings().any(|words| words.contains(is_chinese) || is_text_node(words)) {
                faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
