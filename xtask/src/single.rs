//! The single files: everything in one page that opens from disk or in a frame.

use crate::dist::{Dist, base64, csp_hash, lzma};
use crate::module;
use crate::outcome::{Outcome, fail};
use crate::page::{EDITIONS, fill, pack, pack_names};
use crate::run::read_text;
use crate::script;
use crate::wasm::App;

/// Adds one file per language, and the same for a frame of somebody else's page.
/// The languages differ in what stands there before any script has run, not in
/// what the script can do.
pub fn add(dist: &mut Dist, app: &App) -> Outcome {
    let (payload, places) = payload(app)?;
    let template = read_text("web/file.html")?;
    for door in ["file", "frame"] {
        let script = script(app, &places, door)?;
        for edition in &EDITIONS {
            let html = fill(
                &edition.fill(&template)?,
                &[("script-hash", &csp_hash(&script)), ("script", &script), ("payload", &payload)],
            )?;
            dist.add(&edition.named(if door == "file" { "recourse" } else { door }), html);
        }
    }
    Ok(())
}

/// Everything the page runs, with `src/embed/<door>.js` last.
fn script(app: &App, places: &str, door: &str) -> Outcome<String> {
    let guest = if door == "frame" { read_text("src/embed/guest.js")? } else { String::new() };
    let inside = module::with_assets(&read_text("src/embed/inside.js")?, places)?;
    let script = module::join(&[
        &app.glue,
        &read_text("src/embed/shown.js")?,
        &guest,
        &read_text("src/embed/element.js")?,
        &read_text("web/payload.js")?,
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

/// All binary parts as text, and where each begins and how long it is.
fn payload(app: &App) -> Outcome<(String, String)> {
    let mut parts = vec![("wasm".to_owned(), app.wasm.clone())];
    for name in pack_names()? {
        let mut bytes = pack(&name)?;
        if let Some(part) = name.strip_prefix("zh-Hant.") {
            bytes = script::difference(&pack(&format!("zh-Hans.{part}"))?, &bytes)?;
        }
        parts.push((name, bytes));
    }
    let mut bytes = Vec::new();
    let mut places = Vec::new();
    for (name, part) in parts {
        places.push(format!("\"{name}\":[{},{}]", bytes.len(), part.len()));
        bytes.extend(part);
    }
    Ok((base64(&lzma(&bytes)?), format!("{{{}}}", places.join(","))))
}
