//! The static guide: every problem and every door as plain HTML, for readers
//! whose browser runs no scripts, and for the moment before they have started.

mod book;
mod contents;
mod door;
mod early;
mod emergency;
mod foot;
pub(crate) mod html;
mod ladder;
mod problem;
mod routes;
mod times;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use recourse::engine::knowledge::{Core, Source};
use recourse::engine::locale::Lang;
use recourse::engine::text::pinyin::Pinyin;

use book::Book;
use html::Html;
pub(crate) use routes::Routes;

/// How much of the guide stands in one piece.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// Everything.
    Full,
    /// Every problem and every door, in fewer words: for the single file, which
    /// carries the rest in its program.
    Compact,
    /// The calls, and of every problem the first doors: for the moment before the
    /// page's program has started.
    Start,
}

/// What the guide is written from.
pub(crate) struct Material<'a> {
    /// The records.
    pub(crate) core: &'a Core,
    /// Who said so.
    pub(crate) sources: &'a [Source],
    /// What the engine says.
    pub(crate) routes: &'a Routes,
    /// The sentences of the records in the language.
    pub(crate) sentences: &'a [String],
    /// The same in Simplified Chinese, which is how names are searched.
    pub(crate) simplified: &'a [String],
    /// How the characters in names are spoken.
    pub(crate) sounds: &'a Pinyin,
    /// The sentences of the interface and the guide in the language, by name.
    pub(crate) phrases: BTreeMap<String, String>,
}

/// Writes the guide in one language, in the pieces that pages are made of:
/// `start` has the emergency calls and the first doors of every problem,
/// `compact` every problem and every door in fewer words, `fragment` everything,
/// `head` what stands before it on a page of its own, and `early` the first field.
///
/// # Errors
/// The names of sentences that the guide says and nobody wrote.
pub(crate) fn write(material: Material, lang: Lang) -> Result<[(&'static str, String); 5], String> {
    let Material { core, sources, routes, sentences, simplified, sounds, phrases } = material;
    let (phrases, missing) = (&phrases, &RefCell::new(BTreeSet::new()));
    let book = |form| Book {
        core,
        sources,
        routes,
        lang,
        sentences,
        simplified,
        sounds,
        phrases,
        missing,
        form,
    };
    let pieces = [
        ("start", start(&book(Form::Start))),
        ("compact", whole(&book(Form::Compact)).without_ends()),
        ("fragment", whole(&book(Form::Full))),
        ("head", foot::head(&book(Form::Full))),
        ("early", early::early(&book(Form::Start))),
    ];
    let missing: Vec<String> = missing.take().into_iter().collect();
    if missing.is_empty() {
        return Ok(pieces.map(|(name, html)| (name, html.into_string())));
    }
    Err(format!("the guide says sentences that nobody wrote: {}", missing.join(", ")))
}

/// What stands on the page until the program has started: the calls, and of
/// every problem the doors that come first.
fn start(book: &Book) -> Html {
    let page = format!("guide/{}.html", book.lang.tag());
    let all = Html::element("a", &[("href", &page)], book.spoken(book.say("guide-all-of-it")));
    piece(
        book,
        [
            emergency::emergency(book),
            Html::element("p", &[("class", "rg-link")], all),
            contents::first_doors(book, &page),
            foot::foot(book),
        ],
    )
}

fn whole(book: &Book) -> Html {
    piece(
        book,
        [
            emergency::emergency(book),
            contents::contents(book),
            problem::problems(book),
            door::doors(book),
            foot::sources(book),
            foot::foot(book),
        ],
    )
}

fn piece<const COUNT: usize>(book: &Book, parts: [Html; COUNT]) -> Html {
    let attributes = [("class", "rg"), ("id", "rg-top"), ("lang", book.lang.tag())];
    Html::element("div", &attributes, parts)
}
