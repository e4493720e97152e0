//! Seeing the plan at once, and taking it along: printed, or read aloud.

use yew::prelude::*;

use super::View;
use super::announce::in_short;
use super::fact_words::paragraph;
use crate::ui::hooks::{Paper, Voice};
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;

/// The list of doors and the ways to take the plan along; reading aloud only where the device can.
pub(crate) fn tools(view: &View, outline: Html, voice: Option<&Voice>, paper: &Paper) -> Html {
    let words = view.words;
    html! {
        <div class="acts plan-tools">
            { outline }
            <button type="button" class="quiet" data-rc="print" onclick={&paper.on_print}>
                { icon(Icon::Print) }<span>{ words.say(say::PLAN_PRINT) }</span>
            </button>
            if let Some(voice) = voice {
                { listen(view, voice) }
            }
            // Where printing opens nothing: mostly a browser inside another app.
            if paper.is_refused {
                <p class="text small" role="status" data-rc="no-print">
                    { words.say(say::PLAN_PRINT_REFUSED) }
                </p>
            }
        </div>
    }
}

fn listen(view: &View, voice: &Voice) -> Html {
    let label = if voice.is_speaking { say::PLAN_LISTEN_STOP } else { say::PLAN_LISTEN };
    let text = AttrValue::from(aloud(view));
    let onclick = voice.on_words.reform(move |_: MouseEvent| text.clone());
    html! {
        <button type="button" class="quiet" data-rc="listen" {onclick}>
            { icon(Icon::Sound) }<span>{ view.words.say(label) }</span>
        </button>
    }
}

/// The next step as it is read aloud: what cannot wait, or else the door whose
/// turn it is, why, and the way in.
fn aloud(view: &View) -> String {
    let words = view.words;
    let acts = if view.is_grave() { &view.plan.urgent } else { &view.plan.first };
    let mut said = vec![words.get(view.problem.name)];
    said.extend(acts.iter().map(|act| words.get(act.text)));
    said.push(in_short(view));
    if let Some((step, _)) = view.next() {
        said.push(words.get(step.reason));
        let entry = view.core.channel(step.channel).map_or(&[][..], |channel| &channel.entry);
        said.extend(entry.iter().map(|step| words.get(*step)));
    }
    paragraph(words, &said)
}
