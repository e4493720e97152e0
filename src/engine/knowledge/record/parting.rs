//! Questions that part troubles people take for one another.

use serde::{Deserialize, Serialize};

use super::{ProblemRef, TextRef};

/// An answer to a question that is put before a problem is chosen, and the problems
/// it leaves. Answers to one question stand side by side; question 0 is where it
/// happened.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Parting {
    /// The number of the question.
    pub question: u8,
    /// The question.
    pub ask: TextRef,
    /// The answer.
    pub name: TextRef,
    /// The problems it speaks for. One that no answer to the question names stays
    /// with every answer.
    pub problems: Vec<ProblemRef>,
}
