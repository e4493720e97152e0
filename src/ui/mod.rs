//! The room that shows: components, the state they share, and nothing that
//! decides or touches the page.

pub mod app;
pub mod desk;
pub mod later;
pub mod options;
pub mod state;
pub mod world;

mod finder;
mod hooks;
mod markup;
mod parts;
mod say;
mod screens;
mod sending;
mod words;
