//! A small program cut in two: `page` calls `help` and the entry, the entry calls `help`
//! and `far`; the table holds `help`, and `far` by whose address only the later half calls.

use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection,
    Elements, ExportKind, ExportSection, Function, FunctionSection, GlobalSection, GlobalType,
    ImportSection, LinkingSection, MemorySection, MemoryType, Module, RefType, SymbolTable,
    TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ExternalKind, Operator, Parser, Payload};

use super::{ENTRY, linked, plain, split};

const GLUE: u32 = 0;
const HELP: u32 = 1;
const PAGE: u32 = 2;
const LATER: u32 = 3;
const FAR: u32 = 4;

/// Where a text of the first half and one of the later half stand.
const OURS: u32 = 1024;
const THEIRS: u32 = OURS + 64;

/// The program, with what a linker notes if `is_linked`.
fn program(is_linked: bool) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    types.ty().function([ValType::I64], []);
    let mut imports = ImportSection::new();
    imports.import("./glue.js", "say", wasm_encoder::EntityType::Function(0));
    let mut functions = FunctionSection::new();
    for _ in 0..4 {
        functions.function(0);
    }
    let mut tables = TableSection::new();
    let (minimum, maximum) = (3, Some(3));
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum,
        maximum,
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut globals = GlobalSection::new();
    globals.global(
        GlobalType { val_type: ValType::I32, mutable: true, shared: false },
        &ConstExpr::i32_const(9),
    );
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("page", ExportKind::Func, PAGE);
    exports.export(ENTRY, ExportKind::Func, LATER);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions((&[HELP, FAR]).into()));
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(1024), [[1; 64], [2; 64]].concat());
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables);
    module.section(&memories).section(&globals).section(&exports).section(&elements);
    module.section(&code()).section(&data);
    if is_linked {
        note(&mut module);
    }
    module.finish()
}

fn code() -> CodeSection {
    let mut code = CodeSection::new();
    for instructions in [
        vec![],
        vec![('c', HELP), ('c', LATER), ('k', OURS)],
        vec![('c', HELP), ('c', GLUE), ('k', 2), ('k', THEIRS)],
        vec![('c', HELP)],
    ] {
        let mut function = Function::new([]);
        for (kind, number) in instructions {
            match kind {
                // As a linker writes them, so that every number has the same room.
                'c' => function.raw([0x10].into_iter().chain(padded(number))),
                _ => function.raw([0x41].into_iter().chain(padded(number)).chain([0x1a])),
            };
        }
        function.raw([0x0b]);
        code.function(&function);
    }
    code
}

/// What the linker notes: the symbols, and where the code names them.
fn note(module: &mut Module) {
    let mut symbols = SymbolTable::new();
    for function in [GLUE, HELP, PAGE, LATER, FAR] {
        symbols.function(0x40, function, Some("f"));
    }
    for offset in [0, 64] {
        symbols.data(0, "d", Some(DataSymbolDefinition { index: 0, offset, size: 64 }));
    }
    module.section(LinkingSection::new().symbol_table(&symbols));
    // Where the first instruction of each stands: behind the number of bodies, the first
    // body, a length and the number of locals; and so on behind the end of the one before.
    let page = 1 + 3 + 2;
    let later = page + 19 + 3;
    let far = later + 26 + 3;
    let relocations = [
        (0, page + 1, HELP),
        (0, page + 7, LATER),
        (4, page + 13, 5),
        (0, later + 1, HELP),
        (0, later + 7, GLUE),
        (1, later + 13, FAR),
        (4, later + 20, 6),
        (0, far + 1, HELP),
    ];
    let mut notes = vec![8, u8::try_from(relocations.len()).unwrap()];
    for (kind, place, symbol) in relocations {
        notes.extend([kind, place, u8::try_from(symbol).unwrap()]);
        notes.extend((kind == 4).then_some(0));
    }
    module.section(&CustomSection { name: "reloc.CODE".into(), data: notes.into() });
}

fn padded(number: u32) -> [u8; 5] {
    let seven = |shift: u32| u8::try_from(number >> shift & 127).unwrap() | 128;
    [seven(0), seven(7), seven(14), seven(21), 0]
}

#[derive(Debug, Default, PartialEq)]
struct Shape {
    imports: Vec<String>,
    exports: Vec<String>,
    calls: Vec<Vec<String>>,
    tables: Vec<(u64, Option<u64>)>,
    elements: Vec<(u32, Vec<u32>)>,
    data: Vec<u8>,
    customs: usize,
}

fn shape(module: &[u8]) -> Shape {
    let mut shape = Shape::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    let import = import.unwrap();
                    shape.imports.push(import.name.to_owned());
                    if let wasmparser::TypeRef::Table(ty) = import.ty {
                        shape.tables.push((ty.initial, ty.maximum));
                    }
                }
            }
            Payload::ExportSection(reader) => {
                let exports = reader.into_iter().map(Result::unwrap);
                shape.exports.extend(exports.map(|export| match export.kind {
                    ExternalKind::Func => format!("{}={}", export.name, export.index),
                    _ => export.name.to_owned(),
                }));
            }
            Payload::TableSection(reader) => {
                let tables = reader.into_iter().map(|table| table.unwrap().ty);
                shape.tables.extend(tables.map(|ty| (ty.initial, ty.maximum)));
            }
            Payload::ElementSection(reader) => {
                for element in reader {
                    let element = element.unwrap();
                    let (
                        wasmparser::ElementKind::Active { offset_expr, .. },
                        wasmparser::ElementItems::Functions(items),
                    ) = (element.kind, element.items)
                    else {
                        panic!("an element of another kind");
                    };
                    let start = super::parts::offset(&offset_expr).unwrap();
                    shape.elements.push((start, items.into_iter().map(Result::unwrap).collect()));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let mut calls = Vec::new();
                for operator in body.get_operators_reader().unwrap() {
                    match operator.unwrap() {
                        Operator::Call { function_index } => calls.push(function_index.to_string()),
                        Operator::CallIndirect { .. } => calls.push("table".to_owned()),
                        _ => (),
                    }
                }
                shape.calls.push(calls);
            }
            Payload::DataSection(reader) => {
                shape.data.extend(reader.into_iter().flat_map(|data| data.unwrap().data.to_vec()));
            }
            Payload::CustomSection(_) => shape.customs += 1,
            _ => (),
        }
    }
    shape
}

#[test]
fn what_only_the_entry_reaches_is_later() {
    let outside = linked::read(&program(true)).unwrap();
    let data = std::iter::once(THEIRS..THEIRS + 64).collect();
    assert_eq!(outside, linked::Outside { slots: [2].into(), data, table: 2 });
}

#[test]
fn each_half_holds_its_own_and_shares_the_rest() {
    let halves = split(&program(true), &program(false)).unwrap();
    let first = Shape {
        imports: vec!["say".into()],
        exports: ["memory", "page=2", "a=1", "b=0", "c", "d", "e"].map(Into::into).into(),
        calls: vec![vec![], vec!["1".into(), "table".into()]],
        tables: vec![(4, Some(4))],
        elements: vec![(1, vec![1])],
        data: [[1; 64], [0; 64]].concat(),
        customs: 0,
    };
    assert_eq!(shape(&halves.first), first);
    let later = Shape {
        imports: ["a", "b", "c", "d", "e"].map(Into::into).into(),
        exports: Vec::new(),
        calls: vec![vec!["0".into(), "1".into()], vec!["0".into()]],
        tables: vec![(4, Some(4))],
        elements: vec![(2, vec![3, 2])],
        data: vec![2; 64],
        customs: 0,
    };
    assert_eq!(shape(&halves.later), later);
}

#[test]
fn the_same_halves_come_out_every_time() {
    let (one, two) =
        (split(&program(true), &program(false)), split(&program(true), &program(false)));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert!(one.first == two.first && one.later == two.later);
}

#[test]
fn notes_of_the_linker_stay_at_home() {
    assert_eq!(shape(&program(true)).customs, 2);
    assert_eq!(plain(&program(true)).unwrap(), program(false));
}

#[test]
fn programs_that_do_not_belong_together_are_refused() {
    assert!(split(&program(false), &program(false)).is_err());
    assert!(split(&program(true), b"\0asm").is_err());
    let without = plain(&program(true)).unwrap();
    let other = Module::new().finish();
    assert!(split(&without, &other).is_err());
}
