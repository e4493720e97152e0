//! Number, address and mail of a door, with the warning that belongs beside them.

use yew::prelude::*;

use super::View;
use super::copy_button::CopyButton;
use super::fact_words::paragraph;
use super::source_line::{grade_sign, grade_word};
use crate::engine::knowledge::{Channel, Spot, Status};
use crate::ui::markup::html;
use crate::ui::parts::dial::{dialable, phone_link};
use crate::ui::parts::guide_link::links_at;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::say;

/// What stands under the name of a door that may mislead: that its number is
/// disputed, or that nobody could confirm it.
pub(super) fn standing(view: &View, channel: &Channel) -> Html {
    let words = view.words;
    let reason = channel.status_reason.map(|reason| words.get(reason)).unwrap_or_default();
    match channel.status {
        Status::Active => Html::default(),
        Status::Unverified => {
            let lines = [words.say(say::PLAN_UNVERIFIED), reason];
            html! { <p class="text small muted">{ paragraph(words, &lines) }</p> }
        }
        Status::Disputed | Status::WarnOnly => {
            html! {
                <div class="wall-danger">
                    if let Some(phone) = &channel.phone {
                        <p class="plain"><s class="dead-number" translate="no">{ phone.clone() }</s></p>
                    }
                    <p class="wall-flag">{ icon(Icon::PhoneOff) }{ " " }{ words.say(say::PLAN_DISPUTED) }</p>
                    <p class="text muted">{ reason }</p>
                </div>
            }
        }
    }
}

/// The ways to reach a door: dialled, opened, written to or searched for.
/// Nothing of a disputed door can be followed or copied.
pub(super) fn contact(view: &View, channel: &Channel) -> Html {
    let has_any = channel.phone.is_some() || channel.url.is_some() || channel.email.is_some();
    if !matches!(channel.status, Status::Active | Status::Unverified)
        || !has_any && channel.keyword.is_none()
    {
        return Html::default();
    }
    let words = view.words;
    let grade = channel.contact_grade.filter(|_| has_any);
    html! {
        <div class="stack-2">
            <dl class="facts" data-channel={channel.id.clone()}>
                if let Some(phone) = dialable(channel) {
                    { way(words.say(say::PLAN_PHONE), phone.to_owned().into(), phone_link(phone).into(), false) }
                }
                if let Some(url) = &channel.url {
                    { way(words.say(say::PLAN_ADDRESS), url.clone().into(), url.clone().into(), true) }
                }
                if let Some(mail) = &channel.email {
                    { way(words.say(say::PLAN_MAIL), mail.clone().into(), format!("mailto:{mail}").into(), false) }
                }
                if let Some(keyword) = channel.keyword {
                    <div class="fact">
                        <dt class="fact-name">{ words.say(say::PLAN_SEARCH_FOR) }</dt>
                        <dd class="fact-text contact" translate="no">{ words.get(keyword) }</dd>
                    </div>
                }
            </dl>
            if let Some(grade) = grade {
                <p class="says">
                    { grade_sign(grade) }
                    <span>{ words.fill(say::PLAN_CONTACT_GRADE, &[("grade", &words.say(grade_word(grade)))]) }</span>
                </p>
            }
            <p class="says">{ icon(Icon::Shield) }<span>{ words.say(say::PLAN_IMPOSTORS) }</span></p>
            { links_at(view, Spot::Contact) }
        </div>
    }
}

/// One way: what it is, a link that shows where it leads, and a copy button.
fn way(name: AttrValue, text: AttrValue, href: AttrValue, is_page: bool) -> Html {
    let (rel, target) =
        if is_page { (Some("noreferrer noopener external"), Some("_blank")) } else { (None, None) };
    html! {
        <div class="fact fact-way">
            <dt class="fact-name">{ name }</dt>
            <dd class="fact-text contact">
                <a class="link contact-link" {href} {rel} {target} translate="no">{ text.clone() }</a>
                <CopyButton {text} />
            </dd>
        </div>
    }
}
