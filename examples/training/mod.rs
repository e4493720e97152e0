//! Learning the word model from sentences; shared by `train` and `evaluate`.

pub(crate) mod authors;
pub(crate) mod build;
pub(crate) mod chance;
pub(crate) mod confusions;
pub(crate) mod data;
pub(crate) mod decided;
pub(crate) mod facts;
pub(crate) mod measure;
pub(crate) mod network;
pub(crate) mod shared;
