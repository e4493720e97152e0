//! Few cells and coarse levels: what is left of a table in the artefact.

use recourse::engine::text::coder::BANDS;
use recourse::engine::text::model::{FINER, WORTH};

use super::learn::{Chance, Example, Table, WIDTH, is_right, root_of, weight};

/// How many examples are looked at before anything changes.
const BATCH: usize = 64;
/// How much of the last change is repeated.
const MOMENTUM: f32 = 0.9;
/// How much more slowly the starts move.
const BIAS_RATE: f32 = 0.02;
/// A cell stays when it is this share of a level at least.
const FIRM: f32 = 0.62;
/// How much more a cell of the alarm matters than one of a problem: a missed emergency
/// costs most.
const DEAR: f32 = 1.6;
/// One in so many of the cells that stay may be less than that.
const FAINT: usize = 50;
/// The first band holds pieces that occur in fewer than twice 2 to this many texts.
const RAREST: u32 = 4;
/// The loudest level.
const LOUDEST: f32 = 31.0;

/// How to learn with rounded cells.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Passes over the examples.
    pub(crate) epochs: usize,
    /// The first step.
    pub(crate) rate: f32,
    /// How dear a mistake is beside large weights.
    pub(crate) cost: f32,
    /// The share of pieces hidden from each pass.
    pub(crate) hide: f32,
    /// How much more a missed alarm costs than a false one.
    pub(crate) alarm_cost: f32,
}

/// One cell of a table that may speak.
#[derive(Clone, Copy)]
struct Cell {
    column: usize,
    weight: f32,
    change: f32,
    slope: f32,
}

/// The cells that are left, and how coarsely they are rounded.
pub(crate) struct Sparse {
    problems: usize,
    /// The gain of each row, squared.
    gains: Vec<f32>,
    /// What a level is worth in each row.
    grains: Vec<f32>,
    /// The cells of each row.
    cells: Vec<Vec<Cell>>,
    /// What every text starts from.
    pub(crate) bias: Vec<f32>,
}

/// The band of a piece that occurs in `count` texts: twice as often, one higher.
pub(crate) fn band(count: u32) -> u8 {
    let band = count.max(1).ilog2().saturating_sub(RAREST);
    u8::try_from(band).unwrap_or(u8::MAX).min(u8::try_from(BANDS - 1).unwrap_or(u8::MAX))
}

/// What a level of a band is worth beside one of the first band.
#[expect(clippy::cast_precision_loss, reason = "at most 256")]
fn worth(band: u8) -> f32 {
    WORTH[usize::from(band)] as f32 / 256.0
}

/// How many levels of a column are worth one of a problem's.
#[expect(clippy::cast_precision_loss, reason = "a small number")]
fn fineness(column: usize, problems: usize) -> f32 {
    if column == problems { FINER as f32 } else { 1.0 }
}

/// Closes all cells but the `count` that matter most, for as many texts as `spread` says,
/// and returns the grain by which nearly all of them are a level. Whatever is the same for
/// all problems tells none apart, so that cells are compared with the middle one of their
/// row.
pub(crate) fn prune(table: &mut Table, counts: &[u32], spread: &[f32], count: usize) -> f32 {
    let problems = table.problems;
    let mut loud = vec![0.0_f32; table.weights.len()];
    let mut matter = vec![0.0_f32; table.weights.len()];
    for (row, (&texts, spread)) in counts.iter().zip(spread).enumerate() {
        let root = root_of(texts as usize);
        let cells = row * WIDTH..row * WIDTH + problems + 1;
        let mut sorted = table.weights[cells.start..cells.end - 1].to_vec();
        sorted.sort_by(f32::total_cmp);
        let middle = sorted[problems / 2];
        for at in cells.clone() {
            let own = if at + 1 == cells.end { 0.0 } else { middle };
            if table.open[at] {
                let apart = (table.weights[at] - own).abs();
                loud[at] = apart * fineness(at - cells.start, problems) / worth(band(texts));
                let dear = if at + 1 == cells.end { DEAR } else { 1.0 };
                matter[at] = dear * loud[at] * spread.sqrt() / root;
            }
        }
    }
    let mut ranked = matter.clone();
    ranked.sort_by(|a, b| b.total_cmp(a));
    let least = ranked[count.min(ranked.len() - 1)];
    let mut kept = Vec::new();
    for ((open, matter), loud) in table.open.iter_mut().zip(&matter).zip(&loud) {
        *open = *matter > least;
        kept.extend(open.then_some(*loud));
    }
    kept.sort_by(f32::total_cmp);
    kept.get(kept.len() / FAINT).copied().unwrap_or(least) / FIRM
}

impl Sparse {
    /// The open cells of a table.
    pub(crate) fn from_table(table: &Table, counts: &[u32], grain: f32) -> Self {
        let cells = |row: usize| {
            let columns = (0..=table.problems).filter(|column| table.open[row * WIDTH + column]);
            let cell = |column| {
                let weight = table.weights[row * WIDTH + column];
                let weight = weight * fineness(column, table.problems);
                Cell { column, weight, change: 0.0, slope: 0.0 }
            };
            columns.map(cell).collect()
        };
        Self {
            problems: table.problems,
            gains: table.loudness.iter().map(|loudness| loudness * loudness).collect(),
            grains: counts.iter().map(|&count| grain * worth(band(count))).collect(),
            cells: (0..counts.len()).map(cells).collect(),
            bias: table.bias.clone(),
        }
    }

    /// The levels of a row, by column.
    pub(crate) fn levels(&self, row: usize) -> Vec<(usize, f32)> {
        let level = |cell: &Cell| (cell.column, level(cell.weight, self.grains[row]));
        self.cells[row].iter().map(level).filter(|&(_, level)| level != 0.0).collect()
    }

    /// Teaches the examples while every cell is rounded.
    pub(crate) fn teach(&mut self, examples: &[Example], course: &Course) {
        let mut chance = Chance(0x0fed_cba9_8765_4321);
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let decay = 1.0 / (course.cost * examples.len() as f32);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut bias_change = vec![0.0_f32; self.bias.len()];
        for epoch in 0..course.epochs {
            chance.shuffle(&mut order);
            #[expect(clippy::cast_precision_loss, reason = "a handful of epochs")]
            let rate = course.rate * (1.0 - epoch as f32 / course.epochs as f32);
            for batch in order.chunks(BATCH) {
                let mut bias_slope = vec![0.0_f32; self.bias.len()];
                for &at in batch {
                    self.look(&examples[at], course, &mut chance, &mut bias_slope);
                }
                #[expect(clippy::cast_precision_loss, reason = "at most 64")]
                let share = 1.0 / batch.len() as f32;
                for (row, cells) in self.cells.iter_mut().enumerate() {
                    for cell in cells {
                        let slope = cell.slope * share * self.gains[row];
                        cell.change = MOMENTUM * cell.change + slope + decay * cell.weight;
                        cell.weight -= rate * cell.change;
                        cell.slope = 0.0;
                    }
                }
                for (column, bias) in self.bias.iter_mut().enumerate() {
                    bias_change[column] =
                        MOMENTUM * bias_change[column] + bias_slope[column] * share;
                    *bias -= rate * BIAS_RATE * bias_change[column];
                }
            }
        }
    }

    /// Notes what one example would change.
    fn look(
        &mut self,
        example: &Example,
        course: &Course,
        chance: &mut Chance,
        bias_slope: &mut [f32],
    ) {
        let mut rows = example.rows.clone();
        rows.retain(|_| chance.share() >= course.hide);
        let norm = root_of(rows.len());
        let mut sums = vec![0.0_f32; self.problems + 1];
        for &row in &rows {
            let grain = self.grains[row as usize];
            for cell in &self.cells[row as usize] {
                sums[cell.column] += level(cell.weight, grain) * grain;
            }
        }
        for (column, sum) in sums.iter_mut().enumerate() {
            let side = if is_right(example, column, self.problems) { 1.0 } else { -1.0 };
            let heard = *sum / norm / fineness(column, self.problems);
            let short = (1.0 - side * (heard + self.bias[column])).max(0.0);
            let weight = weight(example, column, self.problems, course.alarm_cost);
            *sum = -2.0 * side * short * weight;
            bias_slope[column] += *sum;
        }
        for &row in &rows {
            for cell in &mut self.cells[row as usize] {
                cell.slope += sums[cell.column] / norm;
            }
        }
    }
}

fn level(weight: f32, grain: f32) -> f32 {
    (weight / grain).round().clamp(-LOUDEST, LOUDEST)
}
