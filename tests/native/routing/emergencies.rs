//! Rules 1 to 6, 14 and 16: money that is leaving, stolen accounts, evidence.

use std::collections::BTreeSet;

use recourse::engine::knowledge::{ChannelKind, ChannelRef, Operator, ProblemRef, Unit};
use recourse::engine::plan::{Progress, Step};
use serde_json::{Value as Json, json};

use super::{
    can_take, channel, en, fault, is, is_free, is_last, is_offered, place, problem, shown, step,
    with, zh,
};
use crate::case_states::{STATES, State, none_of};
use crate::cases::{channel_id, core};

/// What shuts an intruder out in a minute or two comes even before the calls:
/// rules 3 and 4.
const SHUTS_OUT: [&str; 2] = ["wx-freeze-login-page", "wa-reregister"];

fn is_call(channel: ChannelRef) -> bool {
    let kind = core().channel(channel).expect("a channel").kind;
    matches!(kind, ChannelKind::Police | ChannelKind::Bank)
        || core().regions.iter().any(|region| region.first_call.contains(&channel))
}

fn is_platform(channel: ChannelRef) -> bool {
    let operator = core().channel(channel).expect("a channel").operator;
    matches!(operator, Operator::Tencent | Operator::Meta)
        && !SHUTS_OUT.contains(&channel_id(channel))
}

/// The problems that know whom to call first when money is leaving.
fn with_calls() -> Vec<ProblemRef> {
    let first_call = core().roles.iter().position(|role| role == "first-call");
    let all = core().each_problem().filter(|(_, record)| {
        record.ladder.iter().any(|rung| rung.role.map(usize::from) == first_call)
    });
    all.map(|(problem, _)| problem).collect()
}

/// The states in which money is leaving. A subscription the person once agreed
/// to is no theft: it is cancelled, not reported.
fn money_is_leaving(settled: &Json) -> Vec<State> {
    let mut facts = settled.clone();
    facts["money-lost"] = json!(true);
    facts["money-moving-now"] = json!(true);
    let mut states = with(&with_calls(), &facts);
    assert!(states.len() > 500, "{} states", states.len());
    states.retain(|state| state.option("purchase-kind") != Some("auto-renew"));
    states
}

#[test]
fn rule_01_police_and_bank_come_before_the_platform_when_money_is_leaving() {
    let states = money_is_leaving(&json!({}));
    let wrong = |state: &State| {
        let plan = &state.plan;
        let calls: Vec<ChannelRef> = plan.urgent.iter().filter_map(|act| act.channel).collect();
        // A door of a kind that was used already stands further back.
        let is_new = |step: &&Step| is_free(step) && step.progress == Progress::Untried;
        let doors: Vec<ChannelRef> =
            plan.ladder.iter().filter(is_new).map(|it| it.channel).collect();
        [calls, doors].into_iter().find_map(|channels| {
            let help = channels.iter().position(|channel| is_call(*channel))?;
            let early = channels[..help].iter().find(|channel| is_platform(**channel))?;
            Some(fault(state, channel_id(*early)))
        })
    };
    none_of(states.iter().filter_map(wrong).collect());
}

#[test]
fn rule_01_somebody_is_called_at_once_wherever_money_is_leaving() {
    let states = money_is_leaving(&json!({}));
    let wrong = |state: &State| {
        let is_called = state.plan.urgent.iter().filter_map(|act| act.channel).any(is_call);
        let stands = state.plan.ladder.iter().any(|it| is_call(it.channel) && is_free(it));
        (!is_called && !stands).then(|| fault(state, "nobody to call"))
    };
    none_of(states.iter().filter_map(wrong).collect());
}

#[test]
fn rule_02_the_first_call_is_the_one_of_the_region() {
    let mut faults = Vec::new();
    let mut heard = BTreeSet::new();
    for state in money_is_leaving(&json!({})) {
        // A place without a record of its own has no order of its own.
        let here = state.option("region");
        let here = core().regions.iter().find(|record| Some(record.code.as_str()) == here);
        let Some(region) = here else { continue };
        heard.insert(region.code.as_str());
        let plan = &state.plan;
        let calls: Vec<ChannelRef> =
            plan.urgent.iter().filter_map(|act| act.channel).filter(|it| is_call(*it)).collect();
        let place = |call: &ChannelRef| region.first_call.iter().position(|it| it == call);
        if !calls.iter().filter_map(place).is_sorted() {
            faults.push(fault(&state, "the calls are out of order"));
        }
        if calls.first().is_some_and(|first| place(first).is_none()) {
            faults.push(fault(&state, "another call comes first"));
        }
    }
    assert_eq!(heard.len(), core().regions.len(), "every region is heard");
    none_of(faults);
}

#[test]
fn rule_02_advice_lines_say_that_they_take_no_report_and_the_police_stand_before_them() {
    let mut faults = Vec::new();
    for (line, police) in [("sg-1799", "sg-police"), ("hk-adcc-18222", "hk-police")] {
        let record = core().channel(channel(line)).expect("a channel");
        let says =
            record.cannot.iter().any(|it| zh(*it).contains("报案") && en(*it).contains("report"));
        if !says {
            faults.push(format!("{line} does not say that it takes no report"));
        }
        for state in STATES.iter().filter(|state| can_take(&state.plan, line)) {
            // Where nothing was lost, advice is what is wanted.
            if is(state, "money-lost", true) && step(&state.plan, police).is_none() {
                faults.push(fault(state, line));
            }
        }
    }
    none_of(faults);
}

#[test]
fn rule_03_a_stolen_account_is_frozen_before_it_is_recovered() {
    let mut faults = Vec::new();
    for state in STATES.iter() {
        let plan = &state.plan;
        let [freeze, recover] =
            ["wx-freeze-login-page", "wx-recover-password"].map(|id| place(plan, id));
        let is_before = freeze.is_none_or(|freeze| recover.is_none_or(|it| freeze < it));
        let is_tried = !is_offered(plan, "wx-freeze-login-page");
        if !is_before && !is_tried {
            faults.push(fault(state, "recovers first"));
        }
        let is_stolen = state.problem == problem("wx-account-stolen");
        let first = plan.urgent.iter().find_map(|act| act.channel).map(channel_id);
        if is_stolen && first != Some("wx-freeze-login-page") {
            faults.push(fault(state, "does not freeze first"));
        }
    }
    let freeze = core().channel(channel("wx-freeze-login-page")).expect("a channel");
    for item in ["account-id", "bound-card"] {
        if !freeze.materials.iter().any(|it| it.id == item) {
            faults.push(format!("freezing does not ask to have `{item}` ready"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_04_a_hijacked_number_is_registered_again_and_linked_devices_are_logged_out() {
    let hijacked = problem("wa-account-hijacked");
    let mut faults = Vec::new();
    for state in STATES.iter().filter(|state| state.problem == hijacked) {
        let act = (state.plan.urgent.iter())
            .find(|act| act.channel.map(channel_id) == Some("wa-reregister"));
        let says = act.is_some_and(|act| {
            zh(act.text).contains("已关联的设备") && en(act.text).contains("Linked devices")
        });
        if !is(state, "gets-sms", false) && !says {
            faults.push(fault(state, "does not say both"));
        }
        if is(state, "gets-sms", false) && act.is_some() {
            faults.push(fault(state, "cannot receive the code"));
        }
        let is_told = state.plan.urgent.iter().any(|act| zh(act.text).contains("7 天"));
        if state.option("pin-unknown") == Some("never-set") && !is_told {
            faults.push(fault(state, "does not tell of the seven days"));
        }
    }
    let record = core().problem(hijacked).expect("a problem");
    let is_seven_days = record.deadlines.iter().filter_map(|it| it.within.as_ref());
    if !is_seven_days.clone().any(|it| it.max == 7 && it.unit == Unit::Day) {
        faults.push("the seven days have no clock".to_owned());
    }
    none_of(faults);
}

#[test]
fn rule_05_a_hijacked_number_leaves_the_groups_before_anybody_warns_there() {
    let mut faults = Vec::new();
    let admin = channel("wa-group-admin");
    for problem in &core().problems {
        let acts = problem.urgent.iter().filter(|act| act.channel == Some(admin)).map(|it| it.act);
        let rungs = problem.ladder.iter().filter(|it| it.channel == admin).map(|it| it.because);
        for text in acts.chain(rungs) {
            let [zh, en] = [zh(text), en(text)];
            let removed = (zh.find('移'), en.find("remove"));
            let warned = (zh.find("提醒"), en.find("warn"));
            let is_in_order = |(first, then): (Option<usize>, Option<usize>)| {
                first.is_some_and(|first| then.is_none_or(|then| first < then))
            };
            if !is_in_order((removed.0, warned.0)) || !is_in_order((removed.1, warned.1)) {
                faults.push(format!("{}: {zh} | {en}", problem.id));
            }
        }
    }
    for state in STATES.iter().filter(|it| it.problem == problem("wa-account-hijacked")) {
        let acts = state.plan.urgent.iter();
        if !acts.filter_map(|act| act.channel).any(|it| it == admin) {
            faults.push(fault(state, "the groups are forgotten"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_06_screenshots_come_before_reports_and_blocks() {
    /// Reporting here can make the chat or the page vanish.
    const REPORTS: [&str; 4] =
        ["wa-report", "wa-report-business", "wx-report-user", "wx-report-centre"];
    let keeps = |text| {
        (zh(text).contains("截图") || zh(text).contains("证据"))
            && (en(text).to_lowercase().contains("screenshot") || en(text).contains("evidence"))
    };
    let mut faults = Vec::new();
    for state in STATES.iter().filter(|state| !is(state, "has-screenshots", true)) {
        let acts = || state.plan.urgent.iter().chain(&state.plan.first);
        for step in state.plan.ladder.iter().filter(|step| step.progress.is_open()) {
            let id = channel_id(step.channel);
            let is_said = acts().any(|act| keeps(act.text)) || keeps(step.reason);
            if REPORTS.contains(&id) && !is_said {
                faults.push(fault(state, id));
            }
        }
    }
    for id in REPORTS.into_iter().filter(|id| *id != "wx-report-centre") {
        let record = core().channel(channel(id)).expect("a channel");
        if !record.entry.iter().chain(&record.warnings).any(|text| keeps(*text)) {
            faults.push(format!("{id} does not say so itself"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_14_lines_that_only_call_out_are_never_the_place_to_report() {
    let wrong = |state: &State| {
        let is_wrong = is_offered(&state.plan, "cn-12381")
            || is(state, "money-lost", true) && is_offered(&state.plan, "cn-96110");
        is_wrong.then(|| fault(state, "sends to a line that takes no report"))
    };
    let mut faults: Vec<String> = STATES.iter().filter_map(wrong).collect();
    for state in money_is_leaving(&json!({ "region": "CN" })) {
        if !is_offered(&state.plan, "cn-110") {
            faults.push(fault(&state, "does not call 110"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_16_a_wrong_transfer_is_a_civil_matter() {
    let mut faults = Vec::new();
    let wrong_transfer = problem("pay-wrong-transfer");
    let settled = json!({ "region": "CN", "transfer-accepted": true, "counterparty-known": false });
    for state in with(&[wrong_transfer], &settled) {
        if !is(&state, "money-lost", false) && !can_take(&state.plan, "cn-court-identity") {
            faults.push(fault(&state, "the court is not asked who it is"));
        }
    }
    for state in STATES.iter().filter(|state| state.problem == wrong_transfer) {
        for step in &state.plan.ladder {
            let kind = core().channel(step.channel).expect("a channel").kind;
            if kind == ChannelKind::Police && !is_last(step) {
                faults.push(fault(state, channel_id(step.channel)));
            }
        }
        let is_told = state.plan.first.iter().any(|act| zh(act.text).contains("24 小时"));
        if is(state, "transfer-accepted", false) && !is(state, "money-lost", false) {
            let is_alarm = !state.plan.urgent.is_empty();
            if !is_told && !is_alarm {
                faults.push(format!("24 hours: {}", shown(&state.plan)));
            }
        }
    }
    none_of(faults);
}
