//! The room that touches the page: one ability a file, plain values in and out,
//! a closed [`Refusal`] when the browser says no.
//!
//! Nothing here can panic because a browser lacks something.

#![expect(clippy::disallowed_methods, reason = "this is the room that touches the page")]

pub mod apart;
pub mod clipboard;
pub mod clock;
pub mod event;
pub mod exit;
pub mod focus;
pub mod guard;
pub mod history;
pub mod keys;
pub mod locale;
pub mod newer;
pub mod packs;
pub mod paper;
pub mod policy;
pub mod presence;
pub mod sheet;
pub mod speech;
pub mod waiting;

mod listening;
mod refusal;

pub use refusal::Refusal;
