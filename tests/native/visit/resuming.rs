//! A visit that goes on from a case that was kept: the same plan, and nothing of what
//! stood there before.

use recourse::engine::case::{Answer, Origin, Value};
use recourse::engine::kept::file::{RETIRED, read, write};
use recourse::engine::kept::{Footing, Kept, Note};
use recourse::engine::knowledge::{ChannelRef, FactKind, FactRef, ProblemRef};
use recourse::engine::plan::plan;
use recourse::ui::state::{Action, Screen, State};

use super::{after, fact, heard, region, set, visit};
use crate::cases::{core, saturday_morning};

/// The visit after its case went out and came back into another.
fn carried(state: &State, into: State) -> State {
    let kept = state.kept().expect("a case");
    let reading = read(core(), RETIRED, &write(core(), &kept, kept.story())).expect("a case");
    assert_eq!(reading.lost, 0);
    let kept = Kept::from_bytes(&reading.kept.bytes());
    into.after(Action::Resumed(kept.into(), state.heard.clone()))
}

/// Answers to some of the questions of the problem, and some of its doors used.
fn lived(problem: ProblemRef) -> State {
    let at = problem.place();
    let mut state = after(
        visit(Some("Asia/Shanghai")),
        [
            Action::Typed("被骗了三千".into()),
            heard(at.is_multiple_of(3), &[(fact("money-lost"), Value::Flag(true))]),
            Action::FoldedAlarm(at.is_multiple_of(2)),
            Action::Chose(problem),
        ],
    );
    for (place, (of, record)) in
        core().each_fact().enumerate().filter(|(place, _)| (place + at).is_multiple_of(3))
    {
        let value = match record.kind {
            FactKind::Flag => Some(Value::Flag((place + at).is_multiple_of(2))),
            FactKind::Choice => {
                Some(Value::Choice(u8::try_from(at % record.options.len()).expect("few")))
            }
            FactKind::Count => Some(Value::Count(i64::try_from(at).expect("few") * 1000)),
            FactKind::Date => None,
        };
        state = state.after(Action::Answered(of, value));
    }
    let record = core().problem(problem).expect("a problem");
    for (place, rung) in
        record.ladder.iter().enumerate().filter(|(place, _)| place.is_multiple_of(2))
    {
        let day = 20_700 + i32::try_from(place).expect("few");
        let answer = Answer::ALL[(place + at) % 4];
        state = after(
            state,
            [Action::Ticked(rung.channel, day), Action::Replied(rung.channel, answer)],
        );
    }
    state
}

#[test]
fn every_plan_is_the_same_after_its_case_went_out_and_came_back() {
    let elsewhere = || {
        let begun = State::begin(&set(Some("Asia/Singapore"), &[("start", "browse")]).0);
        after(
            begun,
            [
                Action::Typed("别的事".into()),
                Action::Chose(ProblemRef::at(1)),
                Action::Ticked(ChannelRef::at(2), 9),
            ],
        )
    };
    for (problem, record) in core().each_problem() {
        let state = lived(problem);
        for into in [visit(None), elsewhere()] {
            let back = carried(&state, into);
            assert_eq!(back.case, state.case, "{}", record.id);
            assert_eq!((back.problem, back.screen), (Some(problem), Screen::Plan));
            assert_eq!((&back.story, &back.solved), (&state.story, &state.solved));
            assert_eq!(back.is_alarm_folded, state.is_alarm_folded);
            let plans =
                [&state, &back].map(|it| plan(core(), problem, &it.case, saturday_morning()));
            assert_eq!(format!("{:?}", plans[0]), format!("{:?}", plans[1]), "{}", record.id);
        }
    }
}

#[test]
fn what_was_taken_back_stays_taken_back() {
    let (money, device, place) = (fact("money-lost"), fact("intruder-active"), fact("region"));
    let yes = Value::Flag(true);
    let read = || heard(false, &[(money, yes), (device, yes)]);
    let told = [
        Action::Typed("被骗".into()),
        read(),
        Action::Reopened(money),
        Action::Denied(device),
        Action::Answered(place, None),
    ];
    let back = carried(&after(visit(Some("Asia/Shanghai")), told), visit(Some("Asia/Shanghai")));
    for state in [back.clone(), back.after(read())] {
        assert_eq!([money, device, place].map(|of| state.case.value(of)), [None; 3]);
    }
}

#[test]
fn a_place_that_was_guessed_stays_the_place_of_the_case_and_a_guess() {
    let place = fact("region");
    let begun = visit(Some("Asia/Hong_Kong")).after(Action::Chose(ProblemRef::at(0)));
    let back = carried(&begun, visit(Some("Asia/Shanghai")));
    let known = |state: &State| state.case.known(place).map(|known| (known.value, known.origin));
    assert_eq!(known(&back), Some((region("HK"), Origin::Guessed)));
    let typed = after(back.clone(), [Action::Typed("x".into()), heard(false, &[])]);
    assert_eq!(known(&typed), Some((region("HK"), Origin::Guessed)));
    // The host may still say where it is, and so may the person.
    let hosted = back.clone().after(Action::Hosted(set(None, &[("region", "SG")]).0));
    assert_eq!(known(&hosted), Some((region("SG"), Origin::Guessed)));
    let said = back.after(Action::Answered(place, Some(region("MY"))));
    assert_eq!(known(&said), Some((region("MY"), Origin::Given)));
}

#[test]
fn without_its_words_a_case_keeps_what_was_read_in_them() {
    let money = fact("money-lost");
    let told = [
        Action::Typed("被骗".into()),
        heard(true, &[(money, Value::Flag(true))]),
        Action::Chose(ProblemRef::at(3)),
    ];
    let state = after(visit(None), told);
    let kept = state.kept().expect("a case");
    let case = write(core(), &kept, "");
    assert!(!case.contains("被骗"));
    let kept = read(core(), RETIRED, &case).expect("a case").kept;
    let back = visit(None).after(Action::Resumed(kept.into(), None));
    assert_eq!((back.case, &*back.story, back.heard), (state.case, "", None));
}

#[test]
fn where_nothing_was_said_there_is_no_case_and_nothing_to_lose() {
    let zone = Some("Asia/Shanghai");
    let begun = visit(zone);
    assert_eq!(begun.kept(), None);
    let signs = |state: &State| state.kept().map(|kept| kept.bytes()[0]);
    let named = State::begin(&set(zone, &[("problem", "wx-account-banned")]).0);
    assert_eq!(signs(&named), Some(0), "the host has chosen, not the person");
    let problem = Note::Problem(core().problem_named("wx-account-banned").expect("a problem"));
    assert!(named.kept().is_some_and(|kept| kept.notes().any(|note| note == problem)));
    for (said, expected) in [
        (Action::Typed("我".into()), Kept::BEGUN | Kept::WORDS),
        (Action::Answered(fact("money-lost"), None), Kept::BEGUN),
        (Action::Ticked(ChannelRef::at(0), 9), Kept::BEGUN),
        (Action::Chose(ProblemRef::at(0)), Kept::BEGUN),
    ] {
        assert_eq!(signs(&begun.clone().after(said.clone())), Some(expected), "{said:?}");
    }
    let cleared = after(begun, [Action::Typed("我".into()), Action::Cleared]);
    assert_eq!(cleared.kept(), None);
}

#[test]
fn a_case_of_other_records_changes_nothing_it_cannot_name() {
    let mut strange = Kept::new(false, "");
    strange.put(Note::Fact(FactRef::at(60_000), Footing::Skipped, Value::Flag(false)));
    strange.put(Note::Problem(ProblemRef::at(60_000)));
    let state = visit(None).after(Action::Resumed(strange.into(), None));
    assert_eq!(state.case.iter().count(), 0);
}
