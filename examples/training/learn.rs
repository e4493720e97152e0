//! Support vector machines, one for each column, by dual coordinate descent.

/// Columns are padded to this many, so that rows line up.
pub(crate) const WIDTH: usize = 96;
/// Every so many passes all texts are asked, in between only those that pull.
const ALL: usize = 4;

/// One text as numbers.
pub(crate) struct Example {
    /// Its pieces, as row numbers.
    pub(crate) rows: Vec<u32>,
    /// The column that is right.
    pub(crate) right: usize,
    /// Columns that would do as well: nothing is learnt of them here.
    pub(crate) also: Vec<usize>,
    /// Whether the alarm should sound.
    pub(crate) alarm: bool,
}

/// How to learn.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Passes over the examples.
    pub(crate) epochs: usize,
    /// How dear a mistake is beside large weights.
    pub(crate) cost: f32,
    /// How much more a missed alarm costs than a false one.
    pub(crate) alarm_cost: f32,
}

/// What every piece adds to every column.
pub(crate) struct Table {
    /// How many columns are problems; the next one is the alarm.
    pub(crate) problems: usize,
    /// How much each row's presence counts: rare pieces say more.
    pub(crate) loudness: Vec<f32>,
    /// Which cells may speak.
    pub(crate) open: Vec<bool>,
    /// The weights, `WIDTH` for each row.
    pub(crate) weights: Vec<f32>,
    /// What every text starts from.
    pub(crate) bias: Vec<f32>,
}

impl Table {
    /// An untaught table in which every cell may speak.
    pub(crate) fn new(problems: usize, loudness: Vec<f32>) -> Self {
        let cells = loudness.len() * WIDTH;
        let (open, weights) = (vec![true; cells], vec![0.0; cells]);
        Self { problems, loudness, open, weights, bias: vec![0.0; WIDTH] }
    }

    /// Teaches the examples anew; the same examples always teach the same.
    pub(crate) fn teach(&mut self, examples: &[Example], course: &Course) {
        for column in 0..=self.problems {
            self.teach_column(examples, course, column);
        }
    }

    /// Lets go of rows that have fewer than `least` cells open, and returns which stay.
    pub(crate) fn let_go(&mut self, least: usize) -> Vec<usize> {
        let open =
            |row: usize| self.open[row * WIDTH..(row + 1) * WIDTH].iter().filter(|open| **open);
        let kept: Vec<usize> =
            (0..self.loudness.len()).filter(|&row| open(row).count() >= least).collect();
        let cells = |row: &usize| row * WIDTH..(row + 1) * WIDTH;
        self.open = kept.iter().flat_map(|row| self.open[cells(row)].to_vec()).collect();
        self.weights = kept.iter().flat_map(|row| self.weights[cells(row)].to_vec()).collect();
        self.loudness = kept.iter().map(|&row| self.loudness[row]).collect();
        kept
    }

    /// The least squared hinge with the shortest weights, which the text's own share of a
    /// mistake (`pull`) is settled with one text at a time.
    fn teach_column(&mut self, examples: &[Example], course: &Course, column: usize) {
        let rows = self.loudness.len();
        let gain = |row: usize| {
            if self.open[row * WIDTH + column] { self.loudness[row].powi(2) } else { 0.0 }
        };
        let gains: Vec<f32> = (0..rows).map(gain).collect();
        let mut weights = vec![0.0_f32; rows];
        let mut bias = 0.0_f32;
        let mut pulls = vec![0.0_f32; examples.len()];
        let mut chance = Chance(0x1234_5678_9abc_def0);
        let mut order: Vec<usize> = (0..examples.len()).collect();
        order.retain(|&at| weight(&examples[at], column, self.problems, course.alarm_cost) > 0.0);
        let slack = |at: usize| {
            let weight = weight(&examples[at], column, self.problems, course.alarm_cost);
            0.5 / (course.cost * weight)
        };
        let length = |example: &Example| {
            let sum: f32 = example.rows.iter().map(|&row| gains[row as usize]).sum();
            sum / root_of(example.rows.len()).powi(2) + 1.0
        };
        let lengths: Vec<f32> = examples.iter().map(length).collect();
        // Whoever does not pull rarely will: only every few passes are they asked again.
        let mut pulling = Vec::new();
        for epoch in 0..course.epochs {
            let mut round = if epoch % ALL == 0 { order.clone() } else { pulling };
            chance.shuffle(&mut round);
            for &at in &round {
                let example = &examples[at];
                let side = if is_right(example, column, self.problems) { 1.0 } else { -1.0 };
                let norm = root_of(example.rows.len());
                let sum: f32 = example.rows.iter().map(|&row| weights[row as usize]).sum();
                let slope = side * (sum / norm + bias) - 1.0 + pulls[at] * slack(at);
                let pull = (pulls[at] - slope / (lengths[at] + slack(at))).max(0.0);
                let change = (pull - pulls[at]) * side;
                if change != 0.0 {
                    pulls[at] = pull;
                    bias += change;
                    for &row in &example.rows {
                        weights[row as usize] += change / norm * gains[row as usize];
                    }
                }
            }
            pulling = round;
            pulling.retain(|&at| pulls[at] > 0.0);
        }
        for (row, weight) in weights.into_iter().enumerate() {
            self.weights[row * WIDTH + column] = weight;
        }
        self.bias[column] = bias;
    }
}

/// Whether a column is right for an example; the column after the problems is the alarm.
pub(crate) fn is_right(example: &Example, column: usize, problems: usize) -> bool {
    if column == problems { example.alarm } else { example.right == column }
}

/// How much an example counts for a column.
pub(crate) fn weight(example: &Example, column: usize, problems: usize, alarm_cost: f32) -> f32 {
    if column == problems && example.alarm {
        alarm_cost
    } else if example.also.contains(&column) {
        0.0
    } else {
        1.0
    }
}

/// The square root of a count, at least one.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
pub(crate) fn root_of(count: usize) -> f32 {
    (count.max(1) as f32).sqrt()
}

/// A reproducible source of chance.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number from nought to one.
    pub(crate) fn share(&mut self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "24 bits fit")]
        let share = (self.next() & 0xff_ffff) as f32 / 16_777_216.0;
        share
    }

    /// Puts a list into an order of chance.
    pub(crate) fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = usize::try_from(self.next()).unwrap_or(0) % (at + 1);
            order.swap(at, other);
        }
    }
}
