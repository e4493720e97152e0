//! What every record must be. Each test lists all offenders.

use std::fs;
use std::path::Path;

use crate::cases::{COMPILED, channel_id, core};
use crate::common::{FILES, compiled_from};
use recourse::engine::knowledge::{Grade, Problem, Source, Status, TextRef};

fn offenders(problems: impl Iterator<Item = String>) {
    let found: Vec<String> = problems.collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_whole_fact_base_is_here() {
    let core = core();
    let counts = (core.problems.len(), core.channels.len(), core.facts.len(), core.regions.len());
    assert_eq!(counts, (93, 174, 58, 18));
    assert!(COMPILED.sources.len() >= 185);
}

/// Everything that is written in a folder and those inside it.
fn written(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            written(&path, text);
        } else if let Ok(words) = fs::read_to_string(&path) {
            text.push_str(&words);
        }
    }
}

/// Of the sentences of the interface the compiler knows; those of the pages are
/// asked for by name.
#[test]
fn every_sentence_of_the_pages_is_asked_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    for folder in ["examples/pack", "src/embed", "src/keeper", "web", "xtask/src"] {
        written(&root.join(folder), &mut text);
    }
    let pages = FILES.iter().filter(|(file, _)| file.starts_with("pages/"));
    let names = pages.flat_map(|(file, text)| text.parse::<toml::Table>().expect(file));
    offenders(names.map(|(name, _)| name).filter(|name| {
        // What asks the person leaves out how its sentences begin.
        let asked = name.strip_prefix("keep-").unwrap_or(name);
        !text.contains(&format!("\"{asked}\"")) && !text.contains(&format!("{{{{{asked}}}}}"))
    }));
}

#[test]
fn no_dialable_number_is_disputed_or_kept_to_warn_without_saying_so() {
    offenders(core().channels.iter().filter_map(|channel| {
        let says_why = channel.status == Status::Active || channel.status_reason.is_some();
        let may_dial = channel.status != Status::WarnOnly || channel.phone.is_none();
        (!says_why || !may_dial).then(|| channel.id.clone())
    }));
}

#[test]
fn a_contact_with_contradicting_sources_is_not_active() {
    offenders(core().channels.iter().filter_map(|channel| {
        let is_contradicted = channel.grade == Grade::X || channel.contact_grade == Some(Grade::X);
        (is_contradicted && channel.status == Status::Active).then(|| channel.id.clone())
    }));
}

#[test]
fn every_problem_has_a_door_in_every_region() {
    offenders(
        core().problems.iter().filter(|problem| !has_open_door(problem)).map(|p| p.id.clone()),
    );
}

/// A rung without a condition whose channel serves everywhere.
fn has_open_door(problem: &Problem) -> bool {
    problem.ladder.iter().any(|rung| {
        let channel = core().channel(rung.channel);
        channel
            .is_some_and(|channel| channel.regions.is_empty() && channel.status != Status::WarnOnly)
    })
}

#[test]
fn a_ladder_never_names_a_channel_kept_to_warn() {
    offenders(core().problems.iter().flat_map(|problem| {
        let bad = problem.ladder.iter().filter(|rung| {
            core().channel(rung.channel).is_some_and(|c| c.status == Status::WarnOnly)
        });
        bad.map(|rung| format!("{}: {}", problem.id, channel_id(rung.channel))).collect::<Vec<_>>()
    }));
}

#[test]
fn no_sentence_shows_a_source_key_or_promises_a_share_of_success() {
    offenders(COMPILED.sentences.iter().flat_map(|sentence| {
        [&sentence.zh, &sentence.en]
            .into_iter()
            .flatten()
            .filter(|words| words.contains("(S0") || words.contains("seed") || words.contains('%'))
            .cloned()
            .collect::<Vec<_>>()
    }));
}

/// The words outside quotation marks: labels on a screen and words said on the
/// phone stay as they are in every language.
fn unquoted(words: &str) -> String {
    words.split('“').map(|part| part.split_once('”').map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn chinese_is_chinese_and_english_is_english() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    offenders(COMPILED.sentences.iter().filter_map(|sentence| {
        let zh = unquoted(sentence.zh.as_deref()?);
        let en = unquoted(sentence.en.as_deref()?);
        let foreign = en.chars().filter(|c| is_chinese(*c)).count();
        let is_mixed = en.chars().count() > 16 && foreign * 2 > en.chars().count();
        let is_wordless = !zh.chars().any(is_chinese) && zh.chars().count() > 24;
        (is_mixed || is_wordless).then(|| format!("{zh} | {en}"))
    }));
}

fn said(text: TextRef) -> [&'static str; 2] {
    let sentence = &COMPILED.sentences[text.place()];
    [&sentence.zh, &sentence.en].map(|words| words.as_deref().expect("both languages"))
}

/// What is tapped, searched for or said is in quotation marks, so that nobody reads
/// it as part of the sentence.
#[test]
fn a_label_is_quoted_in_each_language() {
    offenders(core().channels.iter().flat_map(|channel| {
        let steps = channel.entry.iter().map(|step| said(*step));
        let bare = steps.filter(|[zh, en]| zh.contains('“') && !en.contains('“'));
        bare.map(|[_, en]| format!("{}: {en}", channel.id))
    }));
}

/// They go on after “You hand over” and “counted from”, or after a semicolon.
#[test]
fn english_phrases_in_the_middle_of_a_line_begin_small() {
    let own = ["AppID", "Aadhaar", "ID ", "WhatsApp", "WeChat"];
    let discloses = core().channels.iter().flat_map(|channel| &channel.discloses);
    let events = core().problems.iter().flat_map(|problem| &problem.deadlines);
    let phrases = discloses.chain(events.map(|deadline| &deadline.from)).map(|text| said(*text)[1]);
    offenders(phrases.filter_map(|en| {
        let is_small =
            !en.starts_with(char::is_uppercase) || own.iter().any(|own| en.starts_with(own));
        (!is_small).then(|| en.to_owned())
    }));
}

/// One altered file and the words that must appear among the mistakes.
#[test]
fn mistakes_are_all_told_at_once_each_with_its_place() {
    let broken = [
        ("channels/cn-110.toml", "sources = [", "sources = [\"no-such-source\", "),
        ("problems/pay-scam-transfer.toml", "platforms = [", "platforms = [\"telegram\", "),
        ("facts/fix-done.toml", "kind = \"flag\"", "kind = \"colour\""),
        ("regions/HK.toml", "first-call = [", "first-call = [\"hk-nobody\", "),
        ("channels/cn-12315.toml", "name.en = ", "name.fr = "),
    ];
    let files: Vec<(&str, String)> = (FILES.iter())
        .map(|(name, text)| {
            let change = broken.iter().find(|(file, ..)| file == name);
            (*name, change.map_or((*text).to_owned(), |(_, from, to)| text.replacen(from, to, 1)))
        })
        .collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let told: Vec<String> =
        compiled_from(&files).expect_err("mistakes").iter().map(ToString::to_string).collect();
    for expected in [
        "channels/cn-110.toml: sources: there is no source `no-such-source`",
        "problems/pay-scam-transfer.toml: platforms: there is no platform `telegram`",
        "facts/fix-done.toml: line 1: unknown variant `colour`",
        "regions/HK.toml: first-call: there is no channel `hk-nobody`",
        "channels/cn-12315.toml: line 2: unknown field `fr`",
    ] {
        assert!(
            told.iter().any(|line| line.starts_with(expected)),
            "{expected}\n{}",
            told.join("\n")
        );
    }
}

#[test]
fn traditional_chinese_has_its_own_quotation_marks() {
    let written = COMPILED.sentences.iter().filter_map(|sentence| sentence.hant.clone());
    offenders(written.filter(|text| text.contains(['“', '”'])));
}

#[test]
fn who_says_so_is_told_in_the_language_of_the_reader() {
    let named = |source: &&Source| source.url().is_none() && source.publisher.is_none();
    let nameless = COMPILED.sources.iter().filter(named);
    offenders(nameless.filter(|it| it.place.contains(' ')).map(|it| it.place.clone()));
    let names = COMPILED.sources.iter().filter_map(|it| it.publisher);
    offenders(names.filter_map(|name| {
        let sentence = &COMPILED.sentences[name.place()];
        let english = sentence.en.as_deref().unwrap_or_default();
        (english.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
            .then(|| english.to_owned())
    }));
}

#[test]
fn names_of_troubles_are_written_as_chinese_is() {
    let names =
        COMPILED.core.problems.iter().map(|problem| &COMPILED.sentences[problem.name.place()]);
    offenders(
        names.filter_map(|name| name.zh.clone().filter(|name| name.contains(['/', ',', ';']))),
    );
}

#[test]
fn impostors_are_named_and_never_linked() {
    let look_alikes = COMPILED.sources.iter().filter(|it| it.place.contains("96ll0"));
    let places: Vec<(&str, Option<&str>)> = look_alikes.map(|it| (it.domain(), it.url())).collect();
    assert_eq!(places, [("96ll0.com.cn", None)]);
}

#[test]
fn the_source_that_is_named_is_the_one_whose_date_is_told() {
    let source = |place: &str, date: Option<&str>, official| Source {
        place: place.to_owned(),
        publisher: None,
        title: None,
        date: date.map(str::to_owned),
        official,
    };
    let told = [
        source("undated.example", None, false),
        source("newest.example", Some("2025-06"), false),
        source("law.example", Some("2024"), true),
    ];
    let all: Vec<&Source> = told.iter().collect();
    let named = |grade, known: &[&Source], newest| {
        Source::speaker(grade, known, newest).map_or_else(String::new, |it| it.domain().to_owned())
    };
    assert_eq!(named(Grade::C, &all, Some("2025-06")), "newest.example");
    assert_eq!(named(Grade::C, &all[..1], None), "undated.example");
    assert_eq!(named(Grade::A, &[], None), "");
    // What the law or the operator says is never told as the word of who repeats it.
    for grade in [Grade::A, Grade::B] {
        assert_eq!(named(grade, &all, Some("2025-06")), "law.example");
        assert_eq!(named(grade, &all[..1], None), "undated.example");
    }
}
