//! Packs come back as they were written, and damage is refused, never a panic.

use recourse::engine::knowledge::{
    PackError, SOUNDS, Sentences, TextRef, decode_core, decode_sources, encode_core,
    encode_sentences, encode_sources,
};

use crate::cases::COMPILED;

#[test]
fn records_survive_the_journey() {
    let core = decode_core(&encode_core(&COMPILED.core).expect("encodes")).expect("decodes");
    assert_eq!(format!("{core:?}"), format!("{:?}", COMPILED.core));
    let sources = decode_sources(&encode_sources(&COMPILED.sources).expect("encodes"));
    assert_eq!(format!("{:?}", sources.expect("decodes")), format!("{:?}", COMPILED.sources));
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
