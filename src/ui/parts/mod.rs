//! Pieces of a screen: they show and emit; what follows is decided elsewhere.

pub(crate) mod dial;
pub(crate) mod guide_link;
pub(crate) mod icon;
pub(crate) mod plan;

mod alarm;
mod candidates;
mod catalogue;
mod danger;
mod doors;
mod emblem;
mod foot;
mod missing;
mod platforms;
mod proof;
mod read;
mod row;
mod story;
mod tiles;
mod top;

pub(crate) use alarm::{Replies, alarm};
pub(crate) use candidates::Candidates;
pub(crate) use catalogue::Catalogue;
pub(crate) use danger::danger;
pub(crate) use foot::{foot, shared, stale};
pub(crate) use missing::missing;
pub(crate) use platforms::platform_list;
pub(crate) use proof::proof;
pub(crate) use read::{Objections, read};
pub(crate) use row::{Note, row};
pub(crate) use story::story;
pub(crate) use tiles::tiles;
pub(crate) use top::top;
