//! From sentences to the artefact: learn, keep what matters, round.

use std::collections::BTreeMap;

use recourse::engine::text::features;
use recourse::engine::text::model::{Model, Table, UNITS, Weights};
use recourse::engine::text::normalize::Normal;
use recourse::engine::text::platform;

use super::data::{self, Sentence};
use super::network::{Course, Example, Network, Plain};
use super::shared::Shared;

/// How often the sentences of the b files, the barest words of everybody, are looked at while
/// others are looked at once.
const PLAINEST: usize = 4;

/// What the artefact may cost and how it is tuned.
#[derive(Clone, Copy)]
pub(crate) struct Recipe {
    /// How many pieces are looked at: first those that most people use, then step by step
    /// those that say most, and the last number is kept.
    pub(crate) pieces: [usize; 4],
    /// What a bit costs, beside the square of what is lost by sharing rows.
    pub(crate) price: f32,
    /// What a logit is worth, in 256ths, when shares are told. By this the mean share of the
    /// first guess is how often it is right when the writer was not learnt from.
    pub(crate) modest: i32,
    /// What "none of these" is given in advance, in logits: most who write about
    /// something else resemble none of the sentences.
    pub(crate) elsewhere: f32,
    /// The alarm score, in permille, from which help is shown.
    pub(crate) alarm_at: u16,
    /// How many networks that keep all pieces teach the one that is kept.
    pub(crate) teachers: u64,
    /// The lessons of each of them.
    pub(crate) teaching: Course,
    /// The lessons by which pieces are chosen, at each step anew.
    pub(crate) first: Course,
    /// The lessons of those that are kept.
    pub(crate) second: Course,
    /// The lessons while rows are shared and rounded.
    pub(crate) third: Course,
}

impl Default for Recipe {
    fn default() -> Self {
        let course = |epochs, rate, hide, chance| Course { epochs, rate, hide, chance };
        Self {
            pieces: [45_000, 22_000, 13_000, 8_770],
            price: 0.5,
            modest: 256,
            elsewhere: 0.3,
            alarm_at: 250,
            teachers: 3,
            teaching: course(12, 0.003, 0.3, 2),
            first: course(5, 0.003, 0.25, 2),
            second: course(8, 0.003, 0.25, 5),
            third: course(50, 0.004, 0.15, 5),
        }
    }
}

/// Builds the model from sentences.
pub(crate) fn model(sentences: &[&Sentence], everything: &[Sentence], recipe: &Recipe) -> Model {
    let folding = data::folding(everything);
    let (phrases, variants) = data::phrases();
    let concepts = data::concepts(&folding, &variants);
    let mut problems: Vec<String> =
        everything.iter().map(|sentence| sentence.primary.clone()).collect();
    problems.sort();
    problems.dedup();
    let prints: Vec<Vec<u32>> = sentences
        .iter()
        .map(|sentence| {
            let text = Normal::read(&folding, &variants, &sentence.text);
            let product = platform::place(&phrases, &text);
            let mut found = Vec::new();
            features::pieces(&concepts, &text, product, |print| found.push(print));
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect();
    let urgent = urgent(sentences, &problems);
    let taught = |pieces: &[u32], course: &Course| {
        let examples = examples(sentences, &problems, &prints, pieces);
        let mut network = Network::new(problems.len(), loudness(pieces, &examples), urgent.clone());
        network.teach(&examples, course, &mut Plain::default());
        (network, examples)
    };
    let spread = spread(sentences, &prints);
    let [first, then @ ..] = recipe.pieces;
    let mut pieces = most(spread.iter().map(|(&piece, &own)| (own, piece)), first);
    let advice = advice(recipe, |course| taught(&pieces, course));
    for count in then {
        let (network, _) = taught(&pieces, &recipe.first);
        let matter = network.spoken();
        let matter = matter.chunks_exact(UNITS).zip(&pieces).map(|(row, piece)| {
            let energy: f32 = row.iter().map(|weight| weight * weight).sum();
            (energy * spread[piece], *piece)
        });
        pieces = most(matter, count);
    }
    let (mut network, mut examples) = taught(&pieces, &recipe.second);
    for (example, advice) in examples.iter_mut().zip(advice) {
        example.advice = advice;
    }
    let is_own = pieces.iter().map(|&piece| piece < features::OWN).collect();
    let serves: Vec<f32> = pieces.iter().map(|piece| spread[piece]).collect();
    let mut shared = Shared::new(&network, is_own, &serves, recipe.price);
    network.teach(&examples, &recipe.third, &mut shared);
    let weights = rounded(&network, &shared, &pieces, problems, recipe);
    Model { folding, variants, concepts, weights, phrases }
}

/// What the teachers make of every sentence, their mean: it tells the small network how near
/// a sentence lies to other problems, which its label does not.
fn advice(recipe: &Recipe, teach: impl Fn(&Course) -> (Network, Vec<Example>)) -> Vec<Vec<f32>> {
    let mut means: Vec<Vec<f32>> = Vec::new();
    for teacher in 0..recipe.teachers {
        let chance = recipe.teaching.chance + teacher;
        let (network, examples) = teach(&Course { chance, ..recipe.teaching });
        let rows = network.spoken();
        means.resize(examples.len(), vec![0.0; network.problems + 1]);
        for (mean, example) in means.iter_mut().zip(&examples) {
            let own = network.judge(&rows, &example.rows);
            #[expect(clippy::cast_precision_loss, reason = "a few teachers")]
            mean.iter_mut().zip(own).for_each(|(mean, own)| *mean += own / recipe.teachers as f32);
        }
    }
    means
}

/// How often texts about each problem are urgent.
#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn urgent(sentences: &[&Sentence], problems: &[String]) -> Vec<f32> {
    let share = |problem: &String| {
        let about: Vec<_> = sentences.iter().filter(|text| text.primary == *problem).collect();
        let urgent = about.iter().filter(|text| text.emergency).count();
        urgent as f32 / about.len().max(1) as f32
    };
    problems.iter().map(share).collect()
}

/// The `count` pieces that have most of something, and all that have rows of their own; sorted.
fn most(pieces: impl Iterator<Item = (f32, u32)>, count: usize) -> Vec<u32> {
    let mut ranked: Vec<(f32, u32)> = pieces.collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let kept = ranked.into_iter().enumerate();
    let kept = kept.filter(|(at, (_, piece))| *at < count || *piece < features::OWN);
    let mut kept: Vec<u32> = kept.map(|(_, (_, piece))| piece).collect();
    kept.sort_unstable();
    kept
}

fn examples(
    sentences: &[&Sentence],
    problems: &[String],
    prints: &[Vec<u32>],
    pieces: &[u32],
) -> Vec<Example> {
    let column = |id: &String| problems.binary_search(id).ok();
    let example = |(sentence, prints): (&&Sentence, &Vec<u32>)| {
        let rows = prints.iter().filter_map(|print| pieces.binary_search(print).ok());
        let rows = rows.map(|row| u32::try_from(row).expect("few pieces")).collect();
        let right = column(&sentence.primary).expect("a known problem");
        let also = sentence.also_ok.iter().filter_map(column).collect();
        let times = if sentence.author.starts_with('b') { PLAINEST } else { 1 };
        Example { rows, right, also, alarm: sentence.emergency, times, advice: Vec::new() }
    };
    sentences.iter().zip(prints).map(example).collect()
}

/// Rare pieces say more: the logarithm of their rarity.
#[expect(clippy::cast_precision_loss, reason = "some tens of thousands")]
fn loudness(pieces: &[u32], examples: &[Example]) -> Vec<f32> {
    let mut counts = vec![0_u32; pieces.len()];
    examples.iter().flat_map(|example| &example.rows).for_each(|&row| counts[row as usize] += 1);
    let texts = examples.len() as f32;
    counts.iter().map(|&count| ((texts / count.max(1) as f32).ln() + 1.0) / 3.0).collect()
}

/// How many people each piece serves: what one author writes again and again says less of
/// strangers than what many write once, so of each author the root counts. The b files are no
/// one's manner of writing but the barest words of everybody: all of theirs count. What is in
/// one text only serves nobody else.
fn spread(sentences: &[&Sentence], prints: &[Vec<u32>]) -> BTreeMap<u32, f32> {
    let mut by_author: BTreeMap<&str, BTreeMap<u32, u32>> = BTreeMap::new();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for (sentence, prints) in sentences.iter().zip(prints) {
        let own = by_author.entry(&sentence.author).or_default();
        for &print in prints {
            *own.entry(print).or_default() += 1;
            *counts.entry(print).or_default() += 1;
        }
    }
    let mut spread: BTreeMap<u32, f32> = BTreeMap::new();
    for (author, own) in by_author {
        for (print, count) in own.into_iter().filter(|(print, _)| counts[print] > 1) {
            #[expect(clippy::cast_precision_loss, reason = "some thousands")]
            let count = count as f32;
            *spread.entry(print).or_default() +=
                if author.starts_with('b') { count } else { count.sqrt() };
        }
    }
    spread
}

/// Everything as the whole numbers of the artefact.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "levels are small, logits and shares are bounded"
)]
fn rounded(
    network: &Network,
    shared: &Shared,
    pieces: &[u32],
    problems: Vec<String>,
    recipe: &Recipe,
) -> Weights {
    let own = pieces.iter().take_while(|&&piece| piece < features::OWN).count();
    let numbers = pieces[..own].last().map_or(0, |&last| last as usize + 1);
    let mut table = Table {
        own: vec![0; numbers * UNITS],
        book: shared.book_levels(),
        out: shared.out_levels(network),
        prints: pieces[own..].to_vec(),
        codes: shared.codes[own..].to_vec(),
    };
    for (row, &piece) in pieces[..own].iter().enumerate() {
        let levels = shared.own_levels(network, row);
        table.own[piece as usize * UNITS..][..UNITS].copy_from_slice(&levels);
    }
    let fixed = |weight: f32| (weight * 256.0).round() as i32;
    let mut weights = Weights::default();
    weights.urgent = network.urgent.iter().map(|share| (share * 255.0).round() as u8).collect();
    weights.starts = network.starts.weights.iter().map(|own| fixed(own / shared.grain)).collect();
    weights.biases = network.biases.weights.iter().map(|&own| fixed(own)).collect();
    if let Ok(at) = problems.binary_search(&"other-unknown".to_owned()) {
        weights.biases[at] += fixed(recipe.elsewhere);
    }
    weights.problems = problems;
    weights.step = (shared.grain * shared.out_grain * 65_536.0).round() as i32;
    weights.modest = recipe.modest;
    weights.alarm_at = recipe.alarm_at;
    weights.table = table;
    weights.indexed()
}
