//! Short guides to read where they matter, and the words of a person in danger.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::super::columns::later;
use super::{ChannelRef, ConditionRef, Grade, ProblemRef, RegionRef, SourceRef, TextRef};

/// A spot of the interface where a guide can matter.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// Where what to keep is listed.
    Evidence,
    /// Beside a number, an address or a mail address.
    Contact,
    /// Where every door has been used.
    Exhausted,
    /// The screen that tells what this tool is; such a guide is not on the list.
    About,
}

/// Something to read in two minutes.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Guide {
    /// The permanent id.
    pub id: String,
    /// What it is about.
    pub title: TextRef,
    /// What one gets from it, in one line.
    pub lead: TextRef,
    /// The spots where it is offered.
    pub spots: Vec<Spot>,
    /// The doors at which it is offered.
    pub doors: Vec<ChannelRef>,
    /// The problems on whose plan it is offered; none means all, if `when` is set.
    pub problems: Vec<ProblemRef>,
    /// When it is offered on a plan; absent means always.
    pub when: Option<ConditionRef>,
    /// What it says, a paragraph each.
    pub steps: Vec<GuideStep>,
}

/// A paragraph of a guide, or what a number is for, and who says so.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct GuideStep {
    /// What is said.
    pub text: TextRef,
    /// How far it can be trusted; absent where it speaks of this tool itself.
    pub grade: Option<Grade>,
    /// Where it comes from.
    #[serde(serialize_with = "later")]
    pub sources: Vec<SourceRef>,
}

/// By which words a person in danger is known, and whom they can call.
///
/// Phrases of a list are divided by `|`, in the spelling into which texts are folded.
#[derive(Clone, Debug, Default, Columns, Serialize)]
pub struct Crisis {
    /// They may hurt themselves.
    pub own_hand: String,
    /// Somebody hurts them, or threatens their life.
    pub others: String,
    /// Where these words mean something else.
    pub idioms: String,
    /// Whom to call in each region: the number, what it is and who says so.
    pub calls: Vec<(RegionRef, String, GuideStep)>,
}
