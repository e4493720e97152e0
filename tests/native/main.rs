//! The native tests: walls of the house, knowledge, plans, words. One binary,
//! so that it links once.

#[path = "../../examples/common/mod.rs"]
mod common;

mod architecture;
mod calendar;
mod cases;
mod knowledge;
mod ledger;
mod packs;
mod plans;
mod rules;
