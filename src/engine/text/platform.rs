//! Which product a text names.

use core::ops::Range;

use super::page::Page;

/// Products and the words that name them after normalising, the narrower before
/// the wider: the ids are options of the fact `platform`.
const PRODUCTS: &[(&str, &str)] = &[
    ("whatsapp-business", "whatsapp business|whatsapp商业|whatsapp 商业|whatsapp商家|business api"),
    ("whatsapp", "whatsapp"),
    ("wecom", "企业微信"),
    ("official-account", "公众号"),
    ("wechat-pay-merchant", "商户号|微信商户|merchant account|merchant number"),
    ("wechat-pay", "微信支付|微信钱包"),
    ("wechat", "微信"),
];
/// A product whose user and whose maker have different doors: never settled here.
const TWO_SIDED: &str = "小程序";

/// The one product a text names. A name inside another, as 微信 in 企业微信, is
/// the longer one; naming two is naming none.
pub(super) fn read(page: &Page<'_>) -> Option<(&'static str, Range<usize>)> {
    if page.has(TWO_SIDED) {
        return None;
    }
    let mut found: Option<(&'static str, Range<usize>)> = None;
    for &(product, names) in PRODUCTS {
        let Some(range) = page.first(names) else { continue };
        match &found {
            None => found = Some((product, range)),
            Some((wider, _)) if family(wider) == family(product) => {}
            Some(_) => return None,
        }
    }
    found.map(|(product, range)| (product, page.span(range)))
}

/// Products that may be named together without meaning two.
fn family(product: &str) -> &str {
    if product.starts_with("whatsapp") { "whatsapp" } else { "wechat" }
}

/// Every list of phrases above, for the test that they are written as they are read.
#[cfg(test)]
pub(super) fn lists() -> impl Iterator<Item = &'static str> {
    PRODUCTS.iter().map(|&(_, names)| names).chain([TWO_SIDED])
}
