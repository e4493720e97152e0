//! What was heard in a person's words, in terms of the records.

use std::ops::Range;

use super::case::{Case, Origin, Value};
use super::knowledge::{Core, FactRef, ProblemRef, Severity};
use super::locale::Lang;
use super::text::crisis::{Danger, Phrases, danger};
use super::text::own::find;
use super::text::{Certainty, Model, Read, Reading, understand};

/// What a text says, in terms of the records.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The problems it may be, best first, with their share in thousandths.
    pub problems: Vec<(ProblemRef, u16)>,
    /// How sure that ranking is.
    pub certainty: Certainty,
    /// Whether minutes may matter for what the records speak of. Errs on the side of yes.
    pub emergency: bool,
    /// Whom the person is in danger from, if they say so.
    pub danger: Option<Danger>,
    /// The byte range of the words that raised the alarm.
    pub alarm_span: Option<Range<usize>>,
    /// Facts stated outright, with the byte range of the words.
    pub facts: Vec<(FactRef, Value, Range<usize>)>,
    /// The currency of each amount among `facts`, by its ISO code, where the
    /// text leaves no doubt. Amounts are in that currency: nothing is converted.
    pub currencies: Vec<(FactRef, &'static str)>,
    /// The amounts among `facts` that are not in the unit of their record, or that only
    /// the place would tell: “900 dollars”, “兩萬蚊”. They are never told to a case.
    pub apart: Vec<FactRef>,
    /// The product named, an option of the fact `platform`, and where. It is
    /// never told to a case: the problem chosen says more.
    pub platform: Option<(Value, Range<usize>)>,
    /// The language it is written in, if it is one of ours.
    pub lang: Option<Lang>,
    /// The first words in that language.
    pub lang_span: Option<Range<usize>>,
}

/// The currency in which the records count.
const HOME: &str = "CNY";

/// At most so many problems of a host's own are offered, so that ours stay in sight.
const MOST_OWN: usize = 2;

/// From this share on, in thousandths, a problem that is always an emergency says what to do
/// at once though another is likelier. Of those below, one in thirty is what was meant.
const LEADS: u16 = 100;

/// Hears a text. Never fails.
pub fn hear(core: &Core, model: &Model, text: &str) -> Heard {
    let understood = understand(model, text);
    let problems = (understood.guesses.iter())
        .filter_map(|guess| Some((core.problem_named(guess.id())?, guess.score)))
        .collect();
    let currencies = (understood.facts.iter())
        .filter_map(|reading| Some((core.fact_named(reading.fact)?, reading.currency?)))
        .collect();
    let is_apart = |reading: &Reading| match reading.currency {
        Some(code) => code != HOME,
        None => understood.lang != Some(Lang::ZhHans),
    };
    let apart = (understood.facts.iter())
        .filter_map(|reading| Some((core.fact_named(reading.fact)?, reading)))
        .filter(|(fact, _)| core.fact(*fact).is_some_and(|it| it.unit.as_deref() == Some(HOME)))
        .filter_map(|(fact, reading)| is_apart(reading).then_some(fact))
        .collect();
    let platform = understood.platform.and_then(|(id, span)| {
        let fact = core.fact_named("platform")?;
        Some((core.option_named(fact, id)?, span))
    });
    let mut facts: Vec<(FactRef, Value, Range<usize>)> = (understood.facts.into_iter())
        .filter_map(|reading| {
            let fact = core.fact_named(reading.fact)?;
            let value = match reading.value {
                Read::Flag(flag) => Value::Flag(flag),
                Read::Count(count) => Value::Count(count),
                Read::Choice(option) => core.option_named(fact, option)?,
            };
            Some((fact, value, reading.span))
        })
        .collect();
    if let Some((code, span)) = understood.region
        && let Some(fact) = core.fact_named("region")
        && let Some(value) = core.option_named(fact, code)
    {
        facts.push((fact, value, span));
    }
    let crisis = &core.crisis;
    let phrases =
        Phrases { own_hand: &crisis.own_hand, others: &crisis.others, idioms: &crisis.idioms };
    Heard {
        problems,
        certainty: understood.certainty,
        emergency: understood.emergency,
        danger: danger(model, text, phrases),
        alarm_span: understood.alarm_span,
        facts,
        currencies,
        apart,
        platform,
        lang: understood.lang,
        lang_span: understood.lang_span,
    }
}

impl Heard {
    /// Whether minutes may matter, for what is lost or for the person.
    pub fn is_urgent(&self) -> bool {
        self.emergency || self.danger.is_some()
    }

    /// Offers the problems of a host's own pack whose words stand in the text; `own` holds
    /// them in one spelling. Where minutes may matter, ours stay in front.
    pub fn offer(&mut self, core: &Core, model: &Model, own: &str, text: &str) {
        let first = self.problems.first().copied();
        let is_grave = first.and_then(|(problem, _)| core.problem(problem));
        let is_grave = is_grave.is_some_and(|it| it.emergency || it.severity == Severity::Critical);
        let behind = usize::from((self.is_urgent() || is_grave) && first.is_some());
        // They are as likely as what stood first.
        let share = first.map_or(0, |(_, share)| share);
        let mut at = behind;
        find(own, model, text, |place| {
            if at < behind + MOST_OWN {
                self.problems.insert(at, (ProblemRef::at(core.first_own() + place), share));
                at += 1;
                // Two may be meant now.
                self.certainty = Certainty::Unsure;
            }
        });
    }

    /// The problem whose acts come first where the words raised the alarm: the likeliest that
    /// is always an emergency, unless it is hardly meant.
    pub fn lead(&self, core: &Core) -> Option<ProblemRef> {
        let is_grave = |problem| core.problem(problem).is_some_and(|record| record.emergency);
        let mut likely = self.problems.iter().filter(|(_, share)| *share >= LEADS);
        let grave = likely.find(|(problem, _)| is_grave(*problem));
        grave.or(self.problems.first()).map(|(problem, _)| *problem)
    }

    /// Tells a case what was heard, instead of what was heard before.
    ///
    /// Of an amount that stays apart, the case learns only that money is gone.
    pub fn tell(&self, case: &mut Case) {
        case.forget_all(Origin::Read);
        for (fact, value, _) in &self.facts {
            if !self.apart.contains(fact) {
                case.tell(*fact, *value, Origin::Read);
            }
        }
    }
}
