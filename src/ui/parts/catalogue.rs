//! All problems, by where they happen.

use std::rc::Rc;

use yew::prelude::*;

use super::Row;
use crate::engine::knowledge::{Core, Problem, ProblemRef};
use crate::ui::hooks::{use_words, use_world};
use crate::ui::say;
use crate::ui::words::Words;

/// The problem that stands for “none of these”: it comes last, by itself.
const NONE_OF_THESE: &str = "other-unknown";
/// The place of what has no platform of its own, after all that have one.
const ELSEWHERE: u8 = u8::MAX;

/// What the catalogue needs.
#[derive(PartialEq, Properties)]
pub(crate) struct CatalogueProps {
    /// The only platform to show, as an option of the fact `platform`.
    pub(crate) platform: Option<u8>,
    /// The words that names and descriptions have to contain.
    pub(crate) wanted: Rc<str>,
    /// Told when the person chooses a problem.
    pub(crate) on_choose: Callback<ProblemRef>,
}

/// All problems that fit, under the platform they first belong to.
#[component]
pub(crate) fn Catalogue(props: &CatalogueProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let core = world.core();
    let wanted = props.wanted.to_ascii_lowercase();
    let groups = groups(core, props.platform, |problem| fits(&words, problem, &wanted));
    let count: usize = groups.iter().map(|(_, problems)| problems.len()).sum();
    let found = words.fill(say::BROWSE_FOUND, &[("count", &count.to_string())]);
    html! {
        <div class="stack-7">
            <p class="text muted" role="status">
                { if count == 0 { words.say(say::BROWSE_NOTHING) } else { found } }
            </p>
            for (platform, problems) in groups {
                <section class="stack-2" key={platform}>
                    <h2 class="h2">{ name(core, &words, platform) }</h2>
                    <ul class="rows rows-two">
                        for problem in problems {
                            <li key={problem.place()}>
                                <Row {problem} on_choose={props.on_choose.clone()} />
                            </li>
                        }
                    </ul>
                </section>
            }
        </div>
    }
}

/// The problems that fit, each once: under the platform asked for, or else
/// under the first it belongs to.
fn groups(
    core: &Core,
    asked: Option<u8>,
    fits: impl Fn(&Problem) -> bool,
) -> Vec<(u8, Vec<ProblemRef>)> {
    let home = |record: &Problem| match asked {
        Some(_) => record.platforms.iter().copied().find(|place| Some(*place) == asked),
        None if record.id == NONE_OF_THESE => Some(ELSEWHERE),
        None => record.platforms.first().copied(),
    };
    let found: Vec<(Option<u8>, ProblemRef)> = core
        .each_problem()
        .filter(|(_, record)| fits(record))
        .map(|(problem, record)| (home(record), problem))
        .collect();
    let at = |place: u8| -> Vec<ProblemRef> {
        let here = found.iter().filter(|(home, _)| *home == Some(place));
        here.map(|(_, problem)| *problem).collect()
    };
    let groups = (0..=ELSEWHERE).map(|place| (place, at(place)));
    groups.filter(|(_, problems)| !problems.is_empty()).collect()
}

/// Whether every word that is wanted stands in the name or the description.
fn fits(words: &Words, problem: &Problem, wanted: &str) -> bool {
    if wanted.trim().is_empty() {
        return true;
    }
    let text = format!("{} {}", words.get(problem.name), words.get(problem.description));
    let text = text.to_ascii_lowercase();
    wanted.split_whitespace().all(|word| text.contains(word))
}

fn name(core: &Core, words: &Words, platform: u8) -> AttrValue {
    if platform == ELSEWHERE {
        return words.say(say::BROWSE_SOMETHING_ELSE);
    }
    let fact = core.fact_named("platform").and_then(|fact| core.fact(fact));
    let option = fact.and_then(|fact| fact.options.get(usize::from(platform)));
    option.map(|option| words.get(option.name)).unwrap_or_default()
}
