//! The engine asked from outside, line by line: every line gets its own answer, in
//! order, however odd it is.

use std::sync::LazyLock;

use recourse::engine::heard::hear;
use recourse::engine::knowledge::ProblemRef;
use serde_json::{Value as Json, json};

use crate::answer::Engine;
use crate::cases::COMPILED;
use crate::text;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of(&COMPILED).expect("an engine"));

/// What the command prints for what it reads.
fn answers(input: &[u8]) -> Vec<Json> {
    let mut out = Vec::new();
    ENGINE.run(input, &mut out).expect("memory can be written to");
    let text = String::from_utf8(out).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The answer to one line, without how long it took.
#[track_caller]
fn answer(line: &Json) -> Json {
    let mut all = answers(line.to_string().as_bytes());
    assert_eq!(all.len(), 1, "{line}");
    let mut answer = all.remove(0);
    assert!(answer["error"].is_null(), "{line}: {answer}");
    let micros = answer.as_object_mut().and_then(|answer| answer.remove("micros"));
    assert!(micros.is_some_and(|micros| micros.is_u64()), "{line}");
    answer
}

/// One thing told of every entry of a list.
fn each<'a>(answer: &'a Json, list: &str, key: &str) -> Vec<&'a str> {
    let list = answer[list].as_array().expect("a list");
    list.iter().map(|entry| entry[key].as_str().expect("a name")).collect()
}

#[test]
fn every_line_gets_its_own_answer_in_order() {
    let huge = json!({ "id": "huge", "text": "我被骗了".repeat(100_000) }).to_string();
    let deep = format!("{{\"id\":\"deep\",\"facts\":{}", "[".repeat(50_000));
    let lines: [(&[u8], Json); 16] = [
        ("\u{feff}{\"id\":\"marked\",\"text\":\"hi\"}\r".as_bytes(), json!("marked")),
        (b"", Json::Null),
        (b"   ", Json::Null),
        (b"null", Json::Null),
        (b"[{\"id\":\"listed\"}]", Json::Null),
        (b"{\"id\":\"cut\",\"text\":", Json::Null),
        (b"{\"id\":\"more\"} and more", Json::Null),
        (b"{\"id\":\"half\",\"text\":\"\\ud83d\"}", Json::Null),
        (b"{\"id\":\"bytes\",\"text\":\"\xff\xfe\"}", json!("bytes")),
        (b"{\"id\":\"nothing\",\"text\":\"\\u0000\\u200b\"}", json!("nothing")),
        (huge.as_bytes(), json!("huge")),
        (deep.as_bytes(), Json::Null),
        (b"{\"id\":{\"any\":[1]},\"text\":\"\"}", json!({ "any": [1] })),
        (b"{\"id\":7,\"problem\":\"no-such\"}", json!(7)),
        (b"{}", Json::Null),
        (b"{\"id\":\"last, and not ended\"}", json!("last, and not ended")),
    ];
    let input = lines.each_ref().map(|(line, _)| *line).join(&b'\n');
    let told: Vec<Json> = answers(&input).into_iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(told, lines.map(|(_, id)| id));
}

#[test]
fn what_cannot_be_understood_is_told_and_named() {
    let table = [
        (json!({ "text": 12 }), "`text` is not a string"),
        (json!({ "now": 20_261_121 }), "`now` is not a string"),
        (json!({ "now": "yesterday" }), "`yesterday`"),
        (json!({ "now": "" }), "`now` is not a time such as"),
        (json!({ "now": "2026-11-21" }), "`2026-11-21`"),
        (json!({ "now": "2026-11-21T10:00:00" }), "not a time"), // whose ten o'clock?
        (json!({ "now": "2026-02-30T10:00:00Z" }), "not a time"),
        (json!({ "now": "2026-11-21T10:00:00+99:00" }), "not a time"),
        (json!({ "problem": "no-such" }), "there is no problem `no-such`"),
        (json!({ "problem": "" }), "there is no problem ``"),
        (json!({ "problem": ["pay-scam-transfer"] }), "`problem` is not a string"),
        (json!({ "region": 86 }), "`86` is not a value of `region`"),
        (json!({ "region": "XX" }), "`XX` is not a value of `region`, which is one of CN, "),
        (json!({ "region": "cn" }), "`cn` is not a value of `region`"),
        (json!({ "facts": [] }), "`facts` is not an object"),
        (json!({ "facts": { "no-such": true } }), "there is no fact `no-such`"),
        (json!({ "facts": { "money-lost": "yes" } }), "which is true or false"),
        (json!({ "facts": { "money-lost": 1 } }), "which is true or false"),
        (json!({ "facts": { "amount-lost": true } }), "which is a number from 0"),
        (json!({ "facts": { "amount-lost": "3000" } }), "which is a number from 0"),
        (json!({ "facts": { "amount-lost": -5 } }), "`-5` is not a value of `amount-lost`"),
        (json!({ "facts": { "amount-lost": 1e300 } }), "which is a number from 0"),
        (json!({ "facts": { "platform": true } }), "`true` is not a value of `platform`"),
        (json!({ "facts": { "notice-deadline": "2026-13-01" } }), "which is a day such as"),
        (json!({ "facts": { "notice-deadline": 3 } }), "which is a day such as"),
        (json!({ "problem": "pay-scam-transfer", "facts": { "money-lost": {} } }), "`{}`"),
    ];
    for (mut line, expected) in table {
        line["id"] = json!("odd");
        let told = &answers(line.to_string().as_bytes())[0];
        assert_eq!(told["id"], "odd", "{line}");
        assert_eq!(told.as_object().map(serde_json::Map::len), Some(2), "{line}: {told}");
        let why = told["error"].as_str().unwrap_or_else(|| panic!("{line} is understood: {told}"));
        assert!(why.contains(expected), "{line}: {why}");
    }
    let long = json!({ "now": "很".repeat(9_000) }).to_string();
    let why = answers(long.as_bytes())[0]["error"].to_string();
    assert!(why.chars().count() < 200, "what cannot be understood is not told in full");
}

#[test]
fn everything_may_be_left_out() {
    let fields = ["asks", "emergency", "excluded", "facts", "id", "ladder", "problems", "urgent"];
    let lines = [
        json!({}),
        json!({ "id": null, "text": null, "lang": null, "region": null, "now": null,
                "problem": null, "facts": null }),
        json!({ "facts": { "money-lost": null }, "lang": "tlh", "beside": 1 }),
    ];
    for line in lines {
        let answer = answer(&line);
        let told: Vec<&String> = answer.as_object().expect("an object").keys().collect();
        assert_eq!(told, fields, "{line}");
        assert_eq!(each(&answer, "problems", "id"), ["other-unknown"], "{line}");
        assert_eq!(answer["emergency"], false, "{line}");
        assert!(!each(&answer, "ladder", "channel").is_empty(), "{line}: no door at all");
        assert!(answer["asks"].as_array().expect("a list").contains(&json!("region")), "{line}");
    }
}

#[test]
fn a_rung_tells_how_it_stands_and_why() {
    let mut seen = [0; 3];
    for problem in &COMPILED.core.problems {
        for region in ["CN", "US"] {
            let given = json!({ "fix-done": false, "contacted-platform": false });
            let line = json!({ "problem": problem.id, "region": region, "facts": given });
            let answer = answer(&line);
            assert_eq!(answer["problems"], json!([{ "id": problem.id, "score": 1.0 }]));
            for rung in answer["ladder"].as_array().expect("a list") {
                let needs = rung["needs"].as_array().expect("a list");
                let kind = ["yes", "unknown", "later"].iter().position(|it| rung["verdict"] == *it);
                seen[kind.expect("a verdict")] += 1;
                assert_eq!(needs.is_empty(), kind == Some(0), "{line}: {rung}");
                let rule = rung["because"][0].as_str().expect("a rule");
                let channel = rung["channel"].as_str().expect("a channel");
                assert!(rule.ends_with(&format!("/{channel}")), "{line}: {rung}");
                assert!(rung["open"].is_boolean() || rung["open"].is_null(), "{line}: {rung}");
                assert!(rung["due"].is_null() || rung["due"].as_str().map(str::len) == Some(10));
            }
            for wall in answer["excluded"].as_array().expect("a list") {
                assert!(wall["because"][0].is_string(), "{line}: {wall}");
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 20), "{seen:?}");
}

#[test]
fn only_now_tells_the_time() {
    let line = json!({ "problem": "wecom-basic-support", "region": "CN" });
    assert_eq!(answer(&line), answer(&line));
    let open = |now: &str| {
        let mut line = line.clone();
        line["now"] = json!(now);
        let answer = answer(&line);
        let rungs = answer["ladder"].as_array().expect("a list").clone();
        let hours: Vec<Json> = rungs.iter().map(|rung| rung["open"].clone()).collect();
        (each(&answer, "ladder", "channel").len(), hours)
    };
    let (night, noon) = (open("2026-11-25T03:00:00+08:00"), open("2026-11-25T11:00:00+08:00"));
    assert_eq!(night.0, noon.0);
    assert!(night.1.contains(&json!(false)), "somebody sleeps at three: {night:?}");
    assert!(!noon.1.contains(&json!(false)), "nobody sleeps at eleven: {noon:?}");
    assert_eq!(noon, open("2026-11-24T22:00:00-05:00"), "the same moment elsewhere");
    for now in ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
        assert!(open(now).0 > 0, "the ends of time have doors too");
    }
}

#[test]
fn what_is_given_stands_above_what_is_assumed_and_read() {
    let doors = |line: &Json| {
        let answer = answer(line);
        each(&answer, "ladder", "channel").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let lost = json!({ "problem": "pay-scam-transfer", "region": "CN" });
    let mut kept = lost.clone();
    kept["facts"] = json!({ "money-lost": false });
    assert!(answer(&lost)["urgent"].as_array().is_some_and(|acts| !acts.is_empty()));
    assert_eq!(answer(&kept)["urgent"], json!([]), "the problem assumes that money was lost");
    // What is read of the text is told, and gives way.
    let text = "我在香港，微信号被盗了";
    let read = json!({ "problem": "wx-account-stolen", "text": text });
    assert_eq!(answer(&read)["facts"]["region"], "HK");
    let given = json!({ "problem": "wx-account-stolen", "text": text, "region": "CN" });
    let plain = json!({ "problem": "wx-account-stolen", "region": "CN" });
    assert_eq!(doors(&given), doors(&plain));
    assert_ne!(doors(&read), doors(&plain));
    let by_fact = json!({ "problem": "wx-account-stolen", "facts": { "region": "CN" } });
    assert_eq!(doors(&by_fact), doors(&plain), "a region is a fact like any other");
}

#[test]
fn a_given_fact_can_make_minutes_matter() {
    let emergency = |facts: Json| {
        answer(&json!({ "problem": "wx-account-banned", "facts": facts }))["emergency"] == true
    };
    assert!(!emergency(json!({})));
    assert!(!emergency(json!({ "money-moving-now": false })));
    assert!(emergency(json!({ "money-moving-now": true })));
}

#[test]
fn only_an_emergency_says_whom_to_turn_to_at_once() {
    let told = |text: &str| {
        let answer = answer(&json!({ "text": text, "region": "HK" }));
        (answer["emergency"] == true, each(&answer, "urgent", "channel").len())
    };
    // The first guess is a problem that is always an emergency, the words are calm.
    assert_eq!(told("去年微信被盗过，后来找回来了"), (false, 0));
    assert_eq!(told("WhatsApp web logs out every day"), (false, 0));
    let (is_emergency, doors) = told("我的微信号刚被盗了");
    assert!(is_emergency && doors > 0);
}

#[test]
fn what_is_hardly_meant_does_not_lead_an_emergency() {
    let core = &COMPILED.core;
    let named = |id: &str| core.problem_named(id).expect("a problem");
    let (threat, theft) = (named("wx-harassment-report"), named("pay-unauthorized-deduction"));
    let mut heard = hear(core, &text::model(), "他买了汽油，就在我店对面");
    let mut lead = |problems: &[(ProblemRef, u16)]| {
        heard.problems = problems.to_vec();
        heard.lead(core)
    };
    assert_eq!(lead(&[(threat, 955), (theft, 27)]), Some(threat));
    assert_eq!(lead(&[(threat, 400), (theft, 300)]), Some(theft));
    assert_eq!(lead(&[(theft, 955), (threat, 27)]), Some(theft));
    assert_eq!(lead(&[]), None);
}

#[test]
fn danger_to_the_person_is_an_emergency_that_asks_for_no_bank() {
    let ask = |text: &str| answer(&json!({ "id": 1, "text": text, "region": "CN" }));
    let alone = ask("我不想活了");
    assert_eq!([&alone["emergency"], &alone["danger"]], [&json!(true), &json!("own-hand")]);
    assert_eq!(alone["urgent"], json!([]));
    let robbed = ask("钱全被骗走了，我不想活了");
    assert_eq!([&robbed["emergency"], &robbed["danger"]], [&json!(true), &json!("own-hand")]);
    assert_eq!(each(&robbed, "urgent", "channel").first(), Some(&"cn-110"));
    assert_eq!(ask("微信号被封了").get("danger"), None);
}
