//! The page: `index.html` and its assets.

use std::fmt::Write as _;
use std::fs;

use crate::dist::{Dist, csp_hash};
use crate::early;
use crate::module;
use crate::outcome::{Outcome, fail};
use crate::run::{read, read_text};
use crate::sheet;
use crate::split::Halves;
use crate::tools;
use crate::wasm::App;

/// A language in which the pages speak.
pub struct Edition {
    /// The language, as `<html lang>` and the packs call it.
    pub lang: &'static str,
    /// The single file in this language.
    pub file: &'static str,
}

/// Every language, the page's own first.
pub const EDITIONS: [Edition; 3] = [
    Edition { lang: "zh-Hans", file: "recourse.html" },
    Edition { lang: "zh-Hant", file: "recourse.zh-Hant.html" },
    Edition { lang: "en", file: "recourse.en.html" },
];

/// A pack of knowledge by its name, such as `zh-Hans.first`.
pub fn pack(name: &str) -> Outcome<Vec<u8>> {
    read(tools::target().join("packs").join(format!("{name}.bin")))
}

/// The same for a file that carries everything: sentences as they are spelt, in which the
/// packer finds again what the guide says.
pub fn spelt(name: &str) -> Outcome<Vec<u8>> {
    let file = tools::target().join("packs").join(format!("{name}.utf8"));
    if file.exists() { read(file) } else { pack(name) }
}

/// The names of all packs, in an order that stays.
pub fn pack_names() -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(tools::target().join("packs"))? {
        let file = entry?.file_name();
        names.extend(file.to_string_lossy().strip_suffix(".bin").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Adds the page and everything it asks for, and returns the path of its script.
pub fn add(dist: &mut Dist, app: &App, halves: &Halves) -> Outcome<Assets> {
    let mut assets = Assets::default();
    assets.files.push(("wasm".into(), dist.asset("recourse", "wasm", halves.first.clone())));
    assets.files.push(("later".into(), dist.asset("later", "wasm", halves.later.clone())));
    for name in pack_names()? {
        assets.files.push((name.clone(), dist.asset(&name, "bin", pack(&name)?)));
    }
    let codes = [read_text("src/embed/codes.js")?, read_text("src/embed/printed.js")?];
    let codes = module::join(&codes.each_ref().map(String::as_str))?;
    let aside = module::lean(&read_text("src/embed/offline.js")?) + &codes;
    assets.aside = dist.asset("aside", "js", aside);
    let start = module::with_assets(&read_text("src/embed/page.js")?, &assets.json())?;
    let start = module::with(&start, "@aside@", &assets.aside)?;
    // So much is left then that what is asked for comes right behind it on slow 4G.
    let most = (halves.first.len() * 4 / 5).to_string();
    let start = module::with(&start, "/*@most@*/0", &most)?;
    let script = module::join(&[
        &app.glue,
        &read_text("src/embed/together.js")?,
        &read_text("src/embed/shown.js")?,
        &read_text("src/embed/element.js")?,
        &read_text("src/embed/takeover.js")?,
        &start,
    ])?;
    assets.script = dist.asset("recourse", "js", script);

    let [own, ..] = &EDITIONS;
    let first = format!("{}.first", own.lang);
    let mut preloads = String::new();
    // The program takes longest to make ready. What texts are heard by it needs last, and
    // its script asks for that: here it would take its place on the way.
    for (name, priority) in [("wasm", "high"), ("core", "auto"), (&*first, "auto")] {
        let path = assets.path(name);
        let _ = writeln!(
            preloads,
            r#"<link rel="preload" as="fetch" crossorigin="anonymous" fetchpriority="{priority}" href="{path}">"#
        );
    }
    let html = fill(
        &own.fill(&read_text("index.html")?, "start")?,
        &[("preloads", preloads.trim_end()), ("script", &assets.script)],
    )?;
    dist.add("index.html", whole(html)?);
    Ok(assets)
}

/// The page's files by the names its script knows them by.
#[derive(Default)]
pub struct Assets {
    /// The path of the script that starts everything.
    pub script: String,
    /// The path of the script for what nobody waits for.
    pub aside: String,
    /// The path of the program's script, as other people's pages load it.
    pub program: String,
    /// The paths of what is loaded by those who need it, script and program: the reader
    /// of a host's own pack, and what seals and opens cases.
    pub others: Vec<[String; 2]>,
    files: Vec<(String, String)>,
}

impl Assets {
    /// The path of a file.
    pub fn path(&self, name: &str) -> &str {
        self.files.iter().find(|(known, _)| known == name).map_or("", |(_, path)| path)
    }

    /// The packs of knowledge: name and path.
    pub fn packs(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter().map(|(name, path)| (name.as_str(), path.as_str()));
        files.filter(|(name, _)| !["wasm", "later"].contains(name))
    }

    fn json(&self) -> String {
        let pairs = self.files.iter().map(|(name, path)| format!("\"{name}\":\"{path}\""));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
    }
}

impl Edition {
    /// The page `name` in this language, such as `embed.en.html`.
    pub fn named(&self, name: &str) -> String {
        self.file.replace("recourse", name)
    }

    /// A sentence of `knowledge/pages` in this language.
    pub fn say(&self, name: &str) -> Outcome<String> {
        let file = tools::target().join("packs").join(format!("pages.{}.txt", self.lang));
        let lines = read_text(file)?;
        let mut pairs = lines.lines().filter_map(|line| line.split_once('\t'));
        match pairs.find(|(known, _)| *known == name) {
            Some((_, words)) => Ok(words.to_owned()),
            None => fail(format!("`knowledge/pages` has no sentence `{name}`")),
        }
    }

    /// The sentences of `knowledge/pages` whose names begin so, by the rest of their names.
    pub fn all(&self, start: &str) -> Outcome<Vec<(String, String)>> {
        let file = tools::target().join("packs").join(format!("pages.{}.txt", self.lang));
        let lines = read_text(file)?;
        let pairs = lines.lines().filter_map(|line| line.strip_prefix(start)?.split_once('\t'));
        Ok(pairs.map(|(name, words)| (name.to_owned(), words.to_owned())).collect())
    }

    /// Fills in what a template says before the program has started: the first
    /// field and its script, this piece of the guide, and that the rest did not start.
    pub fn fill(&self, template: &str, piece: &str) -> Outcome<String> {
        let note = escaped(&self.say("did-not-start")?);
        let guide = self.guide(piece)?;
        let field = self.guide("early")?;
        // The single file packs its words with everything else.
        let words = if piece == "compact" { String::from("{}") } else { early::words()? };
        let script = early::script(&words)?;
        let words = [
            ("did-not-start", &*note),
            ("guide", &guide),
            ("early", &field),
            ("early-hash", &csp_hash(&script)),
            ("early-script", &script),
        ];
        fill(&self.frame(template, &self.style()?)?, &words)
    }

    /// The style of a page that has the first field.
    pub fn style(&self) -> Outcome<String> {
        Ok(plain_style()? + &early::style(&self.guide("early")?)?)
    }

    /// Fills in what every page says of itself, and its style.
    pub fn frame(&self, template: &str, style: &str) -> Outcome<String> {
        let icon = read_text("web/mark.svg")?;
        fill(
            template,
            &[
                ("lang", self.lang),
                ("title", &escaped(&self.say("title")?)),
                ("description", &escaped(&self.say("description")?)),
                ("style-hash", &csp_hash(style)),
                ("style", style),
                ("icon", &data_url(&icon)),
            ],
        )
    }

    /// A piece of the static guide in this language.
    pub fn guide(&self, piece: &str) -> Outcome<String> {
        let file = format!("guide.{}.{piece}.html", self.lang);
        let html = read_text(tools::target().join("packs").join(file))?;
        let html = html.trim_end();
        // Every byte of the single file counts.
        Ok(if piece == "compact" { unquoted(html) } else { html.to_owned() })
    }
}

/// The style of the page and of the guide.
pub fn plain_style() -> Outcome<String> {
    Ok(sheet::lean(&[read_text("web/page.css")?, read_text("web/guide.css")?].concat()))
}

/// Our own markup without the quotation marks that values of attributes can do
/// without. In its words they are escaped, so none of these stands there.
fn unquoted(html: &str) -> String {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "#:.+-_,?&;%/".contains(sign);
    let mut parts = html.split("=\"");
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (value, rest) = part.split_once('"').unwrap_or((part, ""));
        let is_bare = !value.is_empty() && !value.ends_with('/') && value.chars().all(is_plain);
        let mark = if is_bare { "" } else { "\"" };
        short.extend(["=", mark, value, mark, rest]);
    }
    short
}

/// Words as they may stand in a page: never markup.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Puts words where a template says `{{name}}`.
pub fn fill(template: &str, words: &[(&str, &str)]) -> Outcome<String> {
    let mut filled = template.to_owned();
    for (name, word) in words {
        let hole = format!("{{{{{name}}}}}");
        if !filled.contains(&hole) {
            return fail(format!("a template of the page lacks `{hole}`"));
        }
        filled = filled.replace(&hole, word);
    }
    Ok(filled)
}

/// Refuses a page with a hole left in it.
pub fn whole(html: String) -> Outcome<String> {
    match html.split_once("{{").and_then(|(_, rest)| rest.split_once("}}")) {
        Some((name, _)) if name.len() < 30 => {
            fail(format!("nothing fills `{{{{{name}}}}}` of a template of the page"))
        }
        _ => Ok(html),
    }
}

/// A picture as an address that needs no request.
pub fn data_url(svg: &str) -> String {
    let mut url = String::from("data:image/svg+xml,");
    for letter in svg.trim().chars() {
        match letter {
            '"' => url.push('\''),
            ' ' | '<' | '>' | '#' | '%' | '\n' => {
                let _ = write!(url, "%{:02X}", u32::from(letter));
            }
            other => url.push(other),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_nobody_fills_and_a_word_nobody_wants_are_both_refused() {
        assert_eq!(fill("<a>{{b}}</a>", &[("b", "c")]).unwrap(), "<a>c</a>");
        assert!(fill("<a></a>", &[("b", "c")]).is_err());
        assert!(whole("<a>{{b}}</a>".into()).is_err());
        assert!(whole("<a>c</a>".into()).is_ok());
    }

    #[test]
    fn only_marks_that_change_nothing_go() {
        let html = "<a href=\"#b\" class=\"c d\">=&quot;e&quot;</a><a href=\"f/\" open>g</a>";
        let short = "<a href=#b class=\"c d\">=&quot;e&quot;</a><a href=\"f/\" open>g</a>";
        assert_eq!(unquoted(html), short);
    }

    #[test]
    fn words_never_become_markup() {
        assert_eq!(escaped("<b a=\"1\">&"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }

    #[test]
    fn a_picture_becomes_an_address() {
        assert_eq!(data_url("<a b=\"#c\"/>\n"), "data:image/svg+xml,%3Ca%20b='%23c'/%3E");
    }
}
