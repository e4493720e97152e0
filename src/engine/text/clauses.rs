//! Which part of a text speaks loudest for the alarm: its evidence.

use core::ops::Range;

use super::model::Model;
use super::normalize::{Normal, is_han};

/// A clause longer than this is looked at in parts.
const LONG: usize = 48;
/// How many characters a part of a long clause has.
const PART: usize = 24;
/// A clause shorter than this says too little on its own.
const SHORT: usize = 4;

/// The clause with the highest alarm of its own, or `None` for a text without words.
pub(super) fn loudest(model: &Model, text: &Normal) -> Option<Range<usize>> {
    let mut best: Option<(i32, Range<usize>)> = None;
    for clause in clauses(&text.chars) {
        let scores = model.weigh(&text.part(clause.clone()), None);
        if scores.known > 0 && best.as_ref().is_none_or(|(alarm, _)| scores.alarm > *alarm) {
            best = Some((scores.alarm, clause));
        }
    }
    best.map(|(_, clause)| text.span(clause))
}

/// The clauses of a text, without the marks that divide them.
fn clauses(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=chars.len() {
        let is_end = chars.get(at).is_none_or(|&c| is_mark(c));
        let is_full = at - start >= PART && chars.get(at).is_some_and(|&c| c == ' ' || is_han(c));
        if is_end || (is_full && rest(chars, at) > LONG - PART) {
            let words = trimmed(chars, start..at);
            if words.len() >= SHORT {
                found.push(words);
            }
            start = at + usize::from(is_end);
        }
    }
    if found.is_empty() {
        found.extend(Some(trimmed(chars, 0..chars.len())).filter(|whole| !whole.is_empty()));
    }
    found
}

/// How many characters the clause still has from `at` on; no more than a long one.
fn rest(chars: &[char], at: usize) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    rest.iter().take(LONG).take_while(|&&c| !is_mark(c)).count()
}

fn trimmed(chars: &[char], range: Range<usize>) -> Range<usize> {
    let blank = |at: &usize| chars.get(*at).is_none_or(|&c| !c.is_alphanumeric());
    let start = range.clone().find(|at| !blank(at)).unwrap_or(range.end);
    let end = range.clone().rev().find(|at| !blank(at)).map_or(start, |last| last + 1);
    start..end
}

const fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | ';' | ':' | '~' | '…' | '"' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::clauses;

    #[track_caller]
    fn check(text: &str, wanted: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let found: Vec<String> =
            clauses(&chars).into_iter().map(|range| chars[range].iter().collect()).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn marks_and_length_divide() {
        check("", &[]);
        check("  ", &[]);
        check("嗯", &["嗯"]);
        check("微信被盗了,怎么办呀.", &["微信被盗了", "怎么办呀"]);
        let long =
            "kept on sending me more and more links all day long until my phone was full of them";
        check(
            long,
            &[
                "kept on sending me more and",
                "more links all day long",
                "until my phone was full of them",
            ],
        );
    }
}
