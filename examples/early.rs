//! Learns by which few strings the first field, before the program has started, tells
//! that minutes may matter, and writes `knowledge/model/early.txt`.
//!
//! `early --check` writes nothing, and fails unless it learns the very strings that are
//! there; `early --authors` tells how well strings do on authors they were not learnt from.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a tool for developers: stopping with the reason is the right answer"
)]

#[expect(dead_code, reason = "`train` and `evaluate` use the rest")]
mod training;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use training::data::{self, Sentence};

/// How many strings are looked for, one after the other; one may come up again.
const ROUNDS: usize = 280;
/// In so many sentences, of so many authors, a string must stand to be worth knowing.
const COMMON: usize = 12;
const AUTHORS: usize = 4;
/// What a weight of one stands for, in the logarithm of the odds.
const UNIT: f64 = 0.14;
/// How much one string may speak against haste: whoever also wants to complain may
/// still be losing money.
const CALMEST: i32 = -6;
/// Of so many calm sentences in a thousand the strings may be wrong.
const FALSE: usize = 110;
/// How much a sentence of the b files, the barest words of everybody, counts beside another.
const PLAINEST: f64 = 10.0;
/// What nobody has seen yet still counts as this much.
const UNSEEN: f64 = 0.002;

/// A sentence by the strings in it.
struct Seen<'a> {
    sentence: &'a Sentence,
    pieces: BTreeSet<String>,
}

/// What the strings say, and from which sum on minutes may matter.
struct Learnt {
    weights: BTreeMap<String, i32>,
    bar: i32,
}

fn main() {
    let simple = Simple::read();
    let (training, development) = (data::training(), data::development());
    let all: Vec<Seen> = training.iter().map(|sentence| simple.seen(sentence)).collect();
    let development: Vec<Seen> = development.iter().map(|it| simple.seen(it)).collect();
    let argument = std::env::args().nth(1).unwrap_or_default();
    if argument == "--authors" {
        return authors(&all);
    }
    let learnt = learn(&all.iter().collect::<Vec<_>>());
    let text = learnt.written();
    let path = data::root().join("knowledge/model/early.txt");
    if argument == "--check" {
        let is_there = fs::read_to_string(&path).is_ok_and(|there| there == text);
        assert!(is_there, "early learns other strings");
    } else {
        fs::write(&path, text).expect("early.txt");
    }
    println!("{} strings, bar {}", learnt.weights.len(), learnt.bar);
    println!("training: {}", learnt.told(&all.iter().collect::<Vec<_>>()));
    println!("development: {}", learnt.told(&development.iter().collect::<Vec<_>>()));
}

/// Learns from four fifths of the authors and tells how it does on the others.
fn authors(all: &[Seen]) {
    let names: BTreeSet<&str> = all.iter().map(|it| it.sentence.author.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    for part in 0..5 {
        let is_out = |it: &&Seen| {
            names
                .iter()
                .position(|name| *name == it.sentence.author)
                .is_some_and(|at| at % 5 == part)
        };
        let (out, rest): (Vec<&Seen>, Vec<&Seen>) = all.iter().partition(is_out);
        println!("authors held out, part {}: {}", part + 1, learn(&rest).told(&out));
    }
}

/// One string after the other: the one that tells the sentences best apart which those
/// before it still get wrong.
fn learn(all: &[&Seen]) -> Learnt {
    let mut places: BTreeMap<&str, (Vec<usize>, BTreeSet<&str>)> = BTreeMap::new();
    for (place, it) in all.iter().enumerate() {
        for piece in &it.pieces {
            let entry = places.entry(piece).or_default();
            entry.0.push(place);
            entry.1.insert(&it.sentence.author);
        }
    }
    places.retain(|_, (at, authors)| at.len() >= COMMON && authors.len() >= AUTHORS);
    let urgent = all.iter().filter(|it| it.sentence.emergency).count() as f64;
    let calm = all.len() as f64 - urgent;
    let share = |it: &&Seen| {
        let own = if it.sentence.emergency { 0.5 / urgent } else { 0.5 / calm };
        let is_plain = it.sentence.author.starts_with('b');
        if is_plain { own * PLAINEST } else { own }
    };
    let mut shares: Vec<f64> = all.iter().map(share).collect();
    let mut odds: BTreeMap<&str, f64> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let told = places.iter().map(|(piece, (at, _))| {
            let (mut with, mut against) = (0.0, 0.0);
            for place in at {
                let side = if all[*place].sentence.emergency { &mut with } else { &mut against };
                *side += shares[*place];
            }
            ((f64::sqrt(with) - f64::sqrt(against)).abs(), with, against, *piece)
        });
        let best = told.max_by(|one, other| one.0.total_cmp(&other.0)).expect("some string");
        let (_, with, against, piece) = best;
        let step = 0.5 * ((with + UNSEEN) / (against + UNSEEN)).ln();
        *odds.entry(piece).or_default() += step;
        for place in &places[piece].0 {
            let is_right = all[*place].sentence.emergency == (step > 0.0);
            shares[*place] *= if is_right { (-step.abs()).exp() } else { step.abs().exp() };
        }
        let sum: f64 = shares.iter().sum();
        for share in &mut shares {
            *share /= sum;
        }
    }
    let weights = odds
        .iter()
        .map(|(piece, odds)| ((*piece).to_owned(), ((odds / UNIT).round() as i32).max(CALMEST)));
    let mut learnt =
        Learnt { weights: weights.filter(|(_, weight)| *weight != 0).collect(), bar: 0 };
    let calm = all.iter().filter(|it| !it.sentence.emergency);
    let mut sums: Vec<i32> = calm.map(|it| learnt.sum(it)).collect();
    sums.sort_unstable_by(|one, other| other.cmp(one));
    learnt.bar = (sums[sums.len() * FALSE / 1000] + 1).max(1);
    learnt
}

impl Learnt {
    fn sum(&self, it: &Seen) -> i32 {
        it.pieces.iter().filter_map(|piece| self.weights.get(piece)).sum()
    }

    /// How many urgent sentences are known, and how many calm ones are taken for urgent.
    fn told(&self, all: &[&Seen]) -> String {
        let mut parts = Vec::new();
        for lang in ["", "zh-Hans", "zh-Hant", "en", "mixed"] {
            let share = |is_urgent| {
                let of = all.iter().filter(|it| it.sentence.emergency == is_urgent);
                let of: Vec<_> = of.filter(|it| it.sentence.lang.starts_with(lang)).collect();
                let known = of.iter().filter(|it| self.sum(it) >= self.bar).count();
                1000 * known / of.len().max(1)
            };
            let name = if lang.is_empty() { "all" } else { lang };
            parts.push(format!("{name} {} ‰, false {} ‰", share(true), share(false)));
        }
        parts.join("; ")
    }

    /// The bar, then a line for each weight, the heaviest first.
    fn written(&self) -> String {
        let mut lines: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
        for (piece, weight) in &self.weights {
            lines.entry(*weight).or_default().push(piece);
        }
        let mut text = format!("{}\n", self.bar);
        for (weight, pieces) in lines.iter().rev() {
            let _ = writeln!(text, "{weight}|{}", pieces.join("|"));
        }
        text
    }
}

/// How the first field reads a text: small letters, Simplified characters, a blank
/// around every word of letters and for every other sign.
struct Simple(BTreeMap<char, char>);

impl Simple {
    fn read() -> Self {
        let table = data::root().join("training/traditional.txt");
        let table = fs::read_to_string(table).expect("traditional.txt");
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        Self(rows.filter_map(|row| Some((row.chars().next()?, row.chars().nth(1)?))).collect())
    }

    fn seen<'a>(&self, sentence: &'a Sentence) -> Seen<'a> {
        Seen { sentence, pieces: pieces(&self.of(&sentence.text)) }
    }

    fn of(&self, text: &str) -> String {
        let mut simple = String::from(" ");
        let mut before = ' ';
        for sign in text.to_lowercase().replace("n't", " not").replace("n’t", " not").chars() {
            let sign = match sign {
                '！'..='～' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
                _ => self.0.get(&sign).copied().unwrap_or(sign),
            };
            let is_word = sign.is_ascii_alphanumeric();
            if is_word != before.is_ascii_alphanumeric() && before != ' ' {
                simple.push(' ');
                before = ' ';
            }
            let sign = if sign.is_alphanumeric() { sign } else { ' ' };
            if sign != ' ' || before != ' ' {
                simple.push(sign);
            }
            before = sign;
        }
        simple.push(' ');
        simple
    }
}

/// Up to four characters that stand together; a word, two words, and how a word begins.
fn pieces(simple: &str) -> BTreeSet<String> {
    let mut pieces = BTreeSet::new();
    let mut before: Option<&str> = None;
    for run in simple.split(' ').filter(|run| !run.is_empty()) {
        if run.is_ascii() {
            pieces.insert(format!(" {run} "));
            pieces.extend((3..run.len().min(8)).map(|end| format!(" {}", &run[..end])));
            pieces.extend(before.map(|before| format!(" {before} {run} ")));
            before = Some(run);
            continue;
        }
        before = None;
        let signs: Vec<char> = run.chars().collect();
        for length in 1..=4 {
            pieces.extend(signs.windows(length).map(|piece| piece.iter().collect::<String>()));
        }
    }
    pieces
}
