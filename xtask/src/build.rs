//! The release: knowledge, program, pages, and what they weigh.

use std::time::Instant;

use crate::dist::{Dist, gzip};
use crate::outcome::{Outcome, fail};
use crate::page::{Assets, EDITIONS};
use crate::run::{read, spoken};
use crate::{kb, page, setup, single, tools, wasm};

/// What each part may weigh, in bytes.
const APP: usize = 170_000;
const LANGUAGE: usize = 80_000;
const FIRST_PLAN: usize = 25_000;
const FILE_RAW: usize = 900_000;
const FILE_GZIP: usize = 350_000;

/// Builds `dist/`; too heavy a build is there to be looked at, but fails.
pub fn build() -> Outcome {
    let too_heavy = release()?;
    if too_heavy.is_empty() { Ok(()) } else { fail(too_heavy.join("; ")) }
}

/// Builds `dist/` and returns what is heavier than it may be.
pub fn release() -> Outcome<Vec<String>> {
    let started = Instant::now();
    setup::for_building()?;
    println!("[1/3] packing the knowledge (seconds; the first time about 1 min) …");
    kb::packs()?;
    println!("[2/3] compiling the app for the browser (about 1 min) …");
    let app = wasm::app()?;
    println!("[3/3] writing dist/ (seconds) …");
    let mut dist = Dist::default();
    let assets = page::add(&mut dist, &app)?;
    single::add(&mut dist, &app)?;
    dist.add("about.json", read(tools::target().join("packs/about.json"))?);
    dist.add_compressed();
    let too_heavy = weigh(&dist, &assets);
    dist.write()?;
    println!("dist/ is ready ({})", spoken(started));
    if app.is_shrunk {
        return Ok(too_heavy);
    }
    println!("built without wasm-opt, so the budgets are not held against it");
    Ok(Vec::new())
}

/// Prints what everything weighs; returns a sentence for each budget exceeded.
fn weigh(dist: &Dist, assets: &Assets) -> Vec<String> {
    let mut too_heavy = Vec::new();
    let packed = |path: &str| dist.size(&format!("{path}.br"));
    let row = |name: &str, paths: &[&str]| {
        let raw: usize = paths.iter().map(|path| dist.size(path)).sum();
        let small: usize = paths.iter().map(|path| packed(path)).sum();
        println!("{name:<28} {:>10} {:>10}", grouped(raw), grouped(small));
        small
    };
    println!("\n{:<28} {:>10} {:>10}", "", "raw", "brotli");
    row("index.html", &["index.html"]);
    row("glue and element", &[&assets.script]);
    let app = row("app", &[&assets.script, assets.path("wasm")]);
    hold(&mut too_heavy, "the app", app, APP, "brotli");
    let is_of =
        |name: &str, lang: &str| name.strip_prefix(lang).is_some_and(|n| n.starts_with('.'));
    let langs = EDITIONS.iter().map(|edition| edition.lang);
    for (name, path) in assets.packs() {
        row(name, &[path]);
    }
    for lang in langs.clone() {
        let first = assets.path(&format!("{lang}.first"));
        let plan = row(&format!("{lang} first plan"), &[assets.path("core"), first]);
        if plan > FIRST_PLAN {
            println!("  over: the first plan should weigh {} at most", grouped(FIRST_PLAN));
        }
        let others = |name: &str| langs.clone().any(|other| other != lang && is_of(name, other));
        let mut all: Vec<&str> = Vec::new();
        all.extend(assets.packs().filter(|(name, _)| !others(name)).map(|(_, path)| path));
        let all = row(&format!("{lang} knowledge"), &all);
        hold(&mut too_heavy, &format!("the knowledge in {lang}"), all, LANGUAGE, "brotli");
    }
    println!("\n{:<28} {:>10} {:>10}", "", "raw", "gzip");
    for file in EDITIONS.iter().map(|edition| edition.file) {
        let (raw, small) = (dist.size(file), gzip(dist.bytes(file)).len());
        println!("{file:<28} {:>10} {:>10}", grouped(raw), grouped(small));
        hold(&mut too_heavy, file, raw, FILE_RAW, "raw");
        hold(&mut too_heavy, file, small, FILE_GZIP, "gzip");
    }
    println!();
    too_heavy
}

fn hold(too_heavy: &mut Vec<String>, name: &str, size: usize, budget: usize, how: &str) {
    if size > budget {
        let (size, budget) = (grouped(size), grouped(budget));
        too_heavy.push(format!("{name} weighs {size} bytes ({how}), more than {budget}"));
    }
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn only_what_exceeds_its_budget_is_named() {
        let mut too_heavy = Vec::new();
        hold(&mut too_heavy, "x", 10, 10, "raw");
        assert!(too_heavy.is_empty());
        hold(&mut too_heavy, "x", 1001, 1000, "raw");
        assert_eq!(too_heavy, ["x weighs 1,001 bytes (raw), more than 1,000"]);
    }
}
