//! The doors, each with its contacts, the way in, and what to know before going.

use recourse::engine::knowledge::{Channel, Item, Operator, Status, TextRef};

use super::book::{Book, call, dialable, door_anchor, may_be_used};
use super::foot::{says, up};
use super::html::Html;
use super::times::{hours, span_and_basis};

/// All doors, by who keeps them or where they are.
pub(crate) fn doors(book: &Book) -> Html {
    let mut groups: Vec<(String, Vec<&Channel>)> = Vec::new();
    let region = book.core.fact_named("region").and_then(|fact| book.core.fact(fact));
    let places = region.map_or(&[][..], |region| &region.options);
    let places = places.iter().map(|place| book.get(place.name).to_owned());
    let names = ["guide-doors-tencent", "guide-doors-meta", "guide-doors-anywhere"];
    let shared = ["guide-doors-shared", "guide-doors-never"].map(|name| book.say(name).to_owned());
    let order: Vec<String> =
        names.iter().map(|name| book.say(name).to_owned()).chain(places).chain(shared).collect();
    for name in order {
        let members: Vec<&Channel> =
            book.core.channels.iter().filter(|channel| keeper(book, channel) == name).collect();
        if !members.is_empty() {
            groups.push((name, members));
        }
    }
    let mut notes = vec![book.say("plan-impostors").to_owned()];
    if !book.is_full() {
        notes.push(book.say("guide-sources-note").to_owned());
    }
    let notes = book.spoken(&book.paragraph(&notes));
    let impostors = Html::element("p", &[("class", "rg-note")], notes);
    let title =
        Html::element("h2", &[("id", "rg-doors")], book.spoken(book.say("guide-door-list")));
    let lists = groups.iter().map(|(name, channels)| {
        let doors: Html = channels.iter().map(|channel| door(book, channel)).collect();
        [Html::element("h3", &[], book.spoken(name)), doors].into()
    });
    Html::element("section", &[], [title, impostors, lists.collect()])
}

/// Under which name a door stands.
fn keeper(book: &Book, channel: &Channel) -> String {
    let name = match (channel.status, channel.regions.as_slice(), channel.operator) {
        (Status::WarnOnly, ..) => "guide-doors-never",
        (_, [place], _) => return book.place(*place).to_owned(),
        (_, [_, ..], _) => "guide-doors-shared",
        (_, [], Operator::Tencent) => "guide-doors-tencent",
        (_, [], Operator::Meta) => "guide-doors-meta",
        (
            _,
            [],
            Operator::Bank
            | Operator::Government
            | Operator::Court
            | Operator::Ngo
            | Operator::Company
            | Operator::Community,
        ) => "guide-doors-anywhere",
    };
    book.say(name).to_owned()
}

fn door(book: &Book, channel: &Channel) -> Html {
    let mut html = Html::from([
        Html::element("h4", &[], book.read(channel.name)),
        Html::element("p", &[], book.read(channel.summary)),
        standing(book, channel),
    ]);
    let steps =
        channel.entry.iter().map(|step| Html::element("li", &[], said(book, channel, *step)));
    let steps: Html = steps.collect();
    if !steps.is_empty() && channel.status != Status::WarnOnly {
        html.push(Html::element("ol", &[("class", "rg-way")], steps));
    }
    html.push(facts(book, channel));
    for warning in &channel.warnings {
        let text = said(book, channel, *warning);
        html.push(Html::element("p", &[("class", "rg-warn")], text));
    }
    html.push(Html::element("p", &[("class", "rg-small")], says(book, channel)));
    if book.is_full() {
        html.push(up(book));
    }
    Html::element("section", &[("class", "rg-door"), ("id", &door_anchor(channel))], html)
}

/// That nobody could confirm a door, or that it is disputed: its number is struck
/// out and never a link, with the reason beside it.
fn standing(book: &Book, channel: &Channel) -> Html {
    let reason = channel.status_reason.map(|reason| book.get(reason)).unwrap_or_default();
    match channel.status {
        Status::Active => Html::default(),
        Status::Unverified => {
            let lines = [book.say("plan-unverified").to_owned(), reason.to_owned()];
            Html::element("p", &[("class", "rg-small")], book.spoken(&book.paragraph(&lines)))
        }
        Status::Disputed | Status::WarnOnly => {
            let mut html = Html::default();
            if let Some(number) = &channel.phone {
                html.push(Html::element("s", &[], Html::text(number)));
                html.push(Html::text(" "));
            }
            let flag = if channel.status == Status::Disputed {
                "plan-disputed"
            } else {
                "plan-do-not-use"
            };
            html.push(Html::element("b", &[], book.spoken(book.say(flag))));
            html.push(Html::text(if book.lang.is_chinese() { "：" } else { ": " }));
            html.push(book.spoken(reason));
            Html::element("p", &[("class", "rg-warn")], html)
        }
    }
}

/// Words about a door; in those about one not to be used, numbers are struck out.
fn said(book: &Book, channel: &Channel, text: TextRef) -> Html {
    let words = book.get(text);
    if may_be_used(channel) {
        return book.spoken(words);
    }
    let mut html = Html::default();
    for (is_number, part) in numbers(words) {
        html.push(if is_number {
            Html::element("s", &[], Html::text(part))
        } else {
            book.spoken(part)
        });
    }
    html
}

/// A text parted into what could be dialled and what could not.
fn numbers(text: &str) -> Vec<(bool, &str)> {
    let is_sign = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+');
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|sign| is_sign(sign) != is_sign(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let figures = part.chars().filter(char::is_ascii_digit).count();
        parts.push((is_sign(first) && figures >= 4, part));
        rest = after;
    }
    parts
}

/// Contacts, hours, what to bring and what to expect. Absent facts are absent.
fn facts(book: &Book, channel: &Channel) -> Html {
    let mut list = contacts(book, channel);
    let texts = |texts: &[TextRef]| {
        book.paragraph(&texts.iter().map(|text| book.get(*text).to_owned()).collect::<Vec<_>>())
    };
    let text =
        |text: Option<TextRef>| text.map(|text| book.get(text).to_owned()).unwrap_or_default();
    let items = |required: bool| {
        let wanted = channel.materials.iter().filter(|item| item.required == required);
        let name = |item: &Item| book.get(item.text).to_owned();
        book.listed(&wanted.map(name).collect::<Vec<_>>())
    };
    let phrases = |texts: &[TextRef]| {
        book.listed(&texts.iter().map(|text| book.get(*text).to_owned()).collect::<Vec<_>>())
    };
    let mut rows = vec![
        ("plan-open-hours", hours(book, channel).unwrap_or_default()),
        ("guide-serves", serves(book, channel)),
        ("guide-only-if", text(channel.requires_why)),
        ("plan-how-long", how_long(book, channel)),
        ("plan-cannot", texts(&channel.cannot)),
    ];
    if book.is_full() {
        rows.extend([
            ("guide-not-if", text(channel.blocked_why)),
            ("plan-bring", items(true)),
            ("plan-bring-if", items(false)),
            ("plan-discloses", phrases(&channel.discloses)),
            ("plan-cost", text(channel.cost)),
            ("plan-limits", texts(&channel.limits)),
            ("plan-language", languages(book, channel)),
            ("plan-after", text(channel.after)),
            ("plan-note", text(channel.note)),
        ]);
    }
    for (name, words) in rows.iter().filter(|(_, words)| !words.is_empty()) {
        list.push(row(book, name, book.spoken(words)));
    }
    if list.is_empty() { list } else { Html::element("dl", &[], list) }
}

fn row(book: &Book, name: &str, content: Html) -> Html {
    let term = Html::element("dt", &[], book.spoken(book.say(name)));
    let row = [term, Html::element("dd", &[], content)];
    if book.is_full() { Html::element("div", &[], row) } else { row.into() }
}

/// Number, address, mail and what to search for. Nothing of a door that is
/// disputed or kept to warn can be followed.
fn contacts(book: &Book, channel: &Channel) -> Html {
    if !may_be_used(channel) {
        return Html::default();
    }
    let mut list = Html::default();
    if let Some(number) = dialable(channel) {
        list.push(row(book, "plan-phone", call(number)));
    }
    if let Some(url) = &channel.url {
        list.push(row(book, "plan-address", link(url)));
    }
    if let Some(mail) = &channel.email {
        let address = format!("mailto:{mail}");
        list.push(row(
            book,
            "plan-mail",
            Html::element("a", &[("class", "rg-out"), ("href", &address)], Html::text(mail)),
        ));
    }
    if let Some(keyword) = channel.keyword {
        list.push(row(book, "plan-search-for", book.read(keyword)));
    }
    list
}

/// An address as a link that shows where it leads.
pub(super) fn link(url: &str) -> Html {
    let attributes = [("class", "rg-out"), ("href", url), ("rel", "noreferrer noopener external")];
    Html::element("a", &attributes, Html::text(url))
}

fn serves(book: &Book, channel: &Channel) -> String {
    // One place alone is the heading it stands under.
    let places = channel.regions.iter().filter(|_| channel.regions.len() > 1);
    book.listed(&places.map(|place| book.place(*place).to_owned()).collect::<Vec<_>>())
}

fn how_long(book: &Book, channel: &Channel) -> String {
    let spans = [("plan-first-reply", &channel.response), ("plan-result", &channel.outcome)];
    let spans = spans.into_iter().filter_map(|(name, span)| {
        Some(book.fill(name, &[("span", &span_and_basis(book, span.as_ref()?))]))
    });
    book.paragraph(&spans.collect::<Vec<_>>())
}

/// The languages a door is served in, if the reader’s is not among them.
fn languages(book: &Book, channel: &Channel) -> String {
    let own = if book.lang.is_chinese() { "zh" } else { "en" };
    if channel.languages.iter().any(|code| code.starts_with(own)) {
        return String::new();
    }
    let name = |code: &String| {
        let name = match code.as_str() {
            "zh" => "plan-chinese",
            "zh-Hant" => "plan-traditional",
            "en" => "plan-english",
            "pt" => "plan-portuguese",
            "fr" => "plan-french",
            other => return other.to_owned(),
        };
        book.say(name).to_owned()
    };
    book.listed(&channel.languages.iter().map(name).collect::<Vec<_>>())
}
