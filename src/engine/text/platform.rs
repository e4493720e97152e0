//! Which product a text names.

use core::ops::Range;

use super::normalize::Normal;
use super::page::Page;
use super::phrases::Phrases;

/// Products and the words that name them after normalising, the narrower before
/// the wider: the ids are options of the fact `platform`. A mini program's user and
/// its maker have different doors, so naming one settles no option.
const PRODUCTS: &[(Option<&str>, &str)] = &[
    (
        Some("whatsapp-business"),
        "whatsapp business|whatsapp商业|whatsapp 商业|whatsapp商家|business api",
    ),
    (Some("whatsapp"), "whatsapp"),
    (None, "小程序"),
    (Some("wecom"), "企业微信"),
    (Some("official-account"), "公众号"),
    (Some("wechat-pay-merchant"), "商户号|微信商户|merchant account|merchant number"),
    (Some("wechat-pay"), "微信支付|微信钱包"),
    (Some("wechat"), "微信"),
];

/// The one product a text names.
pub(super) struct Named {
    /// An option of the fact `platform`, if there is one for it.
    pub(super) id: Option<&'static str>,
    /// Its place among all products: the bit it has in [`Weights`](super::model::Weights).
    pub(super) place: u8,
    /// The bytes that name it.
    pub(super) span: Range<usize>,
}

/// The one product a text names. A name inside another, as 微信 in 企业微信, is
/// the longer one; naming two is naming none.
pub(super) fn read(page: &Page<'_>) -> Option<Named> {
    let mut found: Option<Named> = None;
    for (&(id, names), place) in PRODUCTS.iter().zip(0..) {
        let Some(range) = page.first(names) else { continue };
        match &found {
            None => found = Some(Named { id, place, span: page.span(range) }),
            Some(wider) if is_whatsapp(wider.id) == is_whatsapp(id) => {}
            Some(_) => return None,
        }
    }
    found
}

/// The place of the one product that a text names among all products.
pub fn place(phrases: &Phrases, text: &Normal) -> Option<u8> {
    read(&Page::new(phrases, text)).map(|named| named.place)
}

/// Products of one house may be named together without meaning two.
fn is_whatsapp(product: Option<&str>) -> bool {
    product.is_some_and(|product| product.starts_with("whatsapp"))
}
