//! Pieces of a screen: they show and emit; what follows is decided elsewhere.

pub(crate) mod icon;
pub(crate) mod plan;

mod alarm;
mod browse_list;
mod candidates;
mod foot;
mod proof;
mod row;
mod story;
mod tiles;
mod top;

pub(crate) use alarm::Alarm;
pub(crate) use browse_list::BrowseList;
pub(crate) use candidates::Candidates;
pub(crate) use foot::Foot;
pub(crate) use proof::Proof;
pub(crate) use row::Row;
pub(crate) use story::Story;
pub(crate) use tiles::Tiles;
pub(crate) use top::Top;
