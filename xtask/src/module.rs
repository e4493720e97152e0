//! Several JavaScript files joined into one module.
//!
//! The glue of wasm-bindgen comes first and our own files follow, so what one
//! exports the next uses by name: imports and exports only have to go. We
//! write those files; only statements that begin a line are understood.

use crate::outcome::{Outcome, fail};

/// What wasm-bindgen calls the function it exports as `default`.
const INIT: &str = "__wbg_init";

/// Where a script wants the names of its files.
const ASSETS: &str = "/*@assets*/{}";

/// Joins modules, in order, into one that imports and exports nothing.
pub fn join(parts: &[&str]) -> Outcome<String> {
    let mut joined = String::new();
    let mut is_named_init = false;
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
                if !list && statement.contains(" as ") {
                    return fail(format!(
                        "a joined script cannot rename what it imports: `{line}`"
                    ));
                }
                if !list && default_name(&statement) == Some("init") && !is_named_init {
                    joined.push_str("const init = ");
                    joined.push_str(INIT);
                    joined.push_str(";\n");
                    is_named_init = true;
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

/// Without comments on lines of their own, blank lines, indentation and blanks
/// around signs; none of our scripts, nor the glue, has a text that goes on over
/// several lines.
pub fn lean(script: &str) -> String {
    let mut is_comment = false;
    let mut lean = String::new();
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*") && !line.contains("*/");
        let is_said = line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/");
        if !is_comment && !is_said && !line.is_empty() {
            lean.push_str(&tight(line));
            lean.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    lean
}

/// A line without the blanks that mean nothing. One that may hold a text or a
/// pattern is left as it is, and so are signs that could run into their neighbours.
fn tight(line: &str) -> String {
    let signs = [
        ", ", " = ", " => ", " === ", " !== ", " && ", " || ", " ?? ", " ? ", " : ", ": ", "; ",
        " < ", " > ", "{ ", " }", " {", "if (", "for (", "while (",
    ];
    let may_be_words = line.contains(['"', '\'', '`', '/']);
    let signs = signs.iter().filter(|_| !may_be_words);
    signs.fold(line.to_owned(), |line, sign| line.replace(sign, &sign.replace(' ', "")))
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

/// The name an import statement gives to the default export.
fn default_name(statement: &str) -> Option<&str> {
    let name = statement.strip_prefix("import")?.trim_start();
    let end = name.find(|c: char| c != '_' && c != '$' && !c.is_ascii_alphanumeric())?;
    name.get(..end).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_and_exports_go_and_the_rest_stays() {
        let glue = "export class A {}\nexport function f() {}\nasync function __wbg_init() {}\nexport { g, __wbg_init as default };\n";
        let element = "import init, {\n  A,\n} from \"./glue.js\";\nexport default class E {}\n";
        let page = "import { E } from './element.js';\nimport init from 'x';\n  let a; // import stays\ninit();";
        assert_eq!(
            join(&[glue, element, page]).unwrap(),
            "class A{}\nfunction f(){}\nasync function __wbg_init(){}\n\
             const init=__wbg_init;\nclass E{}\nlet a; // import stays\ninit();\n"
        );
    }

    #[test]
    fn comments_and_indentation_stay_at_home() {
        let script =
            "/** One. */\na = /*b*/{};\n/**\n * Two.\n */\n  // Three.\n\n  c();\n/* d */ e();\n";
        assert_eq!(lean(script), "a = /*b*/{};\nc();\n/* d */ e();\n");
    }

    #[test]
    fn blanks_go_where_they_mean_nothing_and_never_out_of_words() {
        let script = "if (a === b && c) { d = { e, f: (g) => h }; }\nlet i = \"j, k\";\na + +b - -c;\nl = /m, n/;\n";
        let tight = "if(a===b&&c){d={e,f:(g)=>h};}\nlet i = \"j, k\";\na + +b - -c;\nl = /m, n/;\n";
        assert_eq!(lean(script), tight);
    }

    #[test]
    fn what_cannot_be_joined_is_refused() {
        for bad in ["import { a as b } from 'x';", "import { a", "export { a"] {
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
