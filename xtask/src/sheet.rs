//! What becomes of style sheets on their way out. `build.rs` uses it as well.

/// A style sheet without comments and needless blanks.
///
/// A colon or a blank may mean something, so only blanks around what divides
/// rules go, and the one after the colon of a declaration.
pub(crate) fn lean(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut lean = parts.next().unwrap_or_default().to_owned();
    lean.extend(parts.filter_map(|part| Some(part.split_once("*/")?.1)));
    let lean = lean.split_whitespace().collect::<Vec<_>>().join(" ");
    let signs =
        [(" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (";}", "}"), (": ", ":")];
    signs.iter().fold(lean, |lean, (with, without)| lean.replace(with, without))
}
