//! The word model: which pieces speak for which problem, and how loudly.

use super::ELSEWHERE;
use super::bytes::{Reader, Writer};
use super::coder::{self, BANDS, Row};
use super::concepts::Concepts;
use super::features::{self, FINGERPRINT_BITS};
use super::fixed;
use super::folding::Folding;
use super::normalize::Normal;
use super::phrases::Phrases;
use super::variants::Variants;
use crate::engine::sorting;

/// The first bytes of the artefact; the digit is its version.
const MAGIC: &[u8] = b"RCW8";
/// How many logits the alarm gains when the likely problems are always urgent.
pub const STAKES: i32 = 7;
/// How many levels of the alarm are worth one of a problem: a missed emergency costs most,
/// so that its levels are graded more finely.
pub const FINER: i32 = 2;
/// How far a problem steps back, in 256ths of a logit, where a product is named of which
/// nobody who had that problem has written.
const STRANGE: i32 = 4 * 256;
/// How far "none of these" steps back, in 256ths of a logit, for a few words that name no
/// other company: whoever types two words here has one of these troubles more often than
/// those two words alone can show.
const BRIEF: i32 = 384;
/// So many pieces, known of every text, say how long it is and the like.
const SHAPES: u32 = 4;
/// Where at most one in so many of the other pieces is known, the language is another,
/// and what seems known is chance. Of texts by authors held out only some in pinyin have
/// fewer than a quarter known.
const STRANGERS: u32 = 8;
/// How many leading bits of a fingerprint choose a shelf.
const SHELF_BITS: u32 = 12;
/// More rows than this in a band are no sound artefact.
const MOST: usize = 1 << 14;
/// What a level of each band is worth, in 256ths of one of the first: a piece that
/// occurs twice as often is weighed half as coarsely again.
pub const WORTH: [i32; BANDS] = [256, 181, 128, 91, 64, 45, 32, 23];

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
    /// By which phrases facts, places and alarm are read.
    pub phrases: Phrases,
}

/// Pieces speak to columns: one per problem, the alarm last.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Weights {
    /// Problem ids, one per column.
    pub problems: Vec<String>,
    /// How often texts about each problem are urgent, in 255ths.
    pub urgent: Vec<u8>,
    /// For each problem a bit for every product (see [`platform`](super::platform)) that
    /// those who have it do not name.
    pub strange: Vec<u8>,
    /// Where each column starts, in 256ths of a logit; the alarm is last.
    pub biases: Vec<i32>,
    /// What a level of the first band is worth, in 2^16ths of a logit.
    pub step: i32,
    /// What a logit is worth, in 256ths, when shares are told: the model is surer of
    /// strangers than it may be.
    pub modest: i32,
    /// The alarm score, in permille, from which help is shown at once.
    pub alarm_at: u16,
    /// The pieces, sorted by band and then by fingerprint.
    pub rows: Vec<Row>,
    /// The column of "none of these".
    elsewhere: usize,
    /// The fingerprints with the places of their rows, sorted (see [`sorting::keyed`]).
    prints: Vec<u64>,
    /// Where the fingerprints of each shelf start.
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
    /// Whether that is too few to say anything.
    pub is_thin: bool,
}

impl Model {
    /// Decodes an artefact and the pack of phrases; `None` when the bytes are damaged.
    pub fn decode(bytes: &[u8], phrases: &[u8]) -> Option<Self> {
        let mut input = Reader::new(bytes.strip_prefix(MAGIC)?);
        let folding = Folding::decode(&mut input)?;
        let concepts = Concepts::decode(&mut input)?;
        let weights = Weights::decode(&mut input)?;
        let (phrases, variants) = Phrases::decode(phrases)?;
        input.is_empty().then_some(Self { folding, variants, concepts, weights, phrases })
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

    /// Weighs a normalised text that names one product, by its place among all, or none.
    pub fn weigh(&self, text: &Normal, product: Option<u8>) -> Scores {
        let weights = &self.weights;
        let mut sums = vec![0_i32; weights.biases.len()];
        let mut seen = vec![0_u64; weights.rows.len().div_ceil(64)];
        let (mut known, mut told, mut heard) = (0_u32, 0_u32, 0_u32);
        let is_brief = features::pieces(&self.concepts, text, |print| {
            told += 1;
            let Some(at) = weights.find(print) else { return };
            heard += 1;
            let Some(word) = seen.get_mut(at / 64) else { return };
            let bit = 1 << (at % 64);
            if *word & bit == 0 {
                *word |= bit;
                known += 1;
                weights.add(at, &mut sums);
            }
        });
        let mut scores = weights.scores(&sums, known, product, is_brief);
        // The shapes are among both.
        scores.is_thin = heard * STRANGERS <= told + SHAPES * (STRANGERS - 1);
        scores
    }
}

impl Weights {
    /// Builds the index; call after the rows are in place.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let elsewhere = self.problems.iter().position(|problem| problem == ELSEWHERE);
        self.elsewhere = elsewhere.unwrap_or(usize::MAX);
        let places = self.rows.iter().zip(0_u32..);
        self.prints = places.map(|(row, at)| sorting::keyed(row.print, at)).collect();
        sorting::numbers(&mut self.prints);
        let shelf = |number: u64| number >> (32 + FINGERPRINT_BITS - SHELF_BITS);
        let mut from = 0;
        self.shelves = Vec::with_capacity((1 << SHELF_BITS) + 1);
        for wanted in 0..=1 << SHELF_BITS {
            let rest = self.prints.get(from..).unwrap_or_default();
            from += rest.iter().take_while(|&&number| shelf(number) < wanted).count();
            self.shelves.push(u32::try_from(from).unwrap_or(u32::MAX));
        }
        self
    }

    fn find(&self, print: u32) -> Option<usize> {
        let shelf = (print >> (FINGERPRINT_BITS - SHELF_BITS)) as usize;
        let (&from, &to) = (self.shelves.get(shelf)?, self.shelves.get(shelf + 1)?);
        let near = self.prints.get(from as usize..to as usize)?;
        near.iter().find(|&&number| number >> 32 == u64::from(print)).copied().map(sorting::place)
    }

    /// Adds what the piece in row `at` says to the sums.
    fn add(&self, at: usize, sums: &mut [i32]) {
        let Some(row) = self.rows.get(at) else { return };
        let worth = WORTH.get(usize::from(row.band)).copied().unwrap_or(0);
        for &(column, level) in &row.entries {
            if let Some(sum) = sums.get_mut(usize::from(column)) {
                *sum += i32::from(level) * worth;
            }
        }
    }

    /// Longer texts name more pieces, so sums are divided by the root of their number.
    fn scores(&self, sums: &[i32], known: u32, product: Option<u8>, is_brief: bool) -> Scores {
        // 256 times the root; a sum has 256ths of a level, a step 2^16ths of a logit.
        let norm = i64::from(fixed::root(u64::from(known.max(1)) << 16)).max(1) << 8;
        let spoken = |sum: i32| i64::from(sum).saturating_mul(i64::from(self.step)) / norm;
        let logit =
            |(bias, spoken): (&i32, i64)| bias.saturating_add(i32::try_from(spoken).unwrap_or(0));
        let mut heard: Vec<i64> = sums.iter().map(|&sum| spoken(sum)).collect();
        if let Some(alarm) = heard.last_mut() {
            *alarm /= i64::from(FINER);
        }
        let mut logits: Vec<i32> = self.biases.iter().zip(heard).map(logit).collect();
        let alarm = logits.pop().unwrap_or(0);
        if let Some(product) = product {
            let strange = logits.iter_mut().zip(&self.strange);
            let strange = strange.filter(|(_, products)| *products & (1 << product) != 0);
            strange.for_each(|(logit, _)| *logit -= STRANGE);
        }
        if let Some(logit) = logits.get_mut(self.elsewhere).filter(|_| is_brief) {
            *logit -= BRIEF;
        }
        let alarm = alarm.saturating_add(self.urgency(&logits));
        Scores { logits, alarm, known, is_thin: false }
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
        out.bytes.extend_from_slice(&self.strange);
        for &bias in &self.biases {
            out.signed(bias);
        }
        out.signed(self.step);
        out.signed(self.modest);
        out.number(usize::from(self.alarm_at));
        for band in 0..BANDS {
            out.number(self.rows.iter().filter(|row| usize::from(row.band) == band).count());
        }
        let packed = coder::pack(&self.rows, self.biases.len());
        out.number(packed.len());
        out.bytes.extend_from_slice(&packed);
    }

    fn decode(input: &mut Reader<'_>) -> Option<Self> {
        let problems: Vec<String> = input.text()?.split('\n').map(str::to_owned).collect();
        let urgent = input.bytes(problems.len())?.to_vec();
        let strange = input.bytes(problems.len())?.to_vec();
        let biases = (0..=problems.len()).map(|_| input.signed()).collect::<Option<Vec<_>>>()?;
        let (step, modest) = (input.signed()?, input.signed()?);
        let alarm_at = u16::try_from(input.number()?).ok()?;
        let counts = (0..BANDS).map(|_| input.number()).collect::<Option<Vec<_>>>()?;
        if counts.iter().any(|&count| count > MOST) {
            return None;
        }
        let length = input.number()?;
        let rows = coder::unpack(input.bytes(length)?, &counts, biases.len());
        if rows.iter().any(|row| row.print >> FINGERPRINT_BITS != 0) {
            return None;
        }
        let weights = Self {
            problems,
            urgent,
            strange,
            biases,
            step,
            modest,
            alarm_at,
            rows,
            ..Self::default()
        };
        Some(weights.indexed())
    }
}
