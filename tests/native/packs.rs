//! Packs come back as they were written, and damage is refused, never a panic.

use recourse::engine::knowledge::{
    PackError, SOUNDS, Sentences, TextRef, decode_core, decode_whole, encode_core, encode_dense,
    encode_sentences, encode_sources,
};
use recourse::engine::plan::{Plan, plan};
use serde_json::json;

use crate::cases::{COMPILED, case, saturday_morning};

#[test]
fn records_survive_the_journey() {
    let core = encode_core(&COMPILED.core).expect("encodes");
    let sources = encode_sources(&COMPILED.core, &COMPILED.sources).expect("encodes");
    let (core, sources) = decode_whole(&core, &sources).expect("decodes");
    assert_eq!(format!("{core:?}"), format!("{:?}", COMPILED.core));
    assert_eq!(format!("{sources:?}"), format!("{:?}", COMPILED.sources));
}

#[test]
fn before_the_details_every_first_plan_is_the_same() {
    let pack = encode_core(&COMPILED.core).expect("encodes");
    let early = decode_core(&pack).expect("decodes");
    assert_eq!(encode_core(&early), Ok(pack), "nothing that decides is left for later");
    let told = [
        json!({}),
        json!({ "region": "CN", "money-lost": true, "money-moving-now": true }),
        json!({ "region": "US", "paid-by-card": true, "hours-since-loss": 30 }),
    ];
    for (problem, record) in COMPILED.core.each_problem() {
        for facts in &told {
            let plan = |core| decided(plan(core, problem, &case(facts), saturday_morning()));
            assert_eq!(plan(&early), plan(&COMPILED.core), "{} {facts}", record.id);
        }
    }
}

/// A plan without what only its details tell.
fn decided(mut plan: Plan) -> Plan {
    for act in plan.urgent.iter_mut().chain(&mut plan.first) {
        act.sources.clear();
    }
    for step in &mut plan.ladder {
        (step.reason, step.sources) = (TextRef::default(), Vec::new());
        step.wait.iter_mut().for_each(|wait| wait.sources.clear());
    }
    for wall in &mut plan.walls {
        wall.reason = None;
    }
    plan
}

#[test]
fn details_of_other_records_are_refused() {
    let core = encode_core(&COMPILED.core).expect("encodes");
    let sources = encode_sources(&COMPILED.core, &COMPILED.sources).expect("encodes");
    let mut others = COMPILED.core.clone();
    others.version.push('x');
    let others = encode_core(&others).expect("encodes");
    assert_eq!(decode_whole(&others, &sources).map(|_| ()), Err(PackError::Foreign));
    assert_eq!(decode_whole(&core, b"").map(|_| ()), Err(PackError::Foreign));
    for cut in [4, 8, 9, 100, sources.len() / 2, sources.len() - 1] {
        assert_eq!(
            decode_whole(&core, &sources[..cut]).map(|_| ()),
            Err(PackError::Damaged),
            "cut at {cut}"
        );
    }
    for place in (8..sources.len()).step_by(97) {
        let mut damaged = sources.clone();
        damaged[place] ^= 0xff;
        let _ = decode_whole(&core, &damaged);
    }
}

#[test]
fn damaged_or_foreign_packs_are_refused() {
    let pack = encode_core(&COMPILED.core).expect("encodes");
    assert_eq!(decode_core(b"").map(|_| ()), Err(PackError::Foreign));
    assert_eq!(decode_core(b"<!doctype html>").map(|_| ()), Err(PackError::Foreign));
    for cut in [4, 5, 100, pack.len() / 2, pack.len() - 1] {
        assert_eq!(decode_core(&pack[..cut]).map(|_| ()), Err(PackError::Damaged), "cut at {cut}");
    }
    // Damage inside may still decode to something; it must not panic.
    for place in (4..pack.len()).step_by(97) {
        let mut damaged = pack.clone();
        damaged[place] ^= 0xff;
        let _ = decode_core(&damaged);
    }
}

#[test]
fn sentences_arrive_in_parts_and_in_any_order() {
    let first = encode_sentences(0, &["一", "two", ""]).expect("encodes");
    let rest = encode_sentences(3, &["drei"]).expect("encodes");
    let mut words = Sentences::default();
    assert!(words.add(&rest));
    assert_eq!((words.get(TextRef::at(3)), words.get(TextRef::at(0))), ("drei", ""));
    assert!(!words.has(TextRef::at(0)));
    assert!(words.add(&first));
    let all: Vec<&str> = (0..4).map(|place| words.get(TextRef::at(place))).collect();
    assert_eq!(all, ["一", "two", "", "drei"]);
    assert_eq!(words.get(TextRef::at(4)), "", "past the end there is nothing");
}

#[test]
fn the_table_of_sounds_stands_after_the_last_sentence() {
    let first = encode_sentences(0, &["ai 爱", "two"]).expect("encodes");
    let sounds = format!("{SOUNDS}a 阿\nai 爱\n");
    let rest = encode_sentences(2, &["drei", &sounds]).expect("encodes");
    let mut words = Sentences::default();
    assert!(words.add(&first));
    assert_eq!(words.sounds(), "", "it has not arrived");
    assert!(words.add(&rest));
    assert_eq!(words.sounds(), "a 阿\nai 爱\n");
    let mut empty = Sentences::default();
    assert!(empty.add(&encode_sentences(0, &[]).expect("encodes")));
    assert_eq!(empty.sounds(), "");
}

#[test]
fn a_damaged_pack_of_sentences_changes_nothing() {
    let pack = encode_sentences(0, &["一二三", "four"]).expect("encodes");
    for cut in 0..pack.len() {
        let mut words = Sentences::default();
        assert!(!words.add(&pack[..cut]), "cut at {cut}");
    }
    assert!(encode_sentences(0, &["one\0two"]).is_none(), "it would come back as two");
    let mut wrong = pack.clone();
    wrong[15] = 0; // the first sentence would end after its first character
    assert!(!Sentences::default().add(&wrong));
    wrong[15] = 0xff; // no character begins so
    assert!(!Sentences::default().add(&wrong));
}

#[test]
fn dense_sentences_say_the_same() {
    for lang in 0..2 {
        let words: Vec<&str> = (COMPILED.sentences.iter())
            .map(|it| [&it.zh, &it.en][lang].as_deref().unwrap_or_default())
            .collect();
        let dense = encode_dense(0, &words).expect("encodes");
        let mut sentences = Sentences::default();
        assert!(sentences.add(&dense));
        for (place, said) in words.iter().enumerate() {
            assert_eq!(sentences.get(TextRef::at(place)), *said);
        }
    }
    let many: String = ('\u{3400}'..).take(112 + 16 * 192).collect();
    let pack = encode_dense(7, &["a\u{1f642}b", "", "一"]).expect("encodes");
    let both = [encode_dense(3, &[&many]).expect("encodes"), pack.clone()].concat();
    let mut words = Sentences::default();
    assert!(words.add(&both), "several parts in a row");
    let said = [3, 7, 8, 9].map(|place| words.get(TextRef::at(place)));
    assert_eq!(said, [&many, "a\u{1f642}b", "", "一"]);
    assert!(encode_dense(0, &[&format!("{many}钱")]).is_none(), "two bytes tell no more apart");
    assert!(encode_dense(0, &["one\0two"]).is_none(), "it would come back as two");
    for cut in 0..pack.len() {
        assert!(!Sentences::default().add(&pack[..cut]), "cut at {cut}");
    }
    for place in 0..both.len() {
        let mut damaged = both.clone();
        damaged[place] ^= 0xff;
        let _ = Sentences::default().add(&damaged);
    }
}
