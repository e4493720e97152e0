//! How doors are put in order, as an editor writes it.

use serde::Deserialize;

use super::RawCondition;
use crate::engine::knowledge::record::{Costs, Danger, Operator};

/// `order.toml` as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOrder {
    /// What makes a case an emergency whatever the problem.
    pub alarm: RawCondition,
    /// Which problem's acts are to be done in such a case, whatever the problem.
    pub lends: Vec<(RawCondition, String)>,
    /// In which region an operator works whose channels name none.
    pub home: Vec<(Operator, String)>,
    /// What a door costs.
    pub cost: Costs,
    /// How much hangs on what a question would settle.
    pub danger: Danger,
}
