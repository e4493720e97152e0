//! Screens: yew's markup, read into a tree and written out as calls.
//!
//! yew's own macro writes the making of each element out in place, several
//! hundred bytes of program every time.

pub(crate) mod node;
pub(crate) mod write;
