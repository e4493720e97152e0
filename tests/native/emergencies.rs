//! Whoever is told that minutes matter is told what to do, in every problem and
//! every place.

use std::collections::BTreeSet;

use recourse::engine::calendar::Moment;
use recourse::engine::case::Value;
use recourse::engine::knowledge::{ChannelRef, Problem, Stage};
use recourse::engine::plan::{Plan, Standing, Step, at_once, changes, plan};
use recourse::engine::rule::Condition;
use recourse::engine::text::STATED;
use serde_json::{Value as Json, json};

use crate::case_states::none_of;
use crate::cases::{case, channel_id, core, plan_at, plan_for, saturday_morning};
use crate::metamorphic::is_for_emergencies;

/// The places a person can be in, and that nobody knows.
fn places() -> Vec<Option<&'static str>> {
    let region = core().fact_named("region").and_then(|fact| core().fact(fact));
    let options = &region.expect("the place").options;
    options.iter().map(|option| Some(option.id.as_str())).chain([None]).collect()
}

/// Every problem in every place with these facts, and its plan.
fn each_plan(facts: &Json, visit: &mut dyn FnMut(&Problem, Option<&str>, &Plan)) {
    for problem in &core().problems {
        for place in places() {
            let mut facts = facts.clone();
            if let Some(place) = place {
                facts["region"] = json!(place);
            }
            visit(problem, place, &plan_for(&problem.id, &facts));
        }
    }
}

fn doors(plan: &Plan) -> Vec<ChannelRef> {
    plan.urgent.iter().filter_map(|act| act.channel).collect()
}

/// What a person's words raise the alarm by and what the answers raise it by are the same facts.
#[test]
fn words_and_answers_raise_the_alarm_alike() {
    let is = |id: &&str| Condition::Is(core().fact_named(id).expect(id), Value::Flag(true));
    let together = |facts: &&[&str]| match facts {
        [fact] => is(fact),
        facts => Condition::All(facts.iter().map(is).collect()),
    };
    let by_words = Condition::Any(STATED.iter().map(together).collect());
    assert_eq!(core().order.alarm, Some(by_words));
}

#[test]
fn an_emergency_always_comes_with_something_to_do() {
    let alarms = [
        json!({ "money-moving-now": true }),
        json!({ "money-moving-now": true, "intruder-active": true }),
        json!({ "threatened": true, "intimate-images": true }),
    ];
    let mut faults = Vec::new();
    let mut count = 0;
    for alarm in &alarms {
        each_plan(alarm, &mut |problem, place, plan| {
            count += 1;
            if plan.urgent.is_empty() {
                faults.push(format!("{} {place:?} {alarm}", problem.id));
            }
        });
    }
    each_plan(&json!({}), &mut |problem, place, plan| {
        count += usize::from(problem.emergency);
        if problem.emergency == plan.urgent.is_empty() {
            faults.push(format!("{} {place:?}", problem.id));
        }
    });
    println!("{count} emergencies");
    none_of(faults);
}

#[test]
fn whoever_loses_money_now_is_told_whom_to_call_first_in_every_problem_that_is_calm_otherwise() {
    let mut faults = Vec::new();
    each_plan(&json!({ "money-moving-now": true }), &mut |problem, place, plan| {
        // A problem that is always an emergency says itself what comes first.
        if problem.emergency {
            return;
        }
        let doors = doors(plan);
        let calls: Vec<ChannelRef> =
            doors.iter().copied().filter(|it| is_for_emergencies(*it)).collect();
        let here = core().regions.iter().find(|region| Some(region.code.as_str()) == place);
        let order = |call: &ChannelRef| {
            here.and_then(|here| here.first_call.iter().position(|it| it == call))
        };
        let is_first = here.is_none_or(|_| calls.first().is_some_and(|it| order(it).is_some()));
        let is_in_order = calls.iter().filter_map(order).is_sorted();
        if calls.is_empty() || !is_first || !is_in_order {
            let doors: Vec<_> = doors.into_iter().map(channel_id).collect();
            faults.push(format!("{} {place:?}: {doors:?}", problem.id));
        }
    });
    none_of(faults);
}

/// Visits every plan in which somebody else is in an account on this platform, of
/// every problem that happens there and is calm otherwise.
fn each_intruder(
    platform: Option<&str>,
    beside: &Json,
    visit: &mut dyn FnMut(&Problem, Option<&str>, &Plan),
) {
    let options = &core().fact(core().platform.expect("a fact")).expect("a fact").options;
    let mut facts = beside.clone();
    facts["intruder-active"] = json!(true);
    if let Some(platform) = platform {
        facts["platform"] = json!(platform);
    }
    each_plan(&facts, &mut |problem, place, plan| {
        let mut there = problem.platforms.iter().map(|it| options[usize::from(*it)].id.as_str());
        if !problem.emergency && platform.is_none_or(|platform| there.any(|it| it == platform)) {
            visit(problem, place, plan);
        }
    });
}

#[test]
fn whoever_finds_somebody_in_the_account_is_told_how_to_shut_them_out() {
    let mut faults = Vec::new();
    let mut count = 0;
    let platforms = [
        (["wechat", "wechat-pay", "mini-program"].as_slice(), "wx-freeze-login-page"),
        (&["whatsapp", "whatsapp-business"], "wa-reregister"),
    ];
    for (platforms, shuts_out) in platforms {
        for platform in platforms {
            each_intruder(Some(platform), &json!({}), &mut |problem, place, plan| {
                count += 1;
                if doors(plan).first().map(|door| channel_id(*door)) != Some(shuts_out) {
                    faults.push(format!("{} {place:?} {platform}", problem.id));
                }
            });
        }
    }
    println!("{count} with somebody in the account");
    assert!(count > 500, "only {count}");
    none_of(faults);
}

/// What shuts an intruder out on each platform, or whom to tell where nothing does.
const AGAINST_INTRUDERS: [(&str, &[&str]); 9] = [
    ("wechat", &["wx-freeze-login-page"]),
    ("wechat-pay", &["wx-freeze-login-page"]),
    ("mini-program", &["wx-freeze-login-page"]),
    ("whatsapp", &["wa-reregister"]),
    ("whatsapp-business", &["wa-reregister"]),
    ("wecom", &["wecom-help-feedback", "wx-mp-tencent-kefu"]),
    ("official-account", &["wx-mp-tencent-kefu"]),
    ("wechat-pay-merchant", &["wx-mp-tencent-kefu"]),
    ("mini-program-dev", &["wx-mp-tencent-kefu"]),
];

fn against_intruders(platform: &str) -> &'static [&'static str] {
    let found = AGAINST_INTRUDERS.iter().find(|(known, _)| *known == platform);
    found.unwrap_or_else(|| panic!("what to do about {platform}?")).1
}

#[test]
fn whoever_does_not_say_where_is_told_what_fits_and_asked_where_if_that_differs() {
    let mut faults = Vec::new();
    let mut asked = 0;
    let platform = core().platform.expect("a fact");
    let options = &core().fact(platform).expect("a fact").options;
    each_intruder(None, &json!({}), &mut |problem, place, plan| {
        let platforms = problem.platforms.iter().map(|it| options[usize::from(*it)].id.as_str());
        let wanted: BTreeSet<&[&str]> = platforms.map(against_intruders).collect();
        let doors: Vec<&str> = doors(plan).into_iter().map(channel_id).collect();
        if !wanted.iter().copied().flatten().all(|door| doors.contains(door)) {
            faults.push(format!("{} {place:?}: {doors:?}", problem.id));
        }
        let is_asked = plan.asks.iter().take(2).any(|fact| *fact == platform);
        asked += usize::from(is_asked);
        if wanted.len() > 1 && !is_asked {
            faults.push(format!("{} {place:?} does not ask where it happened", problem.id));
        }
    });
    println!("{asked} asked where it happened");
    none_of(faults);
}

#[test]
fn whoever_does_not_know_where_still_sees_what_the_answer_would_change() {
    let problem = core().problem_named("wx-link-blocked").expect("a problem");
    let platform = core().platform.expect("a fact");
    let mut told = case(&json!({ "intruder-active": true, "region": "CN" }));
    told.skip(platform);
    let now = plan(core(), problem, &told, saturday_morning());
    assert!(!now.asks.contains(&platform));
    let all = changes(core(), problem, &told, saturday_morning(), &now);
    let spares = |option: &str| {
        let value = core().option_named(platform, option);
        let mut own = all.iter().filter(|it| it.fact == platform && Some(it.value) == value);
        !own.next().expect("it is tried").acts_go.is_empty()
    };
    assert!(spares("wechat") && spares("official-account"));
}

#[test]
fn whoever_finds_somebody_in_an_account_of_a_business_is_told_whom_to_tell() {
    let mut faults = Vec::new();
    let mut count = 0;
    let desks = AGAINST_INTRUDERS.iter().filter(|(_, told)| told.contains(&"wx-mp-tencent-kefu"));
    for (platform, told) in desks.copied() {
        each_intruder(Some(platform), &json!({}), &mut |problem, place, plan| {
            count += 1;
            let doors: Vec<&str> = doors(plan).into_iter().map(channel_id).collect();
            let is_told = told.iter().all(|door| doors.contains(door));
            // Nobody is sent to freeze what is not in anybody's hands.
            let is_other =
                doors.iter().any(|it| ["wx-freeze-login-page", "wa-reregister"].contains(it));
            if !is_told || is_other {
                faults.push(format!("{} {place:?} {platform}: {doors:?}", problem.id));
            }
        });
        let moving = json!({ "money-moving-now": true });
        each_intruder(Some(platform), &moving, &mut |problem, place, plan| {
            let doors = doors(plan);
            let call = doors.iter().position(|door| is_for_emergencies(*door));
            let desk = doors.iter().position(|door| told.contains(&channel_id(*door)));
            if call.is_none() || desk.is_none() || call > desk {
                faults.push(format!(
                    "{} {place:?} {platform}: the desk before the calls",
                    problem.id
                ));
            }
        });
    }
    println!("{count} with somebody in an account of a business");
    assert!(count > 500, "only {count}");
    none_of(faults);
}

#[test]
fn where_nothing_else_is_known_one_calls_whom_one_calls_first_there() {
    let called = |facts: &Json| -> Vec<&'static str> {
        let acts = at_once(core(), None, &case(facts), saturday_morning());
        acts.into_iter().filter_map(|act| act.channel).map(channel_id).collect()
    };
    for region in &core().regions {
        let first: Vec<&str> = region.first_call.iter().copied().map(channel_id).collect();
        assert!(!first.is_empty(), "{}", region.code);
        assert_eq!(called(&json!({ "region": region.code })), first);
    }
    assert_eq!(called(&json!({})), ["bank-issuer"]);
    assert_eq!(called(&json!({ "region": "OTHER" })), ["bank-issuer"]);
}

#[test]
fn at_three_at_night_whoever_is_there_stands_before_whoever_is_not() {
    let mut faults = Vec::new();
    let mut closed = 0;
    let nights = ["2026-11-24T03:00:00+08:00", "2026-10-01T03:00:00+08:00"];
    for night in nights.map(|night| Moment::parse(night).expect("a time")) {
        for problem in &core().problems {
            for place in places().into_iter().flatten() {
                let facts =
                    json!({ "region": place, "money-lost": true, "money-moving-now": true });
                let plan = plan_at(&problem.id, &facts, night);
                let acts: Vec<bool> = (plan.urgent.iter())
                    .filter_map(|act| act.opening.is_open().or(act.channel.map(|_| true)))
                    .collect();
                let is_there = |step: &&Step| {
                    step.stage <= Stage::First
                        && step.standing == Standing::Yes
                        && step.progress.is_open()
                        && step.opening.is_open() == Some(true)
                };
                let first = plan.ladder.iter().find(|step| step.standing != Standing::Later);
                let is_shut = first.is_some_and(|step| step.opening.is_open() == Some(false));
                closed += acts.iter().filter(|is_open| !**is_open).count();
                if is_shut && plan.ladder.iter().any(|step| is_there(&step)) {
                    faults.push(format!("{} {place}: a door", problem.id));
                }
                if !acts.is_sorted_by(|one, other| one >= other) {
                    faults.push(format!("{} {place}: an act", problem.id));
                }
            }
        }
    }
    println!("{closed} acts at doors that are closed");
    assert!(closed > 0, "nobody sleeps");
    none_of(faults);
}

/// Who has the receipt of the police is not told to call them again.
#[test]
fn a_swapped_code_that_was_reported_is_not_reported_again() {
    let first = |facts: Json| doors(&plan_for("pay-qr-replaced", &facts)).len();
    assert_eq!(first(json!({ "region": "CN" })), 1);
    assert_eq!(first(json!({ "region": "CN", "reported-to-police": true })), 0);
}
