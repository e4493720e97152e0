//! Packing small whole numbers, most of them nought, as tightly as their odds allow.
//!
//! A range coder as in LZMA: every yes or no costs as many bits as it surprises,
//! and the odds are learnt on both sides as the numbers go by.

/// A number that is certain to be yes would have this as its odds.
const WHOLE: u32 = 1 << 12;
/// How slowly the odds follow what they see.
const SLOW: u32 = 5;
/// Below this the range is widened by one byte.
const NARROW: u32 = 1 << 24;
/// Magnitudes from here on share their odds.
const FAR: usize = 6;
/// How many kinds of rows so far are told apart.
const KINDS: usize = 12;

/// The odds of every question asked about a row of numbers.
struct Odds {
    /// Whether a number is nought: by place in the row and kind of row so far.
    nought: Vec<u32>,
    /// Whether a number is negative: by place.
    negative: Vec<u32>,
    /// Whether a magnitude goes on: by magnitude and kind.
    further: Vec<u32>,
}

impl Odds {
    fn new(width: usize) -> Self {
        let even = |count: usize| vec![WHOLE / 2; count];
        Self { nought: even(width * KINDS), negative: even(width), further: even(FAR * KINDS) }
    }
}

/// One who asks yes or no: writing tells, reading learns.
trait Voice {
    /// Settles one question; `said` is heeded only in writing.
    fn ask(&mut self, odds: Option<&mut u32>, said: bool) -> bool;
}

/// Takes a row through its questions; reading fills it, writing heeds it.
fn row(voice: &mut impl Voice, odds: &mut Odds, levels: &mut [i8]) {
    let mut loud = 0_usize;
    for (place, level) in levels.iter_mut().enumerate() {
        // Loud rows stay loud: the mean so far, in quarters, after two quiet ones.
        let kind = (loud * 4 / (place + 2)).min(KINDS - 1);
        let magnitude = usize::from(level.unsigned_abs());
        if voice.ask(odds.nought.get_mut(place * KINDS + kind), magnitude == 0) {
            *level = 0;
            continue;
        }
        let negative = voice.ask(odds.negative.get_mut(place), *level < 0);
        let mut found = 1_usize;
        while found < 127 {
            let cell = found.min(FAR) - 1;
            if !voice.ask(odds.further.get_mut(cell * KINDS + kind), magnitude > found) {
                break;
            }
            found += 1;
        }
        let whole = i8::try_from(found).unwrap_or(i8::MAX);
        *level = if negative { -whole } else { whole };
        loud += found;
    }
}

/// Packs rows of `width` numbers each.
pub(super) fn pack(levels: &[i8], width: usize) -> Vec<u8> {
    let mut writer = Writer { low: 0, range: u32::MAX, held: 0, waiting: 0, out: Vec::new() };
    let mut odds = Odds::new(width);
    let mut levels = levels.to_vec();
    for levels in levels.chunks_exact_mut(width.max(1)) {
        row(&mut writer, &mut odds, levels);
    }
    (0..5).for_each(|_| writer.shift());
    writer.out
}

/// Unpacks `count` rows; bytes that are missing are read as nought, so any bytes are rows.
pub(super) fn unpack(bytes: &[u8], count: usize, width: usize) -> Vec<i8> {
    let mut reader = Reader { code: 0, range: u32::MAX, rest: bytes };
    (0..5).for_each(|_| reader.shift());
    let mut odds = Odds::new(width);
    let mut levels = vec![0; count * width];
    for levels in levels.chunks_exact_mut(width.max(1)) {
        row(&mut reader, &mut odds, levels);
    }
    levels
}

/// Moves the odds towards what was said, and returns where the range divides.
fn divide(range: u32, odds: Option<&mut u32>, said: impl FnOnce(u32) -> bool) -> (u32, bool) {
    let mut unknown = WHOLE / 2;
    let odds = odds.unwrap_or(&mut unknown);
    let bound = (range / WHOLE) * *odds;
    let said = said(bound);
    *odds = if said { *odds + ((WHOLE - *odds) >> SLOW) } else { *odds - (*odds >> SLOW) };
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
    fn ask(&mut self, odds: Option<&mut u32>, said: bool) -> bool {
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
    fn ask(&mut self, odds: Option<&mut u32>, _: bool) -> bool {
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
    use super::{pack, unpack};

    #[test]
    fn what_was_packed_is_unpacked() {
        let mut state = 7_u32;
        let mut levels = vec![0_i8; 40 * 300];
        for level in &mut levels {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if state >> 30 == 0 {
                *level = i8::try_from((state >> 8) % 15).expect("small") - 7;
            }
        }
        let packed = pack(&levels, 40);
        assert_eq!(unpack(&packed, 300, 40), levels);
        assert!(packed.len() * 8 < levels.len() * 2, "{} bytes", packed.len());
        for edge in [vec![], vec![127_i8, -127, 0], vec![0; 9]] {
            let packed = pack(&edge, 3);
            assert_eq!(unpack(&packed, edge.len() / 3, 3), edge);
        }
    }

    #[test]
    fn any_bytes_are_rows() {
        assert_eq!(unpack(&[], 4, 5).len(), 20);
        assert_eq!(unpack(&[0xff; 90], 40, 5).len(), 200);
    }
}
