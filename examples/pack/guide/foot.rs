//! Who says so, and what stands before and after everything.

use recourse::engine::knowledge::{Channel, Grade, Source, SourceRef};
use recourse::engine::locale::Lang;

use super::Form;
use super::book::Book;
use super::door::link;
use super::html::Html;
use super::times::{day, source_date};

/// The numbers of sources, each leading to the list at the end.
pub(crate) fn refs(book: &Book, sources: &[SourceRef]) -> Html {
    if sources.is_empty() || !book.is_full() {
        return Html::default();
    }
    let words = book.say("guide-refs");
    let (before, after) = words.split_once("{list}").unwrap_or((words, ""));
    let mut html = book.spoken(before);
    for (place, source) in sources.iter().enumerate() {
        if place > 0 {
            html.push(Html::text(", "));
        }
        let number = (source.place() + 1).to_string();
        let address = format!("#s{number}");
        html.push(Html::element("a", &[("href", &address)], Html::text(&number)));
    }
    html.push(book.spoken(after));
    [Html::text(" "), Html::element("small", &[("class", "rg-refs")], html)].into()
}

/// How far a door can be trusted, and who says so.
pub(crate) fn says(book: &Book, channel: &Channel) -> Html {
    let grade = book.say(grade_word(channel.grade));
    if channel.sources.is_empty() {
        return book.spoken(&book.fill("plan-says-nobody", &[("grade", grade)]));
    }
    let known = channel.sources.iter().filter_map(|source| book.sources.get(source.place()));
    let known: Vec<&Source> = known.collect();
    let newest = known.iter().filter_map(|source| source.date.as_deref()).max();
    let date = source_date(book, newest.or(channel.source_date.as_deref()));
    let who =
        Source::speaker(channel.grade, &known, newest).map_or("", |source| publisher(book, source));
    // Where all of them stand in a list, their numbers follow.
    let name = if book.is_full() { "plan-says-later" } else { "plan-says" };
    let words = book.fill(name, &[("grade", grade), ("who", who), ("date", &date)]);
    if !book.is_full() {
        return book.spoken(&words);
    }
    let lines = [words, book.say("plan-unchecked").to_owned()];
    let mut html = book.spoken(&book.paragraph(&lines));
    if let Some(grade) = channel.contact_grade.filter(|grade| *grade != channel.grade) {
        let words = book.fill("plan-contact-grade", &[("grade", book.say(grade_word(grade)))]);
        html.push(Html::text(" "));
        html.push(book.spoken(&words));
    }
    html.push(refs(book, &channel.sources));
    html
}

/// Who publishes a source: by name where there is one, by the domain otherwise.
fn publisher<'a>(book: &'a Book, source: &'a Source) -> &'a str {
    source.publisher.map_or_else(|| source.domain(), |name| book.get(name))
}

const fn grade_word(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "plan-grade-law",
        Grade::B => "plan-grade-operator",
        Grade::C => "plan-grade-reported",
        Grade::D => "plan-grade-hearsay",
        Grade::U => "plan-grade-none",
        Grade::X => "plan-grade-disputed",
    }
}

/// Every source: publisher, date, title and address.
pub(crate) fn sources(book: &Book) -> Html {
    if !book.is_full() {
        return Html::default();
    }
    let lines = book.sources.iter().enumerate().map(|(place, source)| {
        let date = source_date(book, source.date.as_deref());
        let holes = [("who", publisher(book, source)), ("date", date.as_str())];
        let mut html = book.spoken(&book.fill("plan-publisher-dated", &holes));
        if let Some(title) = source.title {
            html.push(Html::text(" "));
            html.push(book.read(title));
        }
        // Some stand on several pages.
        for url in source.place.split(" ; ").filter(|place| place.starts_with("http")) {
            html.push(Html::text(" "));
            html.push(link(url));
        }
        Html::element("li", &[("id", &format!("s{}", place + 1))], html)
    });
    Html::element(
        "section",
        &[("class", "rg-sources")],
        [
            Html::element("h2", &[("id", "rg-sources")], book.spoken(book.say("guide-sources"))),
            Html::element("p", &[], book.spoken(book.say("guide-sources-note"))),
            Html::element("ol", &[], lines.collect::<Html>()),
        ],
    )
}

/// The way back to the list of problems.
pub(crate) fn up(book: &Book) -> Html {
    let link = Html::element("a", &[("href", "#rg-contents")], book.spoken(book.say("guide-back")));
    Html::element("p", &[("class", "rg-up")], link)
}

/// What this is not, how old it is, and until when it holds.
pub(crate) fn foot(book: &Book) -> Html {
    let core = book.core;
    let date = day(book, core.date);
    let holes = [("date", date.as_str()), ("version", core.version.as_str())];
    let until = day(book, core.valid_until);
    let top = Html::element("a", &[("href", "#rg-top")], book.spoken(book.say("guide-top")));
    let program = book.fill("foot-program", &[("version", env!("CARGO_PKG_VERSION"))]);
    let mut lines = vec![
        book.say("foot-legal").to_owned(),
        book.paragraph(&[book.fill("foot-knowledge", &holes), program]),
        book.fill("guide-valid", &[("date", &until)]),
    ];
    if book.form == Form::Compact {
        lines.push(book.say("proof-sum").to_owned());
    }
    let lines = lines.iter().map(|line| Html::element("p", &[], book.spoken(line)));
    let up = Html::element("p", &[("class", "rg-up")], top);
    Html::element("footer", &[("class", "rg-foot")], [up, lines.collect()])
}

/// The title of the page of its own, the other languages, and the way to the
/// interactive version.
pub(crate) fn head(book: &Book) -> Html {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != book.lang);
    let links = others.map(|lang| {
        let name = format!("language-{}", lang.tag().to_ascii_lowercase());
        let address = format!("{}.html", lang.tag());
        let attributes =
            [("href", address.as_str()), ("hreflang", lang.tag()), ("lang", lang.tag())];
        Html::element("li", &[], Html::element("a", &attributes, Html::text(book.say(&name))))
    });
    let links = Html::element("ul", &[], links.collect::<Html>());
    let app = Html::element("a", &[("href", "../")], book.spoken(book.say("guide-interactive")));
    [
        Html::element("h1", &[], book.spoken(book.say("guide-name"))),
        Html::element(
            "nav",
            &[("class", "rg-editions"), ("aria-label", book.say("guide-editions"))],
            links,
        ),
        Html::element("p", &[], book.spoken(book.say("guide-intro"))),
        Html::element("p", &[("class", "rg-link")], app),
    ]
    .into()
}
