//! From attributes to options.

use web_sys::Element;

use crate::browser::{clock, locale};
use crate::engine::knowledge::Core;
use crate::engine::locale::Lang;
use crate::ui::options::{Delivery, Options};

/// The language of the element: its own or its surroundings', or else the reader's.
pub(super) fn lang(host: &Element) -> Lang {
    let around = host.closest("[lang]").ok().flatten();
    let around = around.and_then(|element| element.get_attribute("lang"));
    let mut tags = around.into_iter().chain(locale::preferred());
    tags.find_map(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Where the element stands, as its script calls it.
pub(super) fn delivery(name: &str) -> Delivery {
    match name {
        "file" => Delivery::File,
        "frame" => Delivery::Frame,
        "element" => Delivery::Element,
        _ => Delivery::Page,
    }
}

/// Reads the attributes of the element as they are now.
pub(super) fn read(
    host: &Element,
    core: &Core,
    delivery: Delivery,
    warn: impl Fn(&str),
) -> Options {
    let lang = lang(host);
    if let Some(own) = host.get_attribute("lang").filter(|own| Lang::from_tag(own).is_none()) {
        warn(&format!("lang=\"{own}\" is not one of its values"));
    }
    let zone = clock::zone();
    Options::read(core, (lang, delivery), zone.as_deref(), |name| host.get_attribute(name), warn)
}
