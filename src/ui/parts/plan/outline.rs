//! All doors of a long plan by their names, folded: a way to see the whole path at
//! once and to go to any door on it.

use yew::prelude::*;

use super::View;
use crate::browser::focus;
use crate::engine::knowledge::Channel;
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon_as};
use crate::ui::say;

/// A path of fewer doors is seen without a list.
const LONG: usize = 5;

/// The list, for a plan with many doors; `path` is what the doors stand on.
pub(crate) fn outline(view: &View, path: &NodeRef) -> Html {
    let steps = &view.plan.ladder;
    if steps.len() < LONG {
        return Html::default();
    }
    let doors = steps.iter().filter_map(|step| view.core.channel(step.channel));
    html! {
        <details class="more outline-fold" data-rc="outline" ontoggle={view.folds("outline".into())}>
            <summary class="more-head">
                { icon_as(Icon::Chevron, "icon more-arrow") }
                <span>{ view.words.say(say::PLAN_OUTLINE) }</span>
            </summary>
            if view.is_opened("outline") {
                <ol class="outline">
                    for (place, door) in doors.enumerate() {
                        <li key={door.id.as_str()}>{ way(view, place + 1, door, path) }</li>
                    }
                </ol>
            }
        </details>
    }
}

/// One name: it leads to its door.
fn way(view: &View, number: usize, door: &Channel, path: &NodeRef) -> Html {
    let id = &door.id;
    // The heading of a door, or the line of one that is behind the person.
    let heading = format!("[data-id=\"{id}\"] h3[tabindex], [data-id=\"{id}\"] summary");
    let path = path.clone();
    let on_go = move |_: MouseEvent| {
        if let Some(path) = path.get() {
            focus::on_part(&path, &heading);
        }
    };
    html! {
        <button type="button" class="quiet outline-way" data-rc="outline-way" data-id={door.id.clone()} onclick={on_go}>
            <span class="outline-no">{ number }</span>
            <span>{ view.words.get(door.name) }</span>
        </button>
    }
}
