//! What the words sound like, best first, while they are being typed.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, icon};
use super::platforms::platforms;
use super::{Note, row};
use crate::engine::heard::Heard;
use crate::engine::knowledge::{Core, ProblemRef, TextRef};
use crate::engine::parting::{parting, stays};
use crate::engine::text::Certainty;
use crate::ui::hooks::{Around, use_around};
use crate::ui::markup::{classes, html};
use crate::ui::say::{self, Sentence};
use crate::ui::words::Words;

/// How many guesses are worth reading.
const MOST: usize = 3;
/// Beside a sure guess, others of less than this many thousandths are noise.
const NOISE: u16 = 5;
/// Beside words of danger only a guess of so many thousandths is told.
const PLAIN: u16 = 700;
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
    let Around { world, words, .. } = use_around();
    // Beside words of danger a guess in the dark would only be in the way.
    let is_plain = |heard: &Heard| {
        let first = heard.problems.first();
        heard.certainty == Certainty::Sure && first.is_some_and(|(_, share)| *share >= PLAIN)
    };
    let is_meant = |heard: &&Heard| props.is_written && (heard.danger.is_none() || is_plain(heard));
    let heard = props.heard.as_deref().filter(is_meant);
    let told = use_state_eq(|| None::<Told>);
    let on_told = {
        let (told, now) = (told.setter(), *told);
        // The same answer again takes it back.
        Callback::from(move |said: Told| told.set((now != Some(said)).then_some(said)))
    };
    let core = world.core();
    let note = *use_memo(props.heard.clone(), |_| Note::now(&words, core));
    let all = heard.map_or_else(Vec::new, |heard| guesses(core, heard));
    // One question parts doubtful guesses. It only shortens this list, since the
    // problem that is chosen says more. What lies outside has no guesses worth parting.
    let answers = match heard {
        Some(heard) if heard.certainty != Certainty::OutOfScope => {
            parting(core, &all, heard.platform.is_some())
        }
        _ => Vec::new(),
    };
    let asked = answers.first().and_then(|first| core.asks.get(*first)).copied();
    // Its words come after those of the first plan.
    let asked = asked.filter(|asked| words.has(*asked));
    let told = told.filter(|told| asked == Some(told.question));
    let mut guesses: Vec<ProblemRef> = all.into_iter().map(|(problem, _)| problem).collect();
    if let Some(answer) = told.and_then(|told| told.answer) {
        guesses.retain(|problem| stays(core, answer, *problem));
    }
    guesses.truncate(MOST);
    let question = Question { asked, answers: &answers, told, on_told: &on_told };
    html! {
        <>
            <div class="unseen" aria-live="polite">
                { heard.and_then(|heard| spoken(&words, core, heard.certainty, &guesses)) }
            </div>
            if let Some(heard) = heard {
                { section(&words, core, (heard.certainty, &guesses, note), &question, props) }
            }
        </>
    }
}

/// What was answered to a question; `None` is “I don’t know”.
#[derive(Clone, Copy, PartialEq)]
struct Told {
    question: TextRef,
    answer: Option<usize>,
}

fn guesses(core: &Core, heard: &Heard) -> Vec<(ProblemRef, u16)> {
    let is_one = |problem: ProblemRef| {
        core.problem(problem).is_some_and(|record| record.id != NONE_OF_THESE)
    };
    let floor = if heard.certainty == Certainty::Sure { NOISE } else { 0 };
    let loud = heard.problems.iter().copied();
    loud.filter(|(problem, share)| *share >= floor && is_one(*problem)).collect()
}

/// The one question that parts the guesses.
struct Question<'a> {
    /// The question itself; `None` if none would part them.
    asked: Option<TextRef>,
    /// The places of its answers.
    answers: &'a [usize],
    told: Option<Told>,
    on_told: &'a Callback<Told>,
}

/// The question, its answers, and two ways past it.
fn separating(
    words: &Words,
    core: &Core,
    question: &Question<'_>,
    on_other: &Callback<Option<u8>>,
) -> Html {
    let Some(asked) = question.asked else { return Html::default() };
    let told = |answer| Told { question: asked, answer };
    let ask = words.get(asked);
    html! {
        <div class="ask" role="group" aria-label={ask.clone()}>
            <p class="ask-title" aria-hidden="true">{ ask }</p>
            <div class="choices choices-long" data-rc="part">
                for place in question.answers.iter().copied() {
                    if let Some(name) = core.answers.get(place) {
                        { choice(question, told(Some(place)), words.get(*name)) }
                    }
                }
                { choice(question, told(None), words.say(say::PLAN_DONT_KNOW)) }
                <button type="button" class="choice choice-soft" data-value="other"
                    onclick={on_other.reform(|_| None)}>
                    { words.say(say::PART_OTHER) }
                </button>
            </div>
        </div>
    }
}

fn choice(question: &Question<'_>, told: Told, name: AttrValue) -> Html {
    let is_on = question.told == Some(told);
    let soft = told.answer.is_none().then_some("choice-soft");
    let value = told.answer.map_or_else(|| "unknown".to_owned(), |answer| answer.to_string());
    html! {
        <button key={value.as_str()} type="button" data-value={value.clone()}
            class={classes!("choice", soft, is_on.then_some("chip-on"))}
            aria-pressed={is_on.to_string()} onclick={question.on_told.reform(move |_| told)}>
            { name }
        </button>
    }
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
    (certainty, guesses, note): (Certainty, &[ProblemRef], Note),
    question: &Question<'_>,
    props: &CandidatesProps,
) -> Html {
    // Doubt deserves the whole description, which tells neighbours apart, unless a
    // question does.
    let is_apart = certainty != Certainty::Sure && question.asked.is_none();
    let note = if is_apart && note == Note::Short { Note::Whole } else { note };
    let count = core.problems.len().to_string();
    let others = if guesses.is_empty() {
        words.fill(say::SEE_ALL, &[("count", &count)])
    } else {
        words.say(say::NONE_OF_THESE)
    };
    html! {
        <section class="stack-4">
            <div class="stack">
                <h2 class="h2">{ words.say(title(certainty, guesses)) }</h2>
                if guesses.is_empty() {
                    <p class="text muted">{ words.say(say::TOO_LITTLE_HELP) }</p>
                }
                { separating(words, core, question, &props.on_browse) }
                <ul class="rows">
                    for problem in guesses.iter().copied() {
                        <li key={problem.place()}>
                            { row(words, core, problem, note, &props.on_choose) }
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
            if certainty != Certainty::Sure && question.asked.is_none() {
                { platforms(words, core, &props.on_browse) }
            }
        </section>
    }
}
