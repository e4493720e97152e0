//! The finished module, and which half each part of it goes into.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, Export, ExternalKind, FuncType, FunctionBody,
    Global, Import, MemoryType, Operator, Parser, Payload, Table, TypeRef,
};

use super::linked::Outside;
use super::{ENTRY, Reason, strange};

/// A module and where it is to be cut.
#[derive(Default)]
pub struct Parts<'a> {
    /// Signatures.
    pub types: Vec<FuncType>,
    /// What comes from the glue: functions only.
    pub imports: Vec<Import<'a>>,
    /// The signature of every function, imports first.
    pub signatures: Vec<u32>,
    /// Tables, that of the functions among them.
    pub tables: Vec<Table<'a>>,
    /// The one memory.
    pub memories: Vec<MemoryType>,
    /// Globals.
    pub globals: Vec<Global<'a>>,
    /// What goes out, without the entry.
    pub exports: Vec<Export<'a>>,
    /// What runs at once.
    pub start: Option<u32>,
    /// The functions that are not imports.
    pub bodies: Vec<FunctionBody<'a>>,
    /// Sections that say something about the module.
    pub customs: Vec<(&'a str, &'a [u8])>,
    /// The table of functions, and what stands where in it.
    pub table: u32,
    /// Function by place in that table.
    pub slots: BTreeMap<u32, u32>,
    /// The place behind all of them, where the entry will stand.
    pub entry_slot: u32,
    /// Data by address.
    pub data: Vec<(u32, &'a [u8])>,
    /// The function through which the later half is entered.
    pub entry: u32,
    /// Functions of the first half, imports among them.
    pub first: BTreeSet<u32>,
    /// Addresses of data of the later half.
    pub outside: Vec<Range<u32>>,
}

/// Reads a module and finds out what goes where.
pub fn read<'a>(module: &'a [u8], outside: &Outside) -> Result<Parts<'a>, Reason> {
    let mut parts = Parts { entry: u32::MAX, ..Parts::default() };
    for payload in Parser::new(0).parse_all(module) {
        parts.take(payload?)?;
    }
    if parts.entry == u32::MAX {
        return Err(strange("the finished module without the entry"));
    }
    if parts.slots.len() != outside.table {
        return Err(strange("the table of the finished module"));
    }
    parts.outside.clone_from(&outside.data);
    parts.make_room()?;
    parts.sort(outside)?;
    Ok(parts)
}

impl<'a> Parts<'a> {
    /// What the module declares.
    fn take(&mut self, payload: Payload<'a>) -> Result<(), Reason> {
        match payload {
            Payload::TypeSection(reader) => {
                self.types = reader.into_iter_err_on_gc_types().collect::<Result<_, _>>()?;
            }
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else {
                        return Err(strange("an import that is no function"));
                    };
                    self.signatures.push(kind);
                    self.imports.push(import);
                }
            }
            Payload::FunctionSection(reader) => {
                for kind in reader {
                    self.signatures.push(kind?);
                }
            }
            Payload::TableSection(reader) => {
                self.tables = reader.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::MemorySection(reader) => {
                self.memories = reader.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::GlobalSection(reader) => {
                self.globals = reader.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::ExportSection(reader) => {
                for export in reader {
                    let export = export?;
                    if export.name == ENTRY && export.kind == ExternalKind::Func {
                        self.entry = export.index;
                    } else {
                        self.exports.push(export);
                    }
                }
            }
            other => self.take_content(other)?,
        }
        Ok(())
    }

    /// What is in the module.
    fn take_content(&mut self, payload: Payload<'a>) -> Result<(), Reason> {
        match payload {
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(reader) => {
                for element in reader {
                    let element = element?;
                    let ElementKind::Active { table_index, offset_expr } = element.kind else {
                        return Err(strange("a part of the table"));
                    };
                    let ElementItems::Functions(items) = element.items else {
                        return Err(strange("what stands in the table"));
                    };
                    self.table = table_index.unwrap_or_default();
                    let start = offset(&offset_expr);
                    let start = start.ok_or_else(|| strange("the place of a part of the table"))?;
                    for (slot, function) in (start..).zip(items) {
                        self.slots.insert(slot, function?);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment?;
                    let start = match segment.kind {
                        DataKind::Active { memory_index: 0, offset_expr } => offset(&offset_expr),
                        _ => None,
                    };
                    let start = start.ok_or_else(|| strange("a part of the data"))?;
                    self.data.push((start, segment.data));
                }
            }
            Payload::CustomSection(reader) => self.customs.push((reader.name(), reader.data())),
            _ => (),
        }
        Ok(())
    }

    /// Gives the table a place for the entry.
    fn make_room(&mut self) -> Result<(), Reason> {
        self.entry_slot = self.slots.keys().last().map_or(1, |last| last + 1);
        let table = self.tables.get_mut(self.table as usize);
        let table = &mut table.ok_or_else(|| strange("the table of functions"))?.ty;
        table.initial = table.initial.max(u64::from(self.entry_slot) + 1);
        table.maximum = table.maximum.map(|maximum| maximum.max(table.initial));
        Ok(())
    }

    /// Follows the calls from what starts and from what the page, or an address that
    /// the first half knows, can call. The entry is where it stops.
    fn sort(&mut self, outside: &Outside) -> Result<(), Reason> {
        let mut waiting: Vec<u32> = (0..).take(self.imports.len()).chain(self.start).collect();
        let exports = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        waiting.extend(exports.map(|export| export.index));
        let slots = self.slots.iter().filter(|(slot, _)| !outside.slots.contains(slot));
        waiting.extend(slots.map(|(_, function)| *function));
        while let Some(function) = waiting.pop() {
            if function != self.entry && self.first.insert(function) {
                waiting.extend(self.callees(function)?);
            }
        }
        Ok(())
    }

    /// The functions that a function names.
    pub fn callees(&self, function: u32) -> Result<Vec<u32>, Reason> {
        let place = (function as usize).checked_sub(self.imports.len());
        let Some(body) = place.and_then(|place| self.bodies.get(place)) else {
            return Ok(Vec::new());
        };
        let mut callees = Vec::new();
        for operator in body.get_operators_reader()? {
            if let Operator::Call { function_index } | Operator::RefFunc { function_index } =
                operator?
            {
                callees.push(function_index);
            }
        }
        Ok(callees)
    }

    /// All functions of the later half, the entry among them, in their order.
    pub fn later(&self) -> Vec<u32> {
        let all = (0..).take(self.signatures.len());
        all.filter(|function| !self.first.contains(function)).collect()
    }

    /// The signature of a function.
    pub fn signature(&self, function: u32) -> Result<u32, Reason> {
        self.signatures.get(function as usize).copied().ok_or_else(|| strange("a function"))
    }
}

/// The number that says where in a table or in the memory something begins.
pub fn offset(expression: &ConstExpr) -> Option<u32> {
    let mut operators = expression.get_operators_reader().into_iter();
    match operators.next()?.ok()? {
        Operator::I32Const { value } => Some(value.cast_unsigned()),
        _ => None,
    }
}
