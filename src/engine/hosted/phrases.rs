//! By which words a problem of a pack is known, made ready for whoever looks for them.

use super::json::Json;
use super::shape::LANGUAGES;

/// A phrase of fewer letters than this says too little.
const SHORTEST: usize = 2;

/// Its names, its words and what describes it, divided by `|`.
pub(super) fn phrases(problem: &Json) -> String {
    let said = |field: &str| {
        let sentence = problem.get(field).unwrap_or(&Json::Null);
        LANGUAGES.map(|(lang, _)| sentence.text(lang))
    };
    let [names, told] = ["name", "description"].map(said);
    let mut line = String::new();
    for phrase in names.into_iter().chain(problem.texts("words")).chain(told) {
        let is_sign = |c: char| matches!(c, '|' | '^' | '~' | '*');
        if phrase.chars().filter(|c| !is_sign(*c) && *c != ' ').count() < SHORTEST {
            continue;
        }
        if !line.is_empty() {
            line.push('|');
        }
        line.extend(phrase.chars().map(|c| if matches!(c, '|' | '^') { ' ' } else { c }));
    }
    line
}
