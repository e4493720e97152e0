//! What a host sets: where a visit begins, what a change takes and leaves.

use recourse::engine::case::Value;
use recourse::ui::options::Size;
use recourse::ui::state::{Action, Screen, State};

use super::{after, fact, region, set};
use crate::cases::core;

#[test]
fn a_host_may_name_where_a_visit_begins() {
    let zone = Some("Asia/Shanghai");
    let (options, warnings) =
        set(zone, &[("region", "SG"), ("problem", "pay-scam-transfer"), ("audience", "parent")]);
    let state = State::begin(&options);
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(state.case.value(fact("region")), Some(region("SG")));
    let parent = core().option_named(fact("audience"), "parent");
    assert_eq!(state.case.value(fact("audience")), parent);
    assert_eq!((state.screen, state.moves), (Screen::Plan, 0));

    let browse = State::begin(&set(zone, &[("start", "browse"), ("platform", "whatsapp")]).0);
    assert_eq!(browse.screen, Screen::Browse);
    assert!(browse.platform.is_some());
    let alarm = State::begin(&set(zone, &[("start", "emergency"), ("size", "large")]).0);
    assert_eq!((alarm.screen, alarm.size), (Screen::Describe, Size::Large));
    assert!(alarm.is_alarm_asked);
}

#[test]
fn what_a_host_writes_wrongly_is_told_once_and_counts_as_absent() {
    let known = set(None, &[]).0;
    for (name, value) in [
        ("problem", "no-such-thing"),
        ("region", "XX"),
        ("platform", "telegram"),
        ("audience", "robot"),
        ("size", "huge"),
        ("start", "end"),
        ("problem", ""),
        ("region", "cn\"><script>"),
    ] {
        let (options, warnings) = set(None, &[(name, value)]);
        assert_eq!(options, known, "{name}={value}");
        assert_eq!(warnings.len(), 1, "{name}={value}: {warnings:?}");
        assert!(warnings[0].contains(name), "{warnings:?}");
    }
}

#[test]
fn what_a_host_changes_takes_nothing_from_the_person() {
    let zone = Some("Asia/Shanghai");
    let money = fact("money-lost");
    let told = || {
        let begun = State::begin(&set(zone, &[("region", "CN")]).0);
        let said = [
            Action::Typed("被骗了".into()),
            Action::Answered(money, Some(Value::Flag(true))),
            Action::Browsed(None),
        ];
        after(begun, said)
    };
    let hosted = |attributes| after(told(), [Action::Hosted(set(zone, attributes).0)]);

    let moved = hosted(&[("region", "HK"), ("size", "large"), ("platform", "wechat")]);
    assert_eq!(moved.case.value(fact("region")), Some(region("HK")));
    assert_eq!((moved.size, moved.screen), (Size::Large, Screen::Browse));
    assert_eq!(&*moved.story, "被骗了");
    assert_eq!(moved.case.value(money), Some(Value::Flag(true)));

    // Another problem is gone to; the same one is not gone to again.
    let named = hosted(&[("problem", "wx-account-banned")]);
    assert_eq!((named.screen, &*named.story), (Screen::Plan, "被骗了"));
    // The focus follows the person's moves, not the host's.
    assert_eq!(named.moves, told().moves);
    let away = after(named, [Action::WentTo(Screen::Describe)]);
    let same = set(zone, &[("problem", "wx-account-banned"), ("size", "large")]).0;
    assert_eq!(after(away.clone(), [Action::Hosted(same)]).screen, Screen::Describe);
    // Unless the host asks for it.
    assert_eq!(after(away, [Action::Entered]).screen, Screen::Plan);

    // What the person said of the place outranks the host.
    let said = [
        Action::Answered(fact("region"), Some(region("SG"))),
        Action::Hosted(set(zone, &[("region", "HK")]).0),
    ];
    assert_eq!(after(told(), said).case.value(fact("region")), Some(region("SG")));
}

#[test]
fn starting_over_forgets_the_person_and_keeps_the_host() {
    let options = set(None, &[("region", "HK"), ("start", "browse"), ("platform", "whatsapp")]).0;
    let begun = State::begin(&options);
    let said = [
        Action::Typed("被骗了".into()),
        Action::Answered(fact("money-lost"), Some(Value::Flag(true))),
        Action::Narrowed(None),
        Action::WentTo(Screen::Describe),
        Action::Cleared,
    ];
    let cleared = after(begun.clone(), said);
    assert_eq!(cleared.case, begun.case);
    assert_eq!((cleared.screen, cleared.platform), (begun.screen, begun.platform));
    assert!(cleared.story.is_empty());
    assert_eq!((cleared.host, cleared.visit, cleared.moves), (options, 1, 2));
}
