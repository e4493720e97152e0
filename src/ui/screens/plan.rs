//! The plan: what to do now, one question, the doors in order, and the rest.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{focus, waiting};
use crate::engine::case::{Case, Value};
use crate::engine::knowledge::{ChannelRef, FactRef, ProblemRef};
use crate::engine::plan::{self, Change, Plan as Planned, prepare};
use crate::ui::hooks::{
    Around, use_after, use_around, use_changes, use_focus, use_paper, use_settled, use_voice,
};
use crate::ui::markup::html;
use crate::ui::parts::guide_link::links_for_plan;
use crate::ui::parts::plan::announce::{Announce, in_short};
use crate::ui::parts::plan::ask::ask;
use crate::ui::parts::plan::clocks::nearest;
use crate::ui::parts::plan::flips::{decided_by, flips};
use crate::ui::parts::plan::folds::folds;
use crate::ui::parts::plan::heard_line::{Changes, heard_line};
use crate::ui::parts::plan::ladder::{Deeds, ladder};
use crate::ui::parts::plan::outcome::{outcome, outcome_line};
use crate::ui::parts::plan::outline::outline;
use crate::ui::parts::plan::paper::paper;
use crate::ui::parts::plan::perhaps::perhaps;
use crate::ui::parts::plan::progress::Tells;
use crate::ui::parts::plan::tools::tools;
use crate::ui::parts::plan::urgent::{first, urgent};
use crate::ui::parts::plan::walls::walls;
use crate::ui::parts::plan::{CalendarWords, View};
use crate::ui::say;
use crate::ui::sending::sends;
use crate::ui::state::{Action, Screen, State};

/// How many questions are put before the person is left in peace.
const PUT: usize = 6;
/// How many doors a question names.
const NAMED: usize = 3;

/// The plan for the problem that was chosen; nothing before one is.
pub(crate) fn plan(state: &UseReducerHandle<State>) -> Html {
    let Some(problem) = state.problem else { return Html::default() };
    // Another problem is another visit: its questions are counted anew.
    html! { <PlanOf key={problem.place()} state={state.clone()} {problem} /> }
}

#[derive(PartialEq, Properties)]
struct PlanOfProps {
    state: UseReducerHandle<State>,
    problem: ProblemRef,
}

/// What follows from the case.
struct Outlook {
    case: Case,
    plan: Planned,
}

/// How far the questions have come.
#[derive(Clone, Default, PartialEq)]
struct Asking {
    /// How many have been answered or skipped.
    put: usize,
    /// Whether the person wants all of them.
    wants_all: bool,
    /// The question the person wants to answer next.
    wanted: Option<FactRef>,
    /// How often the question was brought into view.
    shown: u32,
    /// The doors whose turn is over and that stay unfolded.
    unfolded: Vec<ChannelRef>,
    /// The door the person told of last.
    told: Option<ChannelRef>,
}

#[component]
fn PlanOf(props: &PlanOfProps) -> Html {
    let Around { world, words, moment, sources } = use_around();
    let (state, problem) = (&props.state, props.problem);
    let heading = use_focus(state.moves);
    let asking = use_state_eq(Asking::default);
    let (ask_node, path) = (use_node_ref(), use_node_ref());
    let on_paper = use_paper();
    let voice = use_voice(words.lang);
    let calendar = use_memo(words.clone(), CalendarWords::of);
    let outlook = use_memo((world.clone(), state.case.clone(), problem, moment), |given| {
        let (world, case, problem, moment) = given;
        let core = world.core();
        let plan = plan::plan(core, *problem, case, *moment);
        Outlook { case: prepare(core, *problem, case, *moment).case, plan }
    });
    let opened = use_state_eq(Rc::<[AttrValue]>::default);
    let is_settled = use_settled();
    let changes = use_changes(&world, problem, &state.case, moment);
    let node = ask_node.clone();
    use_after(asking.shown, move |shown| {
        if let Some(node) = node.get().filter(|_| *shown > 0) {
            focus::on(&node);
        }
    });

    let core = world.core();
    let Some(record) = core.problem(problem) else { return Html::default() };
    let on_read = sends(&state.dispatcher(), Action::Opened);
    let on_fold = on_fold(&opened);
    let view = View {
        core,
        words: &words,
        calendar: &calendar,
        moment,
        problem: record,
        told: &state.case,
        case: &outlook.case,
        plan: &outlook.plan,
        brought: &state.brought,
        sources: &sources,
        is_settled,
        opened: &opened,
        on_read: &on_read,
        on_fold: &on_fold,
    };
    let does = Does::new(state, &asking, view.next().map(|(step, _)| step.channel));
    let asked = current(state, &outlook.plan, &asking);
    let tools = tools(&view, outline(&view, &path), voice.as_ref(), &on_paper);
    // It is called a plan once every door is on it.
    html! {
        <div class="plan" part="plan" data-rc={is_settled.then_some("plan")} data-id={record.id.clone()}>
            <div class="plan-lead">
                <div class="stack-1">
                    <h1 class="h1" tabindex="-1" ref={heading}>{ words.get(record.name) }</h1>
                    { heard_line(&view, state.case.skipped(), &does.changes) }
                    { outcome_line(&view) }
                </div>
                { urgent(&view) }
                { nearest(&view) }
                { first(&view) }
            </div>
            <div class="plan-side">
                <div class="plan-ask" tabindex="-1" ref={ask_node}>
                    { question(&view, &changes, asked, &asking, &does) }
                </div>
                if is_settled {
                    <div class="plan-rest">
                        { walls(&view) }
                        { flips(&view, &changes, asked) }
                    </div>
                }
            </div>
            <div class="plan-ladder">
                { ladder(&view, &does.deeds, (&asking.unfolded, asking.told), tools, &path) }
                { outcome(&view) }
            </div>
            if is_settled {
                <div class="plan-more">
                    { folds(&view) }
                    { links_for_plan(&view) }
                    { perhaps(&view, &does.on_choose, &does.on_back) }
                </div>
            }
            <Announce key={words.lang.tag()} text={in_short(&view)} />
            if on_paper.is_wanted {
                { paper(&view) }
            }
        </div>
    }
}

/// Notes a fold as opened. It stays noted when it is shut, so that it opens at
/// once again.
fn on_fold(opened: &UseStateHandle<Rc<[AttrValue]>>) -> Callback<AttrValue> {
    let opened = opened.clone();
    Callback::from(move |key: AttrValue| {
        if !opened.contains(&key) {
            opened.set(opened.iter().cloned().chain([key]).collect());
        }
    })
}

/// The question to put: the one the person wants, or the most decisive open one.
fn current(state: &State, plan: &Planned, asking: &Asking) -> Option<FactRef> {
    let is_open =
        |fact: &FactRef| !state.case.skipped().contains(fact) && state.case.value(*fact).is_none();
    let wanted = asking.wanted.filter(is_open);
    if wanted.is_some() {
        return wanted;
    }
    let may_ask = asking.put < PUT || asking.wants_all;
    plan.asks.first().copied().filter(|_| may_ask)
}

fn question(
    view: &View,
    changes: &[Change],
    asked: Option<FactRef>,
    asking: &UseStateHandle<Asking>,
    does: &Does,
) -> Html {
    let Some(fact) = asked else {
        let has_more = asking.put >= PUT && !asking.wants_all && !view.plan.asks.is_empty();
        let asking = asking.clone();
        let on_more = Callback::from(move |_: MouseEvent| {
            asking.set(Asking { wants_all: true, shown: asking.shown + 1, ..(*asking).clone() });
        });
        return html! {
            if has_more {
                <button type="button" class="quiet" onclick={on_more}>
                    { view.words.say(say::PLAN_MORE_QUESTIONS) }
                </button>
            }
        };
    };
    let doors = decided_by(changes, fact);
    let decides = (!doors.is_empty()).then(|| view.names_of(&doors, NAMED));
    let on_answer = does.changes.on_answer.reform(move |value| (fact, value));
    ask(view, fact, decides.as_deref(), &on_answer)
}

/// What the person can do on this screen.
struct Does {
    changes: Changes,
    deeds: Deeds,
    on_choose: Callback<ProblemRef>,
    on_back: Callback<MouseEvent>,
}

impl Does {
    fn new(
        state: &UseReducerHandle<State>,
        asking: &UseStateHandle<Asking>,
        next: Option<ChannelRef>,
    ) -> Self {
        let dispatch = state.dispatcher();
        let on_choose = sends(&dispatch, Action::Chose);
        let on_back = sends(&dispatch, |_| Action::WentTo(Screen::Describe));
        let on_bring = sends(&dispatch, Action::Brought);
        let answer = dispatch.clone();
        let (set, now) = (asking.setter(), Rc::new((**asking).clone()));
        let (before, set_after) = (Rc::clone(&now), set.clone());
        let on_reopen = Callback::from(move |fact: FactRef| {
            let asking = Asking { wanted: Some(fact), shown: now.shown + 1, ..(*now).clone() };
            send_with(&dispatch, Action::Reopened(fact), &set, asking);
        });
        let on_answer = Callback::from(move |(fact, value): (FactRef, Option<Value>)| {
            let asking = Asking {
                put: before.put + 1,
                wanted: None,
                shown: before.shown + 1,
                ..(*before).clone()
            };
            send_with(&answer, Action::Answered(fact, value), &set_after, asking);
        });
        let on_ask = on_reopen.clone();
        Self {
            changes: Changes { on_reopen, on_answer },
            deeds: Deeds { tells: tells(state, asking, next), on_bring, on_ask },
            on_choose,
            on_back,
        }
    }
}

/// What the person tells of a door. The one they tell of stays unfolded, so that
/// nothing moves under the finger; those they told of before fold.
fn tells(
    state: &UseReducerHandle<State>,
    asking: &UseStateHandle<Asking>,
    next: Option<ChannelRef>,
) -> Tells {
    let (dispatch, replied) = (state.dispatcher(), state.dispatcher());
    let (asking, answered) = (asking.clone(), asking.clone());
    let on_tick = Callback::from(move |(door, day): (ChannelRef, i32)| {
        let mut unfolded = asking.unfolded.clone();
        if next == Some(door) && !unfolded.contains(&door) {
            unfolded.push(door);
        }
        let now = Asking { unfolded, told: Some(door), ..(*asking).clone() };
        send_with(&dispatch, Action::Ticked(door, day), &asking.setter(), now);
    });
    let on_reply = Callback::from(move |(door, answer)| {
        let now = Asking { told: Some(door), ..(*answered).clone() };
        send_with(&replied, Action::Replied(door, answer), &answered.setter(), now);
    });
    Tells { on_tick, on_reply }
}

/// Tells the visit and this screen what a press asks for, once the press is seen.
fn send_with(
    dispatch: &UseReducerDispatcher<State>,
    action: Action,
    asking: &UseStateSetter<Asking>,
    now: Asking,
) {
    let (dispatch, asking) = (dispatch.clone(), asking.clone());
    waiting::soon(Box::new(move || {
        asking.set(now);
        dispatch.dispatch(action);
    }));
}
