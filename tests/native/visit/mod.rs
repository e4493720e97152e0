//! The visit: what is true after something happened, and what stays true.

mod losing;
mod options;
mod resuming;

use std::rc::Rc;

use recourse::engine::case::{Answer, Origin, Value};
use recourse::engine::heard::Heard;
use recourse::engine::knowledge::{ChannelRef, FactRef};
use recourse::engine::locale::Lang;
use recourse::engine::text::Certainty;
use recourse::ui::options::{Delivery, Options, Size};
use recourse::ui::state::{Action, Screen, State};

use crate::cases::core;

/// What a host sets with these attributes, and how often it is warned.
pub(crate) fn set(zone: Option<&str>, attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
    let warnings = std::cell::RefCell::new(Vec::new());
    let attribute = |name: &str| {
        let found = attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let warn = |sentence: &str| warnings.borrow_mut().push(sentence.to_owned());
    let here = (Lang::ZhHans, Delivery::Element);
    let options = Options::read(core(), here, zone, attribute, warn);
    (options, warnings.into_inner())
}

/// A visit on a device whose clock runs on `zone`.
pub(crate) fn visit(zone: Option<&str>) -> State {
    State::begin(&set(zone, &[]).0)
}

pub(crate) fn fact(id: &str) -> FactRef {
    core().fact_named(id).expect(id)
}

pub(crate) fn region(code: &str) -> Value {
    core().option_named(fact("region"), code).expect(code)
}

pub(crate) fn heard(emergency: bool, facts: &[(FactRef, Value)]) -> Action {
    Action::Heard(Rc::new(Heard {
        problems: Vec::new(),
        certainty: Certainty::Unsure,
        emergency,
        danger: None,
        alarm_span: None,
        facts: facts.iter().map(|(fact, value)| (*fact, *value, 0..1)).collect(),
        currencies: Vec::new(),
        apart: Vec::new(),
        platform: None,
        lang: Some(Lang::ZhHans),
        lang_span: None,
    }))
}

pub(crate) fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, State::after)
}

/// A zone, what happens, and the region known afterwards with its origin.
struct Row {
    zone: Option<&'static str>,
    actions: Vec<Action>,
    known: Option<(&'static str, Origin)>,
}

#[test]
fn the_region_is_guessed_from_the_zone_until_somebody_says() {
    let region_fact = fact("region");
    let said = |code| Action::Answered(region_fact, Some(region(code)));
    let read = |code| heard(false, &[(region_fact, region(code))]);
    let silence = || heard(false, &[]);
    let row = |zone, actions, known| Row { zone, actions, known };
    let china = Some("Asia/Shanghai");
    let table = [
        row(china, vec![], Some(("CN", Origin::Guessed))),
        row(Some("Asia/Hong_Kong"), vec![], Some(("HK", Origin::Guessed))),
        row(Some("Mars/Olympus"), vec![], None),
        row(None, vec![], None),
        row(china, vec![said("HK")], Some(("HK", Origin::Given))),
        row(china, vec![said("HK"), silence()], Some(("HK", Origin::Given))),
        row(china, vec![said("HK"), read("SG")], Some(("HK", Origin::Given))),
        row(china, vec![read("SG")], Some(("SG", Origin::Read))),
        // What was read goes with the words; the guess is still as good as it was.
        row(china, vec![read("SG"), silence()], Some(("CN", Origin::Guessed))),
        // “Not there” holds while the person types on, until a place is named.
        row(china, vec![Action::Answered(region_fact, None)], None),
        row(china, vec![Action::Answered(region_fact, None), silence()], None),
        row(
            china,
            vec![Action::Answered(region_fact, None), said("MY")],
            Some(("MY", Origin::Given)),
        ),
        row(china, vec![said("HK"), Action::Cleared], Some(("CN", Origin::Guessed))),
        row(
            china,
            vec![Action::Answered(region_fact, None), Action::Cleared],
            Some(("CN", Origin::Guessed)),
        ),
    ];
    for (number, row) in table.into_iter().enumerate() {
        let state = after(visit(row.zone), row.actions);
        let known = state.case.known(region_fact).map(|known| (known.value, known.origin));
        let wanted = row.known.map(|(code, origin)| (region(code), origin));
        assert_eq!(known, wanted, "row {number}");
    }
}

#[test]
fn typing_keeps_given_answers_and_replaces_what_was_read() {
    let (money, screenshots) = (fact("money-lost"), fact("has-screenshots"));
    let yes = Value::Flag(true);
    let state = after(
        visit(None),
        [
            Action::Typed("被骗了".into()),
            heard(true, &[(money, yes)]),
            Action::Answered(screenshots, Some(yes)),
            Action::Typed("被骗了三千".into()),
            heard(true, &[]),
        ],
    );
    assert_eq!(&*state.story, "被骗了三千");
    assert_eq!(state.case.value(screenshots), Some(yes));
    assert_eq!(state.case.value(money), None);
}

#[test]
fn a_given_answer_outranks_what_is_read_later() {
    let money = fact("money-lost");
    let given = Action::Answered(money, Some(Value::Flag(false)));
    let state = after(visit(None), [given, heard(true, &[(money, Value::Flag(true))])]);
    assert_eq!(state.case.value(money), Some(Value::Flag(false)));
}

#[test]
fn answering_one_question_never_wipes_another() {
    let facts: Vec<FactRef> = core().each_fact().map(|(fact, _)| fact).collect();
    let mut state = visit(None);
    for fact in &facts {
        state = state.after(Action::Answered(*fact, Some(Value::Flag(true))));
    }
    for fact in &facts {
        assert_eq!(state.case.value(*fact), Some(Value::Flag(true)), "{fact:?}");
    }
    let [first, second, ..] = facts.as_slice() else { panic!("too few facts") };
    let state = after(state, [Action::Answered(*first, None), Action::Reopened(*second)]);
    assert_eq!(state.case.skipped(), [*first]);
    let known = facts.iter().filter(|fact| state.case.value(**fact).is_some()).count();
    assert_eq!(known, facts.len() - 2);
}

#[test]
fn a_question_is_skipped_once_until_it_is_answered_or_opened_again() {
    let money = fact("money-lost");
    let unknown = || Action::Answered(money, None);
    let state = after(visit(None), [unknown(), unknown()]);
    assert_eq!(state.case.skipped(), [money]);
    assert!(after(state.clone(), [Action::Reopened(money)]).case.skipped().is_empty());
    let answer = Action::Answered(money, Some(Value::Flag(true)));
    assert!(after(state, [answer]).case.skipped().is_empty());
}

#[test]
fn choosing_a_problem_and_going_back_keeps_everything() {
    let problem = core().problem_named("pay-scam-transfer").expect("a problem");
    let money = fact("money-lost");
    let before = after(
        visit(Some("Asia/Shanghai")),
        [Action::Typed("转账被骗".into()), heard(true, &[(money, Value::Flag(true))])],
    );
    let there = before.clone().after(Action::Chose(problem));
    assert_eq!((there.screen, there.problem), (Screen::Plan, Some(problem)));
    let back = there.after(Action::WentTo(Screen::Describe));
    let same = State { moves: 0, problem: None, ..back.clone() };
    assert_eq!(same, before);
    assert_eq!((back.problem, back.moves), (Some(problem), 2));
}

#[test]
fn without_a_problem_nobody_arrives_at_a_plan() {
    let state = visit(None).after(Action::WentTo(Screen::Plan));
    assert_eq!(state.screen, Screen::Describe);
    let problem = core().problem_named("pay-scam-transfer").expect("a problem");
    let state = after(
        state,
        [Action::Chose(problem), Action::WentTo(Screen::Browse), Action::WentTo(Screen::Plan)],
    );
    assert_eq!(state.screen, Screen::Plan);
}

#[test]
fn a_folded_alarm_stays_folded_until_it_is_raised_anew() {
    let table: [(&[bool], bool); 4] =
        [(&[], true), (&[true, true], true), (&[false, false], true), (&[false, true], false)];
    for (later, is_folded) in table {
        let start = after(visit(None), [heard(true, &[]), Action::FoldedAlarm(true)]);
        let state = after(start, later.iter().map(|emergency| heard(*emergency, &[])));
        assert_eq!(state.is_alarm_folded, is_folded, "{later:?}");
    }
}

#[test]
fn another_size_keeps_everything_else() {
    let before = after(
        visit(Some("Asia/Shanghai")),
        [
            Action::Typed("转账被骗".into()),
            heard(true, &[]),
            Action::Answered(fact("has-screenshots"), Some(Value::Flag(true))),
            Action::Ticked(ChannelRef::at(3), 20_000),
            Action::FoldedAlarm(true),
        ],
    );
    let state = after(before.clone(), [Action::Sized(Size::Large)]);
    assert_eq!(state.size, Size::Large);
    assert_eq!(State { size: before.size, ..state }, before);
}

#[test]
fn a_tick_is_moved_by_another_day_and_taken_back_by_the_same() {
    let (first, second) = (ChannelRef::at(1), ChannelRef::at(2));
    let day = |ticks: &[(ChannelRef, i32)]| {
        let ticks = ticks.iter().map(|(door, day)| Action::Ticked(*door, *day));
        after(visit(None), ticks).case.deed(first).map(|deed| deed.day)
    };
    assert_eq!(day(&[(first, 20_000), (second, 20_000)]), Some(20_000));
    assert_eq!(day(&[(first, 20_000), (first, 19_990)]), Some(19_990));
    assert_eq!(day(&[(first, 20_000), (second, 20_000), (first, 20_000)]), None);
}

#[test]
fn what_came_of_a_door_stays_with_it_until_the_tick_is_taken_back() {
    let door = ChannelRef::at(1);
    let ticked = || Action::Ticked(door, 20_000);
    let refused = || Action::Replied(door, Answer::Refused);
    let answer =
        |actions: Vec<Action>| after(visit(None), actions).case.deed(door).map(|deed| deed.answer);
    assert_eq!(answer(vec![ticked()]), Some(Answer::None));
    assert_eq!(answer(vec![ticked(), refused()]), Some(Answer::Refused));
    let moved = vec![ticked(), refused(), Action::Ticked(door, 19_990)];
    assert_eq!(answer(moved), Some(Answer::Refused));
    assert_eq!(answer(vec![ticked(), refused(), ticked()]), None);
    assert_eq!(answer(vec![ticked(), refused(), ticked(), ticked()]), Some(Answer::None));
    assert_eq!(answer(vec![refused()]), None, "nobody answers whom nobody asked");
}

#[test]
fn starting_over_keeps_nothing_of_the_story() {
    let problem = core().problem_named("pay-scam-transfer").expect("a problem");
    let state = after(
        visit(Some("Asia/Shanghai")),
        [
            Action::Sized(Size::Large),
            Action::Typed("转账被骗".into()),
            heard(true, &[(fact("money-lost"), Value::Flag(true))]),
            Action::FoldedAlarm(true),
            Action::Browsed(Some(2)),
            Action::Filtered("退款".into()),
            Action::Chose(problem),
            Action::Answered(fact("has-screenshots"), None),
            Action::Ticked(ChannelRef::at(3), 20_000),
            Action::Cleared,
        ],
    );
    let fresh = after(visit(Some("Asia/Shanghai")), [Action::Sized(Size::Large)]);
    assert_eq!(State { visit: 0, moves: 0, ..state.clone() }, fresh);
    // The field starts anew as well, and the reader is taken to its heading.
    assert_eq!((state.visit, state.moves), (1, 3));
}

#[test]
fn a_platform_is_asked_for_and_let_go() {
    let state = visit(None).after(Action::Browsed(Some(4)));
    assert_eq!((state.screen, state.platform), (Screen::Browse, Some(4)));
    let state = state.after(Action::Narrowed(None));
    assert_eq!((state.screen, state.platform, state.moves), (Screen::Browse, None, 1));
}

#[test]
fn the_filter_stands_when_the_reader_comes_back_to_the_list() {
    let problem = core().problem_named("mp-user-refund").expect("a problem");
    let state = after(
        visit(None),
        [
            Action::Browsed(None),
            Action::Filtered("退款".into()),
            Action::Chose(problem),
            Action::WentTo(Screen::Browse),
        ],
    );
    assert_eq!((state.screen, &*state.filter), (Screen::Browse, "退款"));
}

#[test]
fn what_is_not_so_stays_away_while_the_words_go_on() {
    let amount = fact("amount-lost");
    let read = |value| heard(false, &[(amount, Value::Count(value))]);
    let typed = |words: &str| Action::Typed(Rc::from(words));
    let value = |state: &State| state.case.value(amount);
    let mut state = after(visit(None), [typed("3 sent"), read(3_000)]);
    assert_eq!(value(&state), Some(Value::Count(3_000)));
    state = after(state, [Action::Denied(amount)]);
    assert_eq!(value(&state), None, "it is unknown");
    state = after(state, [typed("3 sent yesterday"), read(3_000)]);
    assert_eq!(value(&state), None, "the same words do not bring it back");
    let same_words = after(state.clone(), [typed("3k sent"), read(3_000_000)]);
    assert_eq!(value(&same_words), None, "nor do they with another value");
    let same_value = after(state.clone(), [typed("three sent"), read(3_000)]);
    assert_eq!(value(&same_value), None, "nor do other words with the same value");
    let corrected = after(state.clone(), [typed("5 sent"), read(5_000)]);
    assert_eq!(value(&corrected), Some(Value::Count(5_000)), "a correction counts");
    let answered = after(state.clone(), [Action::Answered(amount, Some(Value::Count(7_000)))]);
    assert_eq!(value(&answered), Some(Value::Count(7_000)), "it can be asked and answered");
    let kept = after(answered, [Action::Denied(amount)]);
    assert_eq!(value(&kept), Some(Value::Count(7_000)), "an answer is not what was read");
    let admitted = after(state.clone(), [Action::Admitted]);
    assert_eq!(value(&admitted), Some(Value::Count(3_000)), "it can be taken back");
    assert!(after(state, [Action::Cleared]).denied.is_empty(), "a new visit remembers nothing");
}

#[test]
fn a_place_that_was_read_wrongly_gives_way_to_the_device() {
    let place = fact("region");
    let read = || heard(false, &[(place, region("HK"))]);
    let state = after(
        visit(Some("Asia/Shanghai")),
        [Action::Typed(Rc::from("港")), read(), Action::Denied(place), read()],
    );
    assert_eq!(state.case.value(place), Some(region("CN")));
}

#[test]
fn a_thing_is_ready_until_it_is_ticked_again_or_all_is_forgotten() {
    let mut things = core().channels.iter().flat_map(|channel| &channel.materials);
    let (one, other) = (things.next().expect("a thing").text, things.next().expect("two").text);
    let state = after(visit(None), [Action::Brought(one), Action::Brought(other)]);
    assert_eq!(state.brought, [one, other]);
    let state = after(state, [Action::Brought(one)]);
    assert_eq!(state.brought, [other]);
    assert!(after(state, [Action::Cleared]).brought.is_empty());
}

#[test]
fn what_solved_one_problem_does_not_solve_another() {
    let problem = |id: &str| core().problem_named(id).expect(id);
    let door = |id: &str| core().channel_named(id).expect(id);
    let (scam, mistake) = (problem("pay-scam-transfer"), problem("pay-wrong-transfer"));
    let (solved, refused) = (door("cn-110"), door("bank-issuer"));
    let used = [
        Action::Chose(scam),
        Action::Ticked(solved, 100),
        Action::Replied(solved, Answer::Solved),
        Action::Ticked(refused, 101),
        Action::Replied(refused, Answer::Refused),
    ];
    let there = after(visit(None), used);
    let elsewhere = there.clone().after(Action::Chose(mistake));
    assert_eq!(elsewhere.case.deed(solved), None);
    assert_eq!(elsewhere.case.deed(refused), there.case.deed(refused), "a refusal still counts");
    let back = elsewhere.after(Action::Chose(scam));
    assert_eq!(back.case.deed(solved), there.case.deed(solved));
    assert_eq!(back.clone().after(Action::Chose(scam)).case, back.case);
    assert_eq!(back.after(Action::Cleared).solved, []);
}
