//! Which one question tells the likeliest problems apart.

use super::knowledge::{Core, Parting, ProblemRef};

/// How many of the likeliest problems a question should part.
const LIKELY: usize = 5;
/// Below so many thousandths a guess is not worth a question.
const FAINT: u16 = 100;
/// The first guess stands unasked if it has so many thousandths, and is this many
/// times as likely as the second.
const SURE: u16 = 600;
const CLEAR: u16 = 3;

/// Those answers to the question that parts the likeliest problems best which
/// leave one of them, by their places among the records’ partings. None if the
/// first is clear or faint, or no question tells it from another one.
///
/// `guesses` are problems with their shares, best first; `is_placed` says that
/// the person named the platform, which need not be asked for then.
pub fn parting(core: &Core, guesses: &[(ProblemRef, u16)], is_placed: bool) -> Vec<usize> {
    let likely = guesses.get(..LIKELY).unwrap_or(guesses);
    let is_doubtful = match likely {
        [(_, first), (_, second), ..] => {
            *first >= FAINT && (*first < SURE || *first <= second.saturating_mul(CLEAR))
        }
        _ => false,
    };
    let (mut most, mut best) = (0, None);
    let last = core.partings.last().map_or(0, |last| last.question);
    for question in u8::from(is_placed)..=last {
        // Of equals the earlier one stands.
        let worth = if is_doubtful { worth(core, question, likely) } else { 0 };
        if worth > most {
            (most, best) = (worth, Some(question));
        }
    }
    let leaves = |answer: &Parting| likely.iter().any(|(one, _)| answer.problems.contains(one));
    let places = core.partings.iter().enumerate();
    let kept = places.filter(|(_, answer)| Some(answer.question) == best && leaves(answer));
    kept.map(|(place, _)| place).collect()
}

/// Whether a problem stays when a question is answered like this.
pub fn stays(core: &Core, answer: usize, problem: ProblemRef) -> bool {
    core.partings.get(answer).is_some_and(|answer| {
        answer.problems.contains(&problem) || speak_for(core, answer.question, problem) == 0
    })
}

/// The answers to a question that speak for a problem, a bit each.
fn speak_for(core: &Core, question: u8, problem: ProblemRef) -> u32 {
    let mut bits = 0;
    for answer in core.partings.iter().filter(|answer| answer.question == question) {
        bits = bits << 1 | u32::from(answer.problems.contains(&problem));
    }
    bits
}

/// How much doubt the question takes away; nothing if it does not tell the first
/// problem from any other.
fn worth(core: &Core, question: u8, likely: &[(ProblemRef, u16)]) -> u32 {
    let (mut worth, mut of_first) = (0, 0);
    for (place, (one, share)) in likely.iter().enumerate() {
        let said = speak_for(core, question, *one);
        for (other, beside) in likely.iter().skip(place + 1) {
            let others = speak_for(core, question, *other);
            if said != 0 && others != 0 && said & others == 0 {
                worth += u32::from(*share) * u32::from(*beside);
            }
        }
        if place == 0 {
            of_first = worth;
        }
    }
    if of_first == 0 { 0 } else { worth }
}
