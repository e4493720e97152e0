//! Rules 19, 22 and 24: what no sentence may say.

use super::{fault, is, problem, zh};
use crate::case_states::{STATES, none_of};
use crate::cases::COMPILED;

/// Every sentence in every language that a person can read.
fn sentences() -> impl Iterator<Item = &'static str> {
    let all = COMPILED.sentences.iter();
    all.flat_map(|sentence| [&sentence.zh, &sentence.hant, &sentence.en])
        .flatten()
        .map(String::as_str)
}

#[test]
fn rule_19_action_fraud_is_named_only_as_what_was_replaced() {
    let is_old = |words: &&str| words.contains("Action Fraud") && !words.contains("Report Fraud");
    let replaced = ["取代 Action Fraud", "原 Action Fraud", "replaced Action Fraud"];
    let is_said = |words: &&str| replaced.iter().any(|phrase| words.contains(phrase));
    none_of(sentences().filter(is_old).filter(|it| !is_said(it)).map(str::to_owned).collect());
    assert!(sentences().any(|words| words.contains("Report Fraud")), "the new name is known");
}

#[test]
fn rule_22_a_vpn_is_turned_off_and_never_on() {
    let urged = ["要用", "请用", "使用", "打开", "开启", "翻墙", "use ", "turn on", "switch on"];
    let is_wrong = |words: &&str| {
        let urges = words.contains("VPN") && urged.iter().any(|urge| words.contains(urge));
        urges && !words.contains('关') && !words.contains("off")
    };
    let mut faults: Vec<String> = sentences().filter(is_wrong).map(str::to_owned).collect();
    assert!(sentences().any(|words| words.contains("VPN")), "it is spoken of");
    let abroad = problem("wx-overseas-account-blocked");
    for state in STATES.iter().filter(|it| it.problem == abroad && is(it, "vpn-on", true)) {
        let mut acts = state.plan.urgent.iter().chain(&state.plan.first);
        if !acts.any(|act| zh(act.text).contains("关掉 VPN")) {
            faults.push(fault(state, "the VPN stays on"));
        }
    }
    none_of(faults);
}

#[test]
fn rule_24_no_sentence_promises_a_share_of_success() {
    let promises = [
        "%",
        "％",
        "百分之",
        "成功率",
        "几率",
        "per cent",
        "percent",
        "success rate",
        "success-rate",
        "guaranteed to",
        "包解封",
        "一定能追回",
    ];
    // To warn of those who promise is no promise.
    let warns = |words: &str| words.contains("不要") || words.contains("not");
    let is_wrong = |words: &&str| {
        promises.iter().any(|promise| words.to_lowercase().contains(promise)) && !warns(words)
    };
    none_of(sentences().filter(is_wrong).map(str::to_owned).collect());
}
