//! One question tells the likeliest troubles apart, and says nothing of the others.

use recourse::engine::knowledge::ProblemRef;
use recourse::engine::parting::{parting, stays};

use crate::cases::core;

fn problem(id: &str) -> ProblemRef {
    core().problem_named(id).expect(id)
}

fn guesses(shares: &[(&str, u16)]) -> Vec<(ProblemRef, u16)> {
    shares.iter().map(|(id, share)| (problem(id), *share)).collect()
}

fn asked(shares: &[(&str, u16)], is_placed: bool) -> Vec<usize> {
    parting(core(), &guesses(shares), is_placed)
}

/// Guesses, whether the platform is named, and whether the answers leave one of
/// the first two each.
#[test]
fn neighbours_are_parted_by_one_question() {
    let table = [
        ("pay-scam-transfer", "wa-scam-money-lost", false),
        ("wx-account-stolen", "wx-account-banned", true),
        ("wx-account-banned", "wx-function-restricted", true),
        ("pay-scam-transfer", "pay-unauthorized-deduction", true),
        ("pay-scam-transfer", "pay-wrong-transfer", true),
        ("pay-scam-friend-impersonation", "pay-scam-transfer", true),
        ("mp-user-autorenew", "pay-unauthorized-deduction", true),
        ("mp-user-refund", "mp-user-false-ad", true),
        ("mp-user-fraud", "mp-dev-takedown", true),
        ("mp-dev-warning-or-penalty", "mp-dev-takedown", true),
        ("wx-infringement-impersonation", "wx-harassment-report", true),
        ("pay-balance-frozen", "pay-payment-failed", true),
        ("wa-verification-code", "wa-account-hijacked", true),
    ];
    for (first, second, is_placed) in table {
        let parted = asked(&[(first, 300), (second, 250)], is_placed);
        assert!(parted.len() >= 2, "{first} and {second} should be parted");
        for answer in parted {
            let left = [first, second].map(|id| stays(core(), answer, problem(id)));
            assert!(left[0] != left[1], "answer {answer} should leave one of {first} and {second}");
        }
    }
}

#[test]
fn a_clear_guess_a_faint_one_a_single_one_and_the_unpartable_are_not_asked_about() {
    assert!(asked(&[("pay-scam-transfer", 90), ("pay-wrong-transfer", 80)], false).is_empty());
    assert!(asked(&[("pay-scam-transfer", 800), ("pay-wrong-transfer", 100)], false).is_empty());
    assert!(!asked(&[("pay-scam-transfer", 500), ("pay-wrong-transfer", 50)], false).is_empty());
    assert!(asked(&[("pay-scam-transfer", 300)], false).is_empty());
    assert!(asked(&[], false).is_empty());
    // Neither speaks of the same thing as the other, and both are WhatsApp’s.
    assert!(asked(&[("wa-india-payments", 300), ("wa-chat-history-lost", 250)], true).is_empty());
}

#[test]
fn the_platform_is_asked_for_only_where_it_is_not_named() {
    let pair = [("wx-chat-history-lost", 300), ("wa-chat-history-lost", 280)];
    let parted = asked(&pair, false);
    assert!(!parted.is_empty(), "it is the same trouble on two platforms");
    assert!(parted.iter().all(|answer| core().asks[*answer] == core().asks[0]));
    assert!(asked(&pair, true).is_empty());
}

#[test]
fn what_no_answer_names_stays_with_every_answer() {
    let unnamed = problem("wecom-business-cooperation");
    let record = core().problem(unnamed).expect("a problem");
    assert_eq!(record.speaking.len(), 1, "only where it happened should speak for it");
    for (answer, ask) in core().asks.iter().enumerate() {
        let is_left = *ask != core().asks[0] || usize::from(record.speaking[0]) == answer;
        assert_eq!(stays(core(), answer, unnamed), is_left, "answer {answer}");
    }
}

#[test]
fn whatever_is_taken_for_something_else_can_be_parted_from_it() {
    let mut unparted = Vec::new();
    for (one, record) in core().each_problem() {
        for other in record.confusable_with.iter().copied().filter(|other| *other > one) {
            if parting(core(), &[(one, 300), (other, 290)], false).is_empty() {
                let other = core().problem(other).expect("a problem");
                unparted.push(format!("{} / {}", record.id, other.id));
            }
        }
    }
    assert!(unparted.is_empty(), "no question parts {unparted:#?}");
}
