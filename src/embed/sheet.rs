//! The one style sheet of the shadow tree.

/// The layers in order, joined and without comments when the program is built.
pub(super) const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/sheet.css"));
