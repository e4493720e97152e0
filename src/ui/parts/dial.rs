//! Which numbers may be dialled, and how.

use crate::engine::knowledge::{Channel, Status};

/// The number of a channel, if it may be dialled.
///
/// Invariant: a disputed number and one kept only to warn are never dialled.
pub(crate) fn dialable(channel: &Channel) -> Option<&str> {
    let may_be_used = matches!(channel.status, Status::Active | Status::Unverified);
    channel.phone.as_deref().filter(|_| may_be_used)
}

/// The address a phone understands for a number as it is written.
pub(crate) fn phone_link(number: &str) -> String {
    let digits = number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+');
    std::iter::once("tel:").map(String::from).chain(digits.map(String::from)).collect()
}
