//! What is known of a person's case: facts, their values, and who said so.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::knowledge::{ChannelRef, FactRef};

/// The value of a fact.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// One of the fact's options, by its place in the fact's record.
    Choice(u8),
    /// A quantity in thousandths of the fact's unit, so that 0.3 hours needs no float.
    Count(i64),
    /// A civil day, counted from 1970-01-01.
    Day(i32),
}

/// Who told us a fact; a later variant outranks an earlier one.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Origin {
    /// The device suggests it, such as the region by its time zone.
    Guessed,
    /// It follows from another fact.
    Derived,
    /// It follows from the chosen problem.
    Assumed,
    /// It was read from the person's own words.
    Read,
    /// The person answered it.
    Given,
    /// A door the person has used shows it.
    Done,
}

/// What came of turning to a channel.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Answer {
    /// Nobody has answered yet.
    #[default]
    None,
    /// They refused.
    Refused,
    /// They answered, but it does not help.
    Unsatisfying,
    /// It is solved.
    Solved,
}

impl Answer {
    /// Every answer, in the order a person is offered them.
    pub const ALL: [Self; 4] = [Self::None, Self::Refused, Self::Unsatisfying, Self::Solved];

    /// The permanent name, which is also the option's in facts about answers.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Refused => "refused",
            Self::Unsatisfying => "unsatisfying",
            Self::Solved => "solved",
        }
    }

    /// What facts about appeals call the answer.
    pub const fn of_appeal(self) -> &'static str {
        match self {
            Self::None => "pending",
            Self::Refused | Self::Unsatisfying => "rejected",
            Self::Solved => "accepted",
        }
    }
}

/// A door the person has used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Deed {
    /// Whom they turned to.
    pub channel: ChannelRef,
    /// The day, counted from 1970-01-01.
    pub day: i32,
    /// What came of it.
    pub answer: Answer,
}

/// A fact of the case: its value and who said so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Known {
    /// What is the case.
    pub value: Value,
    /// Who said so.
    pub origin: Origin,
}

/// Everything known of one person's case.
///
/// A fact that is absent is unknown, which is not the same as no.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Case {
    /// What is known, in the order of the records.
    known: Vec<(FactRef, Known)>,
    /// Which facts are known; the last one is never empty.
    blocks: Vec<Block>,
    skipped: Vec<FactRef>,
    deeds: Vec<Deed>,
}

/// Which of 64 facts are known. A case is as small as what it tells, however
/// many facts there are, and a fact is found in two steps.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Block {
    /// One bit a fact.
    is_known: u64,
    /// How many facts of the blocks before are known.
    before: usize,
}

impl Case {
    /// What is known of a fact.
    pub fn known(&self, fact: FactRef) -> Option<Known> {
        self.place(fact).copied()
    }

    /// The value of a fact, if it is known.
    pub fn value(&self, fact: FactRef) -> Option<Value> {
        self.place(fact).map(|known| known.value)
    }

    /// Where it is written what is known of a fact.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "every comparison of every rule comes through here")]
    pub(super) fn place(&self, fact: FactRef) -> Option<&Known> {
        let block = self.blocks.get(fact.place() / 64)?;
        let bit = bit(fact);
        if block.is_known & bit == 0 {
            return None;
        }
        self.known.get(block.before + rank(block.is_known, bit)).map(|(_, known)| known)
    }

    /// Records a fact unless a more trusted origin has already spoken.
    pub fn tell(&mut self, fact: FactRef, value: Value, origin: Origin) {
        if origin == Origin::Given {
            self.skipped.retain(|skipped| *skipped != fact);
        }
        let number = fact.place() / 64;
        if self.blocks.len() <= number {
            self.blocks.resize(number + 1, Block { is_known: 0, before: self.known.len() });
        }
        let (said, bit) = (Known { value, origin }, bit(fact));
        let Some(block) = self.blocks.get_mut(number) else { return };
        let at = block.before + rank(block.is_known, bit);
        if block.is_known & bit == 0 {
            block.is_known |= bit;
            self.known.insert(at.min(self.known.len()), (fact, said));
            self.blocks.iter_mut().skip(number + 1).for_each(|later| later.before += 1);
        } else if let Some((_, earlier)) = self.known.get_mut(at)
            && earlier.origin <= origin
        {
            *earlier = said;
        }
    }

    /// Notes that the person does not know: the fact is unknown, whoever said it,
    /// and need not be asked about again.
    pub fn skip(&mut self, fact: FactRef) {
        self.forget(fact);
        self.skipped.push(fact);
    }

    /// What the person does not know, in the order they said so.
    pub fn skipped(&self) -> &[FactRef] {
        &self.skipped
    }

    /// Makes a fact unknown again, whoever said it, and open to be asked about.
    pub fn forget(&mut self, fact: FactRef) {
        self.skipped.retain(|skipped| *skipped != fact);
        self.clear(fact);
    }

    fn clear(&mut self, fact: FactRef) {
        let (number, bit) = (fact.place() / 64, bit(fact));
        let Some(block) = self.blocks.get_mut(number) else { return };
        if block.is_known & bit == 0 {
            return;
        }
        self.known.remove(block.before + rank(block.is_known, bit));
        block.is_known &= !bit;
        self.blocks.iter_mut().skip(number + 1).for_each(|later| later.before -= 1);
        while self.blocks.last().is_some_and(|last| last.is_known == 0) {
            self.blocks.pop();
        }
    }

    /// Makes every fact of one origin unknown again, such as those read from
    /// words the person has since changed.
    pub fn forget_all(&mut self, origin: Origin) {
        while let Some((fact, _)) = self.known.iter().find(|(_, known)| known.origin == origin) {
            self.clear(*fact);
        }
    }

    /// Every known fact, in the order of the records.
    pub fn iter(&self) -> impl Iterator<Item = (FactRef, Known)> {
        self.known.iter().copied()
    }

    /// Notes that the person turned to a channel on a day. Doing so again moves
    /// the day and keeps the answer.
    pub fn did(&mut self, channel: ChannelRef, day: i32) {
        match self.deeds.iter_mut().find(|deed| deed.channel == channel) {
            Some(deed) => deed.day = day,
            None => self.deeds.push(Deed { channel, day, answer: Answer::None }),
        }
    }

    /// Notes what came of turning to a channel; nothing if they never did.
    pub fn answered(&mut self, channel: ChannelRef, answer: Answer) {
        if let Some(deed) = self.deeds.iter_mut().find(|deed| deed.channel == channel) {
            deed.answer = answer;
        }
    }

    /// Takes back that the person turned to a channel.
    pub fn undo(&mut self, channel: ChannelRef) {
        self.deeds.retain(|deed| deed.channel != channel);
    }

    /// What the person did at a channel.
    pub fn deed(&self, channel: ChannelRef) -> Option<Deed> {
        self.deeds.iter().copied().find(|deed| deed.channel == channel)
    }

    /// Whether the person turned to a channel.
    pub fn has_used(&self, channel: ChannelRef) -> bool {
        for deed in &self.deeds {
            if deed.channel == channel {
                return true;
            }
        }
        false
    }

    /// Every door the person has used, in the order they told.
    pub fn deeds(&self) -> &[Deed] {
        &self.deeds
    }
}

/// The bit of a fact in its block.
fn bit(fact: FactRef) -> u64 {
    1 << (fact.place() % 64)
}

/// How many facts of a block stand before the one of a bit.
const fn rank(is_known: u64, bit: u64) -> usize {
    (is_known & (bit - 1)).count_ones() as usize
}
