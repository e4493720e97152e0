//! Writing the halves.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, Elements, EntityType,
    ExportKind, ExportSection, Function, FunctionSection, GlobalSection, ImportSection,
    Instruction, MemorySection, Module, StartSection, TableSection, TypeSection,
};
use wasmparser::{ExternalKind, FunctionBody, Operator};

use super::parts::Parts;
use super::{Halves, Reason, strange};

/// Data of the later half that is no longer stays where it is: to cut it out costs more.
const GAP: usize = 32;

/// Writes both halves.
pub fn write(parts: &Parts) -> Result<Halves, Reason> {
    let shared = Shared::of(parts)?;
    Ok(Halves { first: first(parts, &shared)?, later: later(parts, &shared)? })
}

/// What the later half takes from the first, each with a name.
struct Shared {
    functions: Vec<(u32, String)>,
    others: Vec<(ExportKind, u32, String)>,
}

impl Shared {
    fn of(parts: &Parts) -> Result<Self, Reason> {
        let mut uses = BTreeMap::<u32, usize>::new();
        for function in parts.later() {
            for callee in parts.callees(function)? {
                *uses.entry(callee).or_default() += usize::from(parts.first.contains(&callee));
            }
        }
        uses.retain(|_, uses| *uses > 0);
        let mut functions: Vec<u32> = uses.keys().copied().collect();
        // What is called most gets the smallest number.
        functions.sort_by_key(|function| (Reverse(uses.get(function).copied()), *function));
        let taken: BTreeSet<&str> = parts.exports.iter().map(|export| export.name).collect();
        let mut names = (0..).map(name).filter(|name| !taken.contains(name.as_str()));
        let functions = functions.into_iter().zip(names.by_ref()).collect();
        let kinds = [
            (ExportKind::Memory, parts.memories.len()),
            (ExportKind::Table, parts.tables.len()),
            (ExportKind::Global, parts.globals.len()),
        ];
        let mut others = Vec::new();
        for (kind, count) in kinds {
            others.extend((0..).take(count).zip(names.by_ref()).map(|(at, name)| (kind, at, name)));
        }
        Ok(Self { functions, others })
    }
}

/// A short name.
fn name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        let letters = ('a'..='z').chain('A'..='Z');
        name.extend(letters.clone().nth(number % 52));
        number /= 52;
        if number == 0 {
            return name;
        }
    }
}

fn first(parts: &Parts, shared: &Shared) -> Result<Vec<u8>, Reason> {
    let mut renumber = Renumber::new(parts, parts.first.iter().copied());
    renumber.entry = Some((parts.entry, parts.entry_slot, parts.signature(parts.entry)?));
    let functions: Vec<u32> = parts.first.iter().copied().collect();
    let own = functions.get(parts.imports.len()..).unwrap_or_default();
    let code = renumber.code(parts, own)?;
    let mut imports = ImportSection::new();
    for import in &parts.imports {
        let kind = renumber.entity_type(import.ty)?;
        imports.import(import.module, import.name, kind);
    }
    let mut exports = ExportSection::new();
    for export in &parts.exports {
        let is_function = export.kind == ExternalKind::Func;
        let index = if is_function { renumber.of(export.index)? } else { export.index };
        exports.export(export.name, renumber.export_kind(export.kind)?, index);
    }
    for (function, name) in &shared.functions {
        exports.export(name, ExportKind::Func, renumber.of(*function)?);
    }
    for (kind, index, name) in &shared.others {
        exports.export(name, *kind, *index);
    }
    let mut tables = TableSection::new();
    for table in &parts.tables {
        renumber.parse_table(&mut tables, table.clone())?;
    }
    let mut memories = MemorySection::new();
    for memory in &parts.memories {
        memories.memory(renumber.memory_type(*memory)?);
    }
    let mut globals = GlobalSection::new();
    for global in &parts.globals {
        renumber.parse_global(&mut globals, global.clone())?;
    }
    let is_ours = |function: &u32| parts.first.contains(function);
    let slots = parts.slots.iter().filter(|(_, function)| is_ours(function));
    let slots = slots.map(|(slot, function)| (*slot, *function));
    let elements = renumber.elements(parts.table, slots)?;
    let signatures = renumber.signatures(parts, own)?;
    let mut module = Module::new();
    module.section(&renumber.types(parts)?).section(&imports).section(&signatures);
    module.section(&tables).section(&memories).section(&globals).section(&exports);
    if let Some(start) = parts.start {
        module.section(&StartSection { function_index: renumber.of(start)? });
    }
    module.section(&elements).section(&code).section(&first_data(parts));
    for (name, data) in &parts.customs {
        module.section(&CustomSection { name: (*name).into(), data: (*data).into() });
    }
    Ok(module.finish())
}

fn later(parts: &Parts, shared: &Shared) -> Result<Vec<u8>, Reason> {
    let own = parts.later();
    let from = shared.functions.iter().map(|(function, _)| *function);
    let mut renumber = Renumber::new(parts, from.chain(own.iter().copied()));
    let code = renumber.code(parts, &own)?;
    let mut imports = ImportSection::new();
    for (function, name) in &shared.functions {
        let kind = renumber.type_index(parts.signature(*function)?)?;
        imports.import("", name, EntityType::Function(kind));
    }
    for (kind, index, name) in &shared.others {
        let at = *index as usize;
        let kind = match kind {
            ExportKind::Memory => parts
                .memories
                .get(at)
                .map(|memory| renumber.memory_type(*memory).map(EntityType::Memory)),
            ExportKind::Table => parts
                .tables
                .get(at)
                .map(|table| renumber.table_type(table.ty).map(EntityType::Table)),
            _ => parts
                .globals
                .get(at)
                .map(|global| renumber.global_type(global.ty).map(EntityType::Global)),
        };
        imports.import("", name, kind.ok_or_else(|| strange("what is shared"))??);
    }
    let is_theirs = |function: &u32| !parts.first.contains(function);
    let slots = parts.slots.iter().filter(|(_, function)| is_theirs(function));
    let slots = slots.map(|(slot, function)| (*slot, *function));
    let elements =
        renumber.elements(parts.table, slots.chain([(parts.entry_slot, parts.entry)]))?;
    let signatures = renumber.signatures(parts, &own)?;
    let mut module = Module::new();
    module.section(&renumber.types(parts)?).section(&imports).section(&signatures);
    module.section(&elements).section(&code).section(&later_data(parts));
    Ok(module.finish())
}

/// The data of the first half: what is the other's is left out as zeros, which pack to nothing.
fn first_data(parts: &Parts) -> DataSection {
    let mut section = DataSection::new();
    for (start, bytes) in &parts.data {
        let mut held = bytes.to_vec();
        for piece in pieces(parts, *start, bytes) {
            held.get_mut(piece).unwrap_or_default().fill(0);
        }
        section.active(0, &ConstExpr::i32_const(start.cast_signed()), held);
    }
    section
}

/// The data of the later half, each piece at its address.
fn later_data(parts: &Parts) -> DataSection {
    let mut section = DataSection::new();
    for (start, bytes) in &parts.data {
        for piece in pieces(parts, *start, bytes) {
            let offset = u32::try_from(piece.start).unwrap_or_default();
            let address = (start + offset).cast_signed();
            let held = bytes.get(piece).unwrap_or_default();
            section.active(0, &ConstExpr::i32_const(address), held.to_vec());
        }
    }
    section
}

/// Which parts of a segment go into the later half.
fn pieces(parts: &Parts, start: u32, bytes: &[u8]) -> Vec<Range<usize>> {
    let within = |address: u32| (address.saturating_sub(start) as usize).min(bytes.len());
    let pieces = parts.outside.iter().map(|range| within(range.start)..within(range.end));
    pieces.filter(|piece| piece.len() > GAP).collect()
}

/// Gives functions and signatures the numbers they have in one half.
struct Renumber {
    functions: BTreeMap<u32, u32>,
    /// Signatures by the order in which they were asked for.
    types: Vec<u32>,
    /// The entry as the first half calls it: through a place of the table.
    entry: Option<(u32, u32, u32)>,
    table: u32,
}

impl Renumber {
    fn new(parts: &Parts, functions: impl Iterator<Item = u32>) -> Self {
        let functions = functions.zip(0..).collect();
        Self { functions, types: Vec::new(), entry: None, table: parts.table }
    }

    fn of(&self, function: u32) -> Result<u32, Reason> {
        self.functions.get(&function).copied().ok_or_else(|| {
            Reason(format!("a half names the function {function}, which is in the other one"))
        })
    }

    fn code(&mut self, parts: &Parts, functions: &[u32]) -> Result<CodeSection, Reason> {
        // Signatures that functions have get the first numbers, in the order of the module.
        let mut types: BTreeSet<u32> = BTreeSet::new();
        for function in self.functions.keys() {
            types.insert(parts.signature(*function)?);
        }
        self.types.extend(types);
        let mut code = CodeSection::new();
        for function in functions {
            let place = (*function as usize).checked_sub(parts.imports.len());
            let body = place.and_then(|place| parts.bodies.get(place));
            let body = body.ok_or_else(|| strange("a function without a body"))?;
            code.function(&self.body(body)?);
        }
        Ok(code)
    }

    fn body(&mut self, body: &FunctionBody) -> Result<Function, Error<Reason>> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            match (&operator, self.entry) {
                (Operator::Call { function_index }, Some((entry, slot, kind)))
                    if *function_index == entry =>
                {
                    let type_index = self.type_index(kind)?;
                    function.instruction(&Instruction::I32Const(slot.cast_signed()));
                    let table_index = self.table;
                    function.instruction(&Instruction::CallIndirect { type_index, table_index });
                }
                _ => {
                    function.instruction(&self.instruction(operator)?);
                }
            }
        }
        Ok(function)
    }

    fn signatures(&mut self, parts: &Parts, functions: &[u32]) -> Result<FunctionSection, Reason> {
        let mut section = FunctionSection::new();
        for function in functions {
            section.function(self.type_index(parts.signature(*function)?)?);
        }
        Ok(section)
    }

    /// Whatever was asked for by now.
    fn types(&mut self, parts: &Parts) -> Result<TypeSection, Reason> {
        let mut section = TypeSection::new();
        for kind in self.types.clone() {
            let kind = parts.types.get(kind as usize).ok_or_else(|| strange("a signature"))?;
            section.ty().func_type(&self.func_type(kind.clone())?);
        }
        Ok(section)
    }

    /// A segment of the table for each run of places.
    fn elements(
        &mut self,
        table: u32,
        slots: impl Iterator<Item = (u32, u32)>,
    ) -> Result<ElementSection, Reason> {
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        let mut end = None;
        for (slot, function) in slots {
            let function = self.of(function)?;
            match runs.last_mut().filter(|_| end == Some(slot)) {
                Some((_, run)) => run.push(function),
                None => runs.push((slot, vec![function])),
            }
            end = Some(slot + 1);
        }
        let mut section = ElementSection::new();
        for (start, run) in runs {
            let start = ConstExpr::i32_const(start.cast_signed());
            let table = (table > 0).then_some(table);
            section.active(table, &start, Elements::Functions(run.into()));
        }
        Ok(section)
    }
}

impl Reencode for Renumber {
    type Error = Reason;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Reason>> {
        self.of(function).map_err(Error::UserError)
    }

    fn type_index(&mut self, kind: u32) -> Result<u32, Error<Reason>> {
        let place = self.types.iter().position(|known| *known == kind).unwrap_or_else(|| {
            self.types.push(kind);
            self.types.len() - 1
        });
        u32::try_from(place).map_err(|error| Error::UserError(Reason(error.to_string())))
    }
}
