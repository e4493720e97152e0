//! All problems by where they happen, or what a few letters find of them.

use std::rc::Rc;

use yew::prelude::*;

use super::doors::doors;
use super::{Note, row};
use crate::engine::knowledge::{Core, Problem, ProblemRef};
use crate::ui::finder::{Finder, stands_in};
use crate::ui::hooks::{Around, use_around, use_settled};
use crate::ui::markup::html;
use crate::ui::say;
use crate::ui::words::Words;

/// The problem that stands for “none of these”: it comes last, by itself.
const NONE_OF_THESE: &str = "other-unknown";
/// The place of what has no platform of its own, after all that have one.
const ELSEWHERE: u8 = u8::MAX;

/// How many are drawn at first: no screen shows more.
const AT_FIRST: usize = 16;

/// What is found is best first, and nobody reads on past these.
const MOST: usize = 20;

/// What the catalogue needs.
#[derive(Properties)]
pub(crate) struct CatalogueProps {
    /// The only platform to show, as an option of the fact `platform`.
    pub(crate) platform: Option<u8>,
    /// What is looked for; nothing shows all.
    pub(crate) wanted: Rc<str>,
    /// Told when the person chooses a problem.
    pub(crate) on_choose: Callback<ProblemRef>,
}

impl PartialEq for CatalogueProps {
    /// Whoever is told is the same all along: a letter that only stands in the field draws
    /// no list.
    fn eq(&self, other: &Self) -> bool {
        self.platform == other.platform && self.wanted == other.wanted
    }
}

/// All problems under the platform they first belong to; once something is
/// typed, what it finds, best first, and the doors it finds below.
#[component]
pub(crate) fn Catalogue(props: &CatalogueProps) -> Html {
    let Around { world, words, .. } = use_around();
    let is_wanted = !props.wanted.trim().is_empty();
    let is_settled = use_settled();
    // Made ready before the first letter, which must not wait for it.
    let is_ready = is_wanted || is_settled;
    let finder = use_memo((words.clone(), world.clone(), is_ready), |(words, world, is_ready)| {
        is_ready.then(|| Finder::new(words, world))
    });
    let core = world.core();
    let note = *use_memo((props.platform, Rc::clone(&props.wanted)), |_| Note::now(&words, core));
    let Some(finder) = finder.as_ref().as_ref().filter(|_| is_wanted) else {
        let mut groups = groups(core, props.platform);
        let count: usize = groups.iter().map(|(_, problems)| problems.len()).sum();
        if !is_settled {
            groups.truncate(1);
            if let Some((_, problems)) = groups.first_mut() {
                problems.truncate(AT_FIRST);
            }
        }
        return html! {
            <div class="stack-4">
                { told(&words, count, 0, props.platform.is_some()) }
                for (platform, problems) in groups {
                    <section class="stack-2 shelf" key={platform}>
                        <h2 class="h2">{ name(core, &words, platform) }</h2>
                        { rows(&words, core, &problems, note, &props.on_choose) }
                    </section>
                }
            </div>
        };
    };
    let is_here = |problem: &ProblemRef| match (props.platform, core.problem(*problem)) {
        (Some(asked), Some(record)) => record.platforms.contains(&asked),
        _ => true,
    };
    let mut problems = finder.problems(&world, &props.wanted);
    problems.retain(is_here);
    problems.truncate(MOST);
    let mut found = finder.doors(&world, &props.wanted);
    if props.platform.is_some() {
        found.retain(|door| stands_in(core, *door).iter().any(is_here));
    }
    html! {
        <div class="stack-4">
            { told(&words, problems.len(), found.len(), true) }
            if !problems.is_empty() {
                { rows(&words, core, &problems, note, &props.on_choose) }
            }
            if !found.is_empty() {
                { doors(&words, core, &found, &props.on_choose) }
            }
        </div>
    }
}

/// How much is on show, said politely; seen only once the list is shorter than
/// the heading says.
fn told(words: &Words, problems: usize, doors: usize, is_seen: bool) -> Html {
    let (problems, doors) = (problems.to_string(), doors.to_string());
    let line = match (problems.as_str(), doors.as_str()) {
        ("0", "0") => words.say(say::BROWSE_NOTHING),
        (_, "0") => words.fill(say::BROWSE_FOUND, &[("count", &problems)]),
        ("0", _) => words.fill(say::BROWSE_FOUND_DOORS_ONLY, &[("doors", &doors)]),
        _ => words.fill(say::BROWSE_FOUND_DOORS, &[("count", &problems), ("doors", &doors)]),
    };
    html! { <p class={if is_seen { "text muted" } else { "unseen" }} role="status">{ line }</p> }
}

fn rows(
    words: &Words,
    core: &Core,
    problems: &[ProblemRef],
    note: Note,
    on_choose: &Callback<ProblemRef>,
) -> Html {
    html! {
        <ul class="rows rows-two">
            for problem in problems.iter().copied() {
                <li key={problem.place()}>{ row(words, core, problem, note, on_choose) }</li>
            }
        </ul>
    }
}

/// The problems, each once: under the platform asked for, or else under the
/// first it belongs to.
fn groups(core: &Core, asked: Option<u8>) -> Vec<(u8, Vec<ProblemRef>)> {
    let home = |record: &Problem| match asked {
        Some(_) => record.platforms.iter().copied().find(|place| Some(*place) == asked),
        None if record.id == NONE_OF_THESE => Some(ELSEWHERE),
        None => record.platforms.first().copied(),
    };
    let found: Vec<(Option<u8>, ProblemRef)> =
        core.each_problem().map(|(problem, record)| (home(record), problem)).collect();
    let at = |place: u8| -> Vec<ProblemRef> {
        let here = found.iter().filter(|(home, _)| *home == Some(place));
        here.map(|(_, problem)| *problem).collect()
    };
    let groups = (0..=ELSEWHERE).map(|place| (place, at(place)));
    groups.filter(|(_, problems)| !problems.is_empty()).collect()
}

fn name(core: &Core, words: &Words, platform: u8) -> AttrValue {
    if platform == ELSEWHERE {
        return words.say(say::BROWSE_SOMETHING_ELSE);
    }
    let fact = core.fact_named("platform").and_then(|fact| core.fact(fact));
    let option = fact.and_then(|fact| fact.options.get(usize::from(platform)));
    option.map(|option| words.get(option.name)).unwrap_or_default()
}
