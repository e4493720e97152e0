//! What can be read beside one's own case: the short guides, and what this tool is.

use yew::prelude::*;

use crate::engine::knowledge::{Guide, GuideRef, SourceRef, Spot};
use crate::engine::plan::{guides, guides_at};
use crate::ui::hooks::{Around, IDLE_MINUTES, use_around, use_focus};
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::plan::CalendarWords;
use crate::ui::parts::plan::source_line::{Teller, brief, every_source};
use crate::ui::parts::{proof, shared};
use crate::ui::say::{self, Sentence};
use crate::ui::state::{Action, Screen, State};
use crate::ui::words::Words;

/// What the screen needs.
#[derive(PartialEq, Properties)]
pub(crate) struct ReadingProps {
    /// The visit.
    pub(crate) state: UseReducerHandle<State>,
    /// The page's own content security policy, word by word.
    pub(crate) policy: Option<AttrValue>,
}

/// The guides, one of them, or what this tool is.
#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let Around { world, words, moment, sources } = use_around();
    let (state, core) = (&props.state, world.core());
    let heading = use_focus(state.moves);
    let calendar = CalendarWords::of(&words);
    let teller = Teller { words: &words, calendar: &calendar, moment, sources: &sources };
    let screen = state.screen;
    let of = |guide: GuideRef| core.guide(guide).map(|record| (guide, record));
    let own: Vec<(GuideRef, &Guide)> =
        guides_at(core, Spot::About).into_iter().filter_map(of).collect();
    let listed: Vec<(GuideRef, &Guide)> = guides(core).into_iter().filter_map(of).collect();
    let open = state.guide.filter(|_| screen == Screen::Guide).and_then(of);
    let title = match open {
        Some((_, guide)) => words.get(guide.title),
        None if screen == Screen::About => words.say(say::ABOUT_TITLE),
        None => words.say(say::GUIDES_TITLE),
    };
    let lead = match open {
        Some((_, guide)) => words.get(guide.lead),
        None if screen == Screen::About => words.say(say::ABOUT_LEAD),
        None => words.say(say::GUIDES_LEAD),
    };
    let is_coming = listed.first().is_none_or(|(_, guide)| !words.has(guide.title));
    html! {
        <div class="stack-7" data-rc={screen.id()} data-id={open.map(|(_, guide)| guide.id.clone())}>
            <div class="stack-1">
                <h1 class="h1" tabindex="-1" ref={heading}>{ title }</h1>
                <p class="text muted">{ lead }</p>
            </div>
            if is_coming {
                <p class="text muted">{ words.say(say::PLAN_DETAILS_COMING) }</p>
            } else if let Some((reference, guide)) = open {
                <div class="split">
                    <div class="split-main">
                        { whole(&teller, guide) }
                        { back(&words, state) }
                    </div>
                    <div class="split-side">{ list(&words, state, &listed, Some(reference)) }</div>
                </div>
            } else if screen == Screen::About {
                <div class="split">
                    <div class="split-main">
                        { proof(&words, &state.host, props.policy.as_ref()) }
                        for (place, (_, guide)) in own.iter().enumerate() {
                            <section class="stack-4" key={place} data-id={guide.id.clone()}>
                                <h2 class="h2">{ words.get(guide.title) }</h2>
                                { paragraphs(&teller, guide) }
                            </section>
                        }
                    </div>
                    <div class="split-side">
                        { shared_section(&words, state) }
                        { back(&words, state) }
                    </div>
                </div>
            } else {
                { list(&words, state, &listed, None) }
                { back(&words, state) }
            }
        </div>
    }
}

/// A guide with everything it says, and who says so.
fn whole(teller: &Teller, guide: &Guide) -> Html {
    let sources: Vec<SourceRef> =
        guide.steps.iter().flat_map(|step| step.sources.iter().copied()).collect();
    html! {
        <div class="stack-4">
            { paragraphs(teller, guide) }
            { every_source(teller, &sources) }
        </div>
    }
}

fn paragraphs(teller: &Teller, guide: &Guide) -> Html {
    html! {
        <ol class="guide-steps">
            for (place, step) in guide.steps.iter().enumerate() {
                <li key={place} class="guide-step">
                    <p class="text">{ teller.words.get(step.text) }</p>
                    if let Some(grade) = step.grade {
                        { brief(teller, grade, &step.sources) }
                    }
                </li>
            }
        </ol>
    }
}

/// The guides to choose from, but for the one that is read.
fn list(
    words: &Words,
    state: &UseReducerHandle<State>,
    listed: &[(GuideRef, &Guide)],
    but: Option<GuideRef>,
) -> Html {
    let others = listed.iter().copied().filter(|(guide, _)| Some(*guide) != but);
    html! {
        <section class="stack-2">
            if but.is_some() {
                <h2 class="h2">{ words.say(say::GUIDES_OTHERS) }</h2>
            }
            <ul class={if but.is_some() { "rows" } else { "rows rows-two" }}>
                for (guide, record) in others {
                    <li key={guide.place()}>
                        <button type="button" class="row" data-rc="guide-row" data-id={record.id.clone()}
                            onclick={open(state, guide)}>
                            <span class="row-icon">{ icon(Icon::Guide) }</span>
                            <span>
                                <span class="row-name">{ words.get(record.title) }</span>
                                <span class="row-note">{ words.get(record.lead) }</span>
                            </span>
                            <span class="row-go">{ icon(Icon::Chevron) }</span>
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}

fn open(state: &UseReducerHandle<State>, guide: GuideRef) -> Callback<MouseEvent> {
    let state = state.clone();
    Callback::from(move |_| state.dispatch(Action::Opened(guide)))
}

/// Back to the plan if there is one, to the beginning otherwise.
fn back(words: &Words, state: &UseReducerHandle<State>) -> Html {
    let (name, screen): (Sentence, Screen) = match state.problem {
        Some(_) => (say::READING_BACK_TO_DOORS, Screen::Plan),
        None => (say::READING_BACK_TO_TELL, Screen::Describe),
    };
    let state = state.clone();
    let onclick = move |_: MouseEvent| state.dispatch(Action::WentTo(screen));
    html! { <div><button type="button" class="button" {onclick}>{ words.say(name) }</button></div> }
}

/// What happens on a computer others use too, and the switch for it.
fn shared_section(words: &Words, state: &UseReducerHandle<State>) -> Html {
    let minutes = IDLE_MINUTES.to_string();
    html! {
        <section class="stack-2">
            <h2 class="h2">{ words.say(say::SHARED_TITLE) }</h2>
            <p class="text">{ words.fill(say::SHARED_TEXT, &[("n", &minutes)]) }</p>
            <div>{ shared(words, state) }</div>
        </section>
    }
}
