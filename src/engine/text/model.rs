//! The word model: what the pieces of a text say together, and for which problem that speaks.
//!
//! A network with one hidden layer. Each known piece adds a row of small whole numbers to the
//! hidden units; those that end up above nought speak for and against each problem, and the
//! alarm. Concepts have rows of their own; all others share them: a row is put together of
//! `PARTS` parts, each chosen from a book of `CODES`.

use super::bytes::{Reader, Writer};
use super::coder;
use super::concepts::Concepts;
use super::features::{self, FINGERPRINT_BITS, OWN, SAID};
use super::fixed;
use super::folding::Folding;
use super::normalize::Normal;
use super::phrases::Phrases;
use super::variants::Variants;

/// The first bytes of the artefact; the digit is its version.
const MAGIC: &[u8] = b"RCW9";
/// How many hidden units there are.
pub const UNITS: usize = 64;
/// Of how many parts a shared row is put together.
pub const PARTS: usize = 2;
/// How many units a part speaks to.
pub const PART: usize = UNITS / PARTS;
/// How many parts there are to choose from, for each place.
pub const CODES: usize = 128;
/// How many logits the alarm gains when the likely problems are always urgent.
pub const STAKES: i32 = 4;
/// Where at most one in so many of the pieces that words give is known, the language is another,
/// and what seems known is chance. Of texts by authors held out only some in pinyin have
/// fewer than a quarter known.
const STRANGERS: u32 = 8;
/// How many leading bits of a fingerprint choose a shelf.
const SHELF_BITS: u32 = 12;
/// More rows than this are no sound artefact.
const MOST: usize = 1 << 15;

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

/// What pieces say to the hidden units and those to the problems, the alarm last.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Weights {
    /// Problem ids, one per column.
    pub problems: Vec<String>,
    /// How often texts about each problem are urgent, in 255ths.
    pub urgent: Vec<u8>,
    /// Where each hidden unit starts, in 256ths of a level.
    pub starts: Vec<i32>,
    /// Where each column starts, in 256ths of a logit; the alarm is last.
    pub biases: Vec<i32>,
    /// What a level of a unit times a level of a column is worth, in 2^16ths of a logit.
    pub step: i32,
    /// What a logit is worth, in 256ths, when shares are told: the model is surer of
    /// strangers than it may be.
    pub modest: i32,
    /// The alarm score, in permille, from which help is shown at once.
    pub alarm_at: u16,
    /// The rows.
    pub table: Table,
    /// Where the fingerprints of each shelf start.
    shelves: Vec<u16>,
}

/// The rows of the network, as levels.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Table {
    /// The rows of pieces that have their own, `UNITS` for each number below `OWN` that
    /// is in use.
    pub own: Vec<i8>,
    /// The book: `PART` levels for each code, `CODES` codes for each part.
    pub book: Vec<i8>,
    /// What each unit says to each column, `problems + 1` for each unit.
    pub out: Vec<i8>,
    /// The fingerprints of the pieces, rising.
    pub prints: Vec<u32>,
    /// Of which parts the row of each fingerprint is put together.
    pub codes: Vec<[u8; PARTS]>,
}

/// What the weights say of one text.
#[derive(Debug, Default)]
pub struct Scores {
    /// Logits in 256ths, one per problem.
    pub logits: Vec<i32>,
    /// The alarm's logit in 256ths.
    pub alarm: i32,
    /// What of it the likely problems give by themselves.
    pub urgency: i32,
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
        let mut sums = [0_i32; UNITS];
        let mut seen = vec![0_u64; weights.places().div_ceil(64)];
        let (mut known, mut told, mut heard) = (0_u32, 0_u32, 0_u32);
        features::pieces(&self.concepts, text, product, |print| {
            let is_said = u32::from(print >= SAID);
            told += is_said;
            let Some(at) = weights.find(print) else { return };
            heard += is_said;
            let Some(word) = seen.get_mut(at / 64) else { return };
            let bit = 1 << (at % 64);
            if *word & bit == 0 {
                *word |= bit;
                known += 1;
                weights.add(at, &mut sums);
            }
        });
        let mut scores = weights.scores(&sums, known);
        scores.is_thin = heard * STRANGERS <= told;
        scores
    }
}

impl Weights {
    /// Builds the index; call after the table is in place.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let prints = &self.table.prints;
        let mut from = 0;
        self.shelves = Vec::with_capacity((1 << SHELF_BITS) + 1);
        for wanted in 0..=1_u32 << SHELF_BITS {
            let rest = prints.get(from..).unwrap_or_default();
            let shelf = |print: u32| print >> (FINGERPRINT_BITS - SHELF_BITS);
            from += rest.iter().take_while(|&&print| shelf(print) < wanted).count();
            self.shelves.push(u16::try_from(from).unwrap_or(u16::MAX));
        }
        self
    }

    /// How many places [`Weights::find`] may tell.
    fn places(&self) -> usize {
        OWN as usize + self.table.prints.len()
    }

    /// The place of a piece's row: its number if it has its own, behind those the place of
    /// its fingerprint.
    fn find(&self, print: u32) -> Option<usize> {
        if print < OWN {
            let at = print as usize;
            return (at * UNITS < self.table.own.len()).then_some(at);
        }
        let shelf = (print >> (FINGERPRINT_BITS - SHELF_BITS)) as usize;
        let (from, to) = (*self.shelves.get(shelf)?, *self.shelves.get(shelf + 1)?);
        let near = self.table.prints.get(usize::from(from)..usize::from(to))?;
        let at = near.iter().position(|&known| known == print)?;
        Some(OWN as usize + usize::from(from) + at)
    }

    /// Adds what the piece at a place says to the units.
    fn add(&self, place: usize, sums: &mut [i32; UNITS]) {
        let Some(at) = place.checked_sub(OWN as usize) else {
            let row = self.table.own.get(place * UNITS..).unwrap_or_default();
            return sums.iter_mut().zip(row).for_each(|(sum, &level)| *sum += i32::from(level));
        };
        let codes = self.table.codes.get(at).copied().unwrap_or_default();
        for ((sums, code), part) in sums.chunks_exact_mut(PART).zip(codes).zip(0..) {
            let code = part * CODES + usize::from(code);
            let row = self.table.book.get(code * PART..).unwrap_or_default();
            sums.iter_mut().zip(row).for_each(|(sum, &level)| *sum += i32::from(level));
        }
    }

    /// Longer texts name more pieces, so sums are divided by the root of their number.
    fn scores(&self, sums: &[i32; UNITS], known: u32) -> Scores {
        // 256 times the root, so that a unit has 256ths of a level.
        let norm = i64::from(fixed::root(u64::from(known.max(1)) << 16)).max(1);
        let columns = self.biases.len();
        let mut spoken = vec![0_i64; columns];
        for ((sum, start), says) in
            sums.iter().zip(&self.starts).zip(self.table.out.chunks(columns.max(1)))
        {
            let unit = (i64::from(*sum) << 16) / norm + i64::from(*start);
            if unit > 0 {
                spoken.iter_mut().zip(says).for_each(|(sum, &level)| {
                    *sum += unit * i64::from(level);
                });
            }
        }
        let logit = |(bias, spoken): (&i32, &i64)| {
            let spoken = spoken.saturating_mul(i64::from(self.step)) >> 16;
            bias.saturating_add(i32::try_from(spoken).unwrap_or(0))
        };
        let mut logits: Vec<i32> = self.biases.iter().zip(&spoken).map(logit).collect();
        let alarm = logits.pop().unwrap_or(0);
        let urgency = self.urgency(&logits);
        Scores { logits, alarm: alarm.saturating_add(urgency), urgency, known, is_thin: false }
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
        for &start in self.starts.iter().chain(&self.biases) {
            out.signed(start);
        }
        out.signed(self.step);
        out.signed(self.modest);
        out.number(usize::from(self.alarm_at));
        out.number(self.table.own.len() / UNITS);
        out.number(self.table.prints.len());
        let packed = coder::pack(self.table.clone());
        out.number(packed.len());
        out.bytes.extend_from_slice(&packed);
    }

    fn decode(input: &mut Reader<'_>) -> Option<Self> {
        let problems: Vec<String> = input.text()?.split('\n').map(str::to_owned).collect();
        let urgent = input.bytes(problems.len())?.to_vec();
        let starts = (0..UNITS).map(|_| input.signed()).collect::<Option<Vec<_>>>()?;
        let biases = (0..=problems.len()).map(|_| input.signed()).collect::<Option<Vec<_>>>()?;
        let (step, modest) = (input.signed()?, input.signed()?);
        let alarm_at = u16::try_from(input.number()?).ok()?;
        let (own, prints) = (input.number()?, input.number()?);
        if own > OWN as usize || prints > MOST {
            return None;
        }
        let mut table = Table {
            own: vec![0; own * UNITS],
            book: vec![0; CODES * UNITS],
            out: vec![0; UNITS * biases.len()],
            prints: vec![0; prints],
            codes: vec![[0; PARTS]; prints],
        };
        let length = input.number()?;
        coder::unpack(input.bytes(length)?, &mut table);
        if table.prints.last().is_some_and(|print| print >> FINGERPRINT_BITS != 0) {
            return None;
        }
        let shelves = Vec::new();
        let weights =
            Self { problems, urgent, starts, biases, step, modest, alarm_at, table, shelves };
        Some(weights.indexed())
    }
}
