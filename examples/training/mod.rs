//! Learning the word model from sentences; shared by `train` and `evaluate`.

pub mod build;
pub mod data;
pub mod facts;
pub mod learn;
pub mod measure;
pub mod narrow;
