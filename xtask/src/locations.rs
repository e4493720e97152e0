//! Leaves out where in its source each check of the program stands.
//!
//! A check that fails stops the program; the person keeps their words and gets the guide
//! (`src/embed/panic.rs`), and the file, the line and the column are told to nobody.

use std::collections::BTreeSet;
use std::ops::Range;

use wasmparser::{BinaryReaderError, DataKind, Operator, Parser, Payload};

use crate::outcome::{Outcome, fail};

/// How a place lies in memory: where the name of the file is, how long it is, line, column.
const PLACE: usize = 16;
/// What is left of it: a text without letters, which stands anywhere but at nought.
const NOWHERE: [u8; PLACE] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// What the names of files end in.
const ENDING: &[u8] = b".rs";

/// The module without the places of its checks and without the names of its files.
pub fn forget(mut module: Vec<u8>) -> Outcome<Vec<u8>> {
    let segments = match segments(&module) {
        Ok(segments) => segments,
        Err(error) => return fail(format!("the program is damaged: {error}")),
    };
    let mut names = BTreeSet::new();
    for segment in &segments {
        for at in segment.words() {
            let Some(name) = named(&module, &segments, at) else { continue };
            names.insert((name.start, name.end));
            if let Some(place) = module.get_mut(at..at + PLACE) {
                place.copy_from_slice(&NOWHERE);
            }
        }
    }
    for (start, end) in names {
        module.get_mut(start..end).unwrap_or_default().fill(0);
    }
    Ok(module)
}

/// A piece of memory: its address, and where its bytes stand in the module.
struct Segment {
    address: usize,
    bytes: Range<usize>,
}

impl Segment {
    /// Where in the module something begins that may be a place.
    fn words(&self) -> impl Iterator<Item = usize> + use<> {
        let first = self.bytes.start + self.address.next_multiple_of(4) - self.address;
        (first..self.bytes.end.saturating_sub(PLACE - 1)).step_by(4)
    }
}

fn segments(module: &[u8]) -> Result<Vec<Segment>, BinaryReaderError> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(reader) = payload? else { continue };
        for data in reader {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                continue;
            };
            let address = value.cast_unsigned() as usize;
            found
                .push(Segment { address, bytes: data.range.end - data.data.len()..data.range.end });
        }
    }
    Ok(found)
}

/// Where the name of the file stands, if there is a place at `at`.
fn named(module: &[u8], segments: &[Segment], at: usize) -> Option<Range<usize>> {
    let number = |at: usize| {
        let bytes = module.get(at..at + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    };
    let (address, length) = (number(at)?, number(at + 4)?);
    let (line, column) = (number(at + 8)?, number(at + 12)?);
    if line == 0 || column == 0 || length <= ENDING.len() {
        return None;
    }
    let name = segments.iter().find_map(|segment| {
        let start = segment.bytes.start + address.checked_sub(segment.address)?;
        let end = start.checked_add(length)?;
        (end <= segment.bytes.end).then_some(start..end)
    })?;
    module.get(name.clone())?.ends_with(ENDING).then_some(name)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ConstExpr, DataSection, MemorySection, MemoryType, Module};

    use super::*;

    const BASE: u32 = 1024;

    fn module(data: &[u8]) -> Vec<u8> {
        let mut memories = MemorySection::new();
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        memories.memory(memory);
        let mut section = DataSection::new();
        section.active(0, &ConstExpr::i32_const(BASE.cast_signed()), data.iter().copied());
        let mut module = Module::new();
        module.section(&memories).section(&section);
        module.finish()
    }

    fn data(module: &[u8]) -> Vec<u8> {
        let [segment] = &segments(module).unwrap()[..] else { panic!("one segment") };
        module[segment.bytes.clone()].to_vec()
    }

    fn words(numbers: [u32; 4]) -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    #[test]
    fn places_go_and_nothing_else() {
        let text = b"src/engine/a.rsabc.rs..";
        let place = words([BASE, 15, 7, 9]);
        let no_line = words([BASE + 18, 3, 0, 9]);
        let no_file = words([BASE + 1, 12, 7, 9]);
        let beyond = words([BASE + 4000, 15, 7, 9]);
        let all = [&text[..], b".", &place, &no_line, &no_file, &beyond].concat();
        let forgotten = data(&forget(module(&all)).unwrap());
        let left = [&[0; 15], &text[15..], b".", &NOWHERE, &no_line, &no_file, &beyond].concat();
        assert_eq!(forgotten, left);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(forget(b"\0asm\x01\0\0\0\x0b\x05\x01".to_vec()).is_err());
    }
}
