//! How long hearing a text takes.

use super::node;
use crate::outcome::Outcome;

/// Times understanding in node and in Chromium; natively it was timed with the cases.
pub fn measure() -> Outcome {
    println!("bench: hearing texts in node and in Chromium (about 30 s) …");
    node("node", &["text"])?;
    node("chromium", &["text"])
}
