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
    let id = b"transfer-record\n";
    let spelt = sources.windows(id.len()).filter(|part| part == id).count();
    assert!(spelt <= 3, "what recurs in a column is spelt once, not {spelt} times");
    let (core, sources) = decode_whole(&core, &sources).expect("decodes");
    let mut written = COMPILED.core.clone();
    // What nothing shows stays at home.
    written.problems.iter_mut().for_each(|problem| problem.facts_to_state.clear());
    assert_eq!(format!("{core:?}"), format!("{written:?}"));
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

/// Sentences packed in parts, each as far as the first `parts` of them tell it.
fn read_back(packs: &[Vec<u8>]) -> Option<Sentences> {
    let mut sentences = Sentences::default();
    packs.iter().all(|pack| sentences.add(pack)).then_some(sentences)
}

#[test]
fn dense_sentences_say_the_same() {
    for lang in 0..2 {
        let words: Vec<&str> = (COMPILED.sentences.iter())
            .map(|it| [&it.zh, &it.en][lang].as_deref().unwrap_or_default())
            .collect();
        let (first, rest) = words.split_at(COMPILED.first);
        let packs = encode_dense(0, &[first, rest]).expect("encodes");
        let spelt: usize = words.iter().map(|it| it.len() + 1).sum();
        let packed: usize = packs.iter().map(Vec::len).sum();
        assert!(packed * 2 < spelt, "{packed} of {spelt}");
        let sentences = read_back(&packs).expect("reads");
        for (place, said) in words.iter().enumerate() {
            assert_eq!(sentences.get(TextRef::at(place)), *said);
        }
    }
}

/// Sentences with everything the form treats in its own way.
const ODD: [&str; 18] = [
    "Call the bank. Call the police! Call Call call",
    "call. call? Then e.g. this is. this",
    " call",
    "  Call  the bank ",
    "Call",
    "C",
    "A bank. A",
    "a",
    "",
    "The bank. The  bank.The bank",
    "the Bank of the WeChat Pay, (the bank) “The bank” the-bank don’t",
    "WeChat Pay. WeChat Pay",
    "iPhone. IPhone iPhone",
    "a\u{1f642}b naïve café café",
    "微信支付，微信支付。微信 WeChat 微信",
    "支付微信支付",
    "\u{1}\t\u{7f}\n",
    "给银行打电话，给银行打电话，给银行打电话",
];

#[test]
fn spaces_and_capitals_come_back_as_they_were() {
    // Often enough that words are worth their place.
    let many: Vec<&str> = ODD.into_iter().cycle().take(10 * ODD.len()).collect();
    for cut in [0, 1, ODD.len(), many.len()] {
        let (first, rest) = many.split_at(cut);
        let packs = encode_dense(3, &[first, rest]).expect("encodes");
        let sentences = read_back(&packs).expect("reads");
        for (place, said) in many.iter().enumerate() {
            assert_eq!(sentences.get(TextRef::at(3 + place)), *said, "cut at {cut}");
        }
        assert!(read_back(&[packs.concat()]).is_some(), "several parts in a row");
    }
}

#[test]
fn a_part_without_the_table_it_goes_on_with_is_refused() {
    let packs = encode_dense(0, &[&["银行 the bank"], &["给 the police"]]).expect("encodes");
    let mut sentences = Sentences::default();
    assert!(!sentences.add(&packs[1]), "nothing came before it");
    assert!(sentences.add(&packs[0]));
    assert!(!sentences.add(&packs[0]), "it does not go on with itself");
    assert!(sentences.add(&packs[1]));
    assert_eq!(sentences.get(TextRef::at(1)), "给 the police");
}

#[test]
fn damaged_dense_sentences_are_refused() {
    let all: String = ('\u{3400}'..).take(112 + 16 * 192).collect();
    let dense = |said: &str| encode_dense(0, &[&[said]]);
    assert!(dense(&all).is_some());
    assert!(dense(&format!("{all}钱")).is_none(), "two bytes tell no more apart");
    assert!(dense("one\0two").is_none(), "it would come back as two");
    let packs = encode_dense(0, &[&ODD.repeat(5), &ODD]).expect("encodes");
    for (place, pack) in packs.iter().enumerate() {
        for cut in 0..pack.len() {
            let mut sentences = read_back(&packs[..place]).expect("reads");
            assert!(!sentences.add(&pack[..cut]), "cut at {cut}");
        }
        for at in 0..pack.len() {
            let mut damaged = pack.clone();
            damaged[at] ^= 0xff;
            let _ = read_back(&packs[..place]).expect("reads").add(&damaged);
        }
    }
    // A word made of words would grow without end.
    let mut table = vec![0, 0, 0];
    for word in 0..100 {
        table.extend(if word == 0 { *b"long" } else { [127 + word; 4] });
        table.push(1);
    }
    let pack = [b"RCT5\0\0\0\0\x01\0\0\0", &*table, &[0, 0, 227, 0]].concat();
    assert!(!Sentences::default().add(&pack));
}
