//! Judging facts read against facts noted.

use recourse::engine::text::{Read, Reading};
use serde_json::Value;

use super::data::Sentence;

/// Whether a value read is the value noted.
pub(crate) fn same(noted: &Value, read: Read) -> bool {
    match read {
        Read::Flag(read) => noted.as_bool() == Some(read),
        Read::Choice(read) => noted.as_str() == Some(read),
        Read::Count(read) => {
            #[expect(clippy::cast_precision_loss, reason = "thousandths of small numbers")]
            let read = read as f64 / 1000.0;
            noted.as_f64().is_some_and(|noted| (noted - read).abs() <= 0.05 * noted.abs().max(0.1))
        }
    }
}

/// Whether a reading is right, or `None` where the notes do not settle it.
///
/// By the set's convention, a penalty read from a text that merely describes
/// a ban is no error.
pub(crate) fn judge(sentence: &Sentence, reading: &Reading) -> Option<bool> {
    match sentence.facts.get(reading.fact) {
        Some(noted) => Some(same(noted, reading.value)),
        None if reading.fact == "notice-kind" && reading.value == Read::Choice("penalty") => None,
        None => Some(false),
    }
}
