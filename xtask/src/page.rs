//! The page: `index.html` and its assets.

use std::fmt::Write as _;
use std::fs;

use crate::dist::{Dist, csp_hash};
use crate::module;
use crate::outcome::{Outcome, fail};
use crate::run::{read, read_text};
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
pub fn add(dist: &mut Dist, app: &App) -> Outcome<Assets> {
    let mut assets = Assets::default();
    assets.files.push(("wasm".into(), dist.asset("recourse", "wasm", app.wasm.clone())));
    for name in pack_names()? {
        assets.files.push((name.clone(), dist.asset(&name, "bin", pack(&name)?)));
    }
    let aside = [read_text("src/embed/keep.js")?, read_text("web/sieve.js")?].concat();
    assets.aside = dist.asset("aside", "js", module::lean(&aside));
    let start = module::with_assets(&read_text("src/embed/page.js")?, &assets.json())?;
    let start = module::with(&start, "@aside@", &assets.aside)?;
    let script = module::join(&[
        &app.glue,
        &read_text("src/embed/shown.js")?,
        &read_text("src/embed/element.js")?,
        &start,
    ])?;
    assets.script = dist.asset("recourse", "js", script);

    let [own, ..] = &EDITIONS;
    let first = format!("{}.first", own.lang);
    let mut preloads = String::new();
    for name in ["wasm", "core", &first] {
        let path = assets.path(name);
        let _ = writeln!(
            preloads,
            r#"<link rel="preload" as="fetch" crossorigin="anonymous" href="{path}">"#
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
    /// The paths of the reader of a host's own pack: script and program.
    pub reader: [String; 2],
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
        files.filter(|(name, _)| *name != "wasm")
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

    /// Fills in what a template says before any script has run: this piece of the
    /// guide, and that the rest did not start.
    pub fn fill(&self, template: &str, piece: &str) -> Outcome<String> {
        let note = escaped(&self.say("did-not-start")?);
        let guide = self.guide(piece)?;
        fill(&self.frame(template)?, &[("did-not-start", &note), ("guide", &guide)])
    }

    /// Fills in what every page says of itself, and its style.
    pub fn frame(&self, template: &str) -> Outcome<String> {
        let style = [read_text("web/page.css")?, read_text("web/guide.css")?].concat();
        let icon = read_text("web/mark.svg")?;
        fill(
            template,
            &[
                ("lang", self.lang),
                ("title", &escaped(&self.say("title")?)),
                ("description", &escaped(&self.say("description")?)),
                ("style-hash", &csp_hash(&style)),
                ("style", &style),
                ("icon", &data_url(&icon)),
            ],
        )
    }

    /// A piece of the static guide in this language.
    pub fn guide(&self, piece: &str) -> Outcome<String> {
        let file = format!("guide.{}.{piece}.html", self.lang);
        Ok(read_text(tools::target().join("packs").join(file))?.trim_end().to_owned())
    }
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
    fn words_never_become_markup() {
        assert_eq!(escaped("<b a=\"1\">&"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }

    #[test]
    fn a_picture_becomes_an_address() {
        assert_eq!(data_url("<a b=\"#c\"/>\n"), "data:image/svg+xml,%3Ca%20b='%23c'/%3E");
    }
}
