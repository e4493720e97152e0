//! What the development set is decided to be, as lines that any version can compare.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use recourse::engine::text::{Model, understand};

use super::data::{self, Sentence};

/// Where the decisions of the artefact that is there are written down: a line for each
/// text of the development set, in its order.
pub(crate) fn path() -> PathBuf {
    data::root().join("tests/native/devset/decided.txt")
}

/// The decisions of a model, line by line: the first guess, and whether the alarm sounds.
pub(crate) fn lines(model: &Model, sentences: &[Sentence]) -> String {
    let line = |sentence: &Sentence| {
        let read = understand(model, &sentence.text);
        let first = read.guesses.first().map_or("nothing", |guess| guess.id());
        format!("{first} {}\n", if read.emergency { "alarm" } else { "calm" })
    };
    sentences.iter().map(line).collect()
}

/// Prints every line that is now decided otherwise, and how many are right where they
/// were wrong.
pub(crate) fn compare(before: &str, now: &str, sentences: &[Sentence]) {
    let (mut mended, mut broken, mut other) = (0, 0, 0);
    let pairs = before.lines().zip(now.lines()).zip(sentences);
    for (number, ((old, new), sentence)) in
        pairs.enumerate().filter(|(_, ((old, new), _))| old != new)
    {
        let ((was, had), (is, has)) = (judged(old, sentence), judged(new, sentence));
        let verdict = match has.cmp(&had) {
            Ordering::Greater => (&mut mended, "mended"),
            Ordering::Less => (&mut broken, "broken"),
            Ordering::Equal => (&mut other, "other"),
        };
        *verdict.0 += 1;
        println!("line {:>3} {}: {was} -> {is}", number + 1, verdict.1);
    }
    println!("{mended} mended, {broken} broken, {other} otherwise decided");
}

/// A decision with its marks, and how many of its two parts are right.
fn judged(line: &str, sentence: &Sentence) -> (String, u8) {
    let (first, alarm) = line.split_once(' ').unwrap_or((line, ""));
    let right = first == sentence.primary || sentence.also_ok.iter().any(|ok| ok == first);
    let heard = (alarm == "alarm") == sentence.emergency;
    let mark = |right: bool| if right { "right" } else { "wrong" };
    let said = format!("{first} {}, {alarm} {}", mark(right), mark(heard));
    (said, u8::from(right) + u8::from(heard))
}

/// Prints how a model decides otherwise than the lines in a file.
pub(crate) fn against(model: &Model, earlier: &Path) {
    let sentences = data::development();
    match std::fs::read_to_string(earlier) {
        Ok(before) => compare(&before, &lines(model, &sentences), &sentences),
        Err(error) => println!("{}: {error}", earlier.display()),
    }
}
