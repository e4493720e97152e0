//! Softmax regression with one extra yes-or-no column, by stochastic descent.

/// Columns are padded to this many, so that rows line up.
pub(crate) const WIDTH: usize = 96;

/// One text as numbers.
pub(crate) struct Example {
    /// Its pieces, as row numbers.
    pub(crate) rows: Vec<u32>,
    /// The columns that are right, with shares that sum to one.
    pub(crate) right: Vec<(usize, f32)>,
    /// Whether the alarm should sound.
    pub(crate) alarm: bool,
    /// How much it counts.
    pub(crate) weight: f32,
}

/// How to learn.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Passes over the examples.
    pub(crate) epochs: usize,
    /// The first step.
    pub(crate) rate: f32,
    /// Pull towards nought.
    pub(crate) decay: f32,
    /// The share of pieces hidden from each pass.
    pub(crate) hide: f32,
    /// How much more a missed alarm costs than a false one.
    pub(crate) alarm_cost: f32,
}

/// Weights being learnt: rows of pieces, `WIDTH` columns each.
pub(crate) struct Table {
    /// How many columns are problems; the next one is the alarm.
    pub(crate) problems: usize,
    /// How much each row's presence counts.
    pub(crate) loudness: Vec<f32>,
    /// The weights.
    pub(crate) weights: Vec<f32>,
    /// What every text starts from.
    pub(crate) bias: Vec<f32>,
}

impl Table {
    /// An untaught table.
    pub(crate) fn new(problems: usize, loudness: Vec<f32>) -> Self {
        let cells = loudness.len() * WIDTH;
        Self { problems, loudness, weights: vec![0.0; cells], bias: vec![0.0; WIDTH] }
    }

    /// The same table with only some of its rows.
    pub(crate) fn only(&self, rows: &[usize]) -> Self {
        let mut kept =
            Self::new(self.problems, rows.iter().map(|&row| self.loudness[row]).collect());
        for (new, &old) in rows.iter().enumerate() {
            let cells = &self.weights[old * WIDTH..(old + 1) * WIDTH];
            kept.weights[new * WIDTH..(new + 1) * WIDTH].copy_from_slice(cells);
        }
        kept.bias.clone_from(&self.bias);
        kept
    }

    /// Teaches the examples; the same examples always teach the same.
    pub(crate) fn teach(&mut self, examples: &[Example], course: &Course) {
        let mut chance = Chance(0x1234_5678_9abc_def0);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut squares = vec![1e-4_f32; self.weights.len()];
        let mut seen = vec![0_u32; self.loudness.len()];
        for example in examples {
            example.rows.iter().for_each(|&row| seen[row as usize] += 1);
        }
        for epoch in 0..course.epochs {
            chance.shuffle(&mut order);
            #[expect(clippy::cast_precision_loss, reason = "a handful of epochs")]
            let rate = course.rate * (1.0 - epoch as f32 / course.epochs as f32);
            for &at in &order {
                self.step(&examples[at], course, rate, &seen, &mut squares, &mut chance);
            }
        }
    }

    fn step(
        &mut self,
        example: &Example,
        course: &Course,
        rate: f32,
        seen: &[u32],
        squares: &mut [f32],
        chance: &mut Chance,
    ) {
        let rows: Vec<usize> = example
            .rows
            .iter()
            .filter(|_| course.hide == 0.0 || chance.share() >= course.hide)
            .map(|&row| row as usize)
            .collect();
        let slope = self.slope(&rows, example, course);
        let norm = root_of(rows.len());
        for &row in &rows {
            let loudness = self.loudness[row] / norm;
            #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
            let decay = course.decay / seen[row].max(1) as f32;
            let cells = row * WIDTH..(row + 1) * WIDTH;
            let weights = &mut self.weights[cells.clone()];
            let squares = &mut squares[cells.clone()];
            for column in 0..WIDTH {
                let pull = slope[column] * loudness + decay * weights[column];
                squares[column] += pull * pull;
                weights[column] -= rate * pull / squares[column].sqrt();
            }
        }
        for column in 0..WIDTH {
            self.bias[column] -= 0.05 * rate * slope[column];
        }
    }

    /// How the loss changes with each column.
    fn slope(&self, rows: &[usize], example: &Example, course: &Course) -> [f32; WIDTH] {
        slope_of(&self.logits(rows), self.problems, example, course.alarm_cost)
    }

    /// What the table says of a text.
    pub(crate) fn logits(&self, rows: &[usize]) -> [f32; WIDTH] {
        let mut sums = [0.0; WIDTH];
        for &row in rows {
            let loudness = self.loudness[row];
            let weights = &self.weights[row * WIDTH..(row + 1) * WIDTH];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += loudness * weight;
            }
        }
        let norm = root_of(rows.len());
        for (sum, bias) in sums.iter_mut().zip(&self.bias) {
            *sum = *sum / norm + bias;
        }
        sums
    }
}

/// How the loss changes with each column, from the logits.
pub(crate) fn slope_of(
    logits: &[f32; WIDTH],
    problems: usize,
    example: &Example,
    alarm_cost: f32,
) -> [f32; WIDTH] {
    let mut slope = *logits;
    let best = slope[..problems].iter().copied().fold(f32::MIN, f32::max);
    let mut whole = 0.0;
    for value in &mut slope[..problems] {
        *value = exp(*value - best);
        whole += *value;
    }
    for value in &mut slope[..problems] {
        *value *= example.weight / whole;
    }
    for &(column, share) in &example.right {
        slope[column] -= share * example.weight;
    }
    let alarm = 1.0 / (1.0 + exp(-slope[problems]));
    slope[problems] = if example.alarm { (alarm - 1.0) * alarm_cost } else { alarm };
    slope[problems + 1..].fill(0.0);
    slope
}

/// The square root of a count, at least one.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
pub(crate) fn root_of(count: usize) -> f32 {
    (count.max(1) as f32).sqrt()
}

/// e^x, computed the same way on every machine.
pub(crate) fn exp(x: f32) -> f32 {
    let x = x.clamp(-60.0, 60.0);
    // Halve until small, sum the series, square back.
    let small = x / 64.0;
    let series = 1.0 + small * (1.0 + small * (0.5 + small * (1.0 / 6.0 + small / 24.0)));
    let mut value = series;
    for _ in 0..6 {
        value *= value;
    }
    value
}

/// A reproducible source of chance.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    pub(crate) fn share(&mut self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "24 bits fit")]
        let share = (self.next() & 0xff_ffff) as f32 / 16_777_216.0;
        share
    }

    pub(crate) fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = usize::try_from(self.next()).unwrap_or(0) % (at + 1);
            order.swap(at, other);
        }
    }
}
