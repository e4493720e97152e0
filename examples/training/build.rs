//! From sentences to the artefact: learn, keep what matters, round.

use std::collections::BTreeMap;

use recourse::engine::text::features;
use recourse::engine::text::model::{Model, Weights};
use recourse::engine::text::normalize::Normal;
use recourse::engine::text::variants::Variants;

use super::data::{self, Sentence};
use super::learn::{self, Example, Table, WIDTH};
use super::narrow::{self, Narrow};

/// What the artefact may cost and how it is tuned.
#[derive(Clone, Copy)]
pub(crate) struct Recipe {
    /// How many pieces are kept.
    pub(crate) pieces: usize,
    /// How many dimensions they speak through.
    pub(crate) rank: usize,
    /// The step pieces are rounded to, as a share of their spread.
    pub(crate) grain: f32,
    /// What "none of these" is given in advance, in logits: most who write about
    /// something else resemble none of the sentences.
    pub(crate) elsewhere: f32,
    /// Taken from the alarm in advance, in logits: what the likely problems add on
    /// average.
    pub(crate) calm: f32,
    /// Divides the logits, so that shares are honest.
    pub(crate) temperature: f32,
    /// The same for the alarm.
    pub(crate) alarm_temperature: f32,
    /// The alarm score, in permille, from which help is shown.
    pub(crate) alarm_at: u16,
    /// The first lessons, wide and on every piece.
    pub(crate) wide: learn::Course,
    /// The lessons of the narrow table, before and after rounding.
    pub(crate) narrow: narrow::Course,
    /// Lessons with rounded pieces.
    pub(crate) round: narrow::Course,
}

impl Default for Recipe {
    fn default() -> Self {
        let loudest = 7.0;
        let alarm_cost = 2.0;
        let narrow = narrow::Course {
            epochs: 40,
            rate: 0.1,
            decay: 0.2,
            hide: 0.4,
            alarm_cost,
            grain: 0.0,
            loudest,
        };
        Self {
            pieces: 5_600,
            rank: 44,
            grain: 1.3,
            elsewhere: 1.3,
            calm: 1.7,
            temperature: 1.0,
            alarm_temperature: 1.0,
            alarm_at: 280,
            wide: learn::Course { epochs: 12, rate: 0.1, decay: 0.0, hide: 0.3, alarm_cost },
            narrow,
            round: narrow::Course { epochs: 30, rate: 0.03, ..narrow },
        }
    }
}

/// Builds the model from sentences.
pub(crate) fn model(sentences: &[&Sentence], everything: &[Sentence], recipe: &Recipe) -> Model {
    let folding = data::folding(everything);
    let concepts = data::concepts(&folding);
    let variants = Variants::default();
    let mut problems: Vec<String> =
        everything.iter().map(|sentence| sentence.primary.clone()).collect();
    problems.sort();
    problems.dedup();
    let prints: Vec<Vec<u32>> = sentences
        .iter()
        .map(|sentence| {
            let mut found = Vec::new();
            let normal = Normal::read(&folding, &variants, &sentence.text);
            features::pieces(&concepts, &normal, |print| found.push(print));
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect();
    let pieces = frequent(&prints, 2);
    let mut examples = examples(sentences, &problems, &prints, &pieces);
    let mut table = Table::new(problems.len(), loudness(&examples, pieces.len()));
    table.teach(&examples, &recipe.wide);
    let kept = most_telling(&table, &examples, recipe.pieces);
    let pieces: Vec<u32> = kept.iter().map(|&row| pieces[row]).collect();
    examples = self::examples(sentences, &problems, &prints, &pieces);
    let mut table = table.only(&kept);
    table.teach(&examples, &recipe.wide);
    let mut narrow = Narrow::from_wide(&table, recipe.rank);
    narrow.teach(&examples, &recipe.narrow);
    let grain = narrow.spread() * recipe.grain;
    narrow.teach(&examples, &narrow::Course { grain, ..recipe.round });
    let mut weights = rounded(&narrow, grain, &pieces, problems, recipe);
    weights.urgent = urgent(sentences, &weights.problems);
    Model { folding, variants, concepts, weights }
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
        let others: Vec<usize> = sentence.also_ok.iter().filter_map(column).collect();
        let rest = if others.is_empty() { 0.0 } else { 0.2 };
        let mut right = vec![(column(&sentence.primary).expect("a known problem"), 1.0 - rest)];
        #[expect(clippy::cast_precision_loss, reason = "one or two")]
        right.extend(others.iter().map(|&other| (other, rest / others.len() as f32)));
        let rows = rows.map(|row| u32::try_from(row).expect("few pieces")).collect();
        Example { rows, right, alarm: sentence.emergency, weight: 1.0 }
    };
    sentences.iter().zip(prints).map(example).collect()
}

/// Rare pieces say more: the logarithm of their rarity.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn loudness(examples: &[Example], pieces: usize) -> Vec<f32> {
    let mut counts = vec![0_u32; pieces];
    examples.iter().flat_map(|example| &example.rows).for_each(|&row| counts[row as usize] += 1);
    let all = examples.len() as f32;
    counts.iter().map(|&count| ((all / count.max(1) as f32).ln() + 1.0) / 6.0).collect()
}

/// The rows whose weights matter most, in order.
fn most_telling(table: &Table, examples: &[Example], count: usize) -> Vec<usize> {
    let seen = seen(examples, table.loudness.len());
    let mut ranked: Vec<(f32, usize)> = (0..table.loudness.len())
        .map(|row| {
            let weights = &table.weights[row * WIDTH..(row + 1) * WIDTH];
            let energy: f32 = weights.iter().map(|weight| weight * weight).sum();
            (energy.sqrt() * table.loudness[row] * seen[row], row)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(count);
    let mut rows: Vec<usize> = ranked.into_iter().map(|(_, row)| row).collect();
    rows.sort_unstable();
    rows
}

/// How much it counts that a piece occurs often.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn seen(examples: &[Example], pieces: usize) -> Vec<f32> {
    let mut counts = vec![0_u32; pieces];
    examples.iter().flat_map(|example| &example.rows).for_each(|&row| counts[row as usize] += 1);
    counts.iter().map(|&count| (count as f32).sqrt()).collect()
}

/// Rounds everything to small whole numbers.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by `loudest` or by the largest column"
)]
fn rounded(
    narrow: &Narrow,
    grain: f32,
    prints: &[u32],
    problems: Vec<String>,
    recipe: &Recipe,
) -> Weights {
    let mut weights = Weights::default();
    let (rank, split) = (narrow.rank, narrow.problems);
    weights.problems = problems;
    weights.rank = rank;
    weights.alarm_at = recipe.alarm_at;
    for (&print, piece) in prints.iter().zip(narrow.pieces.chunks_exact(rank)) {
        let loudest = recipe.narrow.loudest;
        let levels =
            piece.iter().map(|value| (value / grain).round().clamp(-loudest, loudest) as i8);
        let levels: Vec<i8> = levels.collect();
        if levels.iter().any(|&level| level != 0) {
            weights.pieces.push(print);
            weights.levels.extend(levels);
        }
    }
    let column =
        |column: usize| (0..rank).map(move |dimension| narrow.columns[dimension * WIDTH + column]);
    let largest = |columns: core::ops::Range<usize>| {
        columns.flat_map(column).fold(1e-6_f32, |a, b| a.max(b.abs()))
    };
    let steps = [largest(0..split) / 127.0, largest(split..split + 1) / 127.0];
    for at in 0..=split {
        let step = steps[usize::from(at == split)];
        weights.columns.extend(column(at).map(|value| (value / step).round() as i8));
    }
    let fixed = |logit: f32, temperature: f32| (logit * 256.0 / temperature).round() as i32;
    weights.biases =
        narrow.bias[..split].iter().map(|&bias| fixed(bias, recipe.temperature)).collect();
    if let Ok(at) = weights.problems.binary_search(&"other-unknown".to_owned()) {
        weights.biases[at] += fixed(recipe.elsewhere, 1.0);
    }
    weights.biases.push(fixed(narrow.bias[split] - recipe.calm, recipe.alarm_temperature));
    // One level of a piece times one step of a column, in 2^24ths of a logit.
    let worth =
        |step: f32, temperature: f32| (grain * step * 16_777_216.0 / temperature).round() as i32;
    weights.step = worth(steps[0], recipe.temperature);
    weights.alarm_step = worth(steps[1], recipe.alarm_temperature);
    weights.indexed()
}
