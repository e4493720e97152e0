//! Understanding what a person typed: which problem, how urgent, what is stated.

mod alarm;
pub mod bytes;
mod clauses;
pub mod coder;
pub mod concepts;
pub mod crisis;
pub mod facts;
pub mod features;
pub mod fixed;
pub mod folding;
pub mod model;
pub mod normalize;
pub mod own;
mod page;
pub mod phrases;
pub mod pinyin;
pub mod platform;
mod region;
pub mod search;
pub mod variants;

use core::ops::Range;

use crate::engine::locale::Lang;
use crate::engine::sorting;

pub use alarm::STATED;
pub use facts::{Read, Reading};
pub use model::Model;
use model::Scores;
use normalize::{Normal, is_han};
use page::Page;

/// How many guesses are kept.
const GUESSES: usize = 8;
/// From this share on the first guess stands on its own.
const SURE: u16 = 450;
/// A guess with less than this is noise.
const FLOOR: u16 = 4;
/// The problem that stands for "none of these".
const ELSEWHERE: &str = "other-unknown";

/// What was understood of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Understanding {
    /// Problems, best first, at most eight.
    pub guesses: Vec<Guess>,
    /// How far the first guess can be trusted.
    pub certainty: Certainty,
    /// Whether help must be shown at once; tuned to miss nothing.
    pub emergency: bool,
    /// The score behind `emergency`, in permille.
    pub alarm: u16,
    /// The bytes of the text that raised it.
    pub alarm_span: Option<Range<usize>>,
    /// Facts the text states outright.
    pub facts: Vec<Reading>,
    /// Where the person is, when a place or institution settles it.
    pub region: Option<(&'static str, Range<usize>)>,
    /// The product named, when it is only one, and where.
    pub platform: Option<(&'static str, Range<usize>)>,
    /// The language it is written in.
    pub lang: Option<Lang>,
    /// The first words written in that language.
    pub lang_span: Option<Range<usize>>,
}

/// One problem the text may be about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Guess {
    /// Which problem.
    pub problem: ProblemName,
    /// Its share, in permille; all shares sum to at most 1000.
    pub score: u16,
}

impl Guess {
    /// The problem's permanent id.
    pub fn id(&self) -> &str {
        self.problem.id()
    }
}

/// The permanent id of a problem, such as `pay-scam-transfer`.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct ProblemName(String);

impl ProblemName {
    /// The id as text.
    pub fn id(&self) -> &str {
        &self.0
    }
}

/// How far the first guess can be trusted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Certainty {
    /// The first guess stands on its own.
    Sure,
    /// Several guesses should be offered.
    Unsure,
    /// The text is about something else, or says too little.
    OutOfScope,
    /// Nothing was typed.
    Empty,
}

/// Understands a text. Never fails; the time grows with the length of the
/// text up to a bound, beyond which the middle is skipped.
pub fn understand(model: &Model, text: &str) -> Understanding {
    let normal = model.normalize(text);
    let page = Page::new(&model.phrases, &normal);
    let platform = platform::read(&page);
    let scores = model.weigh(&normal, platform.as_ref().map(|named| named.place));
    let guesses = guesses(model, &scores);
    let certainty = certainty(&normal, &scores, &guesses);
    let facts = facts::read(&page);
    let lang = lang(&normal);
    let alarm = alarm::judge(model, &normal, &page, &scores, &facts);
    Understanding {
        guesses,
        certainty,
        emergency: alarm.raised,
        alarm: alarm.score,
        alarm_span: alarm.span,
        region: region::read(&page),
        facts,
        platform: platform.and_then(|named| Some((named.id?, named.span))),
        lang,
        lang_span: lang.and_then(|lang| lang_span(&normal, lang)),
    }
}

fn guesses(model: &Model, scores: &Scores) -> Vec<Guess> {
    let modest = |logit: &i32| logit.saturating_mul(model.weights.modest) / 256;
    let shares = fixed::shares(&scores.logits.iter().map(modest).collect::<Vec<i32>>());
    let mut ranked: Vec<(usize, u16)> =
        shares.into_iter().enumerate().filter(|&(_, share)| share >= FLOOR).collect();
    sorting::by_key(&mut ranked, |&(_, share)| core::cmp::Reverse(share));
    ranked.truncate(GUESSES);
    if scores.is_thin {
        // Nothing to go by: say so rather than offer the likeliest problem of all.
        return vec![Guess { problem: ProblemName(ELSEWHERE.to_owned()), score: SURE }];
    }
    let name = |column| ProblemName(model.problem(column).to_owned());
    ranked.into_iter().map(|(column, score)| Guess { problem: name(column), score }).collect()
}

fn certainty(text: &Normal, scores: &Scores, guesses: &[Guess]) -> Certainty {
    if !text.chars.iter().any(|c| c.is_alphanumeric()) {
        return Certainty::Empty;
    }
    let Some(first) = guesses.first().filter(|_| !scores.is_thin) else {
        return Certainty::Unsure;
    };
    if first.problem.id() == ELSEWHERE {
        return Certainty::OutOfScope;
    }
    if first.score >= SURE { Certainty::Sure } else { Certainty::Unsure }
}

fn lang(text: &Normal) -> Option<Lang> {
    let han = text.chars.iter().filter(|&&c| is_han(c)).count();
    let latin = text.chars.iter().filter(|c| c.is_ascii_alphabetic()).count();
    if han * 4 >= latin.max(1) {
        return Some(if text.is_traditional() { Lang::ZhHant } else { Lang::ZhHans });
    }
    (latin > 0).then_some(Lang::En)
}

/// The first run of characters that a language is written in.
fn lang_span(text: &Normal, lang: Lang) -> Option<Range<usize>> {
    let of_lang = |c: &char| if lang == Lang::En { c.is_ascii_alphabetic() } else { is_han(*c) };
    let start = text.chars.iter().position(of_lang)?;
    let length = text.chars.iter().skip(start).take_while(|c| of_lang(c)).count();
    Some(text.span(start..start + length))
}
