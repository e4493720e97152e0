//! What the words sound like, best first, while they are being typed.

use std::rc::Rc;

use yew::prelude::*;

use super::Row;
use super::icon::{Icon, icon};
use super::platforms::{platforms, separating};
use crate::engine::heard::Heard;
use crate::engine::knowledge::{Core, ProblemRef};
use crate::engine::sorting;
use crate::engine::text::Certainty;
use crate::ui::hooks::{use_words, use_world};
use crate::ui::say::{self, Sentence};
use crate::ui::words::Words;

/// How many guesses are worth reading.
const MOST: usize = 3;
/// Beside a sure guess, others of less than this many thousandths are noise.
const NOISE: u16 = 5;
/// The problem that stands for “none of these”, which has a row of its own.
const NONE_OF_THESE: &str = "other-unknown";

/// What the candidates need.
#[derive(PartialEq, Properties)]
pub(crate) struct CandidatesProps {
    /// Whether something is written, be it signs only.
    pub(crate) is_written: bool,
    /// What was heard.
    pub(crate) heard: Option<Rc<Heard>>,
    /// Told when the person chooses a problem.
    pub(crate) on_choose: Callback<ProblemRef>,
    /// Told when the person wants to look through all problems, or those of a
    /// platform: an option of the fact `platform`.
    pub(crate) on_browse: Callback<Option<u8>>,
}

/// The candidates, and one polite announcement of them.
#[component]
pub(crate) fn Candidates(props: &CandidatesProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let heard = props.heard.as_deref().filter(|_| props.is_written);
    let place = use_state_eq(|| None::<u8>);
    let on_place = {
        let (place, now) = (place.setter(), *place);
        // The same place again takes the answer back.
        Callback::from(move |asked: u8| place.set((now != Some(asked)).then_some(asked)))
    };
    let core = world.core();
    let all = heard.map_or_else(Vec::new, |heard| guesses(core, heard));
    // One question parts uncertain guesses: where it happened. It only shortens
    // this list, since the problem that is chosen says more.
    let is_unsure = heard.is_some_and(|heard| heard.certainty == Certainty::Unsure);
    let places = if is_unsure { places(core, &all) } else { Vec::new() };
    let asked = place.filter(|place| places.contains(place));
    let mut guesses = all;
    guesses.retain(|problem| {
        asked.is_none_or(|place| {
            core.problem(*problem).is_some_and(|record| record.platforms.contains(&place))
        })
    });
    guesses.truncate(MOST);
    let question = Question { places: &places, asked, on_place: &on_place };
    html! {
        <>
            <div class="unseen" aria-live="polite">
                { heard.and_then(|heard| spoken(&words, core, heard.certainty, &guesses)) }
            </div>
            if let Some(heard) = heard {
                { section(&words, core, (heard.certainty, &guesses), &question, props) }
            }
        </>
    }
}

fn guesses(core: &Core, heard: &Heard) -> Vec<ProblemRef> {
    let is_one = |problem: &ProblemRef| {
        core.problem(*problem).is_some_and(|record| record.id != NONE_OF_THESE)
    };
    let floor = if heard.certainty == Certainty::Sure { NOISE } else { 0 };
    let loud = heard.problems.iter().filter(|(_, share)| *share >= floor);
    loud.map(|(problem, _)| *problem).filter(is_one).collect()
}

/// The one question that parts the guesses.
struct Question<'a> {
    /// The places where they happen, options of the fact `platform`; none if
    /// that would not part them.
    places: &'a [u8],
    asked: Option<u8>,
    on_place: &'a Callback<u8>,
}

/// Where the best guesses happen, if they do not all happen in the same places.
fn places(core: &Core, guesses: &[ProblemRef]) -> Vec<u8> {
    let best = guesses.iter().take(MOST).filter_map(|problem| core.problem(*problem));
    let sets: Vec<&[u8]> = best.map(|record| record.platforms.as_slice()).collect();
    let mut places: Vec<u8> = sets.concat();
    sorting::by_key(&mut places, |place| *place);
    places.dedup();
    places.retain(|place| !sets.iter().all(|set| set.contains(place)));
    if places.len() < 2 { Vec::new() } else { places }
}

/// The guesses in one line, with no more certainty than there is.
fn spoken(
    words: &Words,
    core: &Core,
    certainty: Certainty,
    guesses: &[ProblemRef],
) -> Option<AttrValue> {
    let names = guesses.iter().filter_map(|problem| Some(words.get(core.problem(*problem)?.name)));
    let separator = if words.lang.is_chinese() { "；" } else { "; " };
    let names = names.collect::<Vec<_>>().join(separator);
    let line = match certainty {
        Certainty::Sure => words.fill(say::CANDIDATES_ARE, &[("names", &names)]),
        Certainty::Unsure | Certainty::OutOfScope | Certainty::Empty => {
            format!("{} {names}", words.say(title(certainty, guesses))).into()
        }
    };
    (!names.is_empty()).then_some(line)
}

const fn title(certainty: Certainty, guesses: &[ProblemRef]) -> Sentence {
    match certainty {
        _ if guesses.is_empty() => say::TOO_LITTLE,
        Certainty::Sure => say::SOUNDS_LIKE,
        Certainty::Unsure | Certainty::Empty => say::NOT_SURE,
        Certainty::OutOfScope => say::MAY_BE_OUTSIDE,
    }
}

fn section(
    words: &Words,
    core: &Core,
    (certainty, guesses): (Certainty, &[ProblemRef]),
    question: &Question<'_>,
    props: &CandidatesProps,
) -> Html {
    // Doubt deserves the whole description, which tells neighbours apart.
    let is_apart = certainty != Certainty::Sure;
    let count = core.problems.len().to_string();
    let others = if guesses.is_empty() {
        words.fill(say::SEE_ALL, &[("count", &count)])
    } else {
        words.say(say::NONE_OF_THESE)
    };
    html! {
        <section class="stack-4">
            <div class="stack-2">
                <h2 class="h2">{ words.say(title(certainty, guesses)) }</h2>
                if guesses.is_empty() {
                    <p class="text muted">{ words.say(say::TOO_LITTLE_HELP) }</p>
                }
                if !question.places.is_empty() {
                    { separating(words, core, question.places, question.asked, question.on_place) }
                }
                <ul class="rows">
                    for problem in guesses.iter().copied() {
                        <li key={problem.place()}>
                            <Row {problem} {is_apart} on_choose={props.on_choose.clone()} />
                        </li>
                    }
                    <li key="none">
                        <button type="button" class="row row-plain"
                            onclick={props.on_browse.reform(|_| None)}>
                            <span>{ others }</span>
                            <span class="row-go">{ icon(Icon::Chevron) }</span>
                        </button>
                    </li>
                </ul>
            </div>
            if certainty != Certainty::Sure && question.places.is_empty() {
                { platforms(words, core, &props.on_browse) }
            }
        </section>
    }
}
