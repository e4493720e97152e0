//! The native tests: walls of the house, knowledge, plans, words. One binary,
//! so that it links once.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails, and says where"
)]

#[path = "../../examples/route/answer.rs"]
mod answer;
#[path = "../../examples/common/mod.rs"]
mod common;
#[path = "../../examples/pack/guide/mod.rs"]
mod guide;

mod architecture;
mod asks;
mod calendar;
mod cases;
mod contrast;
mod coverage;
mod embedding;
mod emergencies;
mod ends;
mod expectations;
mod findings;
mod flips;
mod guides;
mod holidays;
#[cfg(feature = "widget")]
mod host;
mod hosted;
mod hours;
mod kept;
mod knowledge;
mod known;
mod ladders;
mod ledger;
#[cfg(feature = "widget")]
mod losing;
mod metamorphic;
mod order;
mod own;
mod packs;
mod parting;
mod personas;
mod plans;
mod preparing;
mod proofs;
#[cfg(feature = "widget")]
mod resuming;
mod route;
mod routing;
mod rules;
mod scenarios;
#[cfg(feature = "widget")]
mod state;
mod states;
mod static_guide;
mod text;
