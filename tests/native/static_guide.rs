//! The static guide holds everything, leads nowhere wrong, and says what the
//! engine says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use recourse::engine::knowledge::raw::RawSentence;
use recourse::engine::knowledge::{ChannelRef, ProblemRef, Status, TextRef};
use recourse::engine::locale::Lang;
use recourse::engine::text::pinyin::Pinyin;

use crate::cases::{COMPILED, core};
use crate::common::{FILES, read};
use crate::guide::html::Html;
use crate::guide::{Material, Routes, write};

static ROUTES: LazyLock<Routes> = LazyLock::new(|| Routes::of(core()));
static ENGLISH: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| pieces(Lang::En));
static CHINESE: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| pieces(Lang::ZhHans));

/// The pieces of the guide in a language.
fn pieces(lang: Lang) -> BTreeMap<&'static str, String> {
    let said = |sentence: &RawSentence| {
        let said = if lang.is_chinese() { &sentence.zh } else { &sentence.en };
        said.clone().unwrap_or_default()
    };
    let mut phrases: BTreeMap<String, RawSentence> = read(FILES).0.interface;
    for (_, text) in FILES.iter().filter(|(name, _)| name.starts_with("pages/")) {
        phrases.extend(toml::from_str::<BTreeMap<String, RawSentence>>(text).expect("sentences"));
    }
    let sentences: Vec<String> = COMPILED.sentences.iter().map(said).collect();
    let material = Material {
        core: core(),
        sources: &COMPILED.sources,
        routes: &ROUTES,
        sentences: &sentences,
        simplified: &sentences,
        sounds: &Pinyin::read("uan zh转\nang zh账\n"),
        phrases: phrases.iter().map(|(name, sentence)| (name.clone(), said(sentence))).collect(),
    };
    write(material, lang).expect("every sentence is there").into_iter().collect()
}

/// What stands after each `mark`, up to the next quotation mark.
fn each<'a>(html: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(mark).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn words_never_become_markup() {
    let words = "<script>alert(\"1\")</script> & 'x' \u{8}";
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; ";
    let html = Html::element("a", &[("href", words)], Html::text(words)).into_string();
    assert_eq!(html, format!("<a href=\"{escaped}\">{escaped}</a>"));
}

#[test]
fn phrases_of_the_other_language_are_marked() {
    let table = [
        (Lang::En, "Say “紧急止付” at once", "Say “<span lang=\"zh\">紧急止付</span>” at once"),
        (Lang::ZhHans, "点 More Options，再点", "点<span lang=\"en\"> More Options</span>，再点"),
        (Lang::ZhHans, "打开 WhatsApp 设置", "打开 WhatsApp 设置"),
    ];
    for (lang, words, html) in table {
        assert_eq!(Html::spoken(words, lang).into_string(), html);
    }
}

#[test]
fn every_problem_and_every_door_stands_in_it_once() {
    for (name, html) in ["compact", "fragment"].map(|name| (name, &CHINESE[name])) {
        let ids: Vec<&str> = each(html, " id=\"").collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name} uses an id twice");
        let problems = core().problems.iter().map(|problem| problem.id.clone());
        let doors = core().channels.iter().map(|channel| format!("door-{}", channel.id));
        let missing: Vec<String> =
            problems.chain(doors).filter(|id| !unique.contains(id.as_str())).collect();
        assert!(missing.is_empty(), "{name} lacks {missing:?}");
        let broken: Vec<&str> =
            each(html, "href=\"#").filter(|anchor| !unique.contains(anchor)).collect();
        assert!(broken.is_empty(), "{name} leads nowhere: {broken:?}");
    }
    let start = &CHINESE["start"];
    let named: BTreeSet<&str> = each(start, "href=\"guide/zh-Hans.html#").collect();
    assert_eq!(named.len(), core().problems.len());
}

#[test]
fn no_number_that_should_not_be_dialled_is_a_link() {
    let is_kept_back = |status: Status| matches!(status, Status::Disputed | Status::WarnOnly);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let kept_back: Vec<String> = (core().channels.iter())
        .filter(|channel| is_kept_back(channel.status))
        .filter_map(|channel| channel.phone.as_deref().map(digits))
        .collect();
    assert!(!kept_back.is_empty());
    for html in CHINESE.values().chain(ENGLISH.values()) {
        for number in each(html, "href=\"tel:") {
            assert!(!kept_back.contains(&digits(number)), "{number} can be dialled");
        }
    }
    // Wherever one is shown, it is struck out.
    let fragment = &ENGLISH["fragment"];
    assert!(fragment.contains("<s>0755-83765566</s>"));
}

#[test]
fn doors_stand_in_the_order_of_the_engine() {
    let html = &ENGLISH["fragment"];
    for (place, problem) in core().problems.iter().enumerate() {
        let route = ROUTES.get(ProblemRef::at(place)).expect("a route");
        let (_, section) = html.split_once(&format!(" id=\"{}\">", problem.id)).expect("a section");
        let section = section.split("class=\"rg-up\"").next().unwrap_or_default();
        let lists: Vec<&str> = (section.split("<ol class=\"rg-ladder\">").skip(1))
            .filter_map(|rest| rest.split("</ol>").next())
            .collect();
        let anywhere = Some(&route.anywhere).filter(|plan| !plan.ladder.is_empty());
        let known = |step: &recourse::engine::plan::Step| {
            let same = |k: &recourse::engine::plan::Step| {
                (k.channel, k.reason) == (step.channel, step.reason)
            };
            route.anywhere.ladder.iter().any(same)
        };
        let there = route.places.iter().map(|(_, plan)| plan);
        let there = there.filter(|plan| !plan.ladder.iter().all(known));
        let plans: Vec<_> = anywhere.into_iter().chain(there).collect();
        assert_eq!(lists.len(), plans.len(), "{}", problem.id);
        for (list, plan) in lists.iter().zip(plans) {
            assert_eq!(list.matches("<li>").count(), plan.ladder.len(), "{}", problem.id);
            let linked: Vec<&str> = each(list, "href=\"#door-").collect();
            let wanted = plan.ladder.iter().filter_map(|step| core().channel(step.channel));
            let wanted: Vec<&str> = wanted.map(|channel| channel.id.as_str()).collect();
            let in_order: Vec<&str> =
                wanted.iter().copied().filter(|id| linked.contains(id)).collect();
            assert_eq!(linked, in_order, "{}", problem.id);
        }
    }
}

#[test]
fn where_words_are_few_every_door_of_a_place_is_named_or_among_its_usual_ones() {
    let html = &CHINESE["compact"];
    let say = |text: TextRef| COMPILED.sentences[text.place()].zh.clone().unwrap_or_default();
    let named = |doors: &[ChannelRef]| {
        let names = doors.iter().filter_map(|door| core().channel(*door));
        names.map(|channel| say(channel.name)).collect::<Vec<_>>().join("；")
    };
    let region = core().fact(core().fact_named("region").expect("it")).expect("the fact");
    let line = |place: u8, text: &str| {
        let text = format!("{}：{text}", say(region.options[usize::from(place)].name));
        Html::spoken(&text, Lang::ZhHans).into_string()
    };
    let plain = |html: &str| {
        let parts =
            html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        parts.collect::<String>()
    };
    let (_, usual) = html.split_once("id=\"rg-usual\"").expect("the usual doors");
    let usual = plain(usual.split("</ul>").next().unwrap_or_default());
    for (place, doors) in ROUTES.usual() {
        assert!(usual.contains(&plain(&line(*place, &named(doors)))), "{place}");
    }
    let mut referred = 0;
    for (number, problem) in core().problems.iter().enumerate() {
        let route = ROUTES.get(ProblemRef::at(number)).expect("a route");
        let (_, section) = html.split_once(&format!(" id=\"{}\">", problem.id)).expect("a section");
        let section = section.split("</section>").next().unwrap_or_default();
        let last = section.split("<li>").find(|line| line.contains("#rg-usual"));
        for (place, plan) in &route.places {
            let added = route.added(plan);
            if ROUTES.usual().get(place) == Some(&added) {
                let name = say(region.options[usize::from(*place)].name);
                assert!(last.is_some_and(|line| line.contains(&name)), "{}: {name}", problem.id);
                referred += 1;
            } else {
                let line = line(*place, &named(&added));
                assert!(section.contains(&format!("<li>{line}")), "{}: {line}", problem.id);
            }
        }
    }
    assert!(referred > 200, "only {referred} places have their usual doors");
}

#[test]
fn the_calls_stand_in_the_first_thirty_kilobytes() {
    for piece in ["start", "compact", "fragment"] {
        let html = &CHINESE[piece];
        let list = html.find("id=\"rg-contents\"").expect("a list of problems");
        // The page around it has a style sheet of some kilobytes.
        assert!(list < 20_000, "{piece}: the calls end at {list}");
        assert!(html.find("href=\"tel:110\"").is_some_and(|at| at < 2_000), "{piece}");
    }
}

#[test]
fn a_chinese_name_is_found_by_sound_and_by_initials() {
    for piece in ["start", "compact"] {
        assert!(CHINESE[piece].contains(" data-words=\"ZhuanZhang\""), "{piece}");
        assert!(!ENGLISH[piece].contains("data-words"), "{piece}");
    }
    assert!(!CHINESE["fragment"].contains("data-words"), "nothing searches there");
}

#[test]
fn nothing_in_it_runs_or_is_styled_in_place() {
    for html in CHINESE.values().chain(ENGLISH.values()) {
        for sign in ["<script", " style=", "javascript:", " onclick", "{n}", "{place}"] {
            assert!(!html.contains(sign), "it holds {sign}");
        }
    }
}
