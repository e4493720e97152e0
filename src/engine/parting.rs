//! Which one question tells the likeliest problems apart.

use super::knowledge::{Core, ProblemRef, TextRef};

/// How many of the likeliest problems a question should part.
const LIKELY: usize = 5;
/// Below so many thousandths a guess is not worth a question.
const FAINT: u16 = 100;
/// The first guess stands unasked if it has so many thousandths, and is this many
/// times as likely as the second.
const SURE: u16 = 600;
const CLEAR: u16 = 3;

/// Those answers to the question that parts the likeliest problems best which
/// leave one of them, by their places among the records’ answers. None if the
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
    let placed = core.asks.first().filter(|_| is_placed);
    let mut asked = None;
    for ask in core.asks.iter().filter(|ask| is_doubtful && Some(*ask) != placed) {
        // Answers to one question stand side by side.
        if asked.replace(ask) == Some(ask) {
            continue;
        }
        // Of equals the earlier one stands.
        let worth = worth(core, *ask, likely);
        if worth > most {
            (most, best) = (worth, Some(ask));
        }
    }
    let leaves = |place: usize| likely.iter().any(|(problem, _)| speaks(core, place, *problem));
    let places = core.asks.iter().enumerate();
    let kept = places.filter(|(place, ask)| Some(*ask) == best && leaves(*place));
    kept.map(|(place, _)| place).collect()
}

/// Whether a problem stays when a question is answered like this.
pub fn stays(core: &Core, answer: usize, problem: ProblemRef) -> bool {
    speaks(core, answer, problem)
        || core.asks.get(answer).is_some_and(|ask| speak_for(core, *ask, problem) == 0)
}

/// Whether an answer speaks for a problem.
fn speaks(core: &Core, answer: usize, problem: ProblemRef) -> bool {
    let record = core.problem(problem);
    record.is_some_and(|record| record.speaking.iter().any(|own| usize::from(*own) == answer))
}

/// The answers to a question that speak for a problem, a bit each.
fn speak_for(core: &Core, question: TextRef, problem: ProblemRef) -> u32 {
    let mut bits = 0;
    for (place, _) in core.asks.iter().enumerate().filter(|(_, ask)| **ask == question) {
        bits = bits << 1 | u32::from(speaks(core, place, problem));
    }
    bits
}

/// How much doubt the question takes away; nothing if it does not tell the first
/// problem from any other.
fn worth(core: &Core, question: TextRef, likely: &[(ProblemRef, u16)]) -> u32 {
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
