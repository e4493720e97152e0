//! Whether help must be shown before anything else.

use core::ops::Range;

use super::facts::Reading;
use super::fixed;
use super::model::{Scores, Weights};
use super::normalize::Normal;

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
pub(super) fn judge(_text: &Normal, weights: &Weights, scores: &Scores, _facts: &[Reading]) -> Alarm {
    let score = fixed::chance(scores.alarm);
    Alarm { raised: score >= weights.alarm_at, score, spans: Vec::new() }
}
