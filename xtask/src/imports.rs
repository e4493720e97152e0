//! Short names for what the program imports from its glue: wasm-bindgen's carry
//! a sum each, which no packer makes smaller, and stand in the module and in its glue.

use wasm_encoder::{EntityType, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

use crate::outcome::{Outcome, fail};
use crate::wasm::App;

/// Names of imports, each with the short one it got.
type Names = Vec<(String, String)>;

/// Gives every import a short name, in the module and in its glue.
pub fn shorten(app: &mut App) -> Outcome {
    let Some((wasm, names)) = renamed(&app.wasm) else {
        return fail("the module that wasm-bindgen wrote is of an unknown shape");
    };
    for (name, short) in names {
        let (long, short) = (format!("{name}: "), format!("{short}: "));
        if app.glue.matches(&long).count() != 1 {
            return fail(format!("the glue should give the program `{name}` in one place"));
        }
        app.glue = app.glue.replace(&long, &short);
    }
    app.wasm = wasm;
    Ok(())
}

/// The module with short names for its imports, and which became which.
fn renamed(wasm: &[u8]) -> Option<(Vec<u8>, Names)> {
    let (mut module, mut names) = (Module::new(), Names::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.ok()?;
        let section = payload.as_section();
        if let Payload::ImportSection(reader) = payload {
            let mut imports = ImportSection::new();
            for import in reader.into_imports() {
                let import = import.ok()?;
                // Functions are all that a program of ours is given.
                let TypeRef::Func(signature) = import.ty else { return None };
                let short = format!("i{}", names.len());
                imports.import(import.module, &short, EntityType::Function(signature));
                names.push((import.name.to_owned(), short));
            }
            module.section(&imports);
        } else if let Some((id, range)) = section {
            module.section(&RawSection { id, data: wasm.get(range)? });
        }
    }
    Some((module.finish(), names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app() -> App {
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\
            \x02\x16\x01\x06./a.js\x0b__wbg_now_1\0\0\x05\x03\x01\0\x01";
        let glue = "const import0 = {\n__wbg_now_1: function() {},\n};\n".to_owned();
        App { glue, wasm: wasm.to_vec(), is_shrunk: true }
    }

    #[test]
    fn module_and_glue_take_the_short_name_and_nothing_else_changes() {
        let mut short = app();
        shorten(&mut short).unwrap();
        assert_eq!(short.glue, "const import0 = {\ni0: function() {},\n};\n");
        let wasm =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x01\x06./a.js\x02i0\0\0\x05\x03\x01\0\x01";
        assert_eq!(short.wasm, wasm);
    }

    #[test]
    fn a_module_and_a_glue_that_do_not_match_are_refused() {
        let mut other = app();
        other.glue.clear();
        assert!(shorten(&mut other).is_err());
        let mut cut = app();
        cut.wasm.truncate(30);
        assert!(shorten(&mut cut).is_err());
    }
}
