//! The problems, each with everything that is known of the way out.

use recourse::engine::knowledge::{Deadline, Problem, ProblemRef, TextRef, Unit};

use super::book::{Book, door_link, may_be_used};
use super::contents::groups;
use super::foot::{refs, up};
use super::html::Html;
use super::ladder::{ladder, usual};
use super::times::{quantity, span_and_basis};

/// All problems, by where they happen.
pub(crate) fn problems(book: &Book) -> Html {
    let groups = groups(book);
    let sections = groups.iter().map(|group| {
        let troubles: Html =
            group.problems.iter().map(|(place, record)| problem(book, *place, record)).collect();
        let name = book.read(group.option.name);
        let head = Html::element("h2", &[("id", &group.anchor)], name);
        // Where words are few, one way back does for a whole platform.
        let back = if book.is_full() { Html::default() } else { up(book) };
        Html::element("section", &[], [head, troubles, back])
    });
    let note = book.spoken(book.say("guide-order"));
    let usual = if book.is_full() { Html::default() } else { usual(book) };
    [usual, Html::element("p", &[("class", "rg-note")], note), sections.collect()].into()
}

fn problem(book: &Book, place: ProblemRef, record: &Problem) -> Html {
    let mut html = Html::from([
        Html::element("h3", &[], book.read(record.name)),
        Html::element("p", &[], book.spoken(description(book, record))),
    ]);
    if record.emergency {
        // The first call depends on the place, and stands above everything.
        let call = book.spoken(book.say("guide-call"));
        let link = Html::element("a", &[("href", "#rg-top")], call);
        html.push(Html::element("p", &[("class", "rg-link")], link));
    }
    if let Some(route) = book.routes.get(place) {
        html.push(ladder(book, route));
    }
    html.push(walls(book, record));
    html.push(deadlines(book, record));
    if book.is_full() {
        html.push(self_help(book, record));
        html.push(evidence(book, record));
        html.push(lines(book, "plan-dos", &record.dos));
        html.push(lines(book, "plan-donts", &record.donts));
        html.push(lines(book, "plan-scams", &record.scam_guard));
    }
    if let Some(exhausted) = record.exhausted.filter(|_| book.is_full()) {
        html.push(fold(book, "plan-exhausted", Html::element("p", &[], book.read(exhausted))));
    }
    if book.is_full() {
        let sources = refs(book, &record.sources);
        if !sources.is_empty() {
            html.push(Html::element("p", &[("class", "rg-small")], sources));
        }
    }
    if book.is_full() {
        html.push(up(book));
    }
    Html::element("section", &[("class", "rg-problem"), ("id", &record.id)], html)
}

/// What belongs here; where words are few, without what does not.
fn description<'a>(book: &'a Book, record: &Problem) -> &'a str {
    let text = book.get(record.description);
    let end = text.find('。').map(|at| at + '。'.len_utf8()).or(text.find(". ").map(|at| at + 1));
    let end = end.filter(|_| !book.is_full()).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// A part that unfolds under its name.
fn fold(book: &Book, name: &str, content: Html) -> Html {
    let head = Html::element("summary", &[], book.spoken(book.say(name)));
    Html::element("details", &[("class", "rg-fold")], [head, content])
}

fn fold_list(book: &Book, name: &str, items: Html) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    fold(book, name, Html::element("ul", &[], items))
}

fn item(content: Html) -> Html {
    Html::element("li", &[], content)
}

fn lines(book: &Book, name: &str, texts: &[TextRef]) -> Html {
    fold_list(book, name, texts.iter().map(|text| item(book.read(*text))).collect())
}

/// The doors people wrongly try, and why they are not for this.
fn walls(book: &Book, record: &Problem) -> Html {
    let channels =
        record.not_for_this.iter().filter_map(|w| Some((book.channel(w.channel)?, w.because)));
    if !book.is_full() {
        let names: Vec<String> =
            channels.map(|(channel, _)| book.get(channel.name).to_owned()).collect();
        if names.is_empty() {
            return Html::default();
        }
        let (place, text) = (book.say("plan-walls"), book.listed(&names));
        let words = book.fill("guide-in-place", &[("place", place), ("text", &text)]);
        return Html::element("p", &[], book.spoken(&words));
    }
    let walls = channels.map(|(channel, because)| {
        // A door nobody should use is named, not led to.
        let is_usable = may_be_used(channel);
        let name = if is_usable { door_link(book, channel) } else { book.read(channel.name) };
        let colon = Html::text(if book.lang.is_chinese() { "：" } else { ": " });
        item([name, colon, book.read(because)].into())
    });
    fold_list(book, "plan-walls", walls.collect())
}

fn self_help(book: &Book, record: &Problem) -> Html {
    let helps = record.self_help.iter().map(|help| {
        let mut html = book.read(help.text);
        if let Some(minutes) = help.minutes {
            let words = format!(" ({})", quantity(book, Unit::Minute, &minutes.to_string()));
            html.push(book.spoken(&words));
        }
        html.push(refs(book, &help.sources));
        item(html)
    });
    fold_list(book, "plan-self-help", helps.collect())
}

fn evidence(book: &Book, record: &Problem) -> Html {
    let items = record.evidence.iter().map(|evidence| {
        let mut html = book.read(evidence.text);
        if evidence.required {
            html.push(book.spoken(&format!(" ({})", book.say("plan-needed"))));
        }
        item(html)
    });
    fold_list(book, "plan-evidence", items.collect())
}

/// The clocks that run, where they run, and who says so.
fn deadlines(book: &Book, record: &Problem) -> Html {
    let clocks = record.deadlines.iter().map(|deadline| {
        let mut html = book.spoken(&clock(book, deadline));
        html.push(refs(book, &deadline.sources));
        item(html)
    });
    fold_list(book, "plan-deadlines", clocks.collect())
}

fn clock(book: &Book, deadline: &Deadline) -> String {
    let mut lines = vec![book.get(deadline.text).to_owned()];
    if let Some(within) = &deadline.within {
        lines.push(span_and_basis(book, within));
    }
    lines.push(book.fill("plan-from-event", &[("event", book.get(deadline.from))]));
    if let Some(consequence) = deadline.consequence.filter(|_| book.is_full()) {
        lines.push(book.fill("guide-consequence", &[("text", book.get(consequence))]));
    }
    let text = book.paragraph(&lines);
    let places: Vec<String> =
        deadline.regions.iter().map(|place| book.place(*place).to_owned()).collect();
    if places.is_empty() {
        return text;
    }
    book.fill("guide-in-place", &[("place", &book.listed(&places)), ("text", &text)])
}
