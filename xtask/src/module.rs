//! Several JavaScript files joined into one module.
//!
//! The glue of wasm-bindgen comes first and our own files follow, so what one
//! exports the next uses by name: imports and exports only have to go. We
//! write those files; only statements that begin a line are understood.

use crate::outcome::{Outcome, fail};

/// Where a script wants the names of its files.
const ASSETS: &str = "/*@assets*/{}";

/// Joins modules, in order, into one that imports and exports nothing.
pub fn join(parts: &[&str]) -> Outcome<String> {
    let mut joined = String::new();
    for part in parts {
        let mut lines = part.lines();
        while let Some(line) = lines.next() {
            let list = line.starts_with("export {") || line.starts_with("export{");
            if list || line.starts_with("import ") || line.starts_with("import{") {
                let mut statement = line.to_owned();
                while !statement.contains(';') {
                    let Some(more) = lines.next() else {
                        return fail(format!("this statement of a script has no end: `{line}`"));
                    };
                    statement.push_str(more);
                }
                let names = statement.trim_start_matches("import").trim_start();
                if !list && (statement.contains(" as ") || !names.starts_with('{')) {
                    return fail(format!(
                        "a joined script cannot rename what it imports: `{line}`"
                    ));
                }
                continue;
            }
            let line = line.strip_prefix("export default ").unwrap_or(line);
            joined.push_str(line.strip_prefix("export ").unwrap_or(line));
            joined.push('\n');
        }
    }
    Ok(lean(&joined))
}

/// Without comments on lines of their own, blank lines, indentation, blanks around
/// signs and ends of lines that mean nothing; none of our scripts, nor the glue, has a
/// text that goes on over several lines.
pub fn lean(script: &str) -> String {
    let mut is_comment = false;
    let mut may_run_on = false;
    let mut lean = String::new();
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*") && !line.contains("*/");
        let is_said = line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/");
        if !is_comment && !is_said && !line.is_empty() {
            if may_run_on && line.starts_with('}') {
                lean.pop();
            }
            lean.push_str(&tight(line));
            // Behind two strokes may stand words, up to the end of the line.
            may_run_on = !line.contains("//");
            if may_run_on && line.ends_with([';', '{', ',', '(', '[']) {
                may_run_on = false;
            } else {
                lean.push('\n');
            }
        }
        is_comment &= !line.ends_with("*/");
    }
    lean
}

/// A line without the blanks that mean nothing. What stands between double quotes
/// stays, and so does a line that may hold another text or a pattern.
fn tight(line: &str) -> String {
    let parts: Vec<&str> = line.split('"').collect();
    if line.contains(['\'', '`', '/', '\\']) || parts.len().is_multiple_of(2) {
        return line.to_owned();
    }
    let parts = parts.iter().enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { close(part) } else { (*part).to_owned() });
    parts.collect::<Vec<_>>().join("\"")
}

/// Code without blanks around signs; those that could run into their neighbours keep them.
fn close(code: &str) -> String {
    let signs = [
        ", ", " = ", " => ", " === ", " !== ", " && ", " || ", " ?? ", " ? ", " : ", ": ", "; ",
        " < ", " > ", "{ ", " }", " {", "if (", "for (", "while (",
    ];
    signs.iter().fold(code.to_owned(), |code, sign| code.replace(sign, &sign.replace(' ', "")))
}

/// Puts the names of the files where the script asks for them.
pub fn with_assets(script: &str, assets: &str) -> Outcome<String> {
    with(script, ASSETS, assets)
}

/// Puts a table where the script has a place for it.
pub fn with(script: &str, place: &str, table: &str) -> Outcome<String> {
    match script.split_once(place) {
        Some((before, after)) => Ok(format!("{before}{table}{after}")),
        None => fail(format!("a script of the page should hold `{place}` once")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_and_exports_go_and_the_rest_stays() {
        let glue = "export class A {}\nexport function f() {}\nasync function __wbg_init() {}\nexport { g, __wbg_init as default };\n";
        let element = "import {\n  A,\n} from \"./glue.js\";\nexport default class E {}\n";
        let page = "import { E } from './element.js';\n  let a; // import stays\nf();";
        assert_eq!(
            join(&[glue, element, page]).unwrap(),
            "class A{}\nfunction f(){}\nasync function __wbg_init(){}\n\
             class E{}\nlet a; // import stays\nf();"
        );
    }

    #[test]
    fn comments_and_indentation_stay_at_home() {
        let script =
            "/** One. */\na = /*b*/{};\n/**\n * Two.\n */\n  // Three.\n\n  c();\n/* d */ e();\n";
        assert_eq!(lean(script), "a = /*b*/{};c();/* d */ e();");
    }

    #[test]
    fn blanks_go_where_they_mean_nothing_and_never_out_of_words() {
        for (script, small) in [
            ("if (a === b && c) { d = { e, f: (g) => h }; }", "if(a===b&&c){d={e,f:(g)=>h};}\n"),
            ("let i = \"j, k\", l = { m: \"n = o\" };", "let i=\"j, k\",l={m:\"n = o\"};"),
            ("a + +b - -c;", "a + +b - -c;"),
            ("l = /m, n\"/, \"o\";", "l = /m, n\"/, \"o\";"),
            ("a = \"b\\\", c\";", "a = \"b\\\", c\";"),
            ("a = 'b, \"', c = '\"';", "a = 'b, \"', c = '\"';"),
            ("a = `b, ${c}`;", "a = `b, ${c}`;"),
        ] {
            assert_eq!(lean(script), small, "{script}");
        }
    }

    #[test]
    fn lines_run_on_where_their_end_means_nothing() {
        for (script, small) in [
            ("a {\n  b()\n}\nc()", "a{b()}\nc()\n"),
            ("a(\nb,\nc\n)\nd", "a(b,c\n)\nd\n"),
            ("a; // b;\n}\nc", "a; // b;\n}\nc\n"),
            ("a\n} // b {\nc", "a} // b {\nc\n"),
            ("a = function() {}\n(b)", "a=function(){}\n(b)\n"),
        ] {
            assert_eq!(lean(script), small, "{script}");
        }
    }

    #[test]
    fn what_cannot_be_joined_is_refused() {
        for bad in ["import { a as b } from 'x';", "import a from 'x';", "import { a", "export { a"]
        {
            assert!(join(&[bad]).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_names_of_the_files_are_put_in() {
        let script = "const files = /*@assets*/{};";
        assert_eq!(with_assets(script, "{\"a\":1}").unwrap(), "const files = {\"a\":1};");
        assert!(with_assets("const files = {};", "{}").is_err());
    }
}
