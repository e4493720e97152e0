//! Effects, one a file, and the ways to what every component may look up.

mod context;
mod use_after;
mod use_catch;
mod use_changes;
mod use_clock;
mod use_focus;
mod use_guard;
mod use_hearing;
mod use_history;
mod use_host;
mod use_newer;
mod use_packs;
mod use_paper;
mod use_quick_exit;
mod use_rehearsal;
mod use_report;
mod use_settled;
mod use_voice;

pub(crate) use context::{Around, Sources, use_around, use_words};
pub(crate) use use_after::use_after;
pub(crate) use use_catch::use_catch;
pub(crate) use use_changes::use_changes;
pub(crate) use use_clock::use_clock;
pub(crate) use use_focus::use_focus;
pub(crate) use use_guard::{IDLE_MINUTES, use_guard};
pub(crate) use use_hearing::use_hearing;
pub(crate) use use_history::use_history;
pub(crate) use use_host::{Asked, use_host};
pub(crate) use use_newer::use_newer;
pub(crate) use use_packs::use_packs;
pub(crate) use use_paper::{Paper, use_paper};
pub(crate) use use_quick_exit::use_quick_exit;
pub(crate) use use_rehearsal::use_rehearsal;
pub(crate) use use_report::use_report;
pub(crate) use use_settled::use_settled;
pub(crate) use use_voice::{Voice, use_voice};
