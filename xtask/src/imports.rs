//! Short names for what the program imports from its glue: wasm-bindgen's carry
//! a sum each, which no packer makes smaller, and stand in both halves.

use crate::outcome::{Outcome, fail};
use crate::wasm::App;

/// The section that lists the imports.
const IMPORTS: u8 = 2;
/// The kind of an import that is a function.
const FUNCTION: u8 = 0;

/// Names of imports, each with the short one it got.
type Names = Vec<(String, String)>;

/// Gives every import a short name, in both halves of the program.
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
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let (mut module, mut names) = (head.to_vec(), Names::new());
    while let Some((&kind, after)) = rest.split_first() {
        let mut body = after;
        let size = number(&mut body)?;
        let (body, next) = body.split_at_checked(size)?;
        module.push(kind);
        if kind == IMPORTS {
            let body = section(body, &mut names)?;
            put_number(&mut module, body.len());
            module.extend(body);
        } else {
            module.extend(after.get(..after.len() - next.len())?);
        }
        rest = next;
    }
    Some((module, names))
}

fn section(mut body: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let mut written = Vec::new();
    let count = number(&mut body)?;
    put_number(&mut written, count);
    for place in 0..count {
        let (from, name) = (text(&mut body)?, text(&mut body)?);
        let short = format!("i{place}");
        put_text(&mut written, from);
        put_text(&mut written, &short);
        let (&kind, rest) = body.split_first()?;
        if kind != FUNCTION {
            return None;
        }
        body = rest;
        written.push(kind);
        put_number(&mut written, number(&mut body)?);
        names.push((name.to_owned(), short));
    }
    body.is_empty().then_some(written)
}

fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let length = number(bytes)?;
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

/// A number of seven bits a byte, the lowest first.
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 127) << shift;
        if byte < 128 {
            return Some(number);
        }
    }
    None
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.push(number.to_le_bytes()[0] | 128);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app() -> App {
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x16\x01".to_vec();
        put_text(&mut wasm, "./a.js");
        put_text(&mut wasm, "__wbg_now_1");
        wasm.extend(b"\0\0\x03\x02\x01\0");
        let glue = "const import0 = {\n__wbg_now_1: function() {},\n};\n".to_owned();
        App { glue, wasm, is_shrunk: true }
    }

    #[test]
    fn both_halves_take_the_short_name_and_nothing_else_changes() {
        let mut short = app();
        shorten(&mut short).unwrap();
        assert_eq!(short.glue, "const import0 = {\ni0: function() {},\n};\n");
        let wasm =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x01\x06./a.js\x02i0\0\0\x03\x02\x01\0";
        assert_eq!(short.wasm, wasm);
    }

    #[test]
    fn halves_that_do_not_match_are_refused() {
        let mut other = app();
        other.glue.clear();
        assert!(shorten(&mut other).is_err());
        let mut cut = app();
        cut.wasm.truncate(30);
        assert!(shorten(&mut cut).is_err());
    }
}
