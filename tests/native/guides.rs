//! The short guides: complete, sourced, offered where they matter.

use recourse::engine::case::{Case, Origin};
use recourse::engine::knowledge::{Grade, Guide, GuideRef, Spot, TextRef};
use recourse::engine::plan::{guide_of, guides, guides_at, guides_for};

use crate::cases::{COMPILED, core};
use crate::common::{FILES, compiled_from};

fn record(guide: GuideRef) -> &'static Guide {
    core().guide(guide).expect("a guide")
}

fn ids(guides: &[GuideRef]) -> Vec<&'static str> {
    guides.iter().map(|guide| record(*guide).id.as_str()).collect()
}

#[test]
fn every_spot_offers_a_guide_and_every_guide_of_the_list_is_offered_somewhere() {
    for spot in [Spot::Evidence, Spot::Contact, Spot::Exhausted, Spot::About] {
        assert!(!guides_at(core(), spot).is_empty(), "{spot:?}");
    }
    for guide in guides(core()).into_iter().map(record) {
        let has_doors = guide
            .doors
            .iter()
            .any(|door| guide_of(core(), *door).is_some_and(|first| record(first).id == guide.id));
        let is_offered = has_doors || !guide.spots.is_empty() || !guide.problems.is_empty();
        assert!(is_offered, "{} is offered nowhere", guide.id);
    }
}

#[test]
fn a_bot_a_regulator_and_an_appeal_have_their_guide() {
    let at = |id: &str| {
        let door = core().channel_named(id).expect(id);
        guide_of(core(), door).map(|guide| record(guide).id.as_str())
    };
    assert_eq!(at("wx-mp-tencent-kefu"), Some("reach-a-person"));
    assert_eq!(at("cn-12315"), Some("what-regulators-do"));
    assert_eq!(at("mpdev-letter-appeal"), Some("how-appeals-are-read"));
    assert_eq!(at("cn-110"), None, "nothing stands between a person and an emergency call");
}

#[test]
fn who_is_overseas_is_told_so_and_nobody_else() {
    let problem = core().problem_named("wx-account-stolen").expect("a problem");
    let region = core().fact_named("region").expect("the region");
    let mut rows = vec![(None, false)];
    rows.extend([("CN", false), ("SG", true), ("UK", true)].map(|(code, is)| (Some(code), is)));
    for (code, is_offered) in rows {
        let mut case = Case::default();
        if let Some(code) = code {
            let value = core().option_named(region, code).expect(code);
            case.tell(region, value, Origin::Given);
        }
        let offered = ids(&guides_for(core(), problem, &case));
        assert_eq!(offered.contains(&"when-overseas"), is_offered, "{code:?}");
    }
}

#[test]
fn while_nothing_is_known_a_plan_offers_only_the_guides_meant_for_its_problem() {
    for (problem, _) in core().each_problem() {
        for guide in guides_for(core(), problem, &Case::default()) {
            assert!(record(guide).problems.contains(&problem), "{}", record(guide).id);
        }
    }
}

#[test]
fn a_statement_of_a_guide_has_a_grade_and_a_source_unless_it_speaks_of_the_tool() {
    for guide in guides(core()).into_iter().map(record) {
        for step in &guide.steps {
            let is_sourced = !step.sources.is_empty();
            let zh = COMPILED.sentences[step.text.place()].zh.as_deref().unwrap_or_default();
            assert_eq!(step.grade != Some(Grade::U), is_sourced, "{}: {zh}", guide.id);
            assert!(step.grade.is_some(), "{}: {zh}", guide.id);
        }
    }
}

#[test]
fn the_words_of_guides_do_not_hold_up_the_first_plan() {
    for guide in &core().guides {
        let texts = guide.steps.iter().map(|step| step.text).chain([guide.title, guide.lead]);
        // A shared sentence may have been needed earlier; a guide's own never is.
        let early: Vec<usize> =
            texts.map(TextRef::place).filter(|place| *place < COMPILED.first).collect();
        assert!(early.is_empty(), "{}: {early:?}", guide.id);
    }
}

#[test]
fn a_guide_is_read_in_two_minutes_and_its_title_fits_a_line() {
    let length = |text: TextRef, lang: usize| {
        let sentence = &COMPILED.sentences[text.place()];
        let words = [&sentence.zh, &sentence.en][lang];
        words.as_deref().map_or(0, |words| words.chars().count())
    };
    let mut long = Vec::new();
    for guide in &core().guides {
        for (lang, (most, title)) in [(720, 18), (2_400, 48)].into_iter().enumerate() {
            let whole: usize = guide.steps.iter().map(|step| length(step.text, lang)).sum();
            if whole > most || length(guide.title, lang) > title {
                long.push(format!("{} has {whole} characters", guide.id));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// What a change to one file makes wrong.
#[track_caller]
fn mistaken(file: &str, from: &str, to: &str) -> String {
    let files: Vec<(&str, String)> = (FILES.iter())
        .map(|(name, text)| {
            let is_it = *name == file;
            assert!(!is_it || text.contains(from), "{file} has no {from}");
            (*name, if is_it { text.replacen(from, to, 1) } else { (*text).to_owned() })
        })
        .collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let mistakes = compiled_from(&files).expect_err("a mistake");
    mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn mistakes_in_guides_are_told() {
    let file = "guides/reach-a-person.toml";
    let rows = [
        ("title.en = ", "title.fr = ", "unknown field"),
        ("\"wx-mp-tencent-kefu\"", "\"no-such-door\"", "there is no channel `no-such-door`"),
        ("sources = [\"S2\"]", "sources = [\"nobody\"]", "there is no source `nobody`"),
        ("grade = \"D\"", "grade = \"U\"", "a statement has a grade and its sources"),
        ("zh = \"先备好", "# zh = \"先备好", "the sentence has no `zh`"),
    ];
    for (from, to, told) in rows {
        let said = mistaken(file, from, to);
        assert!(said.contains(told), "{to}: {said}");
    }
    let calls = [
        ("number = \"911\"\nchannel", "number = \"912\"\nchannel"),
        ("grade = \"A\"\nsources = [\"us-988\"]", "sources = [\"us-988\"]"),
        ("sources = [\"us-988\"]", "sources = []"),
    ];
    for (from, to) in calls {
        let said = mistaken("crisis.toml", from, to);
        assert!(said.contains("crisis.toml: calls["), "{to}: {said}");
    }
}
