//! The one style sheet of the shadow tree.

/// The layers in order, joined when the program is built.
pub(super) const CSS: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/layout.css"),
    include_str!("../../styles/parts.css"),
    include_str!("../../styles/print.css"),
);
