//! Which problems are taken for which.

use std::collections::BTreeMap;

use recourse::engine::text::{Model, understand};

use super::data::Sentence;

/// How often each problem was taken for another, with one text for each pair.
#[derive(Default)]
pub(crate) struct Confusions(BTreeMap<(String, String), (usize, String)>);

impl Confusions {
    /// Counts one text.
    pub(crate) fn add(&mut self, model: &Model, sentence: &Sentence) {
        let read = understand(model, &sentence.text);
        let first = read.guesses.first().map_or("nothing", |guess| guess.id()).to_owned();
        if first != sentence.primary && !sentence.also_ok.contains(&first) {
            let pair = (sentence.primary.clone(), first);
            self.0.entry(pair).or_insert((0, sentence.text.clone())).0 += 1;
        }
    }

    /// Adds another count.
    pub(crate) fn join(&mut self, other: Self) {
        for (pair, (count, text)) in other.0 {
            self.0.entry(pair).or_insert((0, text)).0 += count;
        }
    }

    /// Prints the most frequent.
    pub(crate) fn print(&self, most: usize) {
        let mut ranked: Vec<_> = self.0.iter().collect();
        ranked.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(b.0)));
        println!("\nmost often taken for another problem");
        for ((wanted, got), (count, text)) in ranked.into_iter().take(most) {
            let start: String = text.chars().take(48).collect();
            println!("{count:>4}  {wanted} as {got}, such as: {start}");
        }
    }
}
