//! `embed.html`: the page for those who put the widget into a site of theirs.

use std::fmt::Write as _;

use sha2::{Digest, Sha384};

use crate::budget::grouped;
use crate::dist::{Dist, base64, brotli, csp_hash};
use crate::outcome::Outcome;
use crate::page::{Assets, EDITIONS, Edition, data_url, escaped, fill, whole};
use crate::run::read_text;

/// The rule that keeps room for the element before it has come, and gives it up where
/// nothing will come.
const ROOM: &str = "@media (scripting: enabled) { recourse-guide:not([data-failed]) { display: block; min-height: 100vh } }";

/// Adds the page in every language.
pub fn add(dist: &mut Dist, assets: &Assets) -> Outcome {
    let template = read_text("web/embed.html")?;
    let style = read_text("web/page.css")? + &read_text("web/embed.css")?;
    let icon = data_url(&read_text("web/mark.svg")?);
    let script = dist.asset("configure", "js", read_text("web/configure.js")?);
    let loader = format!("sha384-{}", base64(&Sha384::digest(dist.bytes("embed.js"))));
    for edition in &EDITIONS {
        let html = fill(
            &template,
            &[
                ("lang", edition.lang),
                ("style-hash", &csp_hash(&style)),
                ("style", &style),
                ("icon", &icon),
                ("script", &script),
                ("loader-sum", &loader),
                ("room", ROOM),
                ("room-sum", &csp_hash(ROOM)),
                ("frame", &edition.named("frame")),
                ("editions", &others(edition)?),
                ("sizes", &sizes(dist, assets, edition)?),
            ],
        )?;
        dist.add(&edition.named("embed"), whole(spoken(edition, &html)?)?);
    }
    Ok(())
}

/// Puts the edition's sentences where the page says `{{embed-…}}`.
fn spoken(edition: &Edition, html: &str) -> Outcome<String> {
    let mut parts = html.split("{{embed-");
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        page.push_str(&escaped(&edition.say(&format!("embed-{name}"))?));
        page.push_str(rest);
    }
    Ok(page)
}

/// Links to the page in the other languages, each in its own.
fn others(edition: &Edition) -> Outcome<String> {
    let mut links = String::new();
    for other in EDITIONS.iter().filter(|other| other.lang != edition.lang) {
        let (lang, page, name) = (other.lang, other.named("embed"), other.say("language")?);
        let _ = write!(links, r#"<a href="{page}" lang="{lang}" hreflang="{lang}">{name}</a>"#);
    }
    Ok(links)
}

/// What is fetched, how many bytes that is as a server sends it, and when.
fn sizes(dist: &Dist, assets: &Assets, edition: &Edition) -> Outcome<String> {
    let weigh =
        |paths: &[&str]| -> usize { paths.iter().map(|path| brotli(dist.bytes(path)).len()).sum() };
    let first = assets.path(&format!("{}.first", edition.lang));
    let rest = assets.path(&format!("{}.rest", edition.lang));
    let other = |place: usize| {
        assets.others.get(place).map_or(0, |files| weigh(&files.each_ref().map(String::as_str)))
    };
    let rows = [
        ("embed-size-at-once", "embed.js".to_owned(), weigh(&["embed.js"])),
        (
            "embed-size-seen",
            "program, core, words, phrases, first".to_owned(),
            weigh(&[
                &assets.program,
                assets.path("wasm"),
                assets.path("core"),
                assets.path("words"),
                assets.path("phrases"),
                first,
            ]),
        ),
        (
            "embed-size-later",
            "later, rest, sources".to_owned(),
            weigh(&[assets.path("later"), rest, assets.path("sources")]),
        ),
        ("embed-size-pack", "reader".to_owned(), other(0)),
        ("embed-size-case", "keeper".to_owned(), other(1)),
        ("embed-size-at-once", edition.named("frame"), weigh(&[&edition.named("frame")])),
    ];
    let mut html = String::new();
    for (when, files, bytes) in rows {
        let (bytes, when) = (grouped(bytes), escaped(&edition.say(when)?));
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\" translate=\"no\">{files}</th><td>{bytes}</td><td>{when}</td></tr>"
        );
    }
    Ok(html)
}
