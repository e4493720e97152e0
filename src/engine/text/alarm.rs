//! Whether help must be shown before anything else.
//!
//! The learnt score decides most texts. Beside it stand phrases that always
//! raise the alarm and phrases that calm it: a missed emergency costs more
//! than a block shown in vain.

use core::ops::Range;

use super::clauses;
use super::facts::{Read, Reading};
use super::fixed;
use super::model::{Model, STAKES, Scores};
use super::normalize::Normal;
use super::page::Page;
use super::phrases;

/// Facts that together are an emergency in themselves: those of `alarm` in `knowledge/order.toml`.
pub const STATED: [&[&str]; 3] =
    [&["money-moving-now"], &["intruder-active"], &["threatened", "intimate-images"]];
/// From this score on nothing calms the learnt alarm.
const LOUD: u16 = 900;
/// So long after a loss, in hours, those who labelled the sentences call it urgent (56 of 59 of
/// one day, all of two days, few of a week).
const LATELY: i64 = 48;
/// From here on the likely problems are more often urgent than not.
const MOSTLY: i32 = STAKES * 256 / 2;
/// From here on they are urgent now and then: money that went a moment ago may be stopped.
const AT_TIMES: i32 = STAKES * 256 / 20;

/// The verdict and what it rests on.
pub(super) struct Alarm {
    /// Whether help must be shown at once.
    pub(super) raised: bool,
    /// The score behind it, in permille.
    pub(super) score: u16,
    /// The bytes that raised it.
    pub(super) span: Option<Range<usize>>,
}

/// Judges how urgent a text is.
pub(super) fn judge(
    model: &Model,
    text: &Normal,
    page: &Page<'_>,
    scores: &Scores,
    facts: &[Reading],
) -> Alarm {
    // Of words that are hardly known only the phrases tell.
    let score = if scores.is_thin { 0 } else { fixed::chance(scores.alarm) };
    let calmed = page.has(page.list(phrases::CALM));
    let named = page.stated(page.list(phrases::ALWAYS)).map(|range| page.span(range));
    let named = named.or_else(|| stated(page, facts, scores.urgency)).filter(|_| !calmed);
    // Past losses and warded-off attempts must be twice as convincing.
    let at = model.weights.alarm_at;
    let bar = if calmed { at.saturating_mul(2).min(LOUD) } else { at };
    let is_named = named.is_some();
    let raised = score >= bar || is_named;
    let span = if raised { named.or_else(|| clauses::loudest(model, text)) } else { None };
    let score = if is_named { score.max(LOUD) } else { score };
    Alarm { raised, score, span }
}

/// Facts that are an emergency in themselves ([`STATED`]); and, where the likely problems are
/// urgent enough, money gone so lately that it may still be stopped, whether it was reported or not.
fn stated(page: &Page<'_>, facts: &[Reading], urgency: i32) -> Option<Range<usize>> {
    let is = |fact: &str| facts.iter().find(|r| r.fact == fact && r.value == Read::Flag(true));
    let is_recent = |r: &&Reading| {
        r.fact == "hours-since-loss"
            && matches!(r.value, Read::Count(count) if count <= LATELY * 1_000)
    };
    let lost = is("money-lost").filter(|_| urgency >= AT_TIMES);
    let recent = lost.filter(|_| urgency >= MOSTLY).and_then(|_| facts.iter().find(is_recent));
    let lately = recent.or_else(|| lost.filter(|_| page.has(page.list(phrases::JUST))));
    let all = STATED.iter().find(|all| all.iter().all(|fact| is(fact).is_some()));
    let stated = all.and_then(|all| is(all.last()?)).or(lately)?;
    Some(stated.span.clone())
}
