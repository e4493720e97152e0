//! The room that thinks: pure, total, deterministic, and told the time.
//!
//! Invariant: nothing here knows the page, the clock, randomness or hash order.

pub mod locale;
pub mod sorting;

pub mod case;
pub mod rule;

pub mod calendar;
pub mod knowledge;
pub mod text;

pub mod heard;
pub mod hosted;
pub mod kept;
pub mod parting;
pub mod plan;
