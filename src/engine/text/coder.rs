//! Packing the rows of the word model as tightly as the odds allow.
//!
//! A range coder as in LZMA: every yes or no costs as many bits as it surprises,
//! and the odds are learnt on both sides as the rows go by.

use super::model::{CODES, PARTS, Table};

/// A question that is certain to be answered yes would have this as its odds.
const WHOLE: u32 = 1 << 16;
/// How slowly well-known odds follow what they see.
const SLOW: u32 = 8;
/// No odds come nearer than this to certainty.
const LEAST: u32 = 48;
/// Below this the range is widened by one byte.
const NARROW: u32 = 1 << 24;
/// Magnitudes from here on share their odds.
const FAR: usize = 24;
/// The most bits a number has.
const LONGEST: usize = 24;

/// How likely yes is, and how often it was asked.
#[derive(Clone, Copy)]
struct Odds {
    yes: u32,
    asked: u32,
}

const EVEN: Odds = Odds { yes: WHOLE / 2, asked: 0 };

/// One who asks yes or no: writing tells, reading learns.
trait Voice {
    /// Settles one question; `said` is heeded only in writing.
    fn ask(&mut self, odds: Option<&mut Odds>, said: bool) -> bool;
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

/// Takes whole numbers through their questions: whether there is one, on which side, and how
/// far from nought.
fn levels(voice: &mut impl Voice, levels: &mut [i8]) {
    let mut some = EVEN;
    let mut negative = EVEN;
    let mut further = [EVEN; FAR];
    for level in levels {
        let said = *level;
        *level = 0;
        if !voice.ask(Some(&mut some), said != 0) {
            continue;
        }
        let is_negative = voice.ask(Some(&mut negative), said < 0);
        let mut magnitude = 1_i8;
        while magnitude < i8::MAX {
            let odds = further.get_mut(usize::from(magnitude.unsigned_abs()).min(FAR) - 1);
            if !voice.ask(odds, said.unsigned_abs() > magnitude.unsigned_abs()) {
                break;
            }
            magnitude += 1;
        }
        *level = if is_negative { -magnitude } else { magnitude };
    }
}

/// Takes a code through its questions, one for each bit, the highest first.
fn code(voice: &mut impl Voice, odds: &mut [Odds], said: u8) -> u8 {
    let mut found = 1_usize;
    for bit in (0..CODES.ilog2()).rev() {
        let bit = voice.ask(odds.get_mut(found), said >> bit & 1 != 0);
        found = found << 1 | usize::from(bit);
    }
    u8::try_from(found - CODES).unwrap_or(0)
}

/// Takes a table through its questions; its lists have their lengths.
fn table(voice: &mut impl Voice, table: &mut Table) {
    levels(voice, &mut table.own);
    levels(voice, &mut table.book);
    levels(voice, &mut table.out);
    let mut longer = [EVEN; LONGEST];
    let mut odds = [[EVEN; CODES]; PARTS];
    let mut last = 0_u32;
    for (print, codes) in table.prints.iter_mut().zip(&mut table.codes) {
        last = last.saturating_add(number(voice, &mut longer, print.saturating_sub(last)));
        *print = last;
        for (own, odds) in codes.iter_mut().zip(&mut odds) {
            *own = code(voice, odds, *own);
        }
    }
}

/// Packs a table.
pub(super) fn pack(mut rows: Table) -> Vec<u8> {
    let mut writer = Writer { low: 0, range: u32::MAX, held: 0, waiting: 0, out: Vec::new() };
    table(&mut writer, &mut rows);
    (0..5).for_each(|_| writer.shift());
    writer.out
}

/// Unpacks a table into lists that have their lengths; bytes that are missing are read as
/// nought, so any bytes are a table.
pub(super) fn unpack(bytes: &[u8], rows: &mut Table) {
    let mut reader = Reader { code: 0, range: u32::MAX, rest: bytes };
    (0..5).for_each(|_| reader.shift());
    table(&mut reader, rows);
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
    use super::super::model::{PARTS, Table};
    use super::{pack, unpack};

    /// A table with so many levels and rows, all nought.
    fn blank(levels: usize, rows: usize) -> Table {
        Table {
            own: vec![0; levels],
            book: vec![0; levels],
            out: vec![0; levels],
            prints: vec![0; rows],
            codes: vec![[0; PARTS]; rows],
        }
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let mut state = 7_u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        let mut rows = blank(900, 300);
        for list in [&mut rows.own, &mut rows.book, &mut rows.out] {
            list.fill_with(|| i8::try_from(next(9)).expect("small") - 4);
        }
        let mut print = 0;
        for (own, codes) in rows.prints.iter_mut().zip(&mut rows.codes) {
            print += next(900);
            *own = print;
            codes.fill_with(|| u8::try_from(next(128)).expect("a code"));
        }
        if let [first, second, .., last] = &mut rows.own[..] {
            (*first, *second, *last) = (i8::MAX, -i8::MAX, 0);
        }
        let packed = pack(rows.clone());
        let mut found = blank(900, 300);
        unpack(&packed, &mut found);
        assert!(found == rows);
        assert!(packed.len() < 2_700 * 4 / 8 + 300 * 4, "{} bytes", packed.len());
    }

    #[test]
    fn any_bytes_are_a_table() {
        for bytes in [&[][..], &[0xff; 90]] {
            let mut rows = blank(40, 50);
            unpack(bytes, &mut rows);
            assert!(rows.prints.is_sorted());
        }
    }
}
