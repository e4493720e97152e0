//! A case that leaves comes back as it went, and whatever else comes is told apart.

use recourse::engine::case::{Answer, Deed, Value};
use recourse::engine::kept::file::{RETIRED, Reading, read, write};
use recourse::engine::kept::{Footing, Kept, Note};
use recourse::engine::knowledge::{ChannelRef, Fact, FactKind, FactRef, ProblemRef};

use crate::cases::core;

/// A small generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % count
    }

    fn value(&mut self, fact: &Fact) -> Value {
        let number = i32::try_from(self.below(4_000_000)).expect("small") - 1_000_000;
        match fact.kind {
            FactKind::Flag => Value::Flag(self.below(2) == 0),
            FactKind::Choice => {
                Value::Choice(u8::try_from(self.below(fact.options.len())).expect("few options"))
            }
            FactKind::Count => Value::Count(i64::from(number) * 1_000_003),
            FactKind::Date => Value::Day(number),
        }
    }

    fn deed(&mut self) -> Deed {
        let channel = ChannelRef::at(self.below(core().channels.len()));
        let day = i32::try_from(self.below(40_000)).expect("small");
        Deed { channel, day, answer: Answer::ALL[self.below(4)] }
    }

    fn note(&mut self) -> Note {
        let fact = FactRef::at(self.below(core().facts.len()));
        let value = self.value(core().fact(fact).expect("a fact"));
        let problem = ProblemRef::at(self.below(core().problems.len()));
        let footing = Footing::ALL[self.below(6)];
        let is_bare = matches!(footing, Footing::Skipped | Footing::Withdrawn);
        let value = if is_bare { Value::Flag(false) } else { value };
        match self.below(8) {
            0 => Note::Problem(problem),
            1 => Note::Did(None, self.deed()),
            2 => Note::Did(Some(problem), self.deed()),
            3 => Note::Folded,
            _ => Note::Fact(fact, footing, value),
        }
    }

    /// A case and its notes.
    fn kept(&mut self) -> (Kept, Vec<Note>) {
        let stories =
            ["", "被骗了 3000 元", "words\nwords\ncase 1\n\nfolded", "\0 a\u{2028}\r\n🙂", "\n"];
        let notes: Vec<Note> = (0..self.below(40)).map(|_| self.note()).collect();
        (kept(&notes, stories[self.below(stories.len())]), notes)
    }
}

fn kept(notes: &[Note], story: &str) -> Kept {
    let mut kept = Kept::new(false, story);
    for note in notes {
        kept.put(*note);
    }
    kept
}

#[test]
fn whatever_is_kept_comes_back_by_ids_and_by_numbers() {
    let mut dice = Dice(7);
    for round in 0..2000 {
        let (kept, notes) = dice.kept();
        let reading = read(core(), RETIRED, &write(core(), &kept, kept.story()));
        assert_eq!(reading, Some(Reading { kept: kept.clone(), lost: 0 }), "round {round}");
        assert_eq!(kept.notes().collect::<Vec<_>>(), notes, "round {round}");
        assert_eq!(Kept::from_bytes(&kept.clone().bytes()), kept, "round {round}");
    }
}

#[test]
fn a_case_is_written_in_permanent_ids() {
    let fact = |id: &str| core().fact_named(id).expect(id);
    let problem = core().problem_named("pay-scam-transfer").expect("a problem");
    let said = |id, footing, value| Note::Fact(fact(id), footing, value);
    let none = Value::Flag(false);
    let deed = |answer| {
        let channel = core().channel_named("cn-110").expect("a channel");
        Deed { channel, day: 20_778, answer }
    };
    let here = core().option_named(fact("region"), "CN").expect("a region");
    let kept = kept(
        &[
            said("region", Footing::Guessed, here),
            said("amount-lost", Footing::Read, Value::Count(3_000_000)),
            said("money-lost", Footing::Given, Value::Flag(true)),
            said("notice-deadline", Footing::Given, Value::Day(20_800)),
            said("paid-by-card", Footing::Skipped, none),
            said("hours-since-loss", Footing::Withdrawn, none),
            said("intruder-active", Footing::Denied, none),
            Note::Did(None, deed(Answer::None)),
            Note::Did(Some(problem), deed(Answer::Solved)),
            Note::Problem(problem),
            Note::Folded,
        ],
        "被骗了\n三千",
    );
    let text = "case 1\n\
        fact region guessed CN\n\
        fact amount-lost read 3000000\n\
        fact money-lost given yes\n\
        fact notice-deadline given 20800\n\
        unknown paid-by-card\n\
        withdrawn hours-since-loss\n\
        denied intruder-active no\n\
        did cn-110 20778 none\n\
        solved pay-scam-transfer cn-110 20778 solved\n\
        problem pay-scam-transfer\n\
        folded\n\
        words\n\
        被骗了\n三千";
    assert_eq!(write(core(), &kept, kept.story()), text);
}

/// Lines, and how many of them this version does not know.
#[test]
fn what_this_version_does_not_know_is_left_out_and_counted() {
    let table = [
        ("problem pay-scam-transfer", 0),
        ("problem no-such-problem", 1),
        ("fact money-lost given yes", 0),
        ("fact money-lost given maybe", 1),
        ("fact money-lost given 3", 1),
        ("fact money-lost shouted yes", 1),
        ("fact amount-lost given yes", 1),
        ("fact amount-lost given 99999999999999999999", 1),
        ("fact region given CN", 0),
        ("fact region given XX", 1),
        ("fact no-such-fact given yes", 1),
        ("fact money-lost given", 1),
        ("unknown no-such-fact", 1),
        ("did cn-110 20778 none", 0),
        ("did cn-110 20778 gone", 1),
        ("did cn-110 9999999999 none", 1),
        ("did no-such-door 20778 none", 1),
        ("solved no-such-problem cn-110 20778 solved", 1),
        ("dreamt of-it", 1),
        ("", 1),
        ("folded\nfolded", 0),
        ("folded twice", 1),
    ];
    for (lines, lost) in table {
        let reading = read(core(), RETIRED, &format!("case 1\n{lines}\nwords\n")).expect("a case");
        assert_eq!(reading.lost, lost, "{lines}");
        assert_eq!(reading.kept.notes().count(), lines.split('\n').count() - lost, "{lines}");
    }
}

#[test]
fn what_is_no_case_of_this_form_is_refused() {
    let known = "case 1\nproblem pay-scam-transfer\nwords\n";
    assert!(read(core(), RETIRED, known).is_some());
    for foreign in [
        "",
        "case",
        "case 1",
        "case 2\nwords\n",
        "case 12\nwords\n",
        "{}",
        &known[..known.len() - 1],
    ] {
        assert_eq!(read(core(), RETIRED, foreign), None, "{foreign}");
    }
    let bytes = |numbers: &[i64]| -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    };
    let with = |row: [i64; 5]| [bytes(&[0, 2]), b"hm".to_vec(), bytes(&row)].concat();
    let (unknown, no_value) = (with([9, 0, 0, 0, 0]), with([1, 0, 9, 9, 0]));
    for strange in [&b""[..], b"no numbers", &[0xff; 99], &unknown, &no_value] {
        assert_eq!(Kept::from_bytes(strange).notes().count(), 0, "{strange:?}");
    }
    let nowhere = Kept::from_bytes(&with([7, -1, 0, 0, 0]));
    assert_eq!(nowhere.story(), "hm");
    assert!(nowhere.notes().eq([Note::Problem(ProblemRef::at(usize::MAX))]));
}

#[test]
fn a_retired_id_opens_as_the_one_in_its_place() {
    let retired = &[
        ("problems", "scam-old", "scam-older"),
        ("problems", "scam-older", "pay-scam-transfer"),
        ("facts", "lost-money", "money-lost"),
        ("channels", "money-lost", "cn-110"),
        ("facts", "round", "about"),
        ("facts", "about", "round"),
    ];
    let old = "case 1\nproblem scam-old\nfact lost-money given yes\ndid money-lost 20778 none\nunknown round\nwords\n";
    let new = "case 1\nproblem pay-scam-transfer\nfact money-lost given yes\ndid cn-110 20778 none\nwords\n";
    let (old, new) = (read(core(), retired, old), read(core(), RETIRED, new));
    assert_eq!(old.as_ref().map(|reading| reading.lost), Some(1), "a circle leads nowhere");
    assert_eq!(old.map(|reading| reading.kept), new.map(|reading| reading.kept));
}

#[test]
fn every_retired_id_is_gone_and_the_one_in_its_place_is_there() {
    for (kind, old, new) in RETIRED {
        let is_there = |id: &str| match *kind {
            "problems" => core().problem_named(id).is_some(),
            "channels" => core().channel_named(id).is_some(),
            "facts" => core().fact_named(id).is_some(),
            _ => panic!("`{kind}` are no records a case names"),
        };
        let is_retired = RETIRED.iter().any(|(of, id, _)| of == kind && id == new);
        assert!(!is_there(old) && (is_there(new) || is_retired), "{kind}: {old} → {new}");
    }
}
