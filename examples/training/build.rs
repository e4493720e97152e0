//! From sentences to the artefact: learn, keep what matters, round.

use std::collections::BTreeMap;

use recourse::engine::text::coder::Row;
use recourse::engine::text::features;
use recourse::engine::text::model::{Model, Weights};
use recourse::engine::text::normalize::Normal;
use recourse::engine::text::phrases::Phrases;
use recourse::engine::text::platform;

use super::data::{self, Sentence};
use super::learn::{self, Example, Table, WIDTH};
use super::sparse::{self, Sparse};

/// What the artefact may cost and how it is tuned.
#[derive(Clone, Copy)]
pub(crate) struct Recipe {
    /// How many pieces are left after each choice; the last are kept.
    pub(crate) pieces: [usize; 3],
    /// How many cells, each what one piece adds to one column, are left after each cut;
    /// the last are kept.
    pub(crate) cells: [usize; 6],
    /// A piece that has fewer cells left is let go: its name costs as much as two.
    pub(crate) least: usize,
    /// How many logits a margin is worth, so that shares are honest.
    pub(crate) warmth: f32,
    /// What a logit is worth, in 256ths, when shares are told. By this the mean share of the
    /// first guess is how often it is right when the writer was not learnt from.
    pub(crate) modest: i32,
    /// What "none of these" is given in advance, in logits: most who write about
    /// something else resemble none of the sentences.
    pub(crate) elsewhere: f32,
    /// Taken from the alarm in advance, in logits: what the likely problems add on
    /// average.
    pub(crate) calm: f32,
    /// The alarm score, in permille, from which help is shown.
    pub(crate) alarm_at: u16,
    /// The lessons on all cells.
    pub(crate) wide: learn::Course,
    /// The lessons on the few, rounded.
    pub(crate) round: sparse::Course,
}

impl Default for Recipe {
    fn default() -> Self {
        let alarm_cost = 2.0;
        Self {
            pieces: [30_000, 12_000, 6_400],
            cells: [135_024, 91_859, 62_856, 44_135, 36_181, 30_846],
            least: 2,
            warmth: 4.2,
            modest: 205,
            elsewhere: 0.6,
            calm: 2.1,
            alarm_at: 260,
            wide: learn::Course { epochs: 12, cost: 0.5, alarm_cost },
            round: sparse::Course { epochs: 40, rate: 0.5, cost: 2.0, hide: 0.3, alarm_cost },
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
    let texts: Vec<Normal> = sentences
        .iter()
        .map(|sentence| Normal::read(&folding, &variants, &sentence.text))
        .collect();
    let prints: Vec<Vec<u32>> = texts
        .iter()
        .map(|text| {
            let mut found = Vec::new();
            features::pieces(&concepts, text, |print| found.push(print));
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect();
    // Little by little: with some of the rest gone, others matter more than before.
    let mut pieces = frequent(&prints, 2);
    for most in recipe.pieces {
        let (table, counts, examples) = taught(sentences, &problems, &prints, &pieces, recipe);
        pieces = most_telling(&table, &spread(sentences, &examples, &counts), &pieces, most);
    }
    let (mut table, mut counts, mut examples) =
        taught(sentences, &problems, &prints, &pieces, recipe);
    let mut grain = 0.0;
    for most in recipe.cells {
        let spread = spread(sentences, &examples, &counts);
        grain = sparse::prune(&mut table, &counts, &spread, most);
        let kept = table.let_go(recipe.least);
        pieces = kept.iter().map(|&row| pieces[row]).collect();
        counts = kept.iter().map(|&row| counts[row]).collect();
        examples = self::examples(sentences, &problems, &prints, &pieces);
        table.teach(&examples, &recipe.wide);
    }
    let mut sparse = Sparse::from_table(&table, &counts, grain);
    sparse.teach(&examples, &recipe.round);
    let mut weights = rounded(&sparse, grain, &pieces, &counts, problems, recipe);
    weights.urgent = urgent(sentences, &weights.problems);
    weights.strange = strange(sentences, &phrases, &texts, &weights.problems);
    Model { folding, variants, concepts, weights, phrases }
}

/// The examples as these pieces see them, how often each piece occurs, and a table taught
/// with them.
fn taught(
    sentences: &[&Sentence],
    problems: &[String],
    prints: &[Vec<u32>],
    pieces: &[u32],
    recipe: &Recipe,
) -> (Table, Vec<u32>, Vec<Example>) {
    let examples = examples(sentences, problems, prints, pieces);
    let mut counts = vec![0_u32; pieces.len()];
    examples.iter().flat_map(|example| &example.rows).for_each(|&row| counts[row as usize] += 1);
    let mut table = Table::new(problems.len(), loudness(&counts, examples.len()));
    table.teach(&examples, &recipe.wide);
    (table, counts, examples)
}

/// How often texts about each problem are urgent, in 255ths.
fn urgent(sentences: &[&Sentence], problems: &[String]) -> Vec<u8> {
    let share = |problem: &String| {
        let about: Vec<_> = sentences.iter().filter(|text| text.primary == *problem).collect();
        let urgent = about.iter().filter(|text| text.emergency).count();
        u8::try_from(urgent * 255 / about.len().max(1)).expect("a share")
    };
    problems.iter().map(share).collect()
}

/// For each problem the products that those who have it do not name: an eighth as often
/// as everybody, at most.
fn strange(
    sentences: &[&Sentence],
    phrases: &Phrases,
    texts: &[Normal],
    problems: &[String],
) -> Vec<u8> {
    let products: Vec<Option<u8>> =
        texts.iter().map(|text| platform::place(phrases, text)).collect();
    let often = |product: u8, problem: Option<&String>| {
        let about = sentences
            .iter()
            .zip(&products)
            .filter(|(text, _)| problem.is_none_or(|id| text.primary == *id));
        let (all, named) = about.fold((0_usize, 0_usize), |(all, named), (_, &own)| {
            (all + 1, named + usize::from(own == Some(product)))
        });
        (all, named)
    };
    let bits = |problem: &String| {
        (0..8).fold(0, |bits, product| {
            let ((everybody, by_all), (about, by_own)) =
                (often(product, None), often(product, Some(problem)));
            let is_strange = by_own * everybody * 8 <= by_all * about && by_all > 0;
            bits | u8::from(is_strange) << product
        })
    };
    problems.iter().map(bits).collect()
}

/// Pieces that occur in at least `least` texts, sorted.
fn frequent(prints: &[Vec<u32>], least: u32) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for print in prints.iter().flatten() {
        *counts.entry(*print).or_default() += 1;
    }
    counts.into_iter().filter(|&(_, count)| count >= least).map(|(print, _)| print).collect()
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
        Example { rows, right, also, alarm: sentence.emergency }
    };
    sentences.iter().zip(prints).map(example).collect()
}

/// Rare pieces say more: the logarithm of their rarity.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn loudness(counts: &[u32], texts: usize) -> Vec<f32> {
    let texts = texts as f32;
    counts.iter().map(|&count| ((texts / count.max(1) as f32).ln() + 1.0) / 3.0).collect()
}

/// For how many texts each piece counts: what one author writes again and again says less
/// of strangers than what many write once, so of each author the root counts. The b files
/// are no one's manner of writing but the barest words of everybody: all of theirs count.
fn spread(sentences: &[&Sentence], examples: &[Example], counts: &[u32]) -> Vec<f32> {
    let mut by_author: BTreeMap<&str, BTreeMap<u32, u32>> = BTreeMap::new();
    let mut spread = vec![0.0_f32; counts.len()];
    for (sentence, example) in sentences.iter().zip(examples) {
        if sentence.author.starts_with('b') {
            example.rows.iter().for_each(|&row| spread[row as usize] += 1.0);
            continue;
        }
        let own = by_author.entry(&sentence.author).or_default();
        example.rows.iter().for_each(|&row| *own.entry(row).or_default() += 1);
    }
    for (&row, &count) in by_author.values().flatten() {
        spread[row as usize] += learn::root_of(count as usize);
    }
    spread
}

/// The pieces whose weights matter most, sorted.
fn most_telling(table: &Table, spread: &[f32], pieces: &[u32], most: usize) -> Vec<u32> {
    let matter = |row: usize| {
        let weights = &table.weights[row * WIDTH..(row + 1) * WIDTH];
        let energy: f32 = weights.iter().map(|weight| weight * weight).sum();
        energy * spread[row]
    };
    let mut ranked: Vec<(f32, u32)> =
        pieces.iter().enumerate().map(|(row, &piece)| (matter(row), piece)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(most);
    let mut kept: Vec<u32> = ranked.into_iter().map(|(_, piece)| piece).collect();
    kept.sort_unstable();
    kept
}

/// Everything as the whole numbers of the artefact.
#[expect(clippy::cast_possible_truncation, reason = "levels are small, logits are bounded")]
fn rounded(
    sparse: &Sparse,
    grain: f32,
    pieces: &[u32],
    counts: &[u32],
    problems: Vec<String>,
    recipe: &Recipe,
) -> Weights {
    let fixed = |logit: f32| (logit * 256.0).round() as i32;
    let mut weights = Weights::default();
    weights.problems = problems;
    weights.modest = recipe.modest;
    weights.alarm_at = recipe.alarm_at;
    for (row, (&print, &count)) in pieces.iter().zip(counts).enumerate() {
        let entry = |(column, level): (usize, f32)| {
            (u8::try_from(column).expect("few columns"), level as i8)
        };
        let entries: Vec<(u8, i8)> = sparse.levels(row).into_iter().map(entry).collect();
        weights.rows.push(Row { print, band: sparse::band(count), entries });
    }
    weights.rows.sort_by_key(|row| (row.band, row.print));
    let columns = weights.problems.len() + 1;
    let start = |bias: &f32| fixed(bias * recipe.warmth);
    weights.biases = sparse.bias.iter().take(columns).map(start).collect();
    if let Ok(at) = weights.problems.binary_search(&"other-unknown".to_owned()) {
        weights.biases[at] += fixed(recipe.elsewhere);
    }
    weights.biases[columns - 1] -= fixed(recipe.calm);
    weights.step = (grain * recipe.warmth * 65_536.0).round() as i32;
    weights.indexed()
}
