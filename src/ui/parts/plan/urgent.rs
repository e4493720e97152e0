//! What to do at once, or before the first door, in order; with the one call.

use yew::prelude::*;

use super::View;
use super::fact_words::answered;
use super::source_line::all_sources_of;
use super::state_line::opens;
use crate::engine::knowledge::SourceRef;
use crate::engine::plan::Act;
use crate::ui::markup::{classes, html};
use crate::ui::parts::dial::{dialable, phone_link};
use crate::ui::parts::icon::{Icon, icon, icon_as};
use crate::ui::say;

/// The acts that cannot wait, in red, with the one call above them.
pub(crate) fn urgent(view: &View) -> Html {
    let acts = &view.plan.urgent;
    if acts.is_empty() {
        return Html::default();
    }
    let call = acts.iter().find(|act| !is_done(view, act) && number(view, act).is_some());
    html! {
        <section class="urgent" data-rc="urgent">
            <h2 class="urgent-title">{ view.words.say(say::PLAN_URGENT_NOW) }</h2>
            <div class={classes!(call.map(|_| "urgent-two"))}>
                if let Some(act) = call {
                    <div class="urgent-call">{ dial(view, act, "button button-call") }</div>
                }
                <ol class="urgent-list">{ items(view, acts, call) }</ol>
            </div>
            { why(view, acts) }
        </section>
    }
}

/// What to do before the first door, where nothing is burning.
pub(crate) fn first(view: &View) -> Html {
    let acts = &view.plan.first;
    if acts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="urgent urgent-calm" data-rc="first">
            <h2 class="urgent-title">{ view.words.say(say::PLAN_URGENT_FIRST) }</h2>
            <ol class="urgent-list">{ items(view, acts, None) }</ol>
            { why(view, acts) }
        </section>
    }
}

fn is_done(view: &View, act: &Act) -> bool {
    act.channel.is_some_and(|channel| view.is_done(channel))
}

fn number<'a>(view: &View<'a>, act: &Act) -> Option<&'a str> {
    view.core.channel(act.channel?).and_then(dialable)
}

/// The acts; `call` is the one whose button stands above them.
fn items(view: &View, acts: &[Act], call: Option<&Act>) -> Vec<Html> {
    let is_call = |act: &Act| call.is_some_and(|call| std::ptr::eq(call, act));
    (acts.iter().enumerate()).map(|(place, act)| item(view, act, place, is_call(act))).collect()
}

/// One act. One that was done is a quiet line; a number is dialled from its own
/// act only where no button stands above.
fn item(view: &View, act: &Act, place: usize, is_call: bool) -> Html {
    let words = view.words;
    if let Some(channel) = act.channel.filter(|_| is_done(view, act)) {
        let name = view.name_of(channel);
        return html! {
            <li key={place} class="urgent-item">
                <span class="urgent-no">{ icon(Icon::Check) }</span>
                <span class="muted">{ words.fill(say::PLAN_DID_CHANNEL, &[("name", &name)]) }</span>
            </li>
        };
    }
    let text = words.get(act.text);
    let (lead, rest) = first_words(&text);
    let is_dialled = !is_call && !view.is_grave() && number(view, act).is_some();
    html! {
        <li key={place} class="urgent-item">
            <span class="urgent-no">{ place + 1 }</span>
            <div class="urgent-body">
                <span><span class="strong">{ lead.to_owned() }</span>{ rest.to_owned() }</span>
                if is_dialled {
                    { dial(view, act, "button") }
                }
            </div>
        </li>
    }
}

/// A button that dials, and when somebody will answer if nobody does now.
fn dial(view: &View, act: &Act, class: &'static str) -> Html {
    let channel = act.channel.and_then(|channel| view.core.channel(channel));
    let Some((channel, phone)) = channel.and_then(|channel| Some((channel, dialable(channel)?)))
    else {
        return Html::default();
    };
    html! {
        <>
            <a {class} href={phone_link(phone)} data-channel={channel.id.clone()}>
                { icon(Icon::Phone) }
                <span translate="no">{ view.words.fill(say::PLAN_CALL, &[("number", phone)]) }</span>
            </a>
            if let Some(opens) = opens(view, act.opening) {
                <span class="state">
                    <b class="state-word">{ view.words.say(say::PLAN_CLOSED_NOW) }</b>{ opens }
                </span>
            }
        </>
    }
}

/// What of the case put the acts here, and who says so, folded.
fn why(view: &View, acts: &[Act]) -> Html {
    let mut facts = Vec::new();
    let mut sources: Vec<SourceRef> = Vec::new();
    for act in acts {
        for fact in &act.because {
            if !facts.contains(fact) {
                facts.push(*fact);
            }
        }
        sources.extend(act.sources.iter().copied());
    }
    let because = answered(view, &facts);
    if because.is_none() && (sources.is_empty() || view.sources.is_empty()) {
        return Html::default();
    }
    html! {
        <details class="more">
            <summary class="more-head">
                { icon_as(Icon::Chevron, "icon more-arrow") }
                <span>{ view.words.say(say::PLAN_URGENT_WHY) }</span>
            </summary>
            <div class="more-body">
                if let Some(because) = because {
                    <p class="text" translate="no">{ view.words.fill(say::PLAN_BECAUSE, &[("facts", &because)]) }</p>
                }
                { all_sources_of(view, &sources) }
            </div>
        </details>
    }
}

/// The first sentence of a text, which is set strong, and what follows it.
fn first_words(text: &str) -> (&str, &str) {
    let mut ends = text.char_indices().filter(|(at, sign)| {
        let after = text.get(at + sign.len_utf8()..).unwrap_or_default();
        match sign {
            '。' | '；' | '：' => !after.is_empty(),
            '.' | ';' | ':' => after.starts_with(' '),
            _ => false,
        }
    });
    match ends.next() {
        Some((at, sign)) => text.split_at(at + sign.len_utf8()),
        None => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_is_set_apart() {
        let table = [
            ("打 110，请求止付。报账号。", ("打 110，请求止付。", "报账号。")),
            ("Stop: send nothing more. Go.", ("Stop:", " send nothing more. Go.")),
            ("Open www.12321.cn now. Then wait.", ("Open www.12321.cn now.", " Then wait.")),
            ("先截图。", ("先截图。", "")),
            ("Call", ("Call", "")),
        ];
        for (text, parts) in table {
            assert_eq!(first_words(text), parts, "{text}");
        }
    }
}
