//! What the linker tells: which functions of the table and which bytes of the data are
//! reached through the entry of the later half only.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    CustomSectionReader, DataKind, ElementItems, ElementKind, ElementSectionReader, ExternalKind,
    KnownCustom, Linking, Parser, Payload, RelocationType, SymbolInfo, TypeRef,
};

use super::{ENTRY, Reason, strange};
use crate::split::parts::offset;

/// What belongs to the later half, by where it stands when the program runs.
#[derive(Debug, Default, PartialEq)]
pub struct Outside {
    /// Places in the table of functions whose address nothing in the first half knows.
    pub slots: BTreeSet<u32>,
    /// Addresses of data that nothing in the first half reads; in order, none touching another.
    pub data: Vec<Range<u32>>,
    /// How many places the table has: a check that it is still the same table.
    pub table: usize,
}

/// Reads a module that was linked with its relocations.
pub fn read(bytes: &[u8]) -> Result<Outside, Reason> {
    let module = Linked::read(bytes)?;
    if module.relocations.is_empty() {
        return Err(strange("the linked module without relocations"));
    }
    let graph = module.graph()?;
    let entry = module.entry.ok_or_else(|| strange("the linked module without the entry"))?;
    let first = reached(&graph, module.roots(&graph), Some(entry));
    let all = reached(&graph, module.roots(&graph).chain([entry]), None);
    let is_later = |node: usize| !first.contains(&node) && all.contains(&node);
    let slots = module.slots.iter().filter(|(_, function)| is_later(**function));
    let slots = slots.map(|(slot, _)| *slot).collect();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (symbol, range) in &module.addresses {
        let node = module.functions.len() + symbol;
        if is_later(node) { theirs.push(range.clone()) } else { ours.push(range.clone()) }
    }
    Ok(Outside { slots, data: without(theirs, ours), table: module.slots.len() })
}

/// What the linker wrote down, as far as it matters here.
#[derive(Default)]
struct Linked {
    imports: usize,
    /// Where each function stands in the code; imports take no room.
    functions: Vec<Range<usize>>,
    code: usize,
    data: usize,
    /// The segments of the data: the address, and the place in the section.
    segments: Vec<(u32, usize)>,
    slots: BTreeMap<u32, usize>,
    exports: Vec<usize>,
    entry: Option<usize>,
    /// What each symbol stands for, as a node.
    symbols: Vec<Option<usize>>,
    /// Symbols of data: where they are when the program runs, and in the section.
    addresses: BTreeMap<usize, Range<u32>>,
    places: Vec<(Range<usize>, usize)>,
    /// Relocations: whether of the code, place in its section, and the symbol.
    relocations: Vec<(bool, usize, usize)>,
}

impl Linked {
    fn read(bytes: &[u8]) -> Result<Self, Reason> {
        let mut module = Self::default();
        let (mut sections, mut code, mut data) = (0, None, None);
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            match &payload {
                Payload::CodeSectionStart { range, .. } => {
                    (module.code, code) = (range.start, Some(sections));
                }
                Payload::DataSection(reader) => {
                    (module.data, data) = (reader.range().start, Some(sections));
                }
                _ => (),
            }
            // The bodies come each on their own, but are one section.
            let is_section = !matches!(
                payload,
                Payload::Version { .. } | Payload::CodeSectionEntry(_) | Payload::End(_)
            );
            module.take(payload, (code, data))?;
            sections += u32::from(is_section);
        }
        module.places.sort_by_key(|(range, _)| range.start);
        Ok(module)
    }

    fn take(
        &mut self,
        payload: Payload,
        (code, data): (Option<u32>, Option<u32>),
    ) -> Result<(), Reason> {
        match payload {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    self.imports += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
                self.functions = vec![0..0; self.imports];
            }
            Payload::CodeSectionEntry(body) => self.functions.push(body.range()),
            Payload::ExportSection(reader) => {
                for export in reader {
                    let export = export?;
                    let index = export.index as usize;
                    match export.kind {
                        ExternalKind::Func if export.name == ENTRY => self.entry = Some(index),
                        ExternalKind::Func => self.exports.push(index),
                        _ => (),
                    }
                }
            }
            Payload::ElementSection(reader) => self.table(reader)?,
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment?;
                    if let DataKind::Active { offset_expr, .. } = segment.kind {
                        let place = segment.range.end - segment.data.len();
                        self.segments.push((offset(&offset_expr).unwrap_or_default(), place));
                    }
                }
            }
            Payload::CustomSection(reader) => self.note(&reader, (code, data))?,
            _ => (),
        }
        Ok(())
    }

    fn table(&mut self, reader: ElementSectionReader) -> Result<(), Reason> {
        for element in reader {
            let element = element?;
            if let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(items)) =
                (element.kind, element.items)
            {
                let start = offset(&offset_expr).unwrap_or_default();
                for (slot, function) in (start..).zip(items) {
                    self.slots.insert(slot, function? as usize);
                }
            }
        }
        Ok(())
    }

    /// What the linker noted beside the program.
    fn note(
        &mut self,
        reader: &CustomSectionReader,
        (code, data): (Option<u32>, Option<u32>),
    ) -> Result<(), Reason> {
        match reader.as_known() {
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = subsection? {
                        for symbol in symbols {
                            self.symbol(&symbol?);
                        }
                    }
                }
            }
            KnownCustom::Reloc(reader) => {
                let of = Some(reader.section_index());
                for entry in reader.entries() {
                    let entry = entry?;
                    // Types are no symbols; of debugging sections nothing is asked.
                    if entry.ty != RelocationType::TypeIndexLeb && (of == code || of == data) {
                        let (place, symbol) = (entry.offset as usize, entry.index as usize);
                        self.relocations.push((of == code, place, symbol));
                    }
                }
            }
            _ => (),
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: &SymbolInfo) {
        let node = match symbol {
            SymbolInfo::Func { index, .. } => Some(*index as usize),
            SymbolInfo::Data { symbol: Some(data), .. } => {
                let place = self.symbols.len();
                let segment = self.segments.get(data.index as usize);
                segment.map(|(address, start)| {
                    let from = address + data.offset;
                    self.addresses.insert(place, from..from + data.size);
                    let from = start + data.offset as usize;
                    self.places.push((from..from + data.size as usize, place));
                    self.functions.len() + place
                })
            }
            _ => None,
        };
        self.symbols.push(node);
    }

    /// Who refers to whom: functions first, symbols of data behind them, and last of all
    /// what stands in the data without a symbol.
    fn graph(&self) -> Result<Vec<BTreeSet<usize>>, Reason> {
        let nobody = self.functions.len() + self.symbols.len();
        let mut graph = vec![BTreeSet::new(); nobody + 1];
        for (is_code, place, symbol) in &self.relocations {
            let symbol = self.symbols.get(*symbol).ok_or_else(|| strange("a relocation"))?;
            let Some(to) = symbol else { continue };
            let froms = if *is_code {
                let place = place + self.code;
                let at = self.functions.partition_point(|body| body.start <= place);
                vec![at.checked_sub(1).ok_or_else(|| strange("a relocation of the code"))?]
            } else {
                let place = place + self.data;
                let holds = |range: &Range<usize>| range.contains(&place);
                let all = self.places.iter().filter(|(range, _)| holds(range));
                let all: Vec<usize> = all.map(|(_, at)| self.functions.len() + at).collect();
                if all.is_empty() { vec![nobody] } else { all }
            };
            for from in froms {
                graph.get_mut(from).ok_or_else(|| strange("a relocation"))?.insert(*to);
            }
        }
        Ok(graph)
    }

    fn roots(&self, graph: &[BTreeSet<usize>]) -> impl Iterator<Item = usize> {
        self.exports.iter().copied().chain(graph.len().checked_sub(1))
    }
}

/// Everything that the roots lead to, but not through `stop`.
fn reached(
    graph: &[BTreeSet<usize>],
    roots: impl Iterator<Item = usize>,
    stop: Option<usize>,
) -> BTreeSet<usize> {
    let mut waiting: Vec<usize> = roots.collect();
    let mut found = BTreeSet::new();
    while let Some(node) = waiting.pop() {
        if Some(node) != stop && found.insert(node) {
            waiting.extend(graph.get(node).into_iter().flatten());
        }
    }
    found
}

/// Ranges without what also lies in others: texts that end alike share their bytes.
fn without(mut ranges: Vec<Range<u32>>, mut others: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_by_key(|range| range.start);
    others.sort_by_key(|range| range.start);
    let mut left: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        let mut start = left.last().map_or(range.start, |last| last.end.max(range.start));
        let begin = start;
        for other in others.iter().filter(|other| other.end > begin && other.start < range.end) {
            if other.start > start {
                left.push(start..other.start);
            }
            start = start.max(other.end);
        }
        if start < range.end {
            left.push(start..range.end);
        }
    }
    left.dedup_by(|next, last| {
        let touches = last.end == next.start;
        if touches {
            last.end = next.end;
        }
        touches
    });
    left
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn what_is_shared_is_not_cut_out() {
        assert_eq!(without(vec![0..10, 20..30], vec![4..6, 25..40]), [0..4, 6..10, 20..25]);
        assert_eq!(without(vec![5..9, 0..5, 7..9, 12..14], vec![]), [0..9, 12..14]);
        assert_eq!(without(vec![0..5, 2..8], vec![0..4, 3..9]), []);
    }
}
