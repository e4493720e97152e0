//! Saying what went wrong, and being heard while saying it.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::hooks::{use_focus, use_moment, use_sources, use_words, use_world};
use crate::ui::options::Delivery;
use crate::ui::parts::plan::CalendarWords;
use crate::ui::parts::plan::source_line::Teller;
use crate::ui::parts::{Alarm, Candidates, Objections, Story, danger, proof, read, tiles};
use crate::ui::state::{Action, State, Step};

/// What the screen needs.
#[derive(PartialEq, Properties)]
pub(crate) struct DescribeProps {
    /// The visit.
    pub(crate) state: UseReducerHandle<State>,
    /// Told the person's words after each change.
    pub(crate) on_story: Callback<Rc<str>>,
    /// Where the widget stands.
    pub(crate) delivery: Delivery,
    /// The page's own content security policy, word by word.
    pub(crate) policy: Option<AttrValue>,
}

/// The first screen.
#[component]
pub(crate) fn Describe(props: &DescribeProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let state = &props.state;
    let heading = use_focus(state.moves);
    let dispatch = state.dispatcher();
    let on_choose = use_callback(dispatch.clone(), |problem, dispatch| {
        dispatch.dispatch(Action::Chose(problem));
    });
    let on_browse = use_callback(dispatch.clone(), |platform, dispatch| {
        dispatch.dispatch(Action::Browsed(platform));
    });
    let on_fold = use_callback(dispatch.clone(), |is_folded, dispatch| {
        dispatch.dispatch(Action::FoldedAlarm(is_folded));
    });
    let on_deny = use_callback(dispatch.clone(), |fact, dispatch| {
        dispatch.dispatch(Action::Denied(fact));
    });
    let on_admit = use_callback(dispatch.clone(), |(), dispatch| {
        dispatch.dispatch(Action::Admitted);
    });
    let guides = dispatch.clone();
    let on_guides = Callback::from(move |_| guides.dispatch(Action::WentTo(Step::Guides)));
    let on_place = use_callback(dispatch, |(fact, value), dispatch| {
        dispatch.dispatch(Action::Answered(fact, value));
    });
    let (sources, calendar) = (use_sources(), CalendarWords::of(&words));
    let teller =
        Teller { words: &words, calendar: &calendar, moment: use_moment(), sources: &sources };
    html! {
        <div class="split split-even split-three">
            <div class="split-main">
                <Story story={Rc::clone(&state.story)} visit={state.visit} {heading}
                    on_story={props.on_story.clone()} />
                { danger(&teller, world.core(), state) }
                <Alarm state={state.clone()} {on_fold} {on_place} />
                { read(&words, world.core(), state, &Objections { on_deny, on_admit }) }
                <Candidates key={state.visit} is_written={!state.story.trim().is_empty()} heard={state.heard.clone()}
                    on_choose={on_choose.clone()} on_browse={on_browse.clone()} />
            </div>
            <div class="split-side split-tall">
                { tiles(&words, world.core(), state.host.platform, (&on_choose, &on_browse, &on_guides)) }
            </div>
            <div class="split-after">
                { proof(&words, props.delivery, props.policy.as_ref()) }
            </div>
        </div>
    }
}
