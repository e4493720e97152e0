//! The first act: a white button where a call can be made from here, a white
//! board with the words otherwise.

use yew::prelude::*;

use super::first::{Kind, Plea, Raised};
use crate::engine::knowledge::{Core, Status};
use crate::ui::markup::html;
use crate::ui::parts::dial::{dialable, phone_link};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;
use crate::ui::words::Words;

/// How many steps of a way in are shown: enough to begin.
const STEPS: usize = 4;

/// The first act of the red block.
pub(super) fn lead(words: &Words, core: &Core, raised: &Raised) -> Html {
    let channel = raised.lead.channel.and_then(|channel| core.channel(channel));
    let Some((channel, number)) = channel.and_then(|channel| Some((channel, dialable(channel)?)))
    else {
        return board(words, core, raised);
    };
    let is_unconfirmed = channel.status == Status::Unverified;
    html! {
        <div class="alarm-two">
            <a class="alarm-call" href={phone_link(number)} data-channel={channel.id.clone()}>
                { icon(Icon::Phone) }
                <span>{ words.fill(say::ALARM_DIAL, &[("number", number)]) }</span>
            </a>
            <div class="alarm-say">
                if let Some(plea) = raised.plea {
                    { quote(words, plea) }
                } else {
                    <span>{ words.get(raised.lead.text) }</span>
                }
                if is_unconfirmed {
                    <span>{ words.say(say::ALARM_UNCONFIRMED) }</span>
                }
            </div>
        </div>
    }
}

/// What to say when the call is answered: in Chinese, because the call is, with
/// a translation under it for whoever reads another language.
fn quote(words: &Words, plea: Plea) -> Html {
    let (chinese, meaning) = match plea {
        Plea::Tricked => (say::ALARM_SAY_TRICKED_QUOTE, say::ALARM_SAY_TRICKED),
        Plea::Leaving => (say::ALARM_SAY_LEAVING_QUOTE, say::ALARM_SAY_LEAVING),
        Plea::Threatened => (say::ALARM_SAY_THREAT_QUOTE, say::ALARM_SAY_THREAT),
    };
    let is_foreign = !words.lang.is_chinese();
    html! {
        <>
            <span>{ words.say(say::ALARM_SAY) }</span>
            <span class="alarm-quote zh" translate="no" lang={is_foreign.then_some("zh-Hans")}>
                { words.say(chinese) }
            </span>
            if is_foreign {
                <span>{ words.say(meaning) }</span>
            }
        </>
    }
}

/// An act that is not dialled from here, and how to begin it.
fn board(words: &Words, core: &Core, raised: &Raised) -> Html {
    let channel = raised.lead.channel.and_then(|channel| core.channel(channel));
    // A call needs no more words than its own.
    let is_act = raised.kind == Kind::Act;
    let entry = channel.filter(|_| is_act).map_or(&[][..], |channel| &channel.entry);
    // The steps come with the details, a moment after the first words.
    let steps = entry.iter().take(STEPS).filter(|step| words.has(**step));
    html! {
        <div class="alarm-board">
            <p class="alarm-lead">{ words.get(raised.lead.text) }</p>
            if is_act {
                <ol class="alarm-steps">
                    for step in steps {
                        <li>{ words.get(*step) }</li>
                    }
                </ol>
            }
        </div>
    }
}
