//! How doors are put in order, as an editor writes it.

use serde::Deserialize;

use super::RawCondition;
use crate::engine::knowledge::record::Costs;

/// `order.toml` as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOrder {
    /// What makes a case an emergency whatever the problem.
    pub alarm: RawCondition,
    /// What a door costs.
    pub cost: Costs,
}
