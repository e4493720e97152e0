//! The release: knowledge, program, pages, and what they weigh.

use std::time::Instant;

use crate::budget::{Budget, grouped};
use crate::dist::{Dist, brotli, gzip};
use crate::outcome::{Outcome, fail};
use crate::page::{Assets, EDITIONS};
use crate::run::{read, spoken};
use crate::{embed, guide, integrator, kb, page, setup, single, tools, wasm, worker};

/// What each part may weigh. Where the goal is not reached yet, the ceiling
/// keeps the build from growing on the way there.
const FIRST: Budget = Budget { goal: 170_000, ceiling: 169_300 };
const LATER: Budget = Budget { goal: 60_000, ceiling: 57_400 };
/// Each part is packed on its own, so both weigh more than the whole that the files carry.
const BOTH: Budget = Budget { goal: 230_000, ceiling: 226_700 };
const APP: Budget = Budget { goal: 170_000, ceiling: 216_400 };
const READER: Budget = Budget { goal: 60_000, ceiling: 46_900 };
const KEEPER: Budget = Budget { goal: 40_000, ceiling: 39_000 };
const LOADER: Budget = Budget { goal: 3_000, ceiling: 2_930 };
const MODEL: Budget = Budget { goal: 45_000, ceiling: 45_000 };
/// The text model with the phrases that facts are read by.
const HEARD: Budget = Budget { goal: 45_000, ceiling: 58_400 };
const HEARING: [&str; 2] = ["words", "phrases"];
const LANGUAGE: Budget = Budget { goal: 80_000, ceiling: 79_900 };
const FIRST_PLAN: Budget = Budget { goal: 25_000, ceiling: 24_700 };
const FILE_RAW: Budget = Budget { goal: 900_000, ceiling: 842_300 };
const FILE_GZIP: Budget = Budget { goal: 350_000, ceiling: 482_000 };

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
    let reader = wasm::reader()?;
    let keeper = wasm::keeper()?;
    let (app, halves) = wasm::app()?;
    println!("[3/3] writing dist/ (seconds) …");
    let mut dist = Dist::default();
    let mut assets = page::add(&mut dist, &app, &halves)?;
    worker::add_manifest(&mut dist)?;
    worker::add(&mut dist, &assets)?;
    single::add(&mut dist, &app, &reader)?;
    guide::add(&mut dist)?;
    let others = embed::Others { reader: &reader, keeper: &keeper };
    embed::add(&mut dist, &app, &others, &mut assets)?;
    integrator::add(&mut dist, &assets)?;
    dist.add("about.json", read(tools::target().join("packs/about.json"))?);
    dist.add_compressed();
    let too_heavy = weigh(&dist, &assets, &app.wasm);
    dist.write()?;
    println!("dist/ is ready ({})", spoken(started));
    if app.is_shrunk {
        return Ok(too_heavy);
    }
    println!("built without wasm-opt, so the budgets are not held against it");
    Ok(Vec::new())
}

/// Prints what everything weighs; returns a sentence for each budget exceeded.
fn weigh(dist: &Dist, assets: &Assets, whole: &[u8]) -> Vec<String> {
    let mut too_heavy = Vec::new();
    let packed = |path: &str| dist.size(&format!("{path}.br"));
    let row = |name: &str, paths: &[&str]| row(dist, name, paths);
    println!("\n{:<28} {:>10} {:>10}", "", "raw", "brotli");
    row("index.html", &["index.html"]);
    row("glue and element", &[&assets.script]);
    row("afterwards", &[&assets.aside]);
    let first = row("app, first part", &[&assets.script, assets.path("wasm")]);
    let later = row("app, later part", &[assets.path("later")]);
    let loader = row("embed.js", &["embed.js"]);
    let others = ["the reader of packs", "the keeper of cases"].into_iter().zip([READER, KEEPER]);
    for ((name, budget), files) in others.zip(&assets.others) {
        let size = row(name, &files.each_ref().map(String::as_str));
        budget.hold(&mut too_heavy, name, size, "brotli");
    }
    LOADER.hold(&mut too_heavy, "the loader", loader, "brotli");
    FIRST.hold(&mut too_heavy, "the first part of the app", first, "brotli");
    LATER.hold(&mut too_heavy, "the later part of the app", later, "brotli");
    BOTH.hold(&mut too_heavy, "both parts of the app", first + later, "brotli");
    let raw = dist.size(&assets.script) + whole.len();
    let whole = packed(&assets.script) + brotli(whole).len();
    println!("{:<28} {:>10} {:>10}", "app, in one piece", grouped(raw), grouped(whole));
    APP.hold(&mut too_heavy, "the app in one piece", whole, "brotli");
    weigh_knowledge(dist, assets, &mut too_heavy);
    println!("\n{:<28} {:>10} {:>10}", "", "raw", "gzip");
    for file in EDITIONS.iter().map(|edition| edition.file) {
        let (raw, small) = (dist.size(file), gzip(dist.bytes(file)).len());
        println!("{file:<28} {:>10} {:>10}", grouped(raw), grouped(small));
        FILE_RAW.hold(&mut too_heavy, file, raw, "raw");
        FILE_GZIP.hold(&mut too_heavy, file, small, "gzip");
    }
    println!();
    too_heavy
}

/// Prints what the packs of knowledge weigh, and notes each budget exceeded.
fn weigh_knowledge(dist: &Dist, assets: &Assets, too_heavy: &mut Vec<String>) {
    let is_of =
        |name: &str, lang: &str| name.strip_prefix(lang).is_some_and(|n| n.starts_with('.'));
    let langs = EDITIONS.iter().map(|edition| edition.lang);
    for (name, path) in assets.packs() {
        let size = row(dist, name, &[path]);
        if name == "words" {
            MODEL.hold(too_heavy, "the text model", size, "brotli");
        }
    }
    let heard = row(dist, "words and phrases", &HEARING.map(|name| assets.path(name)));
    HEARD.hold(too_heavy, "what texts are heard by", heard, "brotli");
    for lang in langs.clone() {
        let first = assets.path(&format!("{lang}.first"));
        let plan = row(dist, &format!("{lang} first plan"), &[assets.path("core"), first]);
        FIRST_PLAN.hold(too_heavy, &format!("the first plan in {lang}"), plan, "brotli");
        // What texts are heard by is no language's; it has a budget of its own.
        let others = |name: &str| {
            HEARING.contains(&name)
                || langs.clone().any(|other| other != lang && is_of(name, other))
        };
        let mut all: Vec<&str> = Vec::new();
        all.extend(assets.packs().filter(|(name, _)| !others(name)).map(|(_, path)| path));
        let all = row(dist, &format!("{lang} knowledge"), &all);
        LANGUAGE.hold(too_heavy, &format!("the knowledge in {lang}"), all, "brotli");
    }
}

/// Prints what some files weigh together, and tells it as a server sends them.
fn row(dist: &Dist, name: &str, paths: &[&str]) -> usize {
    let raw: usize = paths.iter().map(|path| dist.size(path)).sum();
    let small: usize = paths.iter().map(|path| dist.size(&format!("{path}.br"))).sum();
    println!("{name:<28} {:>10} {:>10}", grouped(raw), grouped(small));
    small
}
