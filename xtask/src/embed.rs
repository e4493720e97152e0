//! What other people's pages load: `embed.js` and the program it verifies.

use crate::dist::{Dist, short_sum};
use crate::module;
use crate::outcome::{Outcome, fail};
use crate::page::{Assets, EDITIONS};
use crate::run::{read, read_text};
use crate::tools;
use crate::wasm::App;

/// Where the loader wants the sentences for when nothing starts.
const NOTES: &str = "/*@notes*/{}";
/// Where what asks the person wants its sentences.
const SAID: &str = "/*@said*/{}";
/// Those sentences are called so, and end in the name the script has for them.
const ASKED: &str = "keep-";
/// What is asked for at once, beside the program's script. Everything else is
/// named by that script, whose sum the loader knows.
const FIRST: &str = "wasm";

/// The programs that are loaded by those who need them.
pub struct Others<'a> {
    /// Reads a host's own pack.
    pub reader: &'a App,
    /// Seals and opens cases.
    pub keeper: &'a App,
}

/// Adds the loader and the script of the program.
pub fn add(dist: &mut Dist, app: &App, others: &Others, assets: &mut Assets) -> Outcome {
    let with_sum = |dist: &Dist, name: &str, path: &str| {
        format!("\"{name}\":[\"{path}\",\"{}\"]", short_sum(dist.bytes(path)))
    };
    let rest = [("later", assets.path("later"))].into_iter().chain(assets.packs());
    let mut rest: Vec<String> = rest.map(|(name, path)| with_sum(dist, name, path)).collect();
    let keeper =
        ["asking", "keeper", "saving"].map(|part| read_text(format!("src/embed/{part}.js")));
    let keeper = keeper.into_iter().collect::<Outcome<Vec<_>>>()?.concat();
    let keeper = module::with(&keeper, SAID, &said()?)?;
    for (name, other, more) in [("reader", others.reader, ""), ("keeper", others.keeper, &keeper)] {
        let script = dist.asset(name, "js", module::lean(&[&other.glue, more].concat()));
        let program = dist.asset(name, "wasm", other.wasm.clone());
        rest.push(with_sum(dist, name, &script));
        rest.push(with_sum(dist, &format!("{name}-wasm"), &program));
        assets.others.push([script, program]);
    }
    let mut glue = app.glue.clone();
    for part in ["together", "shown", "guest", "own", "arriving", "hosted"] {
        glue.push_str(&read_text(format!("src/embed/{part}.js"))?);
    }
    let glue = module::lean(&glue);
    let glue = format!("{glue}export const more = {{{}}};\n", rest.join(","));
    assets.program = dist.asset("program", "js", glue);
    let glue = assets.program.as_str();

    let mut files = vec![with_sum(dist, "glue", glue)];
    files.push(with_sum(dist, FIRST, assets.path(FIRST)));
    let element = read_text("src/embed/element.js")?;
    let loader = module::join(&[&element, &read_text("src/embed/loader.js")?])?;
    let loader = module::with_assets(&loader, &format!("{{{}}}", files.join(",")))?;
    let loader = module::with(&loader, NOTES, &in_each("guide-instead")?)?;
    dist.add("embed.js", loader);
    dist.add("pack.schema.json", read(tools::target().join("packs/pack.schema.json"))?);
    for file in ["recourse.d.ts", "custom-elements.json"] {
        dist.add(file, read_text(format!("web/{file}"))?);
    }
    package(dist, assets)
}

/// A sentence by language, as a script writes it.
fn in_each(name: &str) -> Outcome<String> {
    let mut langs = Vec::new();
    for edition in &EDITIONS {
        langs.push(format!("\"{}\":{}", edition.lang, quoted(&edition.say(name)?)));
    }
    Ok(format!("{{{}}}", langs.join(",")))
}

/// What is asked and told where a case leaves or comes back, by language and name.
fn said() -> Outcome<String> {
    let mut langs = Vec::new();
    for edition in &EDITIONS {
        let said = edition.all(ASKED)?.into_iter();
        let said = said.map(|(name, words)| format!("\"{name}\":{}", quoted(&words)));
        langs.push(format!("\"{}\":{{{}}}", edition.lang, said.collect::<Vec<_>>().join(",")));
    }
    Ok(format!("{{{}}}", langs.join(",")))
}

/// Adds `npm/`: the same files as a package that could be published.
fn package(dist: &mut Dist, assets: &Assets) -> Outcome {
    let version = version(&read_text("Cargo.toml")?)?;
    let package = module::with(&read_text("web/package.json")?, "@version@", &version)?;
    dist.add("npm/package.json", package);
    dist.add("npm/README.md", read_text("web/package.md")?);
    for license in ["Apache-2.0.txt", "CC-BY-4.0.txt", "MIT.txt", "README.md"] {
        let path = format!("LICENSES/{license}");
        dist.add(&format!("npm/{path}"), read(&path)?);
    }
    let fixed = ["embed.js", "recourse.d.ts", "custom-elements.json", "pack.schema.json"];
    let loaded = [assets.program.as_str(), assets.path("wasm"), assets.path("later")];
    let others = assets.others.iter().flatten().cloned();
    let packs = assets.packs().map(|(_, path)| path.to_owned());
    let pages = EDITIONS.iter().flat_map(|edition| {
        let guides = [".html", ".fragment.html"].map(|end| format!("guide/{}{end}", edition.lang));
        [vec![edition.named("frame")], guides.to_vec()].concat()
    });
    let known = fixed.into_iter().chain(loaded).map(str::to_owned);
    for path in known.chain(others).chain(packs).chain(pages) {
        let bytes = dist.bytes(&path).to_vec();
        dist.add(&format!("npm/{path}"), bytes);
    }
    Ok(())
}

/// The version of the program, as its manifest has it.
fn version(manifest: &str) -> Outcome<String> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    match line.and_then(|line| line.strip_suffix('"')) {
        Some(version) => Ok(version.to_owned()),
        None => fail("Cargo.toml does not say its version"),
    }
}

/// Words as a script writes them.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package() {
        let manifest = "[package]\nname = \"a\"\nversion = \"1.2.3\"\n[dependencies]\nb = { version = \"9\" }\n";
        assert_eq!(version(manifest).unwrap(), "1.2.3");
        assert!(version("[package]\n").is_err());
    }

    #[test]
    fn words_stay_inside_their_quotes() {
        assert_eq!(quoted(r#"a "b" \ c"#), r#""a \"b\" \\ c""#);
    }
}
