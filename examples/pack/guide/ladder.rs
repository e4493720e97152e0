//! What to do and where to go, in the engine's own order: anywhere, and in each
//! place where that differs.

use recourse::engine::knowledge::{Stage, TextRef};
use recourse::engine::plan::{Act, Plan, Standing, Step};

use super::book::{Book, call, dialable, door_link};
use super::foot::refs;
use super::html::Html;
use super::routes::Route;
use super::times::span_and_basis;

/// The acts and doors of a problem.
pub(crate) fn ladder(book: &Book, route: &Route) -> Html {
    let plan = &route.anywhere;
    let acts: Vec<&Act> = acts(plan).collect();
    let mut html = Html::default();
    if !acts.is_empty() {
        let name = if plan.urgent.is_empty() { "plan-urgent-first" } else { "plan-urgent-now" };
        html.push(Html::element("h4", &[], book.spoken(book.say(name))));
        let lines = acts.iter().map(|act| self::act(book, act)).collect::<Html>();
        html.push(Html::element("ol", &[("class", "rg-acts")], lines));
    }
    if !plan.ladder.is_empty() {
        let title = match plan.ladder.len() {
            1 => book.say("plan-door-one").to_owned(),
            many => book.fill("plan-doors", &[("n", &many.to_string())]),
        };
        html.push(Html::element("h4", &[], book.spoken(&title)));
        let steps: Html = plan.ladder.iter().map(|step| door(book, step)).collect();
        html.push(Html::element("ol", &[("class", "rg-ladder")], steps));
    }
    html.push(places(book, route));
    html
}

/// The places that have acts or doors of their own: each folded, or in a line.
fn places(book: &Book, route: &Route) -> Html {
    if route.places.is_empty() {
        return Html::default();
    }
    let is_only = route.anywhere.ladder.is_empty();
    let title = if is_only { "guide-only-by-place" } else { "guide-places" };
    let title = Html::element("h4", &[], book.spoken(book.say(title)));
    if !book.is_full() {
        return [title, lines(book, route)].into();
    }
    let places = route.places.iter();
    let blocks = places.map(|(place, plan)| block(book, route, *place, plan));
    let elsewhere = book.spoken(book.say("guide-elsewhere"));
    [title, blocks.collect(), Html::element("p", &[("class", "rg-small")], elsewhere)].into()
}

/// Each place and the names of the doors it adds, in their order; they stand under
/// its name in the list of doors. Places that add their usual doors are only named.
fn lines(book: &Book, route: &Route) -> Html {
    let is_usual = |(place, plan): &&(u8, Plan)| {
        book.routes.usual().get(place).is_some_and(|doors| *doors == route.added(plan))
    };
    let (usual, own): (Vec<_>, Vec<_>) = route.places.iter().partition(is_usual);
    let mut html = Html::default();
    for (place, plan) in own {
        let channels = route.added(plan).into_iter().filter_map(|channel| book.channel(channel));
        let names: Vec<String> =
            channels.map(|channel| book.get(channel.name).to_owned()).collect();
        let text = book.listed(&names);
        let holes = [("place", book.place(*place)), ("text", text.as_str())];
        let words = book.spoken(&book.fill("guide-in-place", &holes));
        html.push(Html::element("li", &[], words));
    }
    if !usual.is_empty() {
        let names: Vec<String> =
            usual.iter().map(|(place, _)| book.place(*place).to_owned()).collect();
        let link = Html::element(
            "a",
            &[("href", "#rg-usual")],
            book.spoken(book.say("guide-usual-doors")),
        );
        let names = book.fill("guide-in-place", &[("place", &book.listed(&names)), ("text", "")]);
        html.push(Html::element("li", &[], [book.spoken(&names), link]));
    }
    Html::element("ul", &[("class", "rg-places")], html)
}

/// The doors that many problems add, place by place, where they are said once.
pub(crate) fn usual(book: &Book) -> Html {
    let title = book.spoken(book.say("guide-usual-doors"));
    let lines = book.routes.usual().iter().map(|(place, doors)| {
        let head = book.fill("guide-in-place", &[("place", book.place(*place)), ("text", "")]);
        let mut html = book.spoken(&head);
        for (number, channel) in doors.iter().filter_map(|door| book.channel(*door)).enumerate() {
            if number > 0 {
                html.push(Html::text(if book.lang.is_chinese() { "；" } else { "; " }));
            }
            html.push(door_link(book, channel));
        }
        Html::element("li", &[], html)
    });
    let lines = Html::element("ul", &[("class", "rg-places")], lines.collect::<Html>());
    Html::element("section", &[("id", "rg-usual")], [Html::element("h2", &[], title), lines])
}

/// A place with everything to do and every door there, in order. What stands in
/// the lists above is only named.
fn block(book: &Book, route: &Route, place: u8, plan: &Plan) -> Html {
    let name = book.place(place);
    let head = |sentence| {
        let words = book.fill(sentence, &[("place", name)]);
        Html::element("p", &[("class", "rg-head")], book.spoken(&words))
    };
    let mut inside = Html::element("summary", &[], book.spoken(name));
    let known: Vec<TextRef> = acts(&route.anywhere).map(|act| act.text).collect();
    if acts(plan).any(|act| !known.contains(&act.text)) {
        inside.push(head("guide-place-acts"));
        let lines: Html = acts(plan).map(|act| self::act(book, act)).collect();
        inside.push(Html::element("ol", &[("class", "rg-acts")], lines));
    }
    if !plan.ladder.iter().all(|step| route.is_known(step)) {
        inside.push(head("guide-place-doors"));
        let steps = plan
            .ladder
            .iter()
            .map(|step| if route.is_known(step) { named(book, step) } else { door(book, step) });
        inside.push(Html::element("ol", &[("class", "rg-ladder")], steps.collect::<Html>()));
    }
    Html::element("details", &[("class", "rg-place")], inside)
}

fn acts(plan: &Plan) -> impl Iterator<Item = &Act> {
    plan.urgent.iter().chain(&plan.first)
}

fn act(book: &Book, act: &Act) -> Html {
    let mut html = book.read(act.text);
    let channel = act.channel.and_then(|channel| book.channel(channel));
    if let Some(number) = channel.and_then(dialable) {
        html.push(Html::text(" "));
        html.push(call(number));
    }
    html.push(refs(book, &act.sources));
    Html::element("li", &[], html)
}

/// A door that stands in the list above, by its name alone.
fn named(book: &Book, step: &Step) -> Html {
    let name = book.channel(step.channel).map(|channel| book.read(channel.name));
    Html::element("li", &[], [stage(book, step.stage), name.unwrap_or_default()])
}

/// A door: when its turn comes, its name, its number, why it is here, on what
/// that depends, and how long to wait there.
fn door(book: &Book, step: &Step) -> Html {
    let Some(channel) = book.channel(step.channel) else { return Html::default() };
    let mut html = Html::from([stage(book, step.stage), door_link(book, channel)]);
    if let Some(number) = dialable(channel) {
        html.push(Html::text(" "));
        html.push(call(number));
    }
    let mut lines = vec![book.get(step.reason).to_owned()];
    let needed = step.needs.first().and_then(|fact| book.core.fact(*fact));
    if let Some(fact) = needed.filter(|_| book.is_full()) {
        let name = if step.standing == Standing::Later { "plan-missing" } else { "plan-depends" };
        lines.push(book.fill(name, &[("question", book.get(fact.ask))]));
    }
    if let Some(wait) = &step.wait {
        lines.push(book.fill("plan-wait", &[("span", &span_and_basis(book, wait))]));
    }
    html.push(Html::text(if book.lang.is_chinese() { "：" } else { ": " }));
    html.push(book.spoken(&book.paragraph(&lines)));
    html.push(refs(book, &step.sources));
    Html::element("li", &[], html)
}

fn stage(book: &Book, stage: Stage) -> Html {
    let name = match stage {
        Stage::Now => "plan-mile-now",
        Stage::First => "plan-mile-first",
        Stage::Next => "plan-mile-next",
        Stage::Escalate => "plan-mile-escalate",
        Stage::Last => "plan-mile-last",
    };
    let words = format!("{}{}", book.say(name), if book.lang.is_chinese() { "：" } else { ": " });
    Html::element("b", &[], book.spoken(&words))
}
