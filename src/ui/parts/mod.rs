//! Pieces of a screen: they show and emit; what follows is decided elsewhere.

pub(crate) mod dial;
pub(crate) mod icon;
pub(crate) mod plan;

mod alarm;
mod candidates;
mod catalogue;
mod emblem;
mod foot;
mod missing;
mod platforms;
mod proof;
mod row;
mod story;
mod tiles;
mod top;

pub(crate) use alarm::Alarm;
pub(crate) use candidates::Candidates;
pub(crate) use catalogue::Catalogue;
pub(crate) use foot::{Foot, Stale};
pub(crate) use missing::Missing;
pub(crate) use platforms::PlatformList;
pub(crate) use proof::Proof;
pub(crate) use row::Row;
pub(crate) use story::Story;
pub(crate) use tiles::Tiles;
pub(crate) use top::Top;
