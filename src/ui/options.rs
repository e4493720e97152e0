//! What a host may set from outside. Whatever it writes, options come out.

use crate::engine::case::Value;
use crate::engine::knowledge::{Core, FactRef, ProblemRef};
use crate::engine::locale::Lang;

/// Where the widget stands, which decides what it may truthfully say of itself.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Delivery {
    /// Our own page, which may fetch its own files only.
    #[default]
    Page,
    /// One file, whose policy forbids the network altogether.
    File,
    /// The same in a frame of somebody else's page.
    Frame,
    /// An element in somebody else's page.
    Element,
}

impl Delivery {
    /// Whether the page is somebody else's, with its main part and its history.
    pub const fn is_guest(self) -> bool {
        matches!(self, Self::Frame | Self::Element)
    }

    /// Whether the policy forbids the network altogether.
    pub const fn is_offline(self) -> bool {
        matches!(self, Self::File | Self::Frame)
    }
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Size {
    /// The reader's own text size.
    #[default]
    Normal,
    /// Larger.
    Large,
}

/// What is on show first.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Start {
    /// The field for the person's own words.
    #[default]
    Describe,
    /// The same, with whom to call on top.
    Emergency,
    /// All problems.
    Browse,
}

/// What a host may set from outside, in terms of the records.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Options {
    /// The language to begin in.
    pub lang: Lang,
    /// Where the widget stands.
    pub delivery: Delivery,
    /// The size of the text to begin with.
    pub size: Size,
    /// What is on show first.
    pub start: Start,
    /// The problem to begin with.
    pub problem: Option<ProblemRef>,
    /// The only platform whose problems are listed, as an option of the fact
    /// `platform`.
    pub platform: Option<u8>,
    /// Whether the person may keep a case on this device, if they ask for it.
    pub may_keep: bool,
    /// What holds until the person says otherwise: where they are and who they are.
    pub guesses: Vec<(FactRef, Value)>,
}

impl Options {
    /// Reads attributes. `zone` is the device's time zone, from which the region
    /// is guessed unless the host names one. `warn` is told, in English for
    /// whoever made the page, of each value nobody knows; it counts as absent.
    /// What never reaches the program is judged by the element.
    pub fn read(
        core: &Core,
        (lang, delivery): (Lang, Delivery),
        zone: Option<&str>,
        attribute: impl Fn(&str) -> Option<String>,
        warn: impl Fn(&str),
    ) -> Self {
        let judged = |name: &str, find: &dyn Fn(&str) -> Option<usize>| {
            let written = attribute(name)?;
            let found = find(&written);
            if found.is_none() {
                warn(&format!("{name}=\"{written}\" is not one of its values"));
            }
            found
        };
        let word = |name: &str, known: &[&str]| {
            judged(name, &|written| known.iter().position(|word| *word == written))
        };
        let choice = |name: &str| {
            let fact = core.fact_named(name)?;
            let options = &core.fact(fact)?.options;
            let place = judged(name, &|written| options.iter().position(|it| it.id == written))?;
            Some((fact, u8::try_from(place).ok()?))
        };
        let problem = judged("problem", &|id| core.problem_named(id).map(ProblemRef::place));
        let here = choice("region").or_else(|| place_of(core, zone?));
        let guesses = [here, choice("audience")].into_iter().flatten();
        Self {
            lang,
            delivery,
            size: match word("size", &["normal", "large"]) {
                Some(1) => Size::Large,
                _ => Size::Normal,
            },
            start: match word("start", &["describe", "emergency", "browse"]) {
                Some(1) => Start::Emergency,
                Some(2) => Start::Browse,
                _ => Start::Describe,
            },
            problem: problem.map(ProblemRef::at),
            may_keep: word("storage", &["none", "local"]) == Some(1)
                && delivery == Delivery::Element,
            platform: choice("platform").map(|(_, place)| place),
            guesses: guesses.map(|(fact, place)| (fact, Value::Choice(place))).collect(),
        }
    }
}

/// Where a device with this time zone probably is, as an option of the fact `region`.
fn place_of(core: &Core, zone: &str) -> Option<(FactRef, u8)> {
    let zone = core.zones.iter().position(|known| known.name == zone)?;
    let mut here = core.regions.iter().filter(|region| usize::from(region.zone) == zone);
    let (fact, code) = (core.fact_named("region")?, &here.next()?.code);
    let place = core.fact(fact)?.options.iter().position(|option| option.id == *code)?;
    Some((fact, u8::try_from(place).ok()?))
}
