//! Where the person is, read from places and institutions.

use core::ops::Range;

use super::normalize::Normal;

/// The region a text settles, with the words that settle it.
pub(super) fn read(_text: &Normal) -> Option<(&'static str, Range<usize>)> {
    None
}
