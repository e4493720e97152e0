//! From attributes to options. Whatever stands in them, an option comes out.

use web_sys::Element;

use crate::browser::locale;
use crate::engine::locale::Lang;
use crate::ui::options::{Delivery, Options, Size};

/// Reads the attributes of the element.
pub(super) fn read(host: &Element, delivery: &str) -> Options {
    let mut lang = host.get_attribute("lang").into_iter().chain(locale::preferred());
    Options {
        lang: lang.find_map(|tag| Lang::from_tag(&tag)).unwrap_or_default(),
        delivery: match delivery {
            "file" => Delivery::File,
            "element" => Delivery::Element,
            _ => Delivery::Page,
        },
        size: match host.get_attribute("size").as_deref() {
            Some("large") => Size::Large,
            _ => Size::Normal,
        },
        problem: host.get_attribute("problem"),
        region: host.get_attribute("region"),
    }
}
