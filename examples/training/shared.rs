//! Rows that are put together of parts from a book, and rounded: a network that is taught
//! while it speaks with these loses least by them.

use recourse::engine::text::model::{CODES, PART, PARTS, UNITS};

use super::chance::Chance;
use super::network::{Network, Taught, Voice};

/// Rounds of putting the first book together.
const ROUNDS: usize = 20;
/// Every so many steps each row chooses its parts anew.
const ANEW: usize = 20;
/// What share of the book's entries is rounded away: a level is so much of their spread.
const GRAIN: f32 = 0.9;
/// The same for what units say to columns.
const OUT_GRAIN: f32 = 0.35;
/// The loudest level.
const LOUDEST: f32 = 127.0;

/// The book, which row takes what of it, and how coarse it is.
pub(crate) struct Shared {
    /// Which rows have their own levels.
    is_own: Vec<bool>,
    /// How many people each row serves, one on average.
    serves: Vec<f32>,
    /// What a bit costs, beside the square of what is lost.
    price: f32,
    /// What a level of a row is worth.
    pub(crate) grain: f32,
    /// What a level of a unit's word to a column is worth.
    pub(crate) out_grain: f32,
    /// `PART` weights for each code, `CODES` codes for each part.
    book: Taught,
    /// The codes of each row.
    pub(crate) codes: Vec<[u8; PARTS]>,
    rows: Vec<f32>,
    out: Vec<f32>,
}

impl Shared {
    /// A first book for a network.
    pub(crate) fn new(network: &Network, is_own: Vec<bool>, spread: &[f32], price: f32) -> Self {
        let rows = network.spoken();
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let mean = spread.iter().sum::<f32>() / spread.len().max(1) as f32;
        let serves: Vec<f32> = spread.iter().map(|own| own / mean).collect();
        let mut shared = Self {
            codes: vec![[0; PARTS]; is_own.len()],
            book: Taught::new(vec![0.0; CODES * UNITS]),
            is_own,
            serves,
            price,
            grain: 1.0,
            out_grain: OUT_GRAIN * deviation(&network.out.weights),
            out: Vec::new(),
            rows: Vec::new(),
        };
        let mut chance = Chance::new(3);
        for part in 0..PARTS {
            shared.begin(&rows, part, &mut chance);
        }
        shared.grain = GRAIN * deviation(&shared.book.weights);
        shared
    }

    /// Puts a part of the book together: every code becomes the middle of the rows that are
    /// nearest to it, again and again.
    fn begin(&mut self, rows: &[f32], part: usize, chance: &mut Chance) {
        let shared: Vec<usize> = (0..self.is_own.len()).filter(|&row| !self.is_own[row]).collect();
        for code in 0..CODES {
            let row = shared[usize::try_from(chance.next()).unwrap_or(0) % shared.len()];
            self.entry(part, code).copy_from_slice(part_of(rows, row, part));
        }
        for _ in 0..ROUNDS {
            self.choose(rows, part, &[0.0; CODES]);
            let mut sums = vec![0.0_f32; CODES * PART];
            let mut counts = [0.0_f32; CODES];
            for &row in &shared {
                let code = usize::from(self.codes[row][part]);
                counts[code] += self.serves[row];
                let sum = &mut sums[code * PART..][..PART];
                for (sum, weight) in sum.iter_mut().zip(part_of(rows, row, part)) {
                    *sum += weight * self.serves[row];
                }
            }
            for code in 0..CODES {
                if counts[code] > 0.0 {
                    let sum = &sums[code * PART..][..PART];
                    let entry = self.entry(part, code);
                    entry.iter_mut().zip(sum).for_each(|(own, sum)| *own = sum / counts[code]);
                }
            }
        }
    }

    fn entry(&mut self, part: usize, code: usize) -> &mut [f32] {
        &mut self.book.weights[(part * CODES + code) * PART..][..PART]
    }

    /// Each shared row takes the code that loses least, what the code costs counted.
    fn choose(&mut self, rows: &[f32], part: usize, bits: &[f32; CODES]) {
        let book = &self.book.weights[part * CODES * PART..][..CODES * PART];
        for (row, codes) in self.codes.iter_mut().enumerate().filter(|(row, _)| !self.is_own[*row])
        {
            let own = part_of(rows, row, part);
            let mut best = (f32::MAX, 0);
            for (code, entry) in book.chunks_exact(PART).enumerate() {
                let lost: f32 = own.iter().zip(entry).map(|(a, b)| (a - b) * (a - b)).sum();
                let cost = self.serves[row] * lost + self.price * bits[code];
                if cost < best.0 {
                    best = (cost, code);
                }
            }
            codes[part] = u8::try_from(best.1).expect("a code");
        }
    }

    /// What each code of a part costs, in bits, by how often it is taken.
    fn bits(&self, part: usize) -> [f32; CODES] {
        let mut counts = [0.3_f32; CODES];
        let shared = self.codes.iter().zip(&self.is_own).filter(|(_, is_own)| !**is_own);
        shared.for_each(|(codes, _)| counts[usize::from(codes[part])] += 1.0);
        let whole: f32 = counts.iter().sum();
        counts.map(|count| (whole / count).log2())
    }

    /// The levels of a row of its own.
    pub(crate) fn own_levels(&self, network: &Network, row: usize) -> Vec<i8> {
        let weights = &network.rows.weights[row * UNITS..][..UNITS];
        weights.iter().map(|weight| level(weight * network.loud[row], self.grain)).collect()
    }

    /// The levels of the book.
    pub(crate) fn book_levels(&self) -> Vec<i8> {
        self.book.weights.iter().map(|&weight| level(weight, self.grain)).collect()
    }

    /// The levels of what units say to columns.
    pub(crate) fn out_levels(&self, network: &Network) -> Vec<i8> {
        network.out.weights.iter().map(|&weight| level(weight, self.out_grain)).collect()
    }
}

impl Voice for Shared {
    fn look(&mut self, network: &Network, at: usize, steps: usize) {
        let mut rows = network.spoken();
        if at.is_multiple_of(ANEW) && at < steps * 3 / 4 {
            for part in 0..PARTS {
                let bits = self.bits(part);
                self.choose(&rows, part, &bits);
            }
        }
        let grain = self.grain;
        let book: Vec<f32> =
            self.book.weights.iter().map(|&weight| rounded(weight, grain)).collect();
        for (row, weights) in rows.chunks_exact_mut(UNITS).enumerate() {
            if self.is_own[row] {
                for weight in weights {
                    *weight = rounded(*weight, grain);
                }
                continue;
            }
            for (part, (weights, &code)) in
                weights.chunks_exact_mut(PART).zip(&self.codes[row]).enumerate()
            {
                weights.copy_from_slice(&book[(part * CODES + usize::from(code)) * PART..][..PART]);
            }
        }
        self.rows = rows;
        let grain = self.out_grain;
        self.out = network.out.weights.iter().map(|&weight| rounded(weight, grain)).collect();
    }

    fn says(&self) -> (&[f32], &[f32]) {
        (&self.rows, &self.out)
    }

    fn learn(&mut self, slopes: &[f32], rate: f32, warm: (f32, f32)) {
        for (row, slopes) in slopes.chunks_exact(UNITS).enumerate() {
            if self.is_own[row] {
                continue;
            }
            for (part, (slopes, &code)) in
                slopes.chunks_exact(PART).zip(&self.codes[row]).enumerate()
            {
                self.book.push((part * CODES + usize::from(code)) * PART, slopes);
            }
        }
        self.book.step(rate, warm);
    }
}

fn part_of(rows: &[f32], row: usize, part: usize) -> &[f32] {
    &rows[row * UNITS + part * PART..][..PART]
}

#[expect(clippy::cast_precision_loss, reason = "some thousands")]
fn deviation(weights: &[f32]) -> f32 {
    let squares: f32 = weights.iter().map(|weight| weight * weight).sum();
    (squares / weights.len().max(1) as f32).sqrt()
}

fn rounded(weight: f32, grain: f32) -> f32 {
    (weight / grain).round().clamp(-LOUDEST, LOUDEST) * grain
}

#[expect(clippy::cast_possible_truncation, reason = "clamped")]
fn level(weight: f32, grain: f32) -> i8 {
    (weight / grain).round().clamp(-LOUDEST, LOUDEST) as i8
}
