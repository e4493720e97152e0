//! The word model: which pieces speak for which problem, and how loudly.

use super::bytes::{Reader, Writer};
use super::coder;
use super::concepts::Concepts;
use super::features::{self, FINGERPRINT_BITS};
use super::fixed;
use super::folding::Folding;
use super::normalize::Normal;
use super::variants::Variants;

/// The first bytes of the artefact; the digit is its version.
const MAGIC: &[u8] = b"RCW2";
/// How many logits the alarm gains when the likely problems are always urgent.
pub const STAKES: i32 = 4;
/// How many leading bits of a fingerprint choose a shelf.
const SHELF_BITS: u32 = 12;

/// Everything needed to understand a text, decoded from bytes.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Model {
    /// How characters are read.
    pub folding: Folding,
    /// How words are read.
    pub variants: Variants,
    /// Which phrases mean the same.
    pub concepts: Concepts,
    /// The weights.
    pub weights: Weights,
}

/// Pieces speak through a few shared dimensions to columns: one per problem,
/// the alarm last.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Weights {
    /// Problem ids, one per column.
    pub problems: Vec<String>,
    /// How often texts about each problem are urgent, in 255ths.
    pub urgent: Vec<u8>,
    /// Where each column starts, in 256ths of a logit; the alarm is last.
    pub biases: Vec<i32>,
    /// How many dimensions there are.
    pub rank: usize,
    /// What a level times a column's weight is worth, in 2^24ths of a logit.
    pub step: i32,
    /// The same for the alarm.
    pub alarm_step: i32,
    /// The alarm score, in permille, from which help is shown at once.
    pub alarm_at: u16,
    /// The pieces, sorted by fingerprint.
    pub pieces: Vec<u32>,
    /// What each piece adds to each dimension, from -7 to 7.
    pub levels: Vec<i8>,
    /// What each dimension adds to each column, column by column.
    pub columns: Vec<i8>,
    /// Where the pieces of each shelf start.
    shelves: Vec<u32>,
}

/// What the weights say of one text.
#[derive(Debug, Default)]
pub struct Scores {
    /// Logits in 256ths, one per problem.
    pub logits: Vec<i32>,
    /// The alarm's logit in 256ths.
    pub alarm: i32,
    /// How many pieces were known.
    pub known: u32,
}

impl Model {
    /// Decodes an artefact; `None` when the bytes are damaged.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut input = Reader::new(bytes.strip_prefix(MAGIC)?);
        let folding = Folding::decode(&mut input)?;
        let concepts = Concepts::decode(&mut input)?;
        let weights = Weights::decode(&mut input)?;
        let variants = Variants::default();
        input.is_empty().then_some(Self { folding, variants, concepts, weights })
    }

    /// The artefact: what `decode` reads.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.bytes.extend_from_slice(MAGIC);
        self.folding.encode(&mut out);
        self.concepts.encode(&mut out);
        self.weights.encode(&mut out);
        out.bytes
    }

    /// A text in one spelling.
    pub fn normalize(&self, text: &str) -> Normal {
        Normal::read(&self.folding, &self.variants, text)
    }

    /// The id of the problem in column `column`.
    pub fn problem(&self, column: usize) -> &str {
        self.weights.problems.get(column).map_or("", String::as_str)
    }

    /// Weighs a normalised text.
    pub fn weigh(&self, text: &Normal) -> Scores {
        let weights = &self.weights;
        let mut sums = vec![0_i32; weights.rank];
        let mut seen = vec![0_u64; weights.pieces.len().div_ceil(64)];
        let mut known = 0_u32;
        features::pieces(&self.concepts, text, |print| {
            let Some(at) = weights.find(print) else { return };
            let Some(word) = seen.get_mut(at / 64) else { return };
            let bit = 1 << (at % 64);
            if *word & bit == 0 {
                *word |= bit;
                known += 1;
                let levels = weights.levels.get(at * weights.rank..).unwrap_or_default();
                sums.iter_mut().zip(levels).for_each(|(sum, &level)| *sum += i32::from(level));
            }
        });
        weights.scores(&sums, known)
    }
}

impl Weights {
    /// Builds the index; call after the pieces are in place.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let shelf = |print: u32| print >> (FINGERPRINT_BITS - SHELF_BITS);
        let mut from = 0;
        self.shelves = Vec::with_capacity((1 << SHELF_BITS) + 1);
        for wanted in 0..=1 << SHELF_BITS {
            let rest = self.pieces.get(from..).unwrap_or_default();
            from += rest.iter().take_while(|&&print| shelf(print) < wanted).count();
            self.shelves.push(u32::try_from(from).unwrap_or(u32::MAX));
        }
        self
    }

    fn find(&self, print: u32) -> Option<usize> {
        let shelf = (print >> (FINGERPRINT_BITS - SHELF_BITS)) as usize;
        let (&from, &to) = (self.shelves.get(shelf)?, self.shelves.get(shelf + 1)?);
        let near = self.pieces.get(from as usize..to as usize)?;
        near.iter().position(|&piece| piece == print).map(|at| from as usize + at)
    }

    /// Longer texts name more pieces, so sums are divided by the root of their number.
    fn scores(&self, sums: &[i32], known: u32) -> Scores {
        // 256 times the root; the step has 2^24ths and the logit 256ths.
        let norm = i64::from(fixed::root(u64::from(known.max(1)) << 16)).max(1) << 8;
        let mut logits: Vec<i32> = Vec::with_capacity(self.biases.len());
        for (column, bias) in self.columns.chunks_exact(self.rank.max(1)).zip(&self.biases) {
            let step = if logits.len() < self.problems.len() { self.step } else { self.alarm_step };
            let spoken: i64 = column
                .iter()
                .zip(sums)
                .map(|(&weight, &sum)| i64::from(weight) * i64::from(sum))
                .sum();
            let spoken = spoken.saturating_mul(i64::from(step)) / norm;
            logits.push(bias.saturating_add(i32::try_from(spoken).unwrap_or(0)));
        }
        let alarm = logits.pop().unwrap_or(0);
        let alarm = alarm.saturating_add(self.urgency(&logits));
        Scores { logits, alarm, known }
    }

    /// What the likely problems add to the alarm, in 256ths of a logit: `STAKES`
    /// logits when every one of them is always urgent.
    fn urgency(&self, logits: &[i32]) -> i32 {
        let shares = fixed::shares(logits);
        let parts = shares.iter().zip(&self.urgent);
        let mean: i32 = parts.map(|(&share, &urgent)| i32::from(share) * i32::from(urgent)).sum();
        mean / 1_000 * STAKES
    }

    fn encode(&self, out: &mut Writer) {
        out.text(&self.problems.join("\n"));
        out.bytes.extend_from_slice(&self.urgent);
        for &bias in &self.biases {
            out.signed(bias);
        }
        out.number(self.rank);
        out.signed(self.step);
        out.signed(self.alarm_step);
        out.number(usize::from(self.alarm_at));
        for &column in &self.columns {
            out.byte(column.cast_unsigned());
        }
        out.number(self.pieces.len());
        let mut last = 0;
        for &piece in &self.pieces {
            out.number((piece - last) as usize);
            last = piece;
        }
        let packed = coder::pack(&self.levels, self.rank);
        out.number(packed.len());
        out.bytes.extend_from_slice(&packed);
    }

    fn decode(input: &mut Reader<'_>) -> Option<Self> {
        let problems: Vec<String> = input.text()?.split('\n').map(str::to_owned).collect();
        let urgent = input.bytes(problems.len())?.to_vec();
        let biases = (0..=problems.len()).map(|_| input.signed()).collect::<Option<Vec<_>>>()?;
        let rank = Some(input.number()?).filter(|rank| (1..=64).contains(rank))?;
        let (step, alarm_step) = (input.signed()?, input.signed()?);
        let alarm_at = u16::try_from(input.number()?).ok()?;
        let columns =
            input.bytes(biases.len() * rank)?.iter().map(|byte| byte.cast_signed()).collect();
        let count = Some(input.number()?).filter(|count| *count <= 1 << FINGERPRINT_BITS)?;
        let mut pieces = Vec::with_capacity(count);
        let mut print = 0_u32;
        for _ in 0..count {
            print = print.checked_add(u32::try_from(input.number()?).ok()?)?;
            pieces.push(print);
        }
        if print >> FINGERPRINT_BITS != 0 {
            return None;
        }
        let length = input.number()?;
        let levels = coder::unpack(input.bytes(length)?, count, rank);
        let shelves = Vec::new();
        let weights = Self {
            problems,
            urgent,
            biases,
            rank,
            step,
            alarm_step,
            alarm_at,
            pieces,
            levels,
            columns,
            shelves,
        };
        Some(weights.indexed())
    }
}
