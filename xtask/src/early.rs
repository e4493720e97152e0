//! The first field: its script, and of the program's own sheet what it needs, so
//! that both look alike.

use std::collections::BTreeSet;

use crate::module;
use crate::outcome::{Outcome, fail};
use crate::run::read_text;
use crate::sheet::lean;
use crate::tools;

/// The layers whose rules the first field shares; it is never printed.
const LAYERS: [&str; 4] = ["tokens", "base", "layout", "parts"];

/// Where the script wants the words it knows danger and haste by.
const WORDS: &str = "/*@words@*/{}";

/// These words, as they stand in the script.
pub fn words() -> Outcome<String> {
    read_text(tools::target().join("packs/early.json"))
}

/// The script, as it stands inside a page that holds these words, or unpacks them later.
pub fn script(words: &str) -> Outcome<String> {
    let script = module::with(&module::lean(&read_text("web/early.js")?), WORDS, words)?;
    if script.contains("</script") || script.contains("<!--") {
        return fail("the script of the first field would end too early");
    }
    Ok(script)
}

/// The rules of the program's sheet that apply to the markup of the first field.
pub fn style(markup: &str) -> Outcome<String> {
    let lists = markup.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let classes: BTreeSet<&str> = lists.flat_map(str::split_whitespace).collect();
    let mut picked = String::new();
    for layer in LAYERS {
        picked.push_str(&pick(&lean(&read_text(format!("styles/{layer}.css"))?), &classes));
    }
    Ok(as_wide_as_the_page(without_idle_names(picked)))
}

/// What asks how wide the widget is asks how wide the page is, which is the same
/// where this field stands. So checkers of HTML, which read the sheet of a page
/// but know no containers, find nothing to say; the field grows by its script.
fn as_wide_as_the_page(css: String) -> String {
    let other = [
        ("container:widget / inline-size;", ""),
        ("@container widget (inline-size", "@media (width"),
        ("100cqi", "100%"),
        ("field-sizing:content;", ""),
    ];
    other.iter().fold(css, |css, (widget, page)| css.replace(widget, page))
}

/// The rules that can apply where only these classes are, in their blocks.
fn pick(css: &str, classes: &BTreeSet<&str>) -> String {
    let mut picked = String::new();
    let mut rest = css;
    while let Some((head, after)) = rest.split_once('{') {
        let (body, tail) = block(after);
        rest = tail;
        // A statement before it, such as the order of the layers, ends with a semicolon.
        let head = head.rsplit(';').next().unwrap_or_default().trim();
        let (head, body) = if head.starts_with('@') {
            (head.to_owned(), pick(body, classes))
        } else {
            (selectors(head, classes), body.to_owned())
        };
        if !head.is_empty() && !body.is_empty() {
            picked.extend([head.as_str(), "{", body.as_str(), "}"]);
        }
    }
    picked
}

/// What stands before and after the bracket that ends a block.
fn block(css: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    for (place, sign) in css.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return (
                css.get(..place).unwrap_or_default(),
                css.get(place + 1..).unwrap_or_default(),
            );
        }
    }
    (css, "")
}

/// Of a list of selectors those that can apply. What the sheet says of its host
/// is said of `.early`, which stands in the element itself.
fn selectors(list: &str, classes: &BTreeSet<&str>) -> String {
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    // For the second or two it stands there, it need not answer a pointer.
    let is_passing = |selector: &str| {
        [":hover", ":active", ":disabled"].iter().any(|state| selector.contains(state))
    };
    let applies = |selector: &str| {
        let mut named = selector.split('.').skip(1);
        selector.contains('.')
            && !is_passing(selector)
            && named.all(|rest| {
                classes.contains(rest.split(|s| !is_name(s)).next().unwrap_or_default())
            })
    };
    let kept = list.split(',').map(str::trim).filter_map(|selector| {
        match selector.strip_prefix(":host") {
            Some("") => Some(".early".to_owned()),
            Some(inside) => {
                let inside = inside.strip_prefix('(')?.strip_suffix(')')?;
                Some(format!("recourse-guide{inside}>.early"))
            }
            None => applies(selector).then(|| selector.to_owned()),
        }
    });
    kept.collect::<Vec<_>>().join(",")
}

/// Without the names, such as `--rc-radius`, that no rule asks for.
fn without_idle_names(mut css: String) -> String {
    loop {
        let idle = css.match_indices("--").find_map(|(place, _)| {
            let before = css.get(..place)?.chars().next_back()?;
            let name = css.get(place..)?.split(':').next()?;
            let is_declared = matches!(before, '{' | ';');
            let is_asked = [')', ','].iter().any(|end| css.contains(&format!("var({name}{end}")));
            (is_declared && !is_asked).then_some((place, name.len()))
        });
        let Some((place, length)) = idle else { return css };
        let rest = css.get(place + length..).unwrap_or_default();
        let end = rest.find([';', '}']).unwrap_or(rest.len());
        let is_followed = rest.get(end..).is_some_and(|rest| rest.starts_with(';'));
        css.replace_range(place..place + length + end + usize::from(is_followed), "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(css: &str, classes: &[&str]) -> String {
        pick(&lean(css), &classes.iter().copied().collect())
    }

    #[test]
    fn only_what_applies_is_picked_in_its_blocks() {
        let css = "@layer a, b;\n@layer a { .x { top: 0; } .y, .x:focus { left: 0; } .x:hover { top: 1px; } @media m { .y { top: 1px; } } }";
        assert_eq!(picked(css, &["x"]), "@layer a{.x{top:0}.x:focus{left:0}}");
        assert_eq!(picked(css, &["z"]), "");
        assert_eq!(picked(".x .y { top: 0; }", &["x"]), "", "both must be there");
        assert_eq!(picked(".x * { top: 0; } p { top: 0; }", &["x"]), ".x *{top:0}");
    }

    #[test]
    fn what_is_said_of_the_host_is_said_of_the_field() {
        let css = ":host { top: 0; } :host([a=\"b\"]) { top: 1px; } :host(:not([a])) { top: 2px; }";
        let said = ".early{top:0}recourse-guide[a=\"b\"]>.early{top:1px}recourse-guide:not([a])>.early{top:2px}";
        assert_eq!(picked(css, &[]), said);
    }

    #[test]
    fn a_page_is_asked_how_wide_it_is() {
        let css = "@container widget (inline-size >= 34em){.x{padding:calc(100cqi - 2em)}}";
        let page = "@media (width >= 34em){.x{padding:calc(100% - 2em)}}";
        assert_eq!(as_wide_as_the_page(css.to_owned()), page);
    }

    #[test]
    fn names_nobody_asks_for_go_and_those_behind_others_stay() {
        let css = ".a{--x:var(--y) ;--y:1px;--z:2px}.b{top:var(--x)}.c{--u:1;left:0;--v:2}";
        let left = ".a{--x:var(--y) ;--y:1px;}.b{top:var(--x)}.c{left:0;}";
        assert_eq!(without_idle_names(css.to_owned()), left);
    }
}
