//! The single files: everything in one page that opens from disk or in a frame.

use crate::base91;
use crate::dist::{Dist, csp_hash, lzma, short_sum};
use crate::early;
use crate::module;
use crate::outcome::{Outcome, fail};
use crate::page::{EDITIONS, Edition, fill, pack_names, spelt};
use crate::run::read_text;
use crate::traditional;
use crate::wasm::App;

/// Adds one file per language, and the same for a frame of somebody else's page.
/// All can do the same; the languages differ in what stands there before any
/// script has run, and in what the payload need not say again.
pub fn add(dist: &mut Dist, app: &App, reader: &App) -> Outcome {
    let template = read_text("web/file.html")?;
    let guest = guest(dist, reader)?;
    for edition in &EDITIONS {
        let shell = edition.fill(&template, "compact")?;
        let (payload, places) = payload(app, edition)?;
        for door in ["file", "frame"] {
            let guest = if door == "frame" { &guest } else { "" };
            let script = script(app, &places, door, guest)?;
            let html = fill(
                &shell,
                &[("script-hash", &csp_hash(&script)), ("script", &script), ("payload", &payload)],
            )?;
            dist.add(&edition.named(if door == "file" { "recourse" } else { door }), html);
        }
    }
    Ok(())
}

/// What only a frame runs: it follows its host, and reads the pack that its host sends by
/// a program that is sent as well. The script of that program has names of its own.
fn guest(dist: &mut Dist, reader: &App) -> Outcome<String> {
    let path = dist.asset("reader", "wasm", reader.wasm.clone());
    let named = format!("[\"{path}\", \"{}\"]", short_sum(&reader.wasm));
    let brought = module::with(&read_text("src/embed/brought.js")?, "/*@reader*/{}", &named)?;
    let glue = module::join(&[&reader.glue])?;
    let open =
        format!("function openReader() {{\n{glue}return {{ start: __wbg_init, read_pack }};\n}}\n");
    let (follow, own) = (read_text("src/embed/guest.js")?, read_text("src/embed/own.js")?);
    Ok([follow, own, open, brought].concat())
}

/// Everything the page runs, with `src/embed/<door>.js` last.
fn script(app: &App, places: &str, door: &str, guest: &str) -> Outcome<String> {
    let inside = module::with_assets(&read_text("src/embed/inside.js")?, places)?;
    let script = module::join(&[
        &from_bytes(&app.glue)?,
        &read_text("src/embed/shown.js")?,
        guest,
        &read_text("src/embed/element.js")?,
        &read_text("web/payload.js")?,
        &read_text("src/embed/takeover.js")?,
        &read_text("src/embed/codes.js")?,
        &read_text("src/embed/printed.js")?,
        &inside,
        &read_text(format!("src/embed/{door}.js"))?,
    ])?;
    if ["</script", "<!--"].iter().any(|sign| script.contains(sign)) {
        return fail(
            "a script of the single file would end too early: it holds `</script` or `<!--`",
        );
    }
    Ok(format!("\n{script}"))
}

/// The glue without the way to start that the file never takes: from a server's answer.
fn from_bytes(glue: &str) -> Outcome<String> {
    let from = "if (typeof Response === 'function' && module instanceof Response) {";
    let cut = glue.split_once(from).and_then(|(before, rest)| {
        let (_, after) = rest.split_once("} else {\n")?;
        Some([before, "{\n", after].concat())
    });
    cut.map_or_else(|| fail(format!("the glue has no `{from}` to cut")), Ok)
}

/// All binary parts as text, and for each where it begins, how long it is and
/// which part of the other script it differs from.
///
/// The sentences of the guide and the style stand in the page already; the packer
/// looks back into them.
fn payload(app: &App, edition: &Edition) -> Outcome<(String, String)> {
    // Of the two scripts, the one of the guide is told in full.
    let (own, other) = match edition.lang {
        "zh-Hant" => ("zh-Hant.", "zh-Hans."),
        _ => ("zh-Hans.", "zh-Hant."),
    };
    let mut bytes = Vec::new();
    let mut places = Vec::new();
    let mut add = |name: &str, part: &[u8], base: &str| {
        places.push(format!("\"{name}\":[{},{}{base}]", bytes.len(), part.len()));
        bytes.extend(part);
    };
    // What the guide has said comes first: the nearer, the shorter the way back.
    let (near, far): (Vec<_>, Vec<_>) =
        pack_names()?.into_iter().partition(|name| name.starts_with(edition.lang));
    for name in near.into_iter().chain(far) {
        match name.strip_prefix(other) {
            Some(part) => {
                let base = format!("{own}{part}");
                let difference = traditional::difference(&spelt(&base)?, &spelt(&name)?)?;
                add(&name, &difference, &format!(",\"{base}\""));
            }
            None => add(&name, &spelt(&name)?, ""),
        }
    }
    add("early", early::words()?.as_bytes(), "");
    add("wasm", &app.wasm, "");
    // There is no network to wait for, so the program is whole, and nothing comes later.
    add("later", &[], "");
    // The program carries a sheet of which the page's own style repeats much.
    let known = edition.style()? + &said(&edition.guide("compact")?);
    Ok((base91::encode(&lzma(&bytes, known.as_bytes())?), format!("{{{}}}", places.join(","))))
}

/// The words of our own markup, as `web/payload.js` reads them off the page: what
/// stands between tags, which hold no `>` of their own.
fn said(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    // In the packs, a sentence ends with NUL where a line of the guide ends.
    let words = words.replace('\n', "\0");
    signs.iter().fold(words, |words, (name, sign)| words.replace(name, sign))
}

#[cfg(test)]
mod tests {
    use super::{from_bytes, said};

    #[test]
    fn of_the_glue_only_the_way_that_is_taken_stays() {
        let glue = "a;\nif (typeof Response === 'function' && module instanceof Response) {\n  b;\n  if (c) {\n  } else { d; }\n} else {\n  e;\n}\nf;\n";
        assert_eq!(from_bytes(glue).unwrap(), "a;\n{\n  e;\n}\nf;\n");
        assert!(from_bytes("a;").is_err());
    }

    #[test]
    fn words_are_what_a_browser_would_say_of_the_markup() {
        let html = "<p class=\"a\">1 &lt; 2 &amp;lt; <a href=\"x?a&gt;b\">“3”</a>\n&#39;4&#39;</p>";
        assert_eq!(said(html), "1 < 2 &lt; “3”\0'4'");
    }
}
