//! A host's own problems are understood by the words its pack lists, and stand behind
//! ours where minutes may matter.

use std::sync::LazyLock;

use recourse::engine::heard::{Heard, hear};
use recourse::engine::hosted::join;
use recourse::engine::knowledge::{Core, decode_core, encode_core};
use recourse::engine::text::own::spelt;
use recourse::engine::text::{Certainty, Model};
use serde_json::{Value, json};

use super::SHOP;
use crate::cases::{COMPILED, core};

const SHADE: &str = "x-lamp-wrong-shade";

static MODEL: LazyLock<Model> = LazyLock::new(crate::text::model);

/// Our records with the shop's in them, after a change, as a page would read them.
fn with(change: impl Fn(&mut Value)) -> Core {
    let mut pack: Value = serde_json::from_str(SHOP).expect("JSON");
    change(&mut pack);
    let (mut core, mut sources) = (COMPILED.core.clone(), COMPILED.sources.clone());
    join(&mut core, &mut sources, &pack.to_string()).expect("a sound pack");
    decode_core(&encode_core(&core).expect("encodes")).expect("decodes")
}

fn heard(core: &Core, text: &str) -> Heard {
    let mut heard = hear(core, &MODEL, text);
    heard.offer(core, &MODEL, &spelt(&core.own, &MODEL), text);
    heard
}

/// The ids of the problems that are offered, best first.
fn offered(core: &Core, text: &str) -> Vec<String> {
    let problems = heard(core, text).problems;
    problems
        .iter()
        .map(|(problem, _)| core.problem(*problem).expect("a problem").id.clone())
        .collect()
}

fn place(core: &Core, text: &str) -> Option<usize> {
    offered(core, text).iter().position(|id| id == SHADE)
}

#[test]
fn its_names_and_the_words_listed_for_it_are_enough() {
    let core = with(|_| {});
    for text in [
        "灯罩颜色发错了",
        "你们把灯罩颜色发错了，怎么办",
        "燈罩顏色發錯了",
        "昨天收到的灯罩，颜色和下单的不一样",
        "灯罩发错",
        "The lampshade came in the wrong colour!",
        "my LAMPSHADE has a strange color",
        "you sent the wrong shade",
    ] {
        assert_eq!(place(&core, text), Some(0), "{text}: {:?}", offered(&core, text));
        assert_ne!(heard(&core, text).certainty, Certainty::OutOfScope, "{text}");
    }
}

#[test]
fn other_troubles_are_not_taken_for_it() {
    let core = with(|_| {});
    for text in [
        "",
        "微信被封了",
        "转错人了怎么办",
        "I sent money to the wrong person",
        "颜色",
        "wrong",
        "灯",
    ] {
        assert_eq!(place(&core, text), None, "{text}: {:?}", offered(&core, text));
        let ours = hear(&core, &MODEL, text);
        assert_eq!(heard(&core, text), ours, "{text}");
    }
}

#[test]
fn where_minutes_may_matter_ours_stay_in_front() {
    let core = with(|_| {});
    for text in [
        "我刚被骗转了三千块给卖灯罩的，颜色都是假的",
        "I was scammed and sent 3000, they said the lampshade had the wrong colour",
    ] {
        let told = heard(&core, text);
        assert!(told.emergency, "{text}");
        assert_eq!(place(&core, text), Some(1), "{text}: {:?}", offered(&core, text));
        let ours = hear(&core, &MODEL, text);
        assert_eq!(told.problems[0], ours.problems[0]);
        assert_eq!((told.facts, told.alarm_span), (ours.facts, ours.alarm_span), "{text}");
    }
}

#[test]
fn however_many_match_one_of_ours_stays_among_the_first_three() {
    let core = with(|pack| {
        let one = pack["problems"][0].clone();
        let all = (0..9).map(|at| {
            let mut other = one.clone();
            other["id"] = json!(format!("x-lamp-{at}"));
            other["words"] = json!(["微信"]);
            other
        });
        pack["problems"] = all.collect();
    });
    let first: Vec<String> = offered(&core, "微信被封了").into_iter().take(3).collect();
    assert_eq!(first[..2], ["x-lamp-0", "x-lamp-1"]);
    assert_eq!(first[2], "wx-account-banned");
}

#[test]
fn a_long_pack_is_known_to_its_end() {
    let core = with(|pack| {
        let one = pack["problems"][0].clone();
        let all = (0..99).map(|at| {
            let mut other = one.clone();
            other["id"] = json!(format!("x-lamp-{at:02}"));
            other["words"] = json!([format!("第{at}号灯不亮了，请帮我修一修"), "灯".repeat(500)]);
            other
        });
        pack["problems"] = all.collect();
    });
    assert_eq!(
        offered(&core, "第98号灯不亮了，请帮我修一修，谢谢").first().map(String::as_str),
        Some("x-lamp-98")
    );
}

#[test]
fn signs_among_the_words_divide_nothing_and_bare_signs_match_nothing() {
    let core = with(|pack| {
        pack["problems"][0]["words"] =
            json!(["|", "^", "~", "*", "灯", "a|b^c", "的~", "~了", "lamp*"]);
    });
    for text in ["我的微信被封了", "a", "b^c", "* ~ |", "灯"] {
        assert_eq!(place(&core, text), None, "{text}: {:?}", offered(&core, text));
    }
    assert_eq!(place(&core, "lampshades"), Some(0));
}

#[test]
fn without_a_pack_nothing_is_added() {
    assert!(core().own.is_empty());
    assert_eq!(core().first_own(), core().problems.len());
    let text = "灯罩颜色发错了";
    assert_eq!(heard(core(), text), hear(core(), &MODEL, text));
}
