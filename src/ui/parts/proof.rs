//! What the page may truthfully say of the network, and how to check it.

use yew::prelude::*;

use super::icon::{Icon, icon, icon_as};
use crate::ui::markup::html;
use crate::ui::options::{Delivery, Options};
use crate::ui::say;
use crate::ui::words::Words;

/// The proof line. `policy` is the page's own content security policy, word by
/// word.
pub(crate) fn proof(words: &Words, options: &Options, policy: Option<&AttrValue>) -> Html {
    let delivery = options.delivery;
    let claim = match delivery {
        Delivery::File | Delivery::Frame => say::PROOF_FILE,
        Delivery::Page => say::PROOF_PAGE,
        Delivery::Element => say::PROOF_ELEMENT,
    };
    let stays = if options.may_keep { say::PROOF_KEPT } else { say::PROOF_STAYS };
    let fetches = !delivery.is_offline();
    // The policy of somebody else's page is theirs, and says nothing about us.
    let policy = policy.cloned().filter(|_| delivery != Delivery::Element);
    html! {
        <div class="proof" data-rc="network-proof">
            <span class="proof-icon">{ icon(Icon::Offline) }</span>
            <div>
                <p class="text">
                    <span class="strong lead-in">{ words.say(claim) }</span>
                    { words.say(stays) }
                </p>
                <details class="more">
                    <summary class="more-head">
                        { icon_as(Icon::Chevron, "icon more-arrow") }
                        <span>{ words.say(say::PROOF_CHECK) }</span>
                    </summary>
                    <div class="more-body">
                        if let Some(policy) = policy {
                            <p class="text small">{ words.say(say::PROOF_POLICY) }</p>
                            <code class="policy" translate="no">{ policy }</code>
                        }
                        <p class="text small">{ words.say(say::PROOF_OFFLINE) }</p>
                        <p class="text small">{ words.say(say::PROOF_PANEL) }</p>
                        if delivery == Delivery::File {
                            <p class="text small">{ words.say(say::PROOF_SUM) }</p>
                        }
                        if fetches {
                            <p class="text small">{ words.say(say::PROOF_OWN_FILES) }</p>
                        }
                    </div>
                </details>
            </div>
        </div>
    }
}
