//! The first field, which a page shows before its program has started: the same
//! words and classes in the same places, so that nothing moves when it does.

use recourse::engine::locale::Lang;

use super::book::Book;
use super::html::Html;

/// The drawings of the header, as `src/ui/parts/icon.rs` has them.
const MARK: [(&str, &str); 2] = [
    ("mark-beam", "M12 21h8l3.6 9H8.4z"),
    ("mark-light", "M12 21.5V9.5A1.5 1.5 0 0 1 13.5 8h5A1.5 1.5 0 0 1 20 9.5v12z"),
];
const EXIT: &str =
    "M11 3.5H6A1.5 1.5 0 0 0 4.5 5v14A1.5 1.5 0 0 0 6 20.5h5M10 12h10.5M16.5 8l4 4-4 4";

/// The header and the field. A small script brings them on show, so that nobody
/// without scripts has a field that does nothing.
pub(crate) fn early(book: &Book) -> Html {
    let class = match book.lang {
        Lang::ZhHans => "rc",
        Lang::ZhHant => "rc rc-hant",
        Lang::En => "rc rc-en",
    };
    let attributes = [
        ("class", "early"),
        ("hidden", ""),
        ("lang", book.lang.tag()),
        ("data-find", book.say("guide-find")),
        ("data-nothing", book.say("guide-nothing")),
        ("data-call", book.say("guide-call")),
        ("data-own", book.say("danger-own-text")),
        ("data-others", book.say("danger-others-text")),
    ];
    let inside = Html::element("div", &[("class", class)], [top(book), stage(book)]);
    Html::element("div", &attributes, inside)
}

fn top(book: &Book) -> Html {
    let words = |name: &str| Html::text(book.say(name));
    let brand = [
        drawing(
            "brand-mark",
            "0 0 32 32",
            [
                Html::element(
                    "rect",
                    &[
                        ("class", "mark-wall"),
                        ("x", "2"),
                        ("y", "2"),
                        ("width", "28"),
                        ("height", "28"),
                        ("rx", "7"),
                    ],
                    Html::default(),
                ),
                MARK.into_iter().map(|(class, path)| line(class, path)).collect(),
            ]
            .into(),
        ),
        span("", words("app-name")),
        span("brand-alt wide-only", words("app-other-name")),
    ];
    // Seen, these would promise what only the program can do; they keep its place.
    let tongues = Lang::ALL.into_iter().filter(|lang| *lang != book.lang).map(|lang| {
        let name = format!("language-{}", lang.tag().to_ascii_lowercase());
        let short = span("narrow-only", words(&format!("{name}-short")));
        span("tool", [short, span("wide-only", words(&name))])
    });
    let size = span("tool early-later", span("", words("large-type-short")));
    let tools = [span("tongues early-later", tongues.collect::<Html>()), size, leave(book)];
    let step = |class, name| Html::element("li", &[], span(class, words(name)));
    let steps = Html::element(
        "ol",
        &[("class", "steps-list")],
        [step("step step-on", "step-tell"), step("step", "step-doors")],
    );
    Html::element(
        "header",
        &[("class", "top")],
        [
            Html::element("span", &[("class", "brand"), ("translate", "no")], brand),
            Html::element("div", &[("class", "tools")], tools),
            Html::element("div", &[("class", "steps")], steps),
        ],
    )
}

fn leave(book: &Book) -> Html {
    let class = if book.lang.is_chinese() { "icon" } else { "icon wide-only" };
    let attributes = [
        ("type", "button"),
        ("class", "tool tool-exit"),
        ("data-rc", "quick-exit"),
        ("title", book.say("leave-hint")),
    ];
    let inside = [
        drawing(class, "0 0 24 24", line("stroke", EXIT)),
        span("", Html::text(book.say("leave"))),
    ];
    Html::element("button", &attributes, inside)
}

fn stage(book: &Book) -> Html {
    let label =
        Html::element("label", &[("for", "rg-story")], book.spoken(book.say("what-went-wrong")));
    let hint = [("class", "text muted"), ("id", "rg-hint")];
    let field = [
        ("class", "story"),
        ("id", "rg-story"),
        ("rows", "3"),
        ("data-rc", "story"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("translate", "no"),
        ("aria-describedby", "rg-hint"),
        ("placeholder", book.say("story-example")),
    ];
    let stack = Html::element(
        "div",
        &[("class", "stack")],
        [
            Html::element("div", &[("class", "h1")], label),
            Html::element("p", &hint, book.spoken(book.say("own-words"))),
            Html::element("textarea", &field, Html::default()),
        ],
    );
    let found = [
        Html::element("p", &[("class", "rg-link"), ("role", "status")], Html::default()),
        Html::element("ul", &[("class", "rg-toc")], Html::default()),
    ];
    let found = Html::element("div", &[("class", "rg early-found")], found);
    let main = Html::element("div", &[("class", "split-main")], [stack, found]);
    let split = Html::element("div", &[("class", "split split-even split-three")], main);
    Html::element("div", &[("class", "stage"), ("role", "search")], split)
}

fn span(class: &str, content: impl Into<Html>) -> Html {
    let attributes = [("class", class)];
    let count = usize::from(!class.is_empty());
    Html::element("span", attributes.get(..count).unwrap_or_default(), content)
}

fn line(class: &str, path: &str) -> Html {
    Html::element("path", &[("class", class), ("d", path)], Html::default())
}

fn drawing(class: &str, frame: &str, lines: Html) -> Html {
    Html::element("svg", &[("class", class), ("viewBox", frame), ("aria-hidden", "true")], lines)
}
