//! The side door: seals a case for the way out and opens one that comes back. A small
//! program of its own, which only a page that asks for a case loads.
//!
//! It knows the records by their packs and the visit by its numbers; the widget knows
//! nothing of keys.

#[cfg(feature = "keeper")]
mod door;
pub mod seal;

#[cfg(feature = "keeper")]
pub use door::{Opened, open_case, seal_case};
