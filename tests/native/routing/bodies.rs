//! Rules 10, 12, 13, 15 and 18: who runs a door, what it asks for first, and
//! whom it serves.

use recourse::engine::case::Value;
use recourse::engine::knowledge::{Duration, ProblemRef, Unit};
use recourse::engine::plan::WallKind;
use serde_json::json;

use super::{
    at_least, can_take, channel, fault, is, is_offered, problem, problems_with, step, with, zh,
};
use crate::case_states::{STATES, State, none_of};
use crate::cases::{channel_id, core, fact_ids};

/// Problems in which whoever runs the program or shop is the one who did wrong.
const WRONGDOERS: [&str; 4] =
    ["mp-user-fraud", "mp-user-false-ad", "mp-user-prepaid-runaway", "mp-user-privacy"];

fn named(ids: &[&str]) -> Vec<ProblemRef> {
    ids.iter().map(|id| problem(id)).collect()
}

#[test]
fn rule_10_nobody_is_sent_to_the_wrongdoer() {
    let wrongdoers = named(&WRONGDOERS);
    let mut faults = Vec::new();
    for state in STATES.iter().filter(|state| wrongdoers.contains(&state.problem)) {
        for id in ["mp-inside-report", "mp-merchant-service"] {
            if is_offered(&state.plan, id) {
                faults.push(fault(state, id));
            }
        }
        let is_wall = |wall: &&recourse::engine::plan::Wall| {
            wall.channel == channel("mp-inside-report") && wall.kind == WallKind::NotForThis
        };
        if !state.plan.walls.iter().any(|wall| is_wall(&wall)) {
            faults.push(fault(state, "the operator’s own entry is not warned of"));
        }
    }
    let fraud = json!({ "region": "CN", "locked-out": false });
    for state in with(&[problem("mp-user-fraud")], &fraud) {
        let calls =
            is_offered(&state.plan, "cn-110") || is_offered(&state.plan, "cn-police-station");
        if !is_offered(&state.plan, "mp-capsule-complaint") || !calls {
            faults.push(fault(&state, "neither the platform’s menu nor the police"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_12_two_clocks_are_kept_apart() {
    let mut faults = Vec::new();
    let is_clock = |within: Option<&Duration>, max: u16, unit: Unit| {
        within.is_some_and(|it| it.max == max && it.unit == unit)
    };
    for (id, max, unit) in [
        ("merchant-consumer-complaint", 48, Unit::Hour),
        ("mp-user-refund", 48, Unit::Hour),
        ("mp-user-refund", 7, Unit::Day),
    ] {
        let record = core().problem(problem(id)).expect("a problem");
        if !record.deadlines.iter().any(|it| is_clock(it.within.as_ref(), max, unit)) {
            faults.push(format!("{id} has no clock of {max} {unit:?}"));
        }
    }
    let shops = problems_with(&["wxshop-dispute"]);
    let refused = |days: u32| {
        let asked = json!({
            "weixin-shop": true, "contacted-merchant": true, "merchant-answer": "refused",
            "days-since-merchant-refusal": days,
        });
        with(&shops, &asked)
    };
    for state in refused(7).iter().filter(|state| !can_take(&state.plan, "wxshop-dispute")) {
        faults.push(fault(state, "the seven days are not over"));
    }
    for state in refused(8).iter().filter(|state| is_offered(&state.plan, "wxshop-dispute")) {
        faults.push(fault(state, "the seven days are over"));
    }
    for state in STATES.iter().filter(|state| is(state, "weixin-shop", false)) {
        if is_offered(&state.plan, "wxshop-dispute") {
            faults.push(fault(state, "it is no Weixin Shop"));
        }
    }
    none_of(faults);
}

/// Whether the platform was asked first.
fn asked(state: &State) -> bool {
    is(state, "contacted-platform", true)
}

/// Whether the platform refused, did not help, or let so many days pass.
fn failed(state: &State, days: i64) -> bool {
    matches!(state.option("platform-answer"), Some("refused" | "unsatisfying"))
        || at_least(state, "days-since-platform-contact", days)
}

#[test]
fn rule_13_regulators_are_offered_only_to_whom_they_take() {
    let mut faults = Vec::new();
    for state in STATES.iter() {
        let mut refuse = |ids: &[&str], is_wrong: bool, why: &str| {
            for id in ids.iter().filter(|id| is_wrong && can_take(&state.plan, id)) {
                faults.push(fault(state, &format!("{id} {why}")));
            }
        };
        let has_asked = asked(state);
        refuse(&["cn-miit-user-complaint", "cn-12363", "ie-dpc", "in-gac"], !has_asked, "unasked");
        refuse(&["wa-in-grievance", "hk-hkma"], !has_asked, "unasked");
        refuse(&["cn-miit-user-complaint", "cn-12363"], !failed(state, 15), "before 15 days");
        refuse(&["in-gac"], !failed(state, 30), "before 30 days");
        let is_elsewhere = is(state, "court-or-other-body-handling", true);
        refuse(&["cn-miit-user-complaint", "cn-12363", "cn-12315"], is_elsewhere, "beside a court");
        refuse(&["cn-12315"], is(state, "bought-for-own-use", false), "for a business");
        refuse(
            &["in-gac", "wa-in-grievance"],
            state.option("region").is_some_and(|it| it != "IN")
                && state.problem != problem("wa-india-payments"),
            "outside India",
        );
    }
    // Whole kinds of problem that a body does not take.
    let never: [(&str, &[&str]); 3] = [
        ("cn-12315", &["mp-dev-", "merchant-", "oa-", "wecom-", "wa-ban", "wx-account-banned"]),
        (
            "cn-12377",
            &[
                "mp-dev-",
                "merchant-",
                "oa-account",
                "oa-api",
                "wa-ban",
                "wx-account-banned",
                "wx-ban-",
                "mp-user-refund",
            ],
        ),
        (
            "cn-isc-ts",
            &[
                "pay-",
                "mp-user-refund",
                "mp-user-fraud",
                "mp-user-false-ad",
                "mp-user-prepaid",
                "wa-scam",
                "wa-business-fraud",
                "wx-minor",
            ],
        ),
    ];
    for (id, kinds) in never {
        for problem in &core().problems {
            let is_kind = kinds.iter().any(|kind| problem.id.starts_with(kind));
            if is_kind && problem.ladder.iter().any(|rung| rung.channel == channel(id)) {
                faults.push(format!("{id} does not take {}", problem.id));
            }
        }
    }
    none_of(faults);
}

#[test]
fn rule_15_who_froze_the_money_decides_who_can_release_it() {
    let mut faults = Vec::new();
    let doors = ["pay-limit-lift", "pay-freeze-authority"];
    for state in STATES.iter() {
        let kind = state.option("freeze-kind");
        let [platform, authority] = doors.map(|id| is_offered(&state.plan, id));
        if platform && kind == Some("judicial") {
            faults.push(fault(state, "the platform cannot release it"));
        }
        if authority && kind == Some("risk-control") {
            faults.push(fault(state, "no authority froze it"));
        }
    }
    for problem in problems_with(&["pay-freeze-authority"]) {
        for state in with(&[problem], &json!({ "region": "CN" })) {
            let asks = fact_ids(&state.plan.asks);
            let is_waiting = step(&state.plan, "pay-freeze-authority")
                .is_some_and(|step| step.standing == recourse::engine::plan::Standing::Unknown);
            // Whoever has answered a lot is not asked about later doors.
            let is_done = state.value("freeze-kind").is_some() || state.case.iter().count() > 5;
            if !is_done && is_waiting && !asks.contains(&"freeze-kind") {
                faults.push(fault(&state, &format!("asks {asks:?}, not who froze it")));
            }
        }
    }
    none_of(faults);
}

#[test]
fn rule_18_dispute_bodies_of_the_eu_are_for_public_content_there() {
    let mut faults = Vec::new();
    for state in STATES.iter() {
        for id in ["eu-ods", "eu-dsc"].into_iter().filter(|id| is_offered(&state.plan, id)) {
            let is_there = state.option("region") == Some("EU");
            let is_private = state.value("public-content") == Some(Value::Flag(false));
            if !is_there || is_private {
                faults.push(fault(state, id));
            }
        }
    }
    for private in problems_with(&["eu-ods", "eu-dsc"]) {
        let record = core().problem(private).expect("a problem");
        if !zh(record.description).contains("频道") {
            faults.push(format!("{} is not about channels", record.id));
        }
        assert!(record.ladder.iter().any(|rung| channel_id(rung.channel) == "eu-ods"));
    }
    none_of(faults);
}
