//! Which of two rungs of one door stands: the same door under two conditions is
//! one door.

use super::Standing;
use crate::engine::knowledge::Stage;

/// What decides between them: the surer one, then the earlier.
pub(super) type Turn = (Standing, Stage);

/// Whether a rung stands instead of one of the same door that comes before it in
/// the record.
pub(super) fn stands_instead(later: Turn, earlier: Turn) -> bool {
    later < earlier
}
