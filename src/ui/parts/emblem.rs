//! Which drawing stands beside which problem. A drawing helps the eye along a
//! list and decides nothing, so it is read off the problem's id.

use super::icon::Icon;
use crate::ui::words::holds;

/// What an id speaks of, and its drawing; the first that fits wins.
const EMBLEMS: [(&str, Icon); 24] = [
    ("sextortion", Icon::Alert),
    ("impostor", Icon::PhoneOff),
    ("scam", Icon::Transfer),
    ("fraud", Icon::Transfer),
    ("wrong-transfer", Icon::Transfer),
    ("frozen", Icon::Frozen),
    ("funds", Icon::Frozen),
    ("minor", Icon::Child),
    ("refund", Icon::Bag),
    ("false-ad", Icon::Bag),
    ("prepaid", Icon::Bag),
    ("stolen", Icon::Key),
    ("hijacked", Icon::Key),
    ("pin", Icon::Key),
    ("verification", Icon::Key),
    ("privacy", Icon::Shield),
    ("chat-history", Icon::Chat),
    ("message", Icon::Chat),
    ("ban", Icon::Lock),
    ("restricted", Icon::Lock),
    ("blocked", Icon::Lock),
    ("mp-dev", Icon::Code),
    ("pay", Icon::Bank),
    ("merchant", Icon::Bank),
];

/// The drawing beside a problem.
pub(crate) fn emblem(id: &str) -> Icon {
    let fits = |(word, _): &&(&str, Icon)| holds(id, word);
    EMBLEMS.iter().find(fits).map_or(Icon::App, |(_, icon)| *icon)
}
