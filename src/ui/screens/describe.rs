//! Saying what went wrong, and being heard while saying it.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::case::Origin;
use crate::ui::hooks::{Around, use_around, use_catch, use_focus, use_rehearsal};
use crate::ui::markup::html;
use crate::ui::parts::plan::CalendarWords;
use crate::ui::parts::plan::source_line::Teller;
use crate::ui::parts::{Candidates, Objections, Replies, alarm, danger, proof, read, story, tiles};
use crate::ui::sending::sends;
use crate::ui::state::{Action, Screen, State};

/// What the screen needs.
#[derive(PartialEq, Properties)]
pub(crate) struct DescribeProps {
    /// The visit.
    pub(crate) state: UseReducerHandle<State>,
    /// Told the person's words after each change.
    pub(crate) on_story: Callback<Rc<str>>,
    /// The page's own content security policy, word by word.
    pub(crate) policy: Option<AttrValue>,
}

/// The first screen.
#[component]
pub(crate) fn Describe(props: &DescribeProps) -> Html {
    let Around { world, words, moment, sources } = use_around();
    let state = &props.state;
    // While a later screen is still on its way, nobody has come here.
    let heading = use_focus(if state.screen == Screen::Describe { state.moves } else { 0 });
    let main = use_node_ref();
    let given = state.case.iter().filter(|(_, known)| known.origin == Origin::Given).count();
    let told = given + state.case.skipped().len() + usize::from(state.is_alarm_folded);
    use_catch(&main, told, ".alarm-place, .alarm-again, .alarm-quiet");
    use_catch(&main, state.denied.len() + state.withdrawn.len(), "[data-rc=read] summary");
    let dispatch = state.dispatcher();
    let on_choose = sends(&dispatch, Action::Chose);
    let on_browse = sends(&dispatch, Action::Browsed);
    let on_fold = sends(&dispatch, Action::FoldedAlarm);
    let on_deny = sends(&dispatch, Action::Denied);
    let on_admit = sends(&dispatch, |()| Action::Admitted);
    let on_guides = sends(&dispatch, |_| Action::WentTo(Screen::Guides));
    let on_place = sends(&dispatch, |(fact, value)| Action::Answered(fact, value));
    let calendar = CalendarWords::of(&words);
    let teller = Teller { words: &words, calendar: &calendar, moment, sources: &sources };
    let (replies, objections) = (Replies { on_fold, on_place }, Objections { on_deny, on_admit });
    let answer: &dyn Fn(&State) -> Html = &|state| {
        html! {
            <>
                { danger(&teller, world.core(), state) }
                { alarm(&words, &world, moment, state, &replies) }
                { read(&words, world.core(), state, &objections) }
                <Candidates key={state.visit} is_written={!state.story.trim().is_empty()} heard={state.heard.clone()}
                    on_choose={on_choose.clone()} on_browse={on_browse.clone()} />
            </>
        }
    };
    let rehearsal = use_rehearsal(&world, &words, state, answer);
    html! {
        <div class="split split-even split-three">
            <div class="split-main" ref={main}>
                { story(&words, state, heading, &props.on_story) }
                { answer(state) }
                { rehearsal }
            </div>
            <div class="split-side split-tall">
                { tiles(&words, world.core(), state.host.platform, (&on_choose, &on_browse, &on_guides)) }
            </div>
            <div class="split-after">
                { proof(&words, &state.host, props.policy.as_ref()) }
            </div>
        </div>
    }
}
