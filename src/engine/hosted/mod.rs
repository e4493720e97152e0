//! A host's own knowledge: a pack in JSON, judged as a whole and joined to ours.
//!
//! Invariant: either everything in a pack is sound and all of it is joined, or
//! nothing is. What helps in an emergency, and every warning, stays whatever a
//! pack says.

mod join;
mod joiner;
pub mod json;
mod phrases;
mod records;
mod schema;
pub mod shape;
mod shapes;

pub use join::{Hosted, OWN, join};
pub use joiner::FIRST;
pub use schema::schema;
pub use shapes::PACK;
