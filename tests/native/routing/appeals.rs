//! Rules 7 to 9, 11, 17, 20, 21 and 23: appeals that are few, letters that are
//! read first, money that is taken out first, courts that come last.

use recourse::engine::knowledge::{ChannelKind, ChannelRef, Trace, Unit};
use serde_json::json;

use super::{
    at_least, can_take, channel, en, fault, is, is_last, place, problem, problems_with, step, with,
    zh,
};
use crate::case_states::{STATES, none_of};
use crate::cases::{channel_id, core, fact_ids};

/// The doors whose use counts as an appeal.
fn appeals() -> &'static [ChannelRef] {
    let used = core().fact_named("appeals-used").and_then(|fact| core().fact(fact));
    match &used.expect("a fact").trace {
        Some(Trace::Done(doors)) => doors,
        _ => panic!("appeals are counted"),
    }
}

#[test]
fn rule_07_an_appeal_waits_until_everything_is_finished() {
    let mut faults = Vec::new();
    for state in STATES.iter() {
        for id in appeals().iter().map(|it| channel_id(*it)) {
            if !can_take(&state.plan, id) {
                continue;
            }
            if is(state, "fix-done", false) {
                faults.push(fault(state, &format!("{id} before the fix")));
            }
            if state.option("last-appeal") == Some("pending") {
                faults.push(fault(state, &format!("{id} while one is in review")));
            }
            let is_letter = matches!(id, "mpdev-letter-appeal" | "mpdev-warning-appeal");
            let is_in_review =
                is(state, "fix-needs-code-review", true) && !is(state, "code-review-passed", true);
            if is_letter && is_in_review {
                faults.push(fault(state, &format!("{id} before the code review")));
            }
            if id == "oa-ban-appeal" && at_least(state, "appeals-used", 1) {
                faults.push(fault(state, &format!("{id} a second time")));
            }
        }
    }
    none_of(faults);
}

#[test]
fn rule_08_a_warning_and_a_penalty_take_different_ways() {
    let forks = ["mpdev-warning-appeal", "mpdev-letter-appeal"];
    let mut faults = Vec::new();
    for state in STATES.iter() {
        let notice = state.option("notice-kind");
        let [warning, penalty] = forks.map(|id| can_take(&state.plan, id));
        if warning && notice != Some("warning") {
            faults.push(fault(state, "answers a warning that is none"));
        }
        if penalty && notice == Some("warning") {
            faults.push(fault(state, "answers a warning like a penalty"));
        }
    }
    for (problem, record) in core().each_problem() {
        let has = |id: &str| record.ladder.iter().any(|rung| channel_id(rung.channel) == id);
        if !forks.into_iter().all(has) {
            continue;
        }
        for state in with(&[problem], &json!({ "fix-done": true, "fix-needs-code-review": false }))
        {
            let is_asked = fact_ids(&state.plan.asks).contains(&"notice-kind");
            let is_pending = state.option("last-appeal") == Some("pending");
            if state.value("notice-kind").is_none() && !is_asked && !is_pending {
                faults.push(fault(&state, "does not ask which letter it is"));
            }
        }
        let by_letter = core().fact_named("notice-deadline");
        if !record.deadlines.iter().any(|it| it.clock == by_letter) {
            faults.push(format!("{}: the date in the letter has no clock", record.id));
        }
    }
    none_of(faults);
}

#[test]
fn rule_09_who_appeals_quotes_the_version_that_was_fixed() {
    let doors = ["mpdev-warning-appeal", "mpdev-letter-appeal", "mpdev-provider-appeal"];
    let mut faults = Vec::new();
    for problem in problems_with(&doors) {
        let record = core().problem(problem).expect("a problem");
        let is_collected = record.evidence.iter().any(|item| item.id == "version");
        let is_said = record.dos.iter().any(|text| zh(*text).contains("版本"));
        if !is_collected || !is_said && !record.facts_to_state.iter().any(|it| it == "version") {
            faults.push(record.id.clone());
        }
    }
    none_of(faults);
}

#[test]
fn rule_11_a_merchant_appeals_after_the_material_was_reviewed() {
    let mut faults = Vec::new();
    let gate = core().channel(channel("pay-merchant-appeal")).expect("a channel");
    if !gate.limits.iter().any(|it| zh(*it).contains("审") && en(*it).contains("review")) {
        faults.push("the appeal centre does not tell of its gate".to_owned());
    }
    for state in STATES.iter().filter(|state| can_take(&state.plan, "pay-merchant-appeal")) {
        let step = step(&state.plan, "pay-merchant-appeal").expect("a step");
        if is(state, "fix-done", false) || !zh(step.reason).contains("材料") {
            faults.push(fault(state, "appeals before the material"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_17_money_inside_is_taken_out_before_the_appeal() {
    let problems = problems_with(&["wx-funds-withdraw"]);
    let mut faults = Vec::new();
    let open = json!({ "balance-inside": true, "temporary-login-works": true });
    for state in with(&problems, &open) {
        if state.option("freeze-kind") == Some("judicial") {
            continue;
        }
        if place(&state.plan, "wx-funds-withdraw") != Some(0) {
            faults.push(fault(&state, "does not withdraw first"));
        }
    }
    for state in STATES.iter().filter(|state| problems.contains(&state.problem)) {
        let [out, appeal] = ["wx-funds-withdraw", "wx-ban-appeal"].map(|id| place(&state.plan, id));
        let is_open = step(&state.plan, "wx-funds-withdraw")
            .is_some_and(|step| step.standing == recourse::engine::plan::Standing::Yes);
        if is_open && out.is_some_and(|out| appeal.is_some_and(|appeal| appeal < out)) {
            faults.push(fault(state, "appeals first"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_20_courts_come_last() {
    let mut faults = Vec::new();
    for state in STATES.iter() {
        for step in &state.plan.ladder {
            let kind = core().channel(step.channel).expect("a channel").kind;
            if kind == ChannelKind::Court && !is_last(step) {
                faults.push(fault(state, channel_id(step.channel)));
            }
        }
    }
    // The court asks whether the way inside the platform was tried.
    for state in STATES.iter().filter(|state| can_take(&state.plan, "cn-nanshan-court")) {
        if !is(state, "contacted-platform", true) {
            faults.push(fault(state, "sues before asking"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_21_unblocking_oneself_keeps_to_its_limits() {
    let mut faults = Vec::new();
    for state in STATES.iter().filter(|state| can_take(&state.plan, "wx-self-unblock")) {
        if state.option("notice-kind") == Some("permanent") {
            faults.push(fault(state, "a permanent ban"));
        }
        if is(state, "unblock-date-reached", false) {
            faults.push(fault(state, "before the date in the notice"));
        }
    }
    let record = core().channel(channel("wx-self-unblock")).expect("a channel");
    let says = |zh_words: &str, en_words: &str| {
        (record.limits.iter().chain(&record.warnings))
            .any(|text| zh(*text).contains(zh_words) && en(*text).contains(en_words))
    };
    for (zh, en) in [("5 次", "5 requests"), ("日期", "date"), ("代解封", "pay")] {
        if !says(zh, en) {
            faults.push(format!("unblocking does not say `{zh}`, `{en}`"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_23_a_review_is_asked_for_once() {
    let doors = ["wa-request-review", "waba-support-home"];
    let mut faults = Vec::new();
    for problem in problems_with(&doors) {
        let record = core().problem(problem).expect("a problem");
        let says = |words: &str| record.donts.iter().any(|text| zh(*text).contains(words));
        if !says("不会更快") {
            faults.push(format!("{}: repeating is not said to be useless", record.id));
        }
    }
    for state in STATES.iter().filter(|it| it.option("last-appeal") == Some("pending")) {
        for id in doors.into_iter().filter(|id| can_take(&state.plan, id)) {
            faults.push(fault(state, id));
        }
    }
    let business = core().problem(problem("wa-business-api-disabled")).expect("a problem");
    let mut clocks = business.deadlines.iter().filter_map(|it| it.within.as_ref());
    if !clocks.any(|it| it.max == 90 && it.unit == Unit::Day) {
        faults.push("the 90 days of a business account have no clock".to_owned());
    }
    if !business.donts.iter().any(|text| zh(*text).contains("不要换号")) {
        faults.push("a new number is not advised against".to_owned());
    }
    none_of(faults);
}
