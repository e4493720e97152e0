//! A narrow table: pieces speak to problems through a few shared dimensions.

use super::learn::{Chance, Example, Table, WIDTH, root_of};

/// How to learn the narrow table.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Passes over the examples.
    pub(crate) epochs: usize,
    /// The first step.
    pub(crate) rate: f32,
    /// Pull of the pieces towards nought.
    pub(crate) decay: f32,
    /// The share of pieces hidden from each pass.
    pub(crate) hide: f32,
    /// How much more a missed alarm costs than a false one.
    pub(crate) alarm_cost: f32,
    /// The step pieces are rounded to, or nought.
    pub(crate) grain: f32,
    /// The largest rounded value.
    pub(crate) loudest: f32,
}

/// Pieces by dimensions, dimensions by columns.
pub(crate) struct Narrow {
    /// How many dimensions.
    pub(crate) rank: usize,
    /// How many columns are problems; the next one is the alarm.
    pub(crate) problems: usize,
    /// What each piece adds to each dimension.
    pub(crate) pieces: Vec<f32>,
    /// What each dimension adds to each column, `WIDTH` columns each.
    pub(crate) columns: Vec<f32>,
    /// What every text starts from.
    pub(crate) bias: Vec<f32>,
}

impl Narrow {
    /// The best narrow likeness of a wide table.
    pub(crate) fn from_wide(wide: &Table, rank: usize) -> Self {
        let rows = wide.loudness.len();
        let width = wide.problems + 1;
        let mut gram = vec![0.0_f64; width * width];
        let row = |at: usize| &wide.weights[at * WIDTH..at * WIDTH + width];
        for at in 0..rows {
            let loud = f64::from(wide.loudness[at]).powi(2);
            for (i, a) in row(at).iter().enumerate() {
                for (j, b) in row(at).iter().enumerate() {
                    gram[i * width + j] += f64::from(*a) * f64::from(*b) * loud;
                }
            }
        }
        let basis = leading(&gram, width, rank);
        let mut pieces = vec![0.0; rows * rank];
        let mut columns = vec![0.0; rank * WIDTH];
        for (dimension, direction) in basis.iter().enumerate() {
            for (column, value) in direction.iter().enumerate() {
                columns[dimension * WIDTH + column] = *value;
            }
            for at in 0..rows {
                let along: f32 = row(at).iter().zip(direction).map(|(a, b)| a * b).sum();
                pieces[at * rank + dimension] = along * wide.loudness[at];
            }
        }
        Self { rank, problems: wide.problems, pieces, columns, bias: wide.bias.clone() }
    }

    /// Teaches the examples; the same examples always teach the same.
    pub(crate) fn teach(&mut self, examples: &[Example], course: &Course) {
        let mut chance = Chance(0x0fed_cba9_8765_4321);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut squares = vec![1e-3_f32; self.pieces.len()];
        let mut column_squares = vec![1e-2_f32; self.columns.len()];
        let mut seen = vec![0.0_f32; self.pieces.len() / self.rank];
        for example in examples {
            example.rows.iter().for_each(|&row| seen[row as usize] += 1.0);
        }
        for epoch in 0..course.epochs {
            chance.shuffle(&mut order);
            #[expect(clippy::cast_precision_loss, reason = "a handful of epochs")]
            let rate = course.rate * (1.0 - epoch as f32 / course.epochs as f32);
            for &at in &order {
                let example = &examples[at];
                let rows: Vec<usize> = (example.rows.iter())
                    .filter(|_| course.hide == 0.0 || chance.share() >= course.hide)
                    .map(|&row| row as usize)
                    .collect();
                self.step(&rows, example, course, rate, &seen, &mut squares, &mut column_squares);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one step touches everything")]
    fn step(
        &mut self,
        rows: &[usize],
        example: &Example,
        course: &Course,
        rate: f32,
        seen: &[f32],
        squares: &mut [f32],
        column_squares: &mut [f32],
    ) {
        let rank = self.rank;
        let norm = root_of(rows.len());
        let hidden = self.hidden(rows, course.grain, course.loudest);
        let slope = self.slope(&hidden, example, course.alarm_cost);
        let mut back = vec![0.0; rank];
        for dimension in 0..rank {
            let cells = dimension * WIDTH..(dimension + 1) * WIDTH;
            let columns = &mut self.columns[cells.clone()];
            let squares = &mut column_squares[cells];
            for column in 0..=self.problems {
                back[dimension] += columns[column] * slope[column];
                let pull = slope[column] * hidden[dimension] + 1e-5 * columns[column];
                squares[column] += pull * pull;
                columns[column] -= 0.3 * rate * pull / squares[column].sqrt();
            }
        }
        for &row in rows {
            let decay = course.decay / seen[row].max(1.0);
            for dimension in 0..rank {
                let cell = row * rank + dimension;
                let pull = back[dimension] / norm + decay * self.pieces[cell];
                squares[cell] += pull * pull;
                self.pieces[cell] -= rate * pull / squares[cell].sqrt();
            }
        }
        for column in 0..=self.problems {
            self.bias[column] -= 0.02 * rate * slope[column];
        }
    }

    /// What a text adds to each dimension.
    pub(crate) fn hidden(&self, rows: &[usize], grain: f32, loudest: f32) -> Vec<f32> {
        let mut hidden = vec![0.0; self.rank];
        for &row in rows {
            let piece = &self.pieces[row * self.rank..(row + 1) * self.rank];
            for (sum, value) in hidden.iter_mut().zip(piece) {
                *sum += if grain > 0.0 {
                    (value / grain).round().clamp(-loudest, loudest) * grain
                } else {
                    *value
                };
            }
        }
        let norm = root_of(rows.len());
        for sum in &mut hidden {
            *sum /= norm;
        }
        hidden
    }

    fn slope(&self, hidden: &[f32], example: &Example, alarm_cost: f32) -> [f32; WIDTH] {
        let mut slope = [0.0; WIDTH];
        slope.copy_from_slice(&self.bias);
        for (value, columns) in hidden.iter().zip(self.columns.chunks_exact(WIDTH)) {
            for (sum, weight) in slope.iter_mut().zip(columns) {
                *sum += value * weight;
            }
        }
        super::learn::slope_of(&slope, self.problems, example, alarm_cost)
    }

    /// The middle size of what pieces add, which sets the grain.
    pub(crate) fn spread(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "about a hundred thousand")]
        let count = self.pieces.len() as f32;
        (self.pieces.iter().map(|value| value * value).sum::<f32>() / count).sqrt()
    }
}

/// The leading directions of a symmetric matrix, by repeated multiplication.
fn leading(gram: &[f64], width: usize, rank: usize) -> Vec<Vec<f32>> {
    let mut found: Vec<Vec<f64>> = Vec::new();
    for dimension in 0..rank {
        #[expect(clippy::cast_precision_loss, reason = "a hundred")]
        let mut vector: Vec<f64> =
            (0..width).map(|at| ((at * 37 + dimension * 61) % 101) as f64 / 101.0 - 0.5).collect();
        for _ in 0..200 {
            for earlier in &found {
                let along: f64 = earlier.iter().zip(&vector).map(|(a, b)| a * b).sum();
                vector
                    .iter_mut()
                    .zip(earlier)
                    .for_each(|(value, earlier)| *value -= along * earlier);
            }
            let next: Vec<f64> = (0..width)
                .map(|i| (0..width).map(|j| gram[i * width + j] * vector[j]).sum())
                .collect();
            let length = next.iter().map(|value| value * value).sum::<f64>().sqrt().max(1e-12);
            vector = next.into_iter().map(|value| value / length).collect();
        }
        found.push(vector);
    }
    #[expect(clippy::cast_possible_truncation, reason = "directions are short")]
    found.into_iter().map(|vector| vector.into_iter().map(|value| value as f32).collect()).collect()
}
