//! Compiles the knowledge into the packs the page loads, and tells an editor
//! every mistake at once.
//!
//! `cargo run --example pack -- FOLDER` writes them; without a folder the
//! records are only checked. With a `FILE.json` a host's own pack is judged.

#[path = "../common/mod.rs"]
mod common;
mod early;
mod guide;
mod pages;
mod traditional;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use pages::Pages;
use recourse::engine::calendar::day_text;
use recourse::engine::hosted::{OWN, join, schema};
use recourse::engine::knowledge::raw::{RawKnowledge, RawSentence};
use recourse::engine::knowledge::{
    Compiled, Mistake, SOUNDS, encode_core, encode_dense, encode_sentences, encode_sources,
};
use recourse::engine::locale::Lang;
use recourse::engine::text::pinyin::Pinyin;
use traditional::Traditional;

/// The trained words and phrases, which travel with the records.
const WORDS: &[u8] = include_bytes!("../../knowledge/model/words.bin");
/// The phrases that facts are read by, as the build packed them.
const PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.txt"));
/// How the characters in names are spoken.
const PINYIN: &str = include_str!("../../knowledge/model/pinyin.txt");

fn main() -> ExitCode {
    let told = |mistakes: Vec<Mistake>| mistakes.iter().map(Mistake::to_string).collect();
    let compiled = common::compiled().map_err(told);
    let (compiled, pages) = match (compiled, pages::read()) {
        (Ok(compiled), Ok(pages)) => (compiled, pages),
        (compiled, pages) => {
            let mistakes: Vec<String> =
                [compiled.err(), pages.err()].into_iter().flatten().flatten().collect();
            for mistake in &mistakes {
                eprintln!("knowledge/{mistake}");
            }
            eprintln!("{} to mend", mistakes.len());
            return ExitCode::FAILURE;
        }
    };
    let core = &compiled.core;
    println!(
        "{} problems, {} channels, {} facts, {} regions, {} sources, {} sentences in 3 languages",
        core.problems.len(),
        core.channels.len(),
        core.facts.len(),
        core.regions.len(),
        compiled.sources.len(),
        compiled.sentences.len(),
    );
    let Some(folder) = std::env::args().nth(1) else { return ExitCode::SUCCESS };
    if Path::new(&folder).extension().is_some_and(|ending| ending == "json") {
        return judge(&compiled, &folder);
    }
    match write(&compiled, &pages, Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{folder}: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Tells what a host's own pack does, or everything that is wrong with it.
fn judge(compiled: &Compiled, file: &str) -> ExitCode {
    let (mut core, mut sources) = (compiled.core.clone(), compiled.sources.clone());
    let pack = match fs::read_to_string(file) {
        Ok(pack) => pack,
        Err(why) => {
            eprintln!("{file}: {why}");
            return ExitCode::FAILURE;
        }
    };
    // A mark that some editors put first; browsers leave it out as well.
    match join(&mut core, &mut sources, pack.trim_start_matches('\u{feff}')) {
        Ok(_) => {
            let own = core.channels.iter().filter(|channel| channel.id.starts_with(OWN)).count();
            println!("{file}: {own} doors of the host, {} problems in all", core.problems.len());
            ExitCode::SUCCESS
        }
        Err(mistakes) => {
            for mistake in &mistakes {
                let gap = if mistake.place.starts_with("line") { ", " } else { "" };
                eprintln!("{file}{gap}{mistake}");
            }
            eprintln!("{} to mend", mistakes.len());
            ExitCode::FAILURE
        }
    }
}

fn write(compiled: &Compiled, pages: &Pages, folder: &Path) -> Result<(), String> {
    let save = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).map_err(|error| format!("{name}: {error}"))
    };
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    save("core.bin", &encode_core(&compiled.core).map_err(|error| error.to_string())?)?;
    let sources = encode_sources(&compiled.core, &compiled.sources);
    save("sources.bin", &sources.map_err(|error| error.to_string())?)?;
    save("words.bin", WORDS)?;
    save("phrases.bin", PHRASES)?;
    save("pack.schema.json", schema().as_bytes())?;
    save("early.json", early::words(&compiled.core)?.as_bytes())?;
    let traditional = Traditional::new()?;
    let phrases = phrases(pages);
    let routes = guide::Routes::of(&compiled.core);
    let sounds = Pinyin::read(PINYIN);
    let simplified: Vec<String> = (compiled.sentences.iter())
        .map(|sentence| in_language(sentence, Lang::ZhHans, &traditional))
        .collect();
    for lang in Lang::ALL {
        let mut sentences: Vec<String> = (compiled.sentences.iter())
            .map(|sentence| in_language(sentence, lang, &traditional))
            .collect();
        let spoken = |(name, sentence): (&String, &RawSentence)| {
            (name.clone(), in_language(sentence, lang, &traditional))
        };
        let material = guide::Material {
            core: &compiled.core,
            sources: &compiled.sources,
            routes: &routes,
            sentences: &sentences,
            simplified: &simplified,
            sounds: &sounds,
            phrases: phrases.iter().map(spoken).collect(),
        };
        for (piece, html) in guide::write(material, lang)? {
            save(&format!("guide.{}.{piece}.html", lang.tag()), html.as_bytes())?;
        }
        if lang.is_chinese() {
            sentences.push(format!("{SOUNDS}{PINYIN}"));
        }
        let words: Vec<&str> = sentences.iter().map(String::as_str).collect();
        let (first, rest) = words.split_at(compiled.first.min(words.len()));
        let dense =
            encode_dense(0, &[first, rest]).ok_or("more signs than two bytes tell apart")?;
        let parts = [("first", 0, first), ("rest", compiled.first, rest)];
        for ((part, from, sentences), dense) in parts.into_iter().zip(dense) {
            // In the single files, the packer finds the words of the guide again.
            let plain = encode_sentences(from, sentences).ok_or("a sentence holds a NUL")?;
            save(&format!("{}.{part}.utf8", lang.tag()), &plain)?;
            save(&format!("{}.{part}.bin", lang.tag()), &dense)?;
        }
        let lines = pages::lines(pages, lang, &traditional);
        save(&format!("pages.{}.txt", lang.tag()), lines.as_bytes())?;
    }
    save("about.json", about(compiled).as_bytes())
}

/// The sentences of the interface and of the pages, by name.
fn phrases(pages: &Pages) -> BTreeMap<String, RawSentence> {
    let (RawKnowledge { interface, shared, .. }, _) = common::read(common::FILES);
    let told = interface.into_iter().map(|(name, sentence)| {
        let said = sentence.say.as_ref().and_then(|shared_name| shared.get(shared_name)).cloned();
        (name, said.unwrap_or(sentence))
    });
    told.chain(pages.iter().map(|(name, sentence)| (name.clone(), sentence.clone()))).collect()
}

/// A sentence as a reader of the language sees it.
fn in_language(sentence: &RawSentence, lang: Lang, traditional: &Traditional) -> String {
    let zh = sentence.zh.as_deref().unwrap_or_default();
    match lang {
        Lang::ZhHans => zh.to_owned(),
        Lang::ZhHant => sentence.hant.clone().unwrap_or_else(|| traditional.of(zh)),
        Lang::En => sentence.en.clone().unwrap_or_default(),
    }
}

fn about(compiled: &Compiled) -> String {
    let core = &compiled.core;
    format!(
        "{{\"version\":\"{}\",\"knowledge_date\":\"{}\",\"valid_until\":\"{}\"}}\n",
        core.version,
        day_text(core.date),
        day_text(core.valid_until)
    )
}
