//! What to do at once, in order, with the one call.

use yew::prelude::*;

use super::View;
use crate::engine::plan::Act;
use crate::ui::parts::dial::{dialable, phone_link};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;

/// The acts that cannot wait. Red only where money or safety is at stake.
pub(crate) fn urgent(view: &View) -> Html {
    let acts = &view.plan.urgent;
    if acts.is_empty() {
        return Html::default();
    }
    let is_grave = view.is_grave();
    let title = if is_grave { say::PLAN_URGENT_NOW } else { say::PLAN_URGENT_FIRST };
    let call = acts.iter().position(|act| !is_done(view, act) && number(view, act).is_some());
    let lead = call.unwrap_or(0);
    html! {
        <section class={classes!("urgent", (!is_grave).then_some("urgent-calm"))} data-rc="urgent">
            <h2 class="urgent-title">{ view.words.say(title) }</h2>
            <ol class={classes!("urgent-list", (lead == 0).then_some("urgent-two"))}>
                for (place, act) in acts.iter().enumerate() {
                    { item(view, act, place, call) }
                }
            </ol>
        </section>
    }
}

fn is_done(view: &View, act: &Act) -> bool {
    act.channel.is_some_and(|channel| view.is_done(channel))
}

fn number<'a>(view: &View<'a>, act: &Act) -> Option<&'a str> {
    view.core.channel(act.channel?).and_then(dialable)
}

/// One act; `call` is the place of the one with the button, which leads.
fn item(view: &View, act: &Act, place: usize, call: Option<usize>) -> Html {
    let words = view.words;
    let is_lead = call.unwrap_or(0) == place;
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
    let button = if view.is_grave() { "button button-call" } else { "button button-main" };
    html! {
        <li key={place} class={classes!("urgent-item", is_lead.then_some("urgent-lead"))}>
            <span class="urgent-no">{ place + 1 }</span>
            <div class="urgent-body">
                <span><span class="strong">{ lead.to_owned() }</span>{ rest.to_owned() }</span>
                if let Some(phone) = number(view, act).filter(|_| call == Some(place)) {
                    <a class={button} href={phone_link(phone)}>
                        { icon(Icon::Phone) }
                        <span translate="no">{ words.fill(say::PLAN_CALL, &[("number", phone)]) }</span>
                    </a>
                }
            </div>
        </li>
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
