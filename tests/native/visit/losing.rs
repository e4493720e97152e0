//! What a visit would lose, what it forgets, and what stays taken back.

use recourse::engine::case::Value;
use recourse::engine::knowledge::{ChannelRef, ProblemRef, TextRef};
use recourse::engine::plan::guides;
use recourse::ui::state::{Action, Screen, State};

use super::{after, fact, heard, region, visit};
use crate::cases::core;

#[test]
fn a_fact_taken_back_does_not_come_back_by_typing_on() {
    let (money, region_fact) = (fact("money-lost"), fact("region"));
    let yes = Value::Flag(true);
    let read = || heard(false, &[(money, yes)]);
    let state = after(visit(Some("Asia/Shanghai")), [read()]);
    assert_eq!(state.case.value(money), Some(yes));
    let taken = after(state, [Action::Reopened(money), Action::Reopened(region_fact)]);
    let typed = after(taken.clone(), [read(), heard(false, &[])]);
    let known = |state: &State| (state.case.value(money), state.case.value(region_fact));
    assert_eq!(known(&typed), (None, None));
    // An answer stands, and is no longer open to be taken for withdrawn.
    let answered = after(typed, [Action::Answered(money, Some(Value::Flag(false))), read()]);
    assert_eq!(answered.case.value(money), Some(Value::Flag(false)));
    assert_eq!(answered.withdrawn, [region_fact]);
    let admitted = after(taken, [Action::Admitted, read()]);
    assert_eq!(known(&admitted), (Some(yes), Some(region("CN"))));
}

#[test]
fn a_shared_computer_forgets_what_is_abandoned_and_another_does_not() {
    let written = after(visit(None), [Action::Typed("我的钱".into())]);
    assert!(written.holds_words());
    let own = written.clone().after(Action::Abandoned);
    assert_eq!(&*own.story, "我的钱");
    let shared = after(written, [Action::Shared(true), Action::Abandoned]);
    assert_eq!((&*shared.story, shared.is_shared, shared.screen), ("", true, Screen::Describe));
    let chosen = after(visit(None), [Action::Shared(true), Action::Chose(ProblemRef::at(0))]);
    assert_eq!(chosen.after(Action::Abandoned).problem, None);
    // Who reads without having written anything is not sent away from the page.
    let reading = after(shared, [Action::WentTo(Screen::About), Action::Abandoned]);
    assert_eq!(reading.screen, Screen::About);
}

#[test]
fn only_what_a_person_gave_would_be_lost() {
    let money = fact("money-lost");
    let bank = ChannelRef::at(0);
    assert!(!visit(Some("Asia/Shanghai")).holds_words());
    assert!(!after(visit(None), [Action::Typed("  \n".into())]).holds_words());
    for action in [
        Action::Typed("x".into()),
        Action::Filtered("x".into()),
        Action::Answered(money, Some(Value::Flag(true))),
        Action::Answered(money, None),
        Action::Ticked(bank, 20_000),
        Action::Brought(TextRef::at(0)),
    ] {
        let state = visit(None).after(action.clone());
        assert!(state.holds_words(), "{action:?}");
        assert!(!state.after(Action::Cleared).holds_words(), "{action:?}");
    }
}

#[test]
fn without_a_guide_nobody_arrives_at_one() {
    let guide = guides(core())[0];
    let state = visit(None).after(Action::WentTo(Screen::Guide));
    assert_eq!(state.screen, Screen::Guides);
    let state = after(state, [Action::Opened(guide), Action::WentTo(Screen::About)]);
    let state = state.after(Action::WentTo(Screen::Guide));
    assert_eq!((state.screen, state.guide), (Screen::Guide, Some(guide)));
}
