//! The list of all problems by where they happen, the gravest first.

use std::cmp::Reverse;

use recourse::engine::knowledge::{FactOption, Problem, ProblemRef, Stage};
use recourse::engine::plan::{Plan, Standing};

use super::book::{Book, call, dialable};
use super::html::Html;

/// The problems of one platform, the gravest first.
pub(crate) struct Group<'a> {
    /// The platform, as an anchor.
    pub(crate) anchor: String,
    /// The platform.
    pub(crate) option: &'a FactOption,
    /// Its problems.
    pub(crate) problems: Vec<(ProblemRef, &'a Problem)>,
}

/// Every problem once, under the platform its record names first.
pub(crate) fn groups<'a>(book: &Book<'a>) -> Vec<Group<'a>> {
    let platforms = book.core.fact_named("platform").and_then(|fact| book.core.fact(fact));
    let options = platforms.map_or(&[][..], |fact| &fact.options);
    let mut groups: Vec<Group> = options
        .iter()
        .map(|option| Group { anchor: format!("rg-{}", option.id), option, problems: Vec::new() })
        .collect();
    for (problem, record) in book.core.each_problem() {
        let first = record.platforms.first().copied().unwrap_or_default();
        if let Some(group) = groups.get_mut(usize::from(first)) {
            group.problems.push((problem, record));
        }
    }
    for group in &mut groups {
        group.problems.sort_by_key(|(_, record)| {
            let is_other = record.id == "other-unknown";
            (is_other, Reverse(record.emergency), Reverse(record.severity))
        });
    }
    groups.retain(|group| !group.problems.is_empty());
    groups
}

/// The list, with links to the problems below.
pub(crate) fn contents(book: &Book) -> Html {
    let entry = |(_, record): &(ProblemRef, &Problem)| {
        let address = format!("#{}", record.id);
        let link = Html::element("a", &[("href", &address)], book.read(record.name));
        item(book, record, link)
    };
    list(book, |group| group.problems.iter().map(entry).collect())
}

/// The list, with the first doors of every problem; `page` has all of them.
pub(crate) fn first_doors(book: &Book, page: &str) -> Html {
    let entry = |(problem, record): &(ProblemRef, &Problem)| {
        let address = format!("{page}#{}", record.id);
        let link = Html::element("a", &[("href", &address)], book.read(record.name));
        let first = book.routes.get(*problem).map(|route| first(book, &route.anywhere));
        let first = first.filter(|doors| !doors.is_empty()).unwrap_or_default();
        item(book, record, [link, first].into())
    };
    list(book, |group| group.problems.iter().map(entry).collect())
}

/// An entry; where it can be searched, with other ways to write its name, and
/// whether minutes may matter.
fn item(book: &Book, record: &Problem, content: Html) -> Html {
    let also = book.also(record.name);
    let mut attributes = Vec::new();
    if book.lang.is_chinese() && !book.is_full() {
        attributes.push(("data-words", also.as_str()));
    }
    if record.emergency && !book.is_full() {
        attributes.push(("data-urgent", ""));
    }
    Html::element("li", &attributes, content)
}

fn list(book: &Book, entries: impl Fn(&Group) -> Html) -> Html {
    let groups = groups(book);
    let lists = groups.iter().map(|group| {
        let name = book.read(group.option.name);
        Html::from([
            Html::element("h3", &[], name),
            Html::element("ul", &[("class", "rg-toc")], entries(group)),
        ])
    });
    let head = Html::element("h2", &[], book.spoken(book.say("guide-contents")));
    let attributes = [("class", "rg-contents"), ("id", "rg-contents")];
    Html::element("section", &attributes, [head, lists.collect()])
}

/// The doors that come first in a plan, in one line, with a number to call.
fn first(book: &Book, plan: &Plan) -> Html {
    let stage = plan.ladder.iter().map(|step| step.stage).min().unwrap_or(Stage::Now);
    let steps = plan.ladder.iter().filter(|step| {
        step.stage == stage && step.standing == Standing::Yes || step.stage == Stage::Now
    });
    let channels: Vec<_> = steps.filter_map(|step| book.channel(step.channel)).take(3).collect();
    let names: Vec<String> =
        channels.iter().map(|channel| book.get(channel.name).to_owned()).collect();
    if names.is_empty() {
        return Html::default();
    }
    let words = book.fill("guide-first-doors", &[("doors", &book.listed(&names))]);
    let mut html = book.spoken(&words);
    for number in channels.iter().filter_map(|channel| dialable(channel)) {
        html.push(Html::text(" "));
        html.push(call(number));
    }
    Html::element("div", &[("class", "rg-first")], html)
}
