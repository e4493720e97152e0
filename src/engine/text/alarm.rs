//! Whether help must be shown before anything else.
//!
//! The learnt score decides most texts. Beside it stand phrases that always
//! raise the alarm and phrases that calm it: a missed emergency costs more
//! than a block shown in vain.

use core::ops::Range;

use super::clauses;
use super::facts::{Read, Reading};
use super::fixed;
use super::model::{Model, Scores};
use super::normalize::Normal;
use super::page::Page;
use super::phrases;

/// From this score on nothing calms the learnt alarm.
const LOUD: u16 = 900;

/// The verdict and what it rests on.
pub(super) struct Alarm {
    /// Whether help must be shown at once.
    pub(super) raised: bool,
    /// The score behind it, in permille.
    pub(super) score: u16,
    /// The bytes that raised it.
    pub(super) spans: Vec<Range<usize>>,
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
    let named = named.or_else(|| stated(facts)).filter(|_| !calmed);
    // Past losses and warded-off attempts must be twice as convincing.
    let at = model.weights.alarm_at;
    let bar = if calmed { at.saturating_mul(2).min(LOUD) } else { at };
    let is_named = named.is_some();
    let raised = score >= bar || is_named;
    let spans = if raised { named.or_else(|| clauses::loudest(model, text)) } else { None };
    let score = if is_named { score.max(LOUD) } else { score };
    Alarm { raised, score, spans: spans.into_iter().collect() }
}

/// Facts that are an emergency in themselves.
fn stated(facts: &[Reading]) -> Option<Range<usize>> {
    let is = |fact: &str| facts.iter().find(|r| r.fact == fact && r.value == Read::Flag(true));
    let threat = is("threatened").and_then(|_| is("intimate-images"));
    let reading = is("money-moving-now").or_else(|| is("intruder-active")).or(threat)?;
    Some(reading.span.clone())
}
