//! The parts of the plan screen: what was heard, what to do at once, the one
//! question, the doors on their path, the walls, and who says so.
//!
//! They read a [`View`] and call back with what the person did; nothing here
//! decides, and nothing changes the state.

mod ahead;
pub(crate) mod announce;
mod answer_words;
pub(crate) mod ask;
pub(crate) mod clocks;
mod contact;
mod copy_button;
mod detail;
mod door;
mod door_words;
mod fact_words;
pub(crate) mod field;
pub(crate) mod flips;
pub(crate) mod folds;
pub(crate) mod heard_line;
pub(crate) mod ladder;
pub(crate) mod outcome;
pub(crate) mod outline;
pub(crate) mod paper;
pub(crate) mod perhaps;
pub(crate) mod progress;
mod reasons;
mod rung;
pub(crate) mod source_line;
mod span_words;
mod state_line;
mod struck;
mod time_words;
pub(crate) mod tools;
pub(crate) mod urgent;
mod view;
pub(crate) mod walls;

pub(crate) use span_words::{number_words, quantity};
pub(crate) use struck::struck;
pub(crate) use time_words::CalendarWords;
pub(crate) use view::View;
