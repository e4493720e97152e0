//! How one gets through a door: in words, and as the sign on it.

use crate::engine::knowledge::{Channel, ChannelKind};
use crate::ui::parts::dial::dialable;
use crate::ui::parts::icon::Icon;
use crate::ui::say::{self, Sentence};

/// How one gets there, such as “by phone”.
pub(super) fn how(channel: &Channel) -> Sentence {
    match channel.kind {
        ChannelKind::InApp => say::PLAN_BY_APP,
        ChannelKind::OfficialAccount => say::PLAN_BY_ACCOUNT,
        ChannelKind::MiniProgram => say::PLAN_BY_MINI_PROGRAM,
        ChannelKind::Phone => say::PLAN_BY_PHONE,
        ChannelKind::Police if dialable(channel).is_some() => say::PLAN_BY_PHONE,
        ChannelKind::WebForm => say::PLAN_BY_WEB,
        ChannelKind::Police if channel.url.is_some() => say::PLAN_BY_WEB,
        ChannelKind::Email => say::PLAN_BY_MAIL,
        ChannelKind::AppStore => say::PLAN_BY_STORE,
        ChannelKind::Social | ChannelKind::Community => say::PLAN_BY_POST,
        ChannelKind::ThirdParty => say::PLAN_BY_OTHERS,
        ChannelKind::Regulator => say::PLAN_BY_AUTHORITY,
        ChannelKind::Police => say::PLAN_BY_POLICE,
        ChannelKind::Bank => say::PLAN_BY_BANK,
        ChannelKind::Court => say::PLAN_BY_COURT,
        ChannelKind::SelfHelp => say::PLAN_BY_SELF,
    }
}

/// The sign on the door.
pub(super) fn sign(channel: &Channel) -> Icon {
    match channel.kind {
        ChannelKind::Phone => Icon::Phone,
        ChannelKind::Police if dialable(channel).is_some() => Icon::Phone,
        ChannelKind::InApp
        | ChannelKind::MiniProgram
        | ChannelKind::AppStore
        | ChannelKind::SelfHelp => Icon::App,
        ChannelKind::OfficialAccount => Icon::Chat,
        ChannelKind::WebForm | ChannelKind::ThirdParty => Icon::Web,
        ChannelKind::Police if channel.url.is_some() => Icon::Web,
        ChannelKind::Email => Icon::Mail,
        ChannelKind::Social | ChannelKind::Community => Icon::Community,
        ChannelKind::Regulator => Icon::Regulator,
        ChannelKind::Police => Icon::Police,
        ChannelKind::Bank => Icon::Bank,
        ChannelKind::Court => Icon::Court,
    }
}

/// Whether somebody answers there, so that “always” means day and night.
pub(super) fn is_answered(channel: &Channel) -> bool {
    matches!(channel.kind, ChannelKind::Phone | ChannelKind::Bank) || channel.phone.is_some()
}

/// Whether one does it alone, so that nobody’s hours are in the way.
pub(super) fn is_own(channel: &Channel) -> bool {
    channel.kind == ChannelKind::SelfHelp
}

/// Whether one goes there, so that its hours are those of a desk.
pub(super) fn is_visited(channel: &Channel) -> bool {
    let is_office = matches!(channel.kind, ChannelKind::Police | ChannelKind::Court);
    is_office && channel.url.is_none()
}
