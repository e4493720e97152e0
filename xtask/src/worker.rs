//! What makes the page an app: its manifest, its icons, and the worker that keeps
//! it for when there is no network.

use std::fmt::Write as _;

use crate::dist::{Dist, hash, sum};
use crate::outcome::Outcome;
use crate::page::{Assets, EDITIONS, fill, whole};
use crate::run::{read, read_text};

/// The icons: file, purpose and size.
const ICONS: [(&str, &str, &str); 4] = [
    ("mark.svg", "any", "any"),
    ("icons/192.png", "any", "192x192"),
    ("icons/512.png", "any", "512x512"),
    ("icons/maskable.png", "maskable", "512x512"),
];

/// Adds the icons and the manifest.
pub fn add_manifest(dist: &mut Dist) -> Outcome {
    let [own, ..] = &EDITIONS;
    let mut icons = String::new();
    for (file, purpose, size) in ICONS {
        dist.add(file, read(format!("web/{file}"))?);
        let kind = if file.ends_with("svg") { "image/svg+xml" } else { "image/png" };
        let comma = if icons.is_empty() { "" } else { "," };
        let _ = write!(
            icons,
            "{comma}\n    {{ \"src\": \"{file}\", \"sizes\": \"{size}\", \"type\": \"{kind}\", \"purpose\": \"{purpose}\" }}"
        );
    }
    let words = [
        ("lang", own.lang.to_owned()),
        ("name", own.say("title")?),
        ("short-name", own.say("short-name")?),
        ("description", own.say("description")?),
        ("icons", icons),
    ];
    let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
    let manifest = fill(&read_text("web/manifest.webmanifest")?, &words)?;
    dist.add("manifest.webmanifest", whole(manifest)?);
    Ok(())
}

/// Adds the worker, with the list of everything it keeps: the page and what the
/// page asks for, each with the sum of its content.
pub fn add(dist: &mut Dist, assets: &Assets) -> Outcome {
    let mut kept = vec!["index.html", "manifest.webmanifest", assets.script.as_str()];
    kept.push(&assets.aside);
    kept.extend([assets.path("wasm"), assets.path("later")]);
    kept.extend(assets.packs().map(|(_, path)| path));
    kept.extend(ICONS.iter().map(|(file, ..)| *file));
    kept.sort_unstable();
    let lines = kept.iter().map(|path| format!("\n  \"{path}\": \"{}\"", sum(dist.bytes(path))));
    let files = format!("{{{}\n}}", lines.collect::<Vec<_>>().join(","));
    let template = read_text("web/sw.js")?;
    let build = hash([template.as_str(), files.as_str()].concat().as_bytes());
    let words = [("build", build.as_str()), ("files", files.as_str())];
    dist.add("sw.js", whole(fill(&template, &words)?)?);
    Ok(())
}
