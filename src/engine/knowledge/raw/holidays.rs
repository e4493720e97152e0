//! The holidays of a region as an editor writes them.

use serde::Deserialize;

/// The holidays of one region as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawHolidays {
    /// Whether parts of the region keep days of their own that are not told here.
    #[serde(default)]
    pub partial: bool,
    /// The years, in order and without a gap.
    pub years: Vec<RawHolidayYear>,
}

/// One year of holidays as announced.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RawHolidayYear {
    /// The year.
    pub year: i32,
    /// When it was announced, as closely as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub notice: String,
    /// The announcement.
    pub sources: Vec<String>,
    /// Days off; those at a weekend may be named or left out.
    pub off: Vec<String>,
    /// Weekend days on which people work.
    #[serde(default)]
    pub work: Vec<String>,
}
