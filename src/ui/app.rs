//! Wires the state, what every component may look up, and the screens.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::Desk;
use super::hooks::{
    Around, Asked, use_clock, use_focus, use_guard, use_hearing, use_history, use_host, use_newer,
    use_packs, use_quick_exit, use_report,
};
use super::later::Later;
use super::options::{Delivery, Options, Size};
use super::parts::plan::CalendarWords;
use super::parts::plan::source_line::Teller;
use super::parts::{danger, foot, missing, stale, top};
use super::say;
use super::screens::Describe;
use super::state::{Screen, State};
use super::world::World;
use crate::browser::packs::Supply;
use crate::engine::locale::Lang;
use crate::ui::markup::{classes, html};

/// What the door hands in.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The records and the text model.
    pub world: World,
    /// The language to begin in, and its pack `<lang>.first`.
    pub first: (Lang, Rc<[u8]>),
    /// The later part of the program, where the visit begins with one of its screens.
    pub later: Option<Later>,
    /// Where the other packs come from.
    pub supply: Supply,
    /// What the host sets.
    pub options: Options,
    /// How often the host asked to go to what it names.
    pub entered: u32,
    /// How often the host asked to start over.
    pub cleared: u32,
    /// Where the door finds the visit.
    #[prop_or_default]
    pub desk: Desk,
    /// The page's own content security policy, word by word.
    #[prop_or_default]
    pub policy: Option<AttrValue>,
    /// Told the name of each screen the person goes to.
    #[prop_or_default]
    pub on_screen: Callback<&'static str>,
    /// Told the ids of the problem and of the channels of each plan on show.
    #[prop_or_default]
    pub on_plan: Callback<(String, Vec<String>)>,
    /// Told when the person leaves at once, and everything is forgotten.
    #[prop_or_default]
    pub on_wipe: Callback<()>,
}

/// The widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let options = &props.options;
    let state = use_reducer_eq(|| State::begin(options));
    props.desk.lay(&state);
    let packs = use_packs(props.first.0, &props.first.1, props.later, &props.supply, &props.world);
    let world = &packs.world;
    let moment = use_clock();
    let is_newer_ready = use_newer();
    let on_story = use_hearing(world, state.dispatcher());
    let on_leave = use_quick_exit(state.dispatcher(), props.on_wipe.clone());
    let AppProps { entered, cleared, .. } = *props;
    let asked = Asked { options: options.clone(), entered, cleared };
    use_host(asked, props.first.0, state.dispatcher(), packs.speak.clone());
    use_history(&state, options.delivery);
    use_guard(&state, options.delivery);
    use_report(world, &state, moment, props.on_screen.clone(), props.on_plan.clone());
    let shown = packs.words.lang;

    // Whoever is faster than the later part waits where they are.
    let ahead = (state.screen != Screen::Describe).then_some(packs.later);
    let is_waiting = ahead == Some(None);
    let notice = use_focus(u32::from(is_waiting && packs.is_missing));
    let screen = match ahead.flatten() {
        None => html! {
            <Describe state={state.clone()} {on_story} policy={props.policy.clone()} />
        },
        Some(later) => later.screen(&state, props.policy.as_ref()),
    };
    let core = world.core();
    let calendar = CalendarWords::of(&packs.words);
    let teller =
        Teller { words: &packs.words, calendar: &calendar, moment, sources: &packs.sources };
    let notices = html! {
        <>
            // Under the field while one writes, so that it does not move away.
            if ahead.flatten().is_some() {
                { danger(&teller, core, &state) }
            }
            { stale(&packs.words, core, moment) }
            // Whoever is in the middle of something is not told of versions.
            if is_newer_ready && state.screen == Screen::Describe {
                <p class="text small muted" role="status" data-rc="newer">
                    { packs.words.say(say::NEWER_READY) }
                </p>
            }
            if packs.is_missing {
                { missing(&packs.words, notice, &packs.retry) }
            } else if is_waiting {
                <p class="text muted" role="status" data-rc="waiting">
                    { packs.words.say(say::PLAN_DETAILS_COMING) }
                </p>
            }
        </>
    };
    let foot = foot(&packs.words, core, moment, &state);
    let top = top(&packs.words, &state, &packs.speak, &on_leave);
    let around = Around { world: packs.world, words: packs.words, moment, sources: packs.sources };
    // Outside the component, which is yew's own macro's to write: it would bring a set of
    // classes into the program that nothing else needs.
    let whole = html! {
        <div class={classes(shown, state.size)} lang={shown.tag()}>
            { top }
            { stage(options.delivery, is_waiting, notices, screen) }
            { foot }
        </div>
    };
    html! { <ContextProvider<Around> context={around}>{ whole }</ContextProvider<Around>> }
}

/// What stands between header and footer. A page has one main part; in somebody
/// else's page that one is theirs.
fn stage(delivery: Delivery, is_waiting: bool, notices: Html, screen: Html) -> Html {
    let busy = is_waiting.then_some("true");
    if delivery.is_guest() {
        html! { <div class="stage" part="stage" aria-busy={busy}>{ notices }{ screen }</div> }
    } else {
        html! { <main class="stage" part="stage" aria-busy={busy}>{ notices }{ screen }</main> }
    }
}

/// The classes by which the sheet fits a language and a size.
fn classes(lang: Lang, size: Size) -> AttrValue {
    let fit = match lang {
        Lang::ZhHans => None,
        Lang::ZhHant => Some("rc-hant"),
        Lang::En => Some("rc-en"),
    };
    classes!("rc", fit, (size == Size::Large).then_some("rc-large"))
}
