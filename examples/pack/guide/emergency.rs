//! The first calls of every region: what a person needs in the first second.

use recourse::engine::knowledge::{Channel, Region, Status};

use super::book::{Book, call, dialable, may_be_used};
use super::html::Html;

/// The regions in the order in which most readers look for theirs.
const NEAREST: [&str; 18] = [
    "CN", "HK", "MO", "TW", "SG", "MY", "TH", "ID", "PH", "BN", "IN", "AE", "UK", "EU", "US", "CA",
    "AU", "BR",
];

/// The red block and the first calls.
pub(crate) fn emergency(book: &Book) -> Html {
    let say = |name| book.spoken(book.say(name));
    let alarm = Html::element(
        "section",
        &[("class", "rg-alarm"), ("data-rc", "emergency")],
        [
            // A page of its own has a title above.
            Html::element(if book.is_full() { "h2" } else { "h1" }, &[], say("guide-title")),
            Html::element("p", &[], say("guide-first")),
            Html::element("p", &[], say("guide-never")),
        ],
    );
    let mut regions: Vec<&Region> = book.core.regions.iter().collect();
    regions.sort_by_key(|region| NEAREST.iter().position(|code| *code == region.code));
    let calls = regions.into_iter().enumerate().map(|(place, region)| calls(book, place, region));
    let list = Html::element(
        "section",
        &[("id", "rg-calls")],
        [
            Html::element(if book.is_full() { "h3" } else { "h2" }, &[], say("guide-regions")),
            calls.collect(),
        ],
    );
    [alarm, list].into()
}

fn calls(book: &Book, place: usize, region: &Region) -> Html {
    let channels: Vec<&Channel> =
        region.first_call.iter().filter_map(|channel| book.channel(*channel)).collect();
    // The number stands in the line that is always on show.
    let number = channels.iter().find_map(|channel| dialable(channel)).unwrap_or_default();
    let head = format!("{} {number}", book.get(region.name));
    let lines: Html = channels.into_iter().map(|channel| line(book, channel)).collect();
    // The nearest stands open: it is the one most readers need.
    let attributes: &[_] = if place == 0 { &[("open", "")] } else { &[] };
    Html::element(
        "details",
        attributes,
        [
            Html::element("summary", &[], book.spoken(head.trim_end())),
            Html::element("ol", &[], lines),
            Html::element("p", &[], book.read(region.note)),
        ],
    )
}

/// A channel in one line: its name, its number where it may be dialled, and
/// what it is good for.
fn line(book: &Book, channel: &Channel) -> Html {
    let mut html = Html::element("b", &[], book.read(channel.name));
    if let Some(number) = dialable(channel) {
        html.push(Html::text(" "));
        html.push(call(number));
    }
    html.push(Html::text(if book.lang.is_chinese() { "：" } else { ": " }));
    if may_be_used(channel) {
        html.push(book.read(channel.summary));
    }
    if channel.status == Status::Unverified {
        html.push(Html::text(" "));
        html.push(Html::element("i", &[], book.spoken(book.say("guide-unverified"))));
    }
    Html::element("li", &[], html)
}
