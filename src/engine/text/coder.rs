//! Packing the pieces and what they add, as tightly as the odds allow.
//!
//! A range coder as in LZMA: every yes or no costs as many bits as it surprises,
//! and the odds are learnt on both sides as the pieces go by.

/// A piece and what it adds to some of the columns.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Row {
    /// The fingerprint of the piece.
    pub print: u32,
    /// How finely the levels are graded: the higher, the less each is worth.
    pub band: u8,
    /// Columns, rising, each with its level, never nought.
    pub entries: Vec<(u8, i8)>,
}

/// How many bands there are.
pub const BANDS: usize = 8;
/// A question that is certain to be answered yes would have this as its odds.
const WHOLE: u32 = 1 << 16;
/// How slowly well-known odds follow what they see.
const SLOW: u32 = 8;
/// No odds come nearer than this to certainty.
const LEAST: u32 = 48;
/// Below this the range is widened by one byte.
const NARROW: u32 = 1 << 24;
/// Counts and magnitudes from here on share their odds.
const FAR: usize = 12;
/// How many kinds of expectation are told apart.
const KINDS: usize = 10;
/// Rows with few entries, some, more and many.
const CROWDS: usize = 4;
/// Speaking for or against, and whether to the last column.
const SIDES: usize = 4;
/// Below this fingerprints lie close together (see `features`).
const CLOSE: u32 = 1 << 15;
/// The most bits a number has.
const LONGEST: usize = 24;

/// How likely yes is, and how often it was asked.
#[derive(Clone, Copy)]
struct Odds {
    yes: u32,
    asked: u32,
}

const EVEN: Odds = Odds { yes: WHOLE / 2, asked: 0 };

/// The odds of every question asked about a row.
struct Memory {
    /// Whether the gap to the next fingerprint has more bits: closer and farther apart.
    longer: Vec<Odds>,
    /// Whether the band has as many entries and more: by count and band.
    more: Vec<Odds>,
    /// Whether a column has an entry: by column and how many are to come.
    entry: Vec<Odds>,
    /// Whether a level is negative: by column and how many entries the row has.
    negative: Vec<Odds>,
    /// Whether a magnitude goes on: by magnitude and band, for each side apart.
    further: [Vec<Odds>; SIDES],
}

impl Memory {
    fn new(columns: usize) -> Self {
        let even = |count: usize| vec![EVEN; count];
        Self {
            longer: even(2 * LONGEST),
            more: even(FAR * BANDS),
            entry: even(columns * KINDS),
            negative: even(columns * CROWDS),
            further: core::array::from_fn(|_| even(FAR * BANDS)),
        }
    }
}

/// One who asks yes or no: writing tells, reading learns.
trait Voice {
    /// Settles one question; `said` is heeded only in writing.
    fn ask(&mut self, odds: Option<&mut Odds>, said: bool) -> bool;
}

/// Takes a count through its questions: one for each step up to it.
fn count(
    voice: &mut impl Voice,
    odds: &mut [Odds],
    band: usize,
    most: usize,
    said: usize,
) -> usize {
    let mut found = 0;
    while found < most {
        if !voice.ask(odds.get_mut(found.min(FAR - 1) * BANDS + band), said > found) {
            break;
        }
        found += 1;
    }
    found
}

/// Takes a number through its questions: how many bits, then each.
fn number(voice: &mut impl Voice, odds: &mut [Odds], said: u32) -> u32 {
    let said = said + 1;
    let mut bits = 0;
    while bits + 1 < LONGEST && voice.ask(odds.get_mut(bits), said >> (bits + 1) != 0) {
        bits += 1;
    }
    let mut found = 1_u32;
    for bit in (0..bits).rev() {
        found = found << 1 | u32::from(voice.ask(None, said >> bit & 1 != 0));
    }
    found - 1
}

/// Takes a row through its questions; reading fills it, writing heeds it.
fn row(voice: &mut impl Voice, memory: &mut Memory, columns: usize, last: u32, row: &mut Row) {
    let band = usize::from(row.band).min(BANDS - 1);
    let bits = if last < CLOSE {
        memory.longer.get_mut(..LONGEST)
    } else {
        memory.longer.get_mut(LONGEST..)
    };
    let gap = number(voice, bits.unwrap_or_default(), row.print.saturating_sub(last));
    row.print = last.saturating_add(gap);
    let said = core::mem::take(&mut row.entries);
    let mut said = said.into_iter().peekable();
    let mut rest = count(voice, &mut memory.more, band, columns, said.len());
    let crowd = usize::from(rest > 2) + usize::from(rest > 5) + usize::from(rest > 10);
    for column in 0..columns {
        if rest == 0 {
            break;
        }
        // Where most of the columns to come have entries, each likely has one.
        let kind =
            (rest.min(7) - 1 + usize::from(rest > 10) + usize::from(rest > 16)).min(KINDS - 1);
        let level = said.next_if(|&(place, _)| usize::from(place) == column).map_or(0, |e| e.1);
        if !voice.ask(memory.entry.get_mut(column * KINDS + kind), level != 0) {
            continue;
        }
        rest -= 1;
        let negative = voice.ask(memory.negative.get_mut(column * CROWDS + crowd), level < 0);
        let above = usize::from(level.unsigned_abs()).saturating_sub(1);
        // What speaks against is quieter than what speaks for; the last column is finer.
        let side = usize::from(negative) + 2 * usize::from(column + 1 == columns);
        let further = memory.further.get_mut(side).map_or(&mut [][..], Vec::as_mut_slice);
        let above = count(voice, further, band, 126, above);
        let magnitude = i8::try_from(above + 1).unwrap_or(i8::MAX);
        let level = if negative { -magnitude } else { magnitude };
        row.entries.push((u8::try_from(column).unwrap_or(u8::MAX), level));
    }
}

/// Packs rows, which are sorted by band and then by fingerprint.
pub(super) fn pack(rows: &[Row], columns: usize) -> Vec<u8> {
    let mut writer = Writer { low: 0, range: u32::MAX, held: 0, waiting: 0, out: Vec::new() };
    let mut memory = Memory::new(columns);
    let (mut last, mut band) = (0, 0);
    for next in rows {
        if next.band != band {
            (last, band) = (0, next.band);
        }
        row(&mut writer, &mut memory, columns, last, &mut next.clone());
        last = next.print;
    }
    (0..5).for_each(|_| writer.shift());
    writer.out
}

/// Unpacks as many rows of each band as `counts` says; bytes that are missing are read
/// as nought, so any bytes are rows.
pub(super) fn unpack(bytes: &[u8], counts: &[usize], columns: usize) -> Vec<Row> {
    let mut reader = Reader { code: 0, range: u32::MAX, rest: bytes };
    (0..5).for_each(|_| reader.shift());
    let mut memory = Memory::new(columns);
    let mut rows = Vec::with_capacity(counts.iter().sum());
    for (band, &count) in (0_u8..).zip(counts) {
        let mut last = 0;
        for _ in 0..count {
            let mut next = Row { band, ..Row::default() };
            row(&mut reader, &mut memory, columns, last, &mut next);
            last = next.print;
            rows.push(next);
        }
    }
    rows
}

/// Moves the odds towards what was said, and returns where the range divides.
fn divide(range: u32, odds: Option<&mut Odds>, said: impl FnOnce(u32) -> bool) -> (u32, bool) {
    let mut unknown = EVEN;
    let odds = odds.unwrap_or(&mut unknown);
    let bound = (range / WHOLE) * odds.yes;
    let said = said(bound);
    // The first answers move the odds most.
    odds.asked = (odds.asked + 1).min(1 << SLOW);
    let toward = if said { WHOLE - LEAST } else { LEAST };
    odds.yes = odds.yes + toward / (odds.asked + 1) - odds.yes / (odds.asked + 1);
    odds.yes = odds.yes.clamp(LEAST, WHOLE - LEAST);
    (bound, said)
}

struct Writer {
    low: u64,
    range: u32,
    held: u8,
    waiting: usize,
    out: Vec<u8>,
}

impl Writer {
    /// Lets one byte go, or holds it back while a carry may still change it.
    fn shift(&mut self) {
        let [top, ..] = ((self.low >> 24) & 0xff).to_le_bytes();
        if self.low < 0xff00_0000 || self.low > u64::from(u32::MAX) {
            let carry = u8::from(self.low > u64::from(u32::MAX));
            self.out.push(self.held.wrapping_add(carry));
            self.out.extend((0..self.waiting).map(|_| 0xff_u8.wrapping_add(carry)));
            self.waiting = 0;
            self.held = top;
        } else {
            self.waiting += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }
}

impl Voice for Writer {
    fn ask(&mut self, odds: Option<&mut Odds>, said: bool) -> bool {
        let (bound, _) = divide(self.range, odds, |_| said);
        if said {
            self.range = bound;
        } else {
            self.low += u64::from(bound);
            self.range -= bound;
        }
        while self.range < NARROW {
            self.range <<= 8;
            self.shift();
        }
        said
    }
}

struct Reader<'a> {
    code: u32,
    range: u32,
    rest: &'a [u8],
}

impl Reader<'_> {
    fn shift(&mut self) {
        let (next, rest) = self.rest.split_first().map_or((0, self.rest), |(&b, rest)| (b, rest));
        self.rest = rest;
        self.code = self.code << 8 | u32::from(next);
    }
}

impl Voice for Reader<'_> {
    fn ask(&mut self, odds: Option<&mut Odds>, _: bool) -> bool {
        let code = self.code;
        let (bound, said) = divide(self.range, odds, |bound| code < bound);
        if said {
            self.range = bound;
        } else {
            self.code = self.code.wrapping_sub(bound);
            self.range -= bound;
        }
        while self.range < NARROW {
            self.range <<= 8;
            self.shift();
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, pack, unpack};

    #[test]
    fn what_was_packed_is_unpacked() {
        let mut state = 7_u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        let mut rows = Vec::new();
        for band in 0..3 {
            let mut print = next(9);
            for _ in 0..100 {
                let mut entries: Vec<(u8, i8)> = Vec::new();
                for column in 0..40 {
                    let level = i8::try_from(next(15)).expect("small") - 7;
                    if next(9) == 0 && level != 0 {
                        entries.push((column, level));
                    }
                }
                rows.push(Row { print, band, entries });
                print += next(7_000);
            }
        }
        let packed = pack(&rows, 40);
        assert_eq!(unpack(&packed, &[100, 100, 100], 40), rows);
        assert!(packed.len() < 300 * 8, "{} bytes", packed.len());
        let edge = [Row { print: 0, band: 1, entries: vec![(0, 127), (1, -127), (2, 1)] }];
        assert_eq!(unpack(&pack(&edge, 3), &[0, 1], 3), edge);
    }

    #[test]
    fn any_bytes_are_rows() {
        assert_eq!(unpack(&[], &[4, 1], 5).len(), 5);
        assert_eq!(unpack(&[0xff; 90], &[0, 40], 5).len(), 40);
    }
}
