//! A network with one hidden layer, taught by gradient descent (Adam).

use recourse::engine::text::model::{STAKES, UNITS};

use super::chance::{Chance, exponential};

/// How many texts are looked at before the weights move.
const BATCH: usize = 256;
/// How much a missed alarm costs beside a false one.
const MISSED: f32 = 2.0;
/// How much the alarm counts beside the problem.
const ALARM: f32 = 2.0;
/// How much the teachers' word counts where there are teachers; the labels are the rest.
const TRUST: f32 = 0.7;
/// How fast Adam forgets slopes and their squares.
const FORGET: (f32, f32) = (0.9, 0.999);
/// How fast weights that nothing holds fade, as a share of the rate.
const FADE: f32 = 0.01;

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
    /// How often it is looked at in each pass.
    pub(crate) times: usize,
    /// What the teachers make of it, as [`Network::judge`] says it; empty without teachers.
    pub(crate) advice: Vec<f32>,
}

/// How to teach.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Passes over the examples.
    pub(crate) epochs: usize,
    /// The longest step; steps grow shorter along half a wave of the cosine.
    pub(crate) rate: f32,
    /// The share of pieces hidden from each look at a text.
    pub(crate) hide: f32,
    /// By which chance texts are ordered and pieces hidden.
    pub(crate) chance: u64,
}

/// Weights that are taught, with what Adam remembers of their slopes.
#[derive(Clone)]
pub(crate) struct Taught {
    /// The weights.
    pub(crate) weights: Vec<f32>,
    slopes: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

impl Taught {
    /// Weights to start from.
    pub(crate) fn new(weights: Vec<f32>) -> Self {
        let zeros = vec![0.0; weights.len()];
        Self { slopes: zeros.clone(), mean: zeros.clone(), square: zeros, weights }
    }

    /// Forgets how the weights came to be what they are.
    fn fresh(&mut self) {
        *self = Self::new(core::mem::take(&mut self.weights));
    }

    /// Adds to the slopes from a place on.
    pub(crate) fn push(&mut self, from: usize, slopes: &[f32]) {
        let own = &mut self.slopes[from..][..slopes.len()];
        own.iter_mut().zip(slopes).for_each(|(own, slope)| *own += slope);
    }

    /// Moves the weights against their slopes.
    pub(crate) fn step(&mut self, rate: f32, warm: (f32, f32)) {
        let (first, second) = FORGET;
        let all = self.weights.iter_mut().zip(&mut self.slopes);
        for (((weight, slope), mean), square) in all.zip(&mut self.mean).zip(&mut self.square) {
            *mean = first * *mean + (1.0 - first) * *slope;
            *square = second * *square + (1.0 - second) * *slope * *slope;
            let toward = *mean / warm.0 / ((*square / warm.1).sqrt() + 1e-8);
            *weight -= rate * (toward + FADE * *weight);
            *slope = 0.0;
        }
    }
}

/// The network.
#[derive(Clone)]
pub(crate) struct Network {
    /// How many columns are problems; the next one is the alarm.
    pub(crate) problems: usize,
    /// How loudly each row speaks: rare pieces say more.
    pub(crate) loud: Vec<f32>,
    /// How often texts about each problem are urgent.
    pub(crate) urgent: Vec<f32>,
    /// What each row says to the units, before it is as loud as it should be.
    pub(crate) rows: Taught,
    /// Where the units start.
    pub(crate) starts: Taught,
    /// What each unit says to the columns.
    pub(crate) out: Taught,
    /// Where the columns start.
    pub(crate) biases: Taught,
}

/// How the network speaks: its own weights, or those as they will be rounded and shared.
pub(crate) trait Voice {
    /// Called before each step, which is `at` of `steps`.
    fn look(&mut self, network: &Network, at: usize, steps: usize);
    /// What each row says to the units, and each unit to the columns.
    fn says(&self) -> (&[f32], &[f32]);
    /// The slopes of what each row says, before those of the network's own weights are
    /// known by them.
    fn learn(&mut self, slopes: &[f32], rate: f32, warm: (f32, f32));
}

/// The network's own weights.
#[derive(Default)]
pub(crate) struct Plain {
    rows: Vec<f32>,
    out: Vec<f32>,
}

impl Voice for Plain {
    fn look(&mut self, network: &Network, _: usize, _: usize) {
        self.rows = network.spoken();
        self.out.clone_from(&network.out.weights);
    }

    fn says(&self) -> (&[f32], &[f32]) {
        (&self.rows, &self.out)
    }

    fn learn(&mut self, _: &[f32], _: f32, _: (f32, f32)) {}
}

impl Network {
    /// An untaught network.
    pub(crate) fn new(problems: usize, loud: Vec<f32>, urgent: Vec<f32>) -> Self {
        let mut chance = Chance::new(1);
        let mut some = |count: usize, size: f32| {
            Taught::new((0..count).map(|_| (chance.share() * 2.0 - 1.0) * size).collect())
        };
        let columns = problems + 1;
        Self {
            problems,
            rows: some(loud.len() * UNITS, 0.09),
            starts: some(UNITS, 0.0),
            out: some(UNITS * columns, 0.09),
            biases: some(columns, 0.0),
            loud,
            urgent,
        }
    }

    /// What each row says, as loud as it should be.
    pub(crate) fn spoken(&self) -> Vec<f32> {
        let rows = self.rows.weights.chunks_exact(UNITS).zip(&self.loud);
        rows.flat_map(|(row, loud)| row.iter().map(move |weight| weight * loud)).collect()
    }

    /// Teaches the examples; the same examples always teach the same.
    pub(crate) fn teach(&mut self, examples: &[Example], course: &Course, voice: &mut impl Voice) {
        for taught in [&mut self.rows, &mut self.starts, &mut self.out, &mut self.biases] {
            taught.fresh();
        }
        let mut chance = Chance::new(course.chance);
        let times = |(at, example): (usize, &Example)| core::iter::repeat_n(at, example.times);
        let mut order: Vec<usize> = examples.iter().enumerate().flat_map(times).collect();
        let batches = order.len() / BATCH;
        let steps = course.epochs * batches;
        let mut slopes = vec![0.0_f32; self.rows.weights.len()];
        let mut fading = (1.0_f32, 1.0_f32);
        let mut at = 0;
        for _ in 0..course.epochs {
            chance.shuffle(&mut order);
            for batch in order.chunks_exact(BATCH) {
                voice.look(self, at, steps);
                for &text in batch {
                    self.look(&examples[text], course, voice.says(), &mut chance, &mut slopes);
                }
                #[expect(clippy::cast_precision_loss, reason = "some thousands of steps")]
                let way = at as f32 / steps as f32;
                // Half a wave from one to nought, near enough to the cosine.
                let rate = course.rate * (1.0 - way * way * (3.0 - 2.0 * way));
                fading = (fading.0 * FORGET.0, fading.1 * FORGET.1);
                let warm = (1.0 - fading.0, 1.0 - fading.1);
                voice.learn(&slopes, rate, warm);
                let rows = slopes.chunks_exact_mut(UNITS).zip(&self.loud);
                for (own, (row, loud)) in self.rows.slopes.chunks_exact_mut(UNITS).zip(rows) {
                    for (own, slope) in own.iter_mut().zip(row) {
                        *own = *slope * loud;
                        *slope = 0.0;
                    }
                }
                for taught in [&mut self.rows, &mut self.starts, &mut self.out, &mut self.biases] {
                    taught.step(rate, warm);
                }
                at += 1;
            }
        }
    }

    /// Notes what one example would change.
    fn look(
        &mut self,
        example: &Example,
        course: &Course,
        (rows, out): (&[f32], &[f32]),
        chance: &mut Chance,
        slopes: &mut [f32],
    ) {
        let mut heard = example.rows.clone();
        heard.retain(|_| chance.share() >= course.hide);
        let norm = root_of(heard.len());
        let units = self.units(rows, &heard, norm);
        let logits = self.logits(out, &units);
        let columns = logits.len();
        let wrong = self.wrong(example, &logits);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let share = 1.0 / BATCH as f32;
        for (slope, wrong) in self.biases.slopes.iter_mut().zip(&wrong) {
            *slope += wrong * share;
        }
        let mut back = [0.0_f32; UNITS];
        for (at, (unit, back)) in units.iter().zip(&mut back).enumerate() {
            if *unit <= 0.0 {
                continue;
            }
            let says = &out[at * columns..][..columns];
            let own = &mut self.out.slopes[at * columns..][..columns];
            let mut sum = 0.0;
            for ((slope, weight), wrong) in own.iter_mut().zip(says).zip(&wrong) {
                *slope += unit * wrong * share;
                sum += weight * wrong;
            }
            *back = sum * share;
        }
        for (slope, back) in self.starts.slopes.iter_mut().zip(&back) {
            *slope += back;
        }
        for back in &mut back {
            *back /= norm;
        }
        for &row in &heard {
            let row = &mut slopes[row as usize * UNITS..][..UNITS];
            row.iter_mut().zip(&back).for_each(|(slope, back)| *slope += back);
        }
    }

    /// How loud the units are when rows are heard; `norm` is the root of how many.
    fn units(&self, rows: &[f32], heard: &[u32], norm: f32) -> [f32; UNITS] {
        let mut units = [0.0_f32; UNITS];
        for &row in heard {
            let row = &rows[row as usize * UNITS..][..UNITS];
            units.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        }
        for (unit, start) in units.iter_mut().zip(&self.starts.weights) {
            *unit = (*unit / norm + start).max(0.0);
        }
        units
    }

    /// What the units say to the columns.
    fn logits(&self, out: &[f32], units: &[f32; UNITS]) -> Vec<f32> {
        let mut logits = self.biases.weights.clone();
        for (unit, says) in units.iter().zip(out.chunks_exact(self.problems + 1)) {
            if *unit > 0.0 {
                logits.iter_mut().zip(says).for_each(|(logit, weight)| *logit += unit * weight);
            }
        }
        logits
    }

    /// What the network makes of a text: the share of each problem, and how surely the alarm
    /// should sound. `rows` is what they say, from [`Self::spoken`].
    pub(crate) fn judge(&self, rows: &[f32], heard: &[u32]) -> Vec<f32> {
        let units = self.units(rows, heard, root_of(heard.len()));
        self.shares(&self.logits(&self.out.weights, &units))
    }

    /// Logits as shares, and how surely the alarm should sound.
    fn shares(&self, logits: &[f32]) -> Vec<f32> {
        let (alarm, logits) = logits.split_last().expect("the alarm");
        let most = logits.iter().copied().fold(f32::MIN, f32::max);
        let mut shares: Vec<f32> = logits.iter().map(|logit| exponential(logit - most)).collect();
        even(&mut shares);
        #[expect(clippy::cast_precision_loss, reason = "a few logits")]
        let stakes = STAKES as f32;
        let urgent: f32 = shares.iter().zip(&self.urgent).map(|(share, own)| share * own).sum();
        shares.push(1.0 / (1.0 + exponential(-(alarm + stakes * urgent))));
        shares
    }

    /// How far each column is from what is right.
    fn wrong(&self, example: &Example, logits: &[f32]) -> Vec<f32> {
        let shares = self.shares(logits);
        let (&sounds, shares) = shares.split_last().expect("the alarm");
        let mut wrong = shares.to_vec();
        for &also in &example.also {
            wrong[also] = 0.0;
        }
        even(&mut wrong);
        wrong[example.right] -= 1.0;
        wrong.push(wrong_alarm(if example.alarm { 1.0 } else { 0.0 }, sounds));
        let Some((&alarm, teachers)) = example.advice.split_last() else {
            return wrong;
        };
        let beside = shares.iter().zip(teachers).map(|(own, teachers)| own - teachers);
        let beside = beside.chain([wrong_alarm(alarm, sounds)]);
        for (own, beside) in wrong.iter_mut().zip(beside) {
            *own += TRUST * (beside - *own);
        }
        wrong
    }
}

/// How far the alarm is from how surely it should sound.
fn wrong_alarm(should: f32, sounds: f32) -> f32 {
    ALARM * (MISSED * should * (sounds - 1.0) + (1.0 - should) * sounds)
}

/// Makes shares of numbers: their sum becomes one.
fn even(numbers: &mut [f32]) {
    let whole: f32 = numbers.iter().sum::<f32>().max(1e-9);
    for number in numbers {
        *number /= whole;
    }
}

/// The square root of a count, at least one.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn root_of(count: usize) -> f32 {
    (count.max(1) as f32).sqrt()
}
