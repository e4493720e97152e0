//! A host's own pack: judged as a whole, joined as a whole, and never in the way
//! of what helps in an emergency.

mod words;

use recourse::engine::calendar::Moment;
use recourse::engine::case::Case;
use recourse::engine::hosted::shape::Form;
use recourse::engine::hosted::{FIRST, Hosted, OWN, join, schema};
use recourse::engine::knowledge::{Core, Source, Stage, decode_core, encode_core};
use recourse::engine::plan::plan;
use serde_json::{Value, json};

use crate::cases::{COMPILED, core};

/// The pack of the fictional shop, whose page the end-to-end tests open.
const SHOP: &str = include_str!("../../e2e/hosts/shop/pack.json");

fn shop() -> Value {
    serde_json::from_str(SHOP).expect("JSON")
}

struct Joined {
    core: Core,
    sources: Vec<Source>,
    said: Result<Hosted, Vec<String>>,
}

fn joined(pack: &str) -> Joined {
    let (mut core, mut sources) = (COMPILED.core.clone(), COMPILED.sources.clone());
    let said = join(&mut core, &mut sources, pack);
    let said = said.map_err(|wrong| wrong.iter().map(ToString::to_string).collect());
    Joined { core, sources, said }
}

/// What is wrong with the shop's pack after a change.
fn faults(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut pack = shop();
    change(&mut pack);
    let joined = joined(&pack.to_string());
    let faults = joined.said.expect_err("it should be refused");
    assert_eq!(encode_core(&joined.core), encode_core(core()), "nothing is half applied");
    assert_eq!(joined.sources.len(), COMPILED.sources.len());
    faults
}

fn replaced() -> Joined {
    let mut pack = shop();
    pack["mode"] = json!("replace");
    pack["begin"] = json!([]);
    joined(&pack.to_string())
}

#[test]
fn no_id_of_ours_comes_after_those_of_packs() {
    let channels = core().channels.iter().map(|channel| &channel.id);
    let ids = channels.chain(core().problems.iter().map(|problem| &problem.id));
    assert_eq!(ids.filter(|id| id.as_str() >= OWN).count(), 0);
    assert!(COMPILED.sentences.len() < FIRST);
}

#[test]
fn a_pack_adds_its_doors_and_its_problems_and_moves_nothing_of_ours() {
    let Joined { core: with, sources, said } = joined(SHOP);
    let said = said.expect("a sound pack");
    assert_eq!(with.channels.len(), core().channels.len() + 2);
    assert_eq!(with.problems.len(), core().problems.len() + 1);
    for (before, after) in core().channels.iter().zip(&with.channels) {
        assert_eq!(before.id, after.id);
    }
    assert!(with.channels.windows(2).all(|two| two[0].id < two[1].id));
    assert!(with.problems.windows(2).all(|two| two[0].id < two[1].id));
    assert!(
        said.sentences.iter().all(|it| it.zh.is_some() && it.en.is_some() && it.hant.is_some())
    );
    assert_eq!(sources.len(), COMPILED.sources.len() + 1);
    // A host may call itself what it likes: who says so is told by its domain.
    let own = sources.last().expect("its source");
    assert_eq!((own.domain(), own.publisher), ("help.lamp-and-wick.example", None));
    let title = own.title.expect("its name").place() - FIRST;
    let title = &said.sentences[title];
    assert!(title.zh.is_some() && title.zh != title.en, "{title:?}");

    let bytes = encode_core(&with).expect("encodes");
    let again = decode_core(&bytes).expect("decodes");
    assert_eq!(encode_core(&again), Ok(bytes));
}

#[test]
fn ways_out_begin_with_the_host_and_stages_keep_their_order() {
    let Joined { core: with, .. } = joined(SHOP);
    let now = Moment::parse("2026-11-20T10:00:00+08:00").expect("a time");
    let ids = |core: &Core, problem: &str| -> Vec<(Stage, String)> {
        let problem = core.problem_named(problem).expect("a problem");
        let steps = plan(core, problem, &Case::default(), now).ladder;
        let id = |channel| core.channel(channel).expect("a channel").id.clone();
        steps.iter().map(|step| (step.stage, id(step.channel))).collect()
    };
    let refund = ids(&with, "mp-user-refund");
    let first = refund.iter().find(|(stage, _)| *stage >= Stage::First);
    assert_eq!(first, Some(&(Stage::First, "x-lamp-desk".to_owned())));
    let ours: Vec<_> = refund.iter().filter(|(_, id)| !id.starts_with(OWN)).cloned().collect();
    assert_eq!(ours, ids(core(), "mp-user-refund"), "our doors stand as they stood");
    let own = ids(&with, "x-lamp-wrong-shade");
    let own: Vec<&str> = own.iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(own[..2], ["x-lamp-desk", "x-lamp-owner"]);
}

#[test]
fn whatever_a_pack_says_emergencies_and_warnings_stay() {
    let Joined { core: with, said, .. } = replaced();
    said.expect("a sound pack");
    assert!(with.problems.len() < core().problems.len(), "problems are left out");
    let guard = |core: &Core, id: &str| {
        let problem = core.problem_named(id).and_then(|it| core.problem(it));
        problem.map(|problem| format!("{problem:?}"))
    };
    let is_grave = |id: &str| guard(core(), id).is_some_and(|it| it.contains("emergency: true"));
    for problem in &core().problems {
        let kept = with.problem_named(&problem.id).and_then(|it| with.problem(it));
        if is_grave(&problem.id) || problem.id == "other-unknown" {
            let kept = kept.unwrap_or_else(|| panic!("{} is gone", problem.id));
            assert_eq!(format!("{:?}", kept.urgent), format!("{:?}", problem.urgent));
            assert_eq!(format!("{:?}", kept.ladder), format!("{:?}", problem.ladder));
            assert_eq!(kept.scam_guard, problem.scam_guard);
        }
    }
    for (before, after) in core().guides.iter().zip(&with.guides) {
        assert_eq!((&before.id, before.problems.len()), (&after.id, after.problems.len()));
        for (was, is) in before.problems.iter().zip(&after.problems) {
            let was = &core().problem(*was).expect("a problem").id;
            let is = with.problem(*is).map(|problem| &problem.id);
            assert!(is.is_none_or(|is| is == was), "a guide must not change its problem");
        }
    }
    for problem in &with.problems {
        for other in &problem.confusable_with {
            assert!(with.problem(*other).is_some(), "{} refers to nothing", problem.id);
        }
    }
    let own = with.problem_named("x-lamp-wrong-shade").and_then(|it| with.problem(it));
    let elsewhere = core().problem_named("other-unknown").and_then(|it| core().problem(it));
    let warnings = &elsewhere.expect("a problem").scam_guard;
    assert!(!warnings.is_empty());
    assert_eq!(&own.expect("a problem").scam_guard, warnings, "warnings stand on theirs as well");
    assert_eq!(format!("{:?}", with.crisis), format!("{:?}", core().crisis));
    assert_eq!(format!("{:?}", with.regions), format!("{:?}", core().regions));
    assert_eq!(format!("{:?}", with.order), format!("{:?}", core().order));
}

#[test]
fn what_a_host_keeps_stays_too() {
    let mut pack = shop();
    pack["mode"] = json!("replace");
    pack["keep"] = json!(["mp-user-refund"]);
    let Joined { core: with, said, .. } = joined(&pack.to_string());
    said.expect("a sound pack");
    let refund = with.problem_named("mp-user-refund").and_then(|it| with.problem(it));
    let first = refund.expect("it is kept").ladder[0].channel;
    assert_eq!(with.channel(first).map(|door| door.id.as_str()), Some("x-lamp-desk"));
}

#[test]
fn everything_wrong_is_told_at_once() {
    let faults = faults(|pack| {
        pack["recourse"] = json!(2);
        pack["colour"] = json!("red");
        pack["name"] = json!({ "zh": "灯" });
        pack["channels"][0]["url"] = json!("javascript:alert(1)");
        pack["channels"][0]["id"] = json!("cn-110");
        pack["channels"][1]["kind"] = json!("police");
        pack["problems"][0]["severity"] = json!("critical");
        pack["problems"][0]["ladder"][0]["stage"] = json!("now");
        pack["begin"] = json!({});
    });
    for part in [
        "/recourse: 2 is not between 1 and 1",
        ": there is no key `colour`",
        "/name: en is missing",
        "/channels/0/url: “javascript:alert(1)” is not",
        "/channels/0/id: “cn-110” is not",
        "/channels/1/kind: “police” is none of",
        "/problems/0/severity: “critical” is none of",
        "/problems/0/ladder/0/stage: “now” is none of",
        "/begin: this should be a list",
    ] {
        assert_eq!(
            faults.iter().filter(|fault| fault.starts_with(part)).count(),
            1,
            "{part} {faults:?}"
        );
    }
    assert_eq!(faults.len(), 9, "{faults:?}");
}

#[test]
fn what_does_not_fit_the_records_is_told_at_once() {
    let faults = faults(|pack| {
        pack["channels"][0]["hours"]["zone"] = json!("Moon/Crater");
        pack["channels"][0]["hours"]["always"] = json!(true);
        pack["channels"][0]["regions"] = json!(["XX"]);
        pack["channels"][0]["outcome"]["min"] = json!(9);
        pack["channels"][1]["id"] = json!("x-lamp-desk");
        pack["problems"][0]["platforms"] = json!([]);
        pack["problems"][0]["ladder"][2]["channel"] = json!("no-such-door");
        pack["begin"][0]["problems"] = json!(["pay-scam-transfer", "no-such-thing"]);
        pack["keep"] = json!(["mp-user-refund"]);
        pack["problems"][0]["ladder"][1]["channel"] = json!("x-lamp-desk");
        let again = pack["begin"][0].clone();
        pack["begin"].as_array_mut().expect("a list").push(again);
    });
    for part in [
        "/problems/0/ladder/1: `channel` stands here twice",
        "/begin/1: `pay-scam-transfer` stands here twice",
        "/channels/0/hours: there is no time zone called `Moon/Crater`",
        "/channels/0/hours: either `always` or `windows`",
        "/channels/0/regions: there is no region `XX`",
        "/channels/0/outcome: `min` is longer",
        "/channels/1/id: `x-lamp-desk` stands here twice",
        "/problems/0/platforms: an entry is missing",
        "/problems/0/ladder/2/channel: there is no channel `no-such-door`",
        "/begin/0: where minutes matter",
        "/begin/0: there is no built-in problem `no-such-thing`",
        "/keep: `keep` is for the mode",
    ] {
        assert!(faults.iter().any(|fault| fault.starts_with(part)), "{part} {faults:?}");
    }
}

/// What is of a form, and what only looks like it.
const FORMS: &[(Form, &[&str], &[&str])] = &[
    (
        Form::Address,
        &["https://a.example", "https://a.example:8443/b?c=1#d", "https://xn--fiq.example/"],
        &[
            "http://a.example",
            "javascript:alert(1)",
            "https://",
            "https://user@a.example/",
            "https://a.example/\"onclick",
            "https://a.example/ b",
            "HTTPS://a.example",
            "https://a.example\\@b.example",
            "https://a.example:port/",
            "//a.example",
            "data:,",
            "https://a.example/<b>",
            "https://例.example/",
            "https://-a/",
            "https://a:123456/",
        ],
    ),
    (
        Form::Phone,
        &["110", "+86 400 000 0000", "400-000-0000"],
        &[
            "12",
            "+",
            "110;ext=1",
            "1 1",
            "110,",
            "*#06#",
            "+-110",
            "110 ",
            "１１０",
            "1234567890123456789012345",
        ],
    ),
    (
        Form::Mail,
        &["desk@a.example", "a.b+c@x-y.example"],
        &[
            "desk",
            "@a.example",
            "a@",
            "a@b@c",
            "a@b?subject=x",
            "a b@c",
            "a@b,c@d",
            "a@-b",
            "mailto:a@b",
        ],
    ),
    (
        Form::Line,
        &["灯", "Lamp <b>& \"Wick\"</b>"],
        &["", " ", "a\nb", "a\u{0}", "\u{202e}abc", "a\u{2066}b", "\u{7f}", "a\u{200f}"],
    ),
    (Form::OwnId, &["x-a", "x-lamp-2"], &["x-", "a", "X-a", "x_a", "x-a b", "wx-a"]),
    (Form::Id, &["cn-110"], &["", "CN 110", "cn_110"]),
    (
        Form::Time,
        &["00:00", "23:59", "24:00"],
        &["24:01", "9:00", "09:60", "+9:00", "0900", "09:0"],
    ),
    (Form::Days, &["mon", "mon-fri", "sat-sun"], &["", "mo", "mon-", "fri-mon-tue", "Mon"]),
    (Form::Day, &["2026-11-01"], &["2026-13-01", "2026-1-1", "yesterday", "2026-02-30"]),
    (Form::Region, &["CN", "HK"], &["cn", "C", "CHN"]),
    (Form::Language, &["zh", "en"], &["z", "zho", "ZH"]),
];

#[test]
fn a_pack_is_no_way_in_for_links_or_directions() {
    for (form, good, bad) in FORMS {
        for text in *good {
            assert!(form.is_of(text), "{form:?} {text}");
        }
        for text in *bad {
            assert!(!form.is_of(text), "{form:?} {text}");
        }
    }
}

#[test]
fn damage_is_refused_and_nothing_changes() {
    let pack = SHOP.trim_end();
    for cut in (0..pack.len()).filter(|&cut| pack.is_char_boundary(cut)).step_by(7) {
        let joined = joined(&pack[..cut]);
        assert!(joined.said.is_err(), "cut at {cut}");
        assert_eq!(joined.core.channels.len(), core().channels.len());
    }
    assert!(joined(&" ".repeat(2 << 20)).said.is_err(), "longer than a pack may be");
    assert!(joined("[]").said.is_err_and(|faults| faults == [": this should be a record: { … }"]));
}

#[test]
fn the_schema_is_json_and_knows_the_fields() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    assert_eq!(schema["type"], "object");
    for field in ["recourse", "channels", "problems", "begin"] {
        assert!(schema["properties"][field].is_object(), "{field}");
    }
    assert_eq!(schema["properties"]["recourse"]["maximum"], 1);
    assert_eq!(schema["$defs"]["sentence"]["required"], json!(["zh", "en"]));
}
