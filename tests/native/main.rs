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
mod case_facts;
mod case_states;
mod cases;
mod contrast;
mod coverage;
mod documents;
mod embedding;
mod emergencies;
mod ends;
mod expectations;
mod findings;
mod flips;
mod guides;
mod holidays;
mod host_pack;
mod hours;
mod kept;
mod knowledge;
mod ladders;
mod ledger;
mod metamorphic;
mod order;
mod packs;
mod parting;
mod personas;
mod plans;
mod preparing;
mod proofs;
mod route;
mod routing;
mod rules;
mod scenarios;
mod static_guide;
mod text;
#[cfg(feature = "widget")]
mod visit;
