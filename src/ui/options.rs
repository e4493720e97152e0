//! What a host may set from outside.

use crate::engine::locale::Lang;

/// Where the widget stands, which decides what it may truthfully say of itself.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Delivery {
    /// Our own page, which may fetch its own files only.
    #[default]
    Page,
    /// One file or a frame, whose policy forbids the network altogether.
    File,
    /// An element in somebody else's page.
    Element,
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Size {
    /// The reader's own text size.
    #[default]
    Normal,
    /// Larger.
    Large,
}

/// What a host may set from outside.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Options {
    /// The language to begin in.
    pub lang: Lang,
    /// Where the widget stands.
    pub delivery: Delivery,
    /// The size of the text to begin with.
    pub size: Size,
    /// The permanent id of a problem to begin with.
    pub problem: Option<String>,
    /// The code of the region to assume.
    pub region: Option<String>,
}
