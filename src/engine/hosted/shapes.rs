//! The fields of a pack.

use super::shape::{Field, Form, Shape};

const fn needed(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { name, shape, needed: true, about }
}

const fn maybe(name: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { name, shape, needed: false, about }
}

const SENTENCES: Shape = Shape::List(&Shape::Sentence, 30);
const IDS: Shape = Shape::List(&Shape::Text(Form::Id), 100);

/// A pack.
pub const PACK: Shape = Shape::Record(&[
    maybe("$schema", Shape::Text(Form::Line), "Where the schema lies, for editors of text."),
    needed("recourse", Shape::Number(1, 1), "The version of this form."),
    needed("name", Shape::Sentence, "Who speaks in this pack."),
    needed("source", Shape::Text(Form::Address), "The page where the host says the same."),
    needed("checked", Shape::Text(Form::Day), "The day on which somebody last checked it."),
    maybe(
        "mode",
        Shape::Choice(&["add", "replace"]),
        "`add` (the default) adds to the built-in knowledge. `replace` leaves out its \
         problems, but those where minutes matter, the one for everything else, and those in `keep`.",
    ),
    maybe("keep", IDS, "Built-in problems that stay where the others are replaced."),
    needed("channels", Shape::List(&CHANNEL, 200), "The host's own doors."),
    maybe("problems", Shape::List(&PROBLEM, 100), "Problems that the host knows how to solve."),
    maybe(
        "begin",
        Shape::List(&BEGIN, 100),
        "Built-in ways out that begin with a door of the host.",
    ),
]);

const CHANNEL: Shape = Shape::Record(&[
    needed("id", Shape::Text(Form::OwnId), "Its permanent id."),
    needed("name", Shape::Sentence, "What one looks for."),
    needed("summary", Shape::Sentence, "What it is good for."),
    needed(
        "kind",
        Shape::Choice(&[
            "phone",
            "email",
            "web-form",
            "mini-program",
            "official-account",
            "in-app",
            "third-party",
        ]),
        "How one gets there.",
    ),
    maybe(
        "regions",
        Shape::List(&Shape::Text(Form::Region), 40),
        "Where it serves, such as `HK`; anywhere if absent.",
    ),
    maybe(
        "languages",
        Shape::List(&Shape::Text(Form::Language), 20),
        "The languages it is served in.",
    ),
    maybe("entry", SENTENCES, "The steps to reach it."),
    maybe("keyword", Shape::Sentence, "What to search for."),
    maybe("url", Shape::Text(Form::Address), "Its address on the web."),
    maybe("phone", Shape::Text(Form::Phone), "A number to dial."),
    maybe("email", Shape::Text(Form::Mail), "A mail address."),
    maybe("hours", HOURS, "When somebody is there."),
    maybe("reply", DURATION, "Time to the first reply."),
    maybe("outcome", DURATION, "Time to the result."),
    maybe("bring", ITEMS, "What to bring."),
    maybe("limits", SENTENCES, "Limits on its use."),
    maybe("cost", Shape::Sentence, "What it costs."),
    maybe("cannot", SENTENCES, "What it will not do."),
    maybe("warnings", SENTENCES, "What to beware of."),
    maybe("after", Shape::Sentence, "What happens afterwards."),
]);

const HOURS: Shape = Shape::Record(&[
    needed("zone", Shape::Text(Form::Line), "The zone of the times, such as `Asia/Shanghai`."),
    maybe("always", Shape::Flag, "Day and night."),
    maybe("windows", Shape::List(&WINDOW, 20), "The spans of the week."),
]);

const WINDOW: Shape = Shape::Record(&[
    needed("days", Shape::Text(Form::Days), "The days, such as `mon-fri`."),
    needed("open", Shape::Text(Form::Time), "When it opens."),
    needed(
        "close",
        Shape::Text(Form::Time),
        "When it closes; before `open`, on the following day.",
    ),
]);

const DURATION: Shape = Shape::Record(&[
    maybe("min", Shape::Number(1, 1000), "The shortest."),
    needed("max", Shape::Number(1, 1000), "The longest."),
    needed(
        "unit",
        Shape::Choice(&["minute", "hour", "day", "working-day", "week", "month", "year"]),
        "What it is counted in.",
    ),
]);

const ITEMS: Shape = Shape::List(
    &Shape::Record(&[
        needed("id", Shape::Text(Form::Id), "Its id, of its own in its list."),
        needed("text", Shape::Sentence, "What it is."),
        maybe("required", Shape::Flag, "Whether one is refused without it."),
    ]),
    30,
);

const PROBLEM: Shape = Shape::Record(&[
    needed("id", Shape::Text(Form::OwnId), "Its permanent id."),
    needed("platforms", IDS, "Where it happens, such as `mini-program`."),
    needed("name", Shape::Sentence, "How a person would say it."),
    needed("description", Shape::Sentence, "What belongs here and what does not."),
    maybe(
        "words",
        Shape::List(&Shape::Text(Form::Line), 50),
        "Other names of it and words people use for it, in any language. `a~b` is `a` with `b` \
         soon after it; a final `*` lets a word of Latin letters go on.",
    ),
    maybe("severity", Shape::Choice(&["low", "medium"]), "How much is at stake; `low` if absent."),
    needed("ladder", Shape::List(&RUNG, 30), "The doors, in order: of the pack or built in."),
    maybe("self-help", SENTENCES, "What to try alone."),
    maybe("evidence", ITEMS, "What to collect."),
    maybe("dos", SENTENCES, "What to do."),
    maybe("donts", SENTENCES, "What not to do."),
    needed("request", Shape::Sentence, "What one asks for, in the first person."),
]);

const RUNG: Shape = Shape::Record(&[
    needed("channel", Shape::Text(Form::Id), "Whom to turn to."),
    needed("stage", Shape::Choice(&["first", "next", "escalate", "last"]), "When its turn comes."),
    needed("because", Shape::Sentence, "Why it is here."),
]);

const BEGIN: Shape = Shape::Record(&[
    needed("problems", IDS, "Built-in problems."),
    needed("channel", Shape::Text(Form::OwnId), "The door of the pack."),
    maybe(
        "stage",
        Shape::Choice(&["first", "next"]),
        "`first` (the default): before all doors but those for now. Where minutes matter, only `next`.",
    ),
    needed("because", Shape::Sentence, "Why it is here."),
]);
