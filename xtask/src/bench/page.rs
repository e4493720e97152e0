//! How long the built page lets a person wait.

use super::node;
use crate::build;
use crate::outcome::Outcome;

/// Builds the release, then types and answers on a slowed-down processor.
pub fn measure() -> Outcome {
    build::build()?;
    println!("bench: typing and answering on the page (about 40 s) …");
    node("page", &[])
}
