//! The glue of wasm-bindgen without a way to start that nobody takes, and with short
//! names for what it calls by itself: long ones weigh, however well they are packed.

use std::collections::BTreeMap;

use crate::outcome::{Outcome, fail};

/// What our own scripts call by name.
const START: &str = "__wbg_init";
/// Names below this length are short enough.
const LONG: usize = 6;

/// The glue made smaller; what it does is the same.
pub fn shrink(glue: &str) -> Outcome<String> {
    let cut = glue.split_once("function initSync(").and_then(|(before, rest)| {
        let (_, after) = rest.split_once("\n}\n")?;
        let after = after.replacen("export { initSync, ", "export { ", 1);
        Some([before, &after].concat())
    });
    let Some(glue) = cut else { return fail("the glue has no `initSync` to cut") };
    Ok(renamed(&glue, &names(&glue)))
}

/// The names of what begins a line and is not exported, each with a short one.
fn names(glue: &str) -> BTreeMap<&str, String> {
    let starts = ["async function ", "function ", "const ", "let "];
    let declared = glue.lines().filter_map(|line| {
        let rest = starts.iter().find_map(|start| line.strip_prefix(start))?;
        let end = rest.find(|sign| !is_of_name(sign)).unwrap_or(rest.len());
        rest.get(..end).filter(|name| name.len() >= LONG && *name != START)
    });
    declared.enumerate().map(|(at, name)| (name, format!("${at}"))).collect()
}

/// The glue with other names, but for members and keys that happen to be called so.
fn renamed(glue: &str, names: &BTreeMap<&str, String>) -> String {
    let mut renamed = String::new();
    let mut rest = glue;
    while let Some(start) = rest.find(is_of_name) {
        let (before, after) = rest.split_at(start);
        let end = after.find(|sign| !is_of_name(sign)).unwrap_or(after.len());
        let (word, next) = after.split_at(end);
        renamed.push_str(before);
        let is_other = renamed.ends_with('.') || next.starts_with(':');
        let short = names.get(word).filter(|_| !is_other);
        renamed.push_str(short.map_or(word, String::as_str));
        rest = next;
    }
    renamed.push_str(rest);
    renamed
}

fn is_of_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_' || sign == '$'
}

#[cfg(test)]
mod tests {
    use super::shrink;

    #[test]
    fn its_own_names_get_short_and_those_of_others_stay() {
        let glue = "export class Guide {\n  follow() { takeObject(wasm.takeObject); }\n}\n\
            export function open_guide(a) { return { takeObject: takeObject(a) }; }\n\
            let cachedMemory0 = null;\nfunction takeObject(a) { return cachedMemory0 ?? a; }\n\
            let wasm;\nfunction initSync(a) {\n  b();\n}\n\
            async function __wbg_init(a) { await takeObject(a); }\n\
            export { initSync, __wbg_init as default };\n";
        let small = "export class Guide {\n  follow() { $1(wasm.takeObject); }\n}\n\
            export function open_guide(a) { return { takeObject: $1(a) }; }\n\
            let $0 = null;\nfunction $1(a) { return $0 ?? a; }\n\
            let wasm;\nasync function __wbg_init(a) { await $1(a); }\n\
            export { __wbg_init as default };\n";
        assert_eq!(shrink(glue).unwrap(), small);
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(shrink("function init() {}").is_err());
    }
}
