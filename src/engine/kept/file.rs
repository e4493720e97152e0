//! A case as it is written down: a line for each thing, by permanent ids, then the words.
//!
//! Whatever stands there, reading never fails half-way: what this version does not know,
//! or knows under another id, is told apart from what it does know.

use super::{Footing, Kept, Note};
use crate::engine::case::{Answer, Deed, Value};
use crate::engine::knowledge::{Core, FactKind, FactRef};

/// The first line of every case, with the version of its form.
const HEAD: &str = "case 1";
/// The line after which the person's words stand, up to the end.
const WORDS: &str = "words";

/// Ids that were retired: the kind of record, the id, and the one in its place.
pub type Retired = &'static [(&'static str, &'static str, &'static str)];

/// Those of our own records.
pub const RETIRED: Retired = include!(concat!(env!("OUT_DIR"), "/retired.rs"));

/// What was read of a case.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reading {
    /// What this version knows.
    pub kept: Kept,
    /// How many lines it does not know.
    pub lost: usize,
}

/// Writes a case by ids, with these words.
pub fn write(core: &Core, kept: &Kept, story: &str) -> String {
    let mut text = String::from(HEAD);
    for line in kept.notes().filter_map(|note| line(core, note)) {
        text.push('\n');
        text.push_str(&line);
    }
    text.extend(["\n", WORDS, "\n", story]);
    text
}

/// Reads a case; `None` if it is of a form that this version cannot read.
pub fn read(core: &Core, retired: Retired, text: &str) -> Option<Reading> {
    let (head, mut rest) = text.split_once('\n')?;
    if head != HEAD {
        return None;
    }
    let records = Records { core, retired };
    let (mut notes, mut lost) = (Vec::new(), 0);
    loop {
        let (line, after) = rest.split_once('\n')?;
        rest = after;
        if line == WORDS {
            break;
        }
        match note(&records, line) {
            Some(note) => notes.push(note),
            None => lost += 1,
        }
    }
    let mut kept = Kept::new(false, rest);
    for note in notes {
        kept.put(note);
    }
    Some(Reading { kept, lost })
}

fn line(core: &Core, note: Note) -> Option<String> {
    let fact = |fact: FactRef| Some(core.fact(fact)?.id.as_str());
    let deed = |did: Deed| {
        let channel = core.channel(did.channel)?.id.as_str();
        Some(format!("{channel} {} {}", did.day, did.answer.id()))
    };
    Some(match note {
        Note::Fact(of, footing, with) => {
            let (id, said) = (fact(of)?, word(footing));
            match footing {
                Footing::Skipped | Footing::Withdrawn => format!("{said} {id}"),
                Footing::Denied => format!("{said} {id} {}", value(core, of, with)?),
                Footing::Guessed | Footing::Read | Footing::Given => {
                    format!("fact {id} {said} {}", value(core, of, with)?)
                }
            }
        }
        Note::Did(None, did) => format!("did {}", deed(did)?),
        Note::Did(Some(problem), did) => {
            format!("solved {} {}", core.problem(problem)?.id, deed(did)?)
        }
        Note::Problem(problem) => format!("problem {}", core.problem(problem)?.id),
        Note::Folded => "folded".to_owned(),
    })
}

/// What a footing is called.
const fn word(footing: Footing) -> &'static str {
    match footing {
        Footing::Guessed => "guessed",
        Footing::Read => "read",
        Footing::Given => "given",
        Footing::Skipped => "unknown",
        Footing::Withdrawn => "withdrawn",
        Footing::Denied => "denied",
    }
}

fn value(core: &Core, fact: FactRef, value: Value) -> Option<String> {
    Some(match value {
        Value::Flag(flag) => if flag { "yes" } else { "no" }.to_owned(),
        Value::Choice(place) => core.fact(fact)?.options.get(usize::from(place))?.id.clone(),
        Value::Count(count) => count.to_string(),
        Value::Day(day) => day.to_string(),
    })
}

/// What ids are looked up in.
struct Records<'a> {
    core: &'a Core,
    retired: Retired,
}

impl Records<'_> {
    /// The id that stands for this one today. What took its place may be retired by now.
    fn today<'a>(&self, kind: &str, id: &'a str) -> &'a str {
        let mut id = id;
        for _ in self.retired {
            let next = self.retired.iter().find(|(of, old, _)| *of == kind && *old == id);
            let Some((_, _, new)) = next else { break };
            id = new;
        }
        id
    }

    fn fact(&self, id: &str) -> Option<FactRef> {
        self.core.fact_named(self.today("facts", id))
    }

    fn value(&self, fact: FactRef, word: &str) -> Option<Value> {
        match (self.core.fact(fact)?.kind, word) {
            (FactKind::Flag, "yes") => Some(Value::Flag(true)),
            (FactKind::Flag, "no") => Some(Value::Flag(false)),
            (FactKind::Flag, _) => None,
            (FactKind::Choice, option) => self.core.option_named(fact, option),
            (FactKind::Count, count) => count.parse().ok().map(Value::Count),
            (FactKind::Date, day) => day.parse().ok().map(Value::Day),
        }
    }

    fn deed(&self, channel: &str, day: &str, answer: &str) -> Option<Deed> {
        let channel = self.core.channel_named(self.today("channels", channel))?;
        let answer = Answer::ALL.into_iter().find(|known| known.id() == answer)?;
        Some(Deed { channel, day: day.parse().ok()?, answer })
    }
}

fn note(records: &Records, line: &str) -> Option<Note> {
    use Footing::{Denied, Given, Guessed, Read, Skipped, Withdrawn};
    let words: Vec<&str> = line.split(' ').collect();
    let problem = |id: &str| records.core.problem_named(records.today("problems", id));
    let named = |said: &str, of: &[Footing]| of.iter().copied().find(|it| word(*it) == said);
    Some(match *words {
        ["problem", id] => Note::Problem(problem(id)?),
        ["fact", id, said, with] => {
            let fact = records.fact(id)?;
            let footing = named(said, &[Guessed, Read, Given])?;
            Note::Fact(fact, footing, records.value(fact, with)?)
        }
        ["denied", id, with] => {
            let fact = records.fact(id)?;
            Note::Fact(fact, Denied, records.value(fact, with)?)
        }
        ["did", channel, day, answer] => Note::Did(None, records.deed(channel, day, answer)?),
        ["solved", id, channel, day, answer] => {
            Note::Did(Some(problem(id)?), records.deed(channel, day, answer)?)
        }
        ["folded"] => Note::Folded,
        [said, id] => {
            let footing = named(said, &[Skipped, Withdrawn])?;
            Note::Fact(records.fact(id)?, footing, Value::Flag(false))
        }
        _ => return None,
    })
}
