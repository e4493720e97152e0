//! Whoever is told that minutes matter is told what to do, in every problem and
//! every place.

use recourse::engine::knowledge::{ChannelRef, Problem};
use recourse::engine::plan::Plan;
use serde_json::{Value as Json, json};

use crate::case_states::none_of;
use crate::cases::{channel_id, core, plan_for};
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
            let facts = json!({ "intruder-active": true, "platform": platform });
            each_plan(&facts, &mut |problem, place, plan| {
                let options = core().fact(core().platform.expect("a fact")).expect("a fact");
                let happens = problem
                    .platforms
                    .iter()
                    .any(|it| options.options[usize::from(*it)].id == *platform);
                if !happens || problem.emergency {
                    return;
                }
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
