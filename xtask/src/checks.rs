//! Leaves out what a check that fails would say.
//!
//! Whoever hears of it asks for no words (`src/embed/panic.rs`), so the functions that put
//! them together only have to stop the program.

use std::collections::BTreeMap;

use wasm_encoder::{CodeSection, Function, Module, RawSection};
use wasmparser::{BinaryReaderError, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::outcome::{Outcome, fail};

/// The function of the standard library that stops with a sentence of its own. Like all of
/// [`TELLERS`] it takes last where the check stands, and never returns.
const STOP: &str = "4core6option13unwrap_failed";

/// The functions of the standard library that stop with a sentence made for the occasion, by
/// what the compiler calls them. One that has another name in another version stays as it is.
const TELLERS: [&str; 9] = [
    "4core3str16slice_error_fail",
    "4core5slice5index16slice_index_fail",
    "4core5slice20copy_from_slice_impl17len_mismatch_fail",
    "4core6option13expect_failed",
    "4core6result13unwrap_failed",
    "4core9panicking18panic_bounds_check",
    "4core9panicking19assert_failed_inner",
    "6remove13assert_failed",
    "10insert_mut13assert_failed",
];

/// The linked module, with the names of its functions, without those sentences.
pub fn hush(linked: &[u8]) -> Outcome<Vec<u8>> {
    match hushed(linked) {
        Ok(module) => Ok(module),
        Err(error) => fail(format!("the linked program is damaged: {error}")),
    }
}

fn hushed(linked: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let shape = Shape::read(linked)?;
    let (mut module, mut code) = (Module::new(), CodeSection::new());
    let mut left = 0;
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionStart { count, .. } => left = *count,
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                match shape.instead(code.len()) {
                    Some(function) => code.function(&function),
                    None => code.raw(linked.get(range).unwrap_or_default()),
                };
                left -= 1;
                if left == 0 {
                    module.section(&code);
                }
            }
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: linked.get(range).unwrap_or_default() });
                }
            }
        }
    }
    Ok(module.finish())
}

/// What has to be known of a module before its code is read.
#[derive(Default)]
struct Shape {
    imports: u32,
    /// How much each type takes.
    takes: Vec<u32>,
    /// The type of each function with a body.
    types: Vec<u32>,
    names: BTreeMap<u32, String>,
}

impl Shape {
    fn read(module: &[u8]) -> Result<Self, BinaryReaderError> {
        let mut shape = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(reader) => {
                    for kind in reader.into_iter_err_on_gc_types() {
                        shape.takes.push(u32::try_from(kind?.params().len()).unwrap_or_default());
                    }
                }
                Payload::ImportSection(reader) => {
                    for import in reader.into_imports() {
                        shape.imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(reader) => {
                    for kind in reader {
                        shape.types.push(kind?);
                    }
                }
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for name in names {
                        let Name::Function(functions) = name? else { continue };
                        for function in functions {
                            let function = function?;
                            shape.names.insert(function.index, function.name.to_owned());
                        }
                    }
                }
                _ => (),
            }
        }
        Ok(shape)
    }

    /// What the function with this body does instead: it hands on where it was called.
    fn instead(&self, body: u32) -> Option<Function> {
        let name = self.names.get(&(self.imports + body))?;
        if !TELLERS.iter().any(|teller| name.contains(teller)) {
            return None;
        }
        let stop = self.names.iter().find(|(_, name)| name.contains(STOP))?.0;
        let takes = *self.takes.get(*self.types.get(body as usize)? as usize)?;
        let mut function = Function::new([]);
        function.instructions().local_get(takes.checked_sub(1)?).call(*stop).unreachable().end();
        Some(function)
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, FunctionSection, ImportSection, NameMap, NameSection, TypeSection, ValType,
    };

    use super::*;

    const OF_STD: &str = "_RNvNtCsgXGp5Oqx2Ny_4core6option13expect_failed";
    const OF_OURS: &str = "_RNvNtCs5cOc02OMXlo_8recourse6option13expect_failed";

    /// An import, the function that stops, and one more.
    fn module(name: &str) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([ValType::I32], []);
        types.ty().function([ValType::I32, ValType::I32], []);
        imports.import("a", "b", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        functions.function(0).function(1);
        for _ in 0..2 {
            code.function(Function::new([]).instruction(&wasm_encoder::Instruction::End));
        }
        let (mut names, mut all) = (NameMap::new(), NameSection::new());
        names.append(1, "_RNvNtCsgXGp5Oqx2Ny_4core6option13unwrap_failed");
        names.append(2, name);
        all.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&code).section(&all);
        module.finish()
    }

    fn bodies(module: &[u8]) -> Vec<&[u8]> {
        let entries =
            Parser::new(0).parse_all(module).filter_map(|payload| match payload.unwrap() {
                Payload::CodeSectionEntry(body) => Some(&module[body.range()]),
                _ => None,
            });
        entries.collect()
    }

    #[test]
    fn a_sentence_for_the_occasion_becomes_a_plain_stop() {
        let hushed = hush(&module(OF_STD)).unwrap();
        // No locals; the second of what it takes; a call of the function that stops.
        let stops = [0, 0x20, 1, 0x10, 1, 0, 0x0b];
        assert_eq!(bodies(&hushed), [&[0, 0x0b][..], &stops]);
    }

    #[test]
    fn everything_else_stays() {
        let ours = module(OF_OURS);
        assert_eq!(hush(&ours).unwrap(), ours);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(hush(b"\0asm\x01\0\0\0\x0a\x05\x01").is_err());
    }
}
