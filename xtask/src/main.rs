//! The chores of the project: `cargo xtask <command>`.

fn main() {}
