//! The sentences, the details and the sources, fetched when they are needed and kept for
//! the visit.

use std::rc::Rc;

use yew::prelude::*;

use super::{Sources, use_after};
use crate::browser::packs::Supply;
use crate::browser::waiting::soon;
use crate::engine::knowledge::Sentences;
use crate::engine::locale::Lang;
use crate::ui::later::Later;
use crate::ui::words::Words;
use crate::ui::world::World;

/// What has arrived so far, and what the person can ask for.
pub(crate) struct Packs {
    /// The sentences of the language on show.
    pub(crate) words: Words,
    /// The records, with their details once those have arrived.
    pub(crate) world: World,
    /// The table of sources; empty until it has arrived.
    pub(crate) sources: Sources,
    /// The later part of the program, once it is here.
    pub(crate) later: Option<Later>,
    /// Whether something could not be had, so that the old language stays.
    pub(crate) is_missing: bool,
    /// Asks for a language. It is on show once its sentences are here.
    pub(crate) speak: Callback<Lang>,
    /// Asks again for what could not be had.
    pub(crate) retry: Callback<()>,
}

/// Fetches packs: the later part of the program, the rest of the first language and the
/// details with the sources at once, another language when the person asks for it.
#[hook]
pub(crate) fn use_packs(
    lang: Lang,
    first: &Rc<[u8]>,
    later: Option<Later>,
    supply: &Supply,
    world: &World,
) -> Packs {
    let shelf = use_reducer(|| Shelf::begin(lang, first, later, world.clone()));
    let (wanted, attempt) = (shelf.wanted, shelf.attempt);
    let next = shelf.next();

    let (dispatch, from) = (shelf.dispatcher(), supply.clone());
    use_after((wanted, next, attempt), move |(lang, next, _)| {
        let (lang, next) = (*lang, *next);
        let name = match next {
            Some(Part::Later) => String::from(Later::NAME),
            Some(Part::First) => format!("{}.first", lang.tag()),
            Some(Part::Rest) => format!("{}.rest", lang.tag()),
            Some(Part::Sources) => String::from("sources"),
            None => return,
        };
        from.load(&name, move |bytes| {
            dispatch.dispatch(match (bytes, next) {
                (Some(bytes), Some(part)) => Event::Brought(lang, part, bytes),
                _ => Event::Failed(lang),
            });
        });
    });

    let dispatch = shelf.dispatcher();
    let speak = use_callback((), move |lang, ()| {
        let dispatch = dispatch.clone();
        soon(Box::new(move || dispatch.dispatch(Event::Asked(lang))));
    });
    let dispatch = shelf.dispatcher();
    let retry = use_callback((), move |(), ()| dispatch.dispatch(Event::AskedAgain));
    Packs {
        words: shelf.shown.words.clone(),
        world: shelf.world.clone(),
        sources: shelf.sources.clone(),
        later: shelf.later,
        is_missing: shelf.failed.is_some(),
        speak,
        retry,
    }
}

/// What can be fetched.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    /// The later part of the program.
    Later,
    /// The sentences that describing and a first plan need.
    First,
    /// The other sentences.
    Rest,
    /// The details of the records, and the table of sources.
    Sources,
}

/// What happened to the shelf.
enum Event {
    Asked(Lang),
    AskedAgain,
    Brought(Lang, Part, Vec<u8>),
    Failed(Lang),
}

/// The sentences of a language, as far as they are here.
#[derive(Clone)]
struct Book {
    words: Words,
    /// The first part, which is read anew when the second joins it.
    first: Rc<[u8]>,
    is_whole: bool,
}

impl Book {
    /// `None` if a part is damaged.
    fn read(lang: Lang, first: &Rc<[u8]>, rest: Option<&[u8]>) -> Option<Self> {
        let mut sentences = Sentences::default();
        let is_sound = sentences.add(first) && rest.is_none_or(|rest| sentences.add(rest));
        is_sound.then(|| Self {
            words: Words::new(lang, Rc::new(sentences)),
            first: Rc::clone(first),
            is_whole: rest.is_some(),
        })
    }
}

#[derive(Clone)]
struct Shelf {
    wanted: Lang,
    shown: Book,
    others: Vec<Book>,
    world: World,
    sources: Sources,
    later: Option<Later>,
    failed: Option<Lang>,
    attempt: u32,
}

impl Shelf {
    fn begin(lang: Lang, first: &Rc<[u8]>, later: Option<Later>, world: World) -> Self {
        let empty = || Book {
            words: Words::new(lang, Rc::default()),
            first: Rc::clone(first),
            is_whole: false,
        };
        let shown = Book::read(lang, first, None).unwrap_or_else(empty);
        let others = Vec::new();
        let sources = Sources::default();
        Self { wanted: lang, shown, others, world, sources, later, failed: None, attempt: 0 }
    }

    /// What to fetch next for the language that is wanted.
    fn next(&self) -> Option<Part> {
        if self.shown.words.lang != self.wanted {
            return Some(Part::First);
        }
        if self.later.is_none() {
            return Some(Part::Later);
        }
        if !self.shown.is_whole {
            return Some(Part::Rest);
        }
        self.sources.is_empty().then_some(Part::Sources)
    }

    fn book(&self, lang: Lang) -> Option<&Book> {
        let mut books = std::iter::once(&self.shown).chain(&self.others);
        books.find(|book| book.words.lang == lang)
    }

    /// Puts a book on show if it is the wanted one, beside the others otherwise.
    fn place(&mut self, book: Book) {
        let lang = book.words.lang;
        self.others.retain(|other| other.words.lang != lang);
        if self.shown.words.lang == lang {
            self.shown = book;
        } else if self.wanted == lang {
            let earlier = std::mem::replace(&mut self.shown, book);
            self.others.push(earlier);
        } else {
            self.others.push(book);
        }
    }

    fn bring(&mut self, lang: Lang, part: Part, bytes: Vec<u8>) -> Option<()> {
        match part {
            Part::Later => self.later = Some(Later::arrived(bytes)),
            Part::First => self.place(Book::read(lang, &bytes.into(), None)?),
            Part::Rest => {
                let first = Rc::clone(&self.book(lang)?.first);
                self.place(Book::read(lang, &first, Some(&bytes))?);
            }
            Part::Sources => {
                let (world, table) = self.world.detailed(&bytes)?;
                (self.world, self.sources) = (world, Sources::new(table));
            }
        }
        Some(())
    }

    fn want(&mut self, lang: Lang) {
        self.wanted = lang;
        self.failed = None;
        if let Some(at) = self.others.iter().position(|book| book.words.lang == lang) {
            let book = self.others.swap_remove(at);
            self.place(book);
        }
    }

    fn fail(&mut self, lang: Lang) {
        self.failed = Some(lang);
        self.wanted = self.shown.words.lang;
    }
}

impl Reducible for Shelf {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut after = Rc::unwrap_or_clone(self);
        match event {
            Event::Asked(lang) => after.want(lang),
            Event::AskedAgain => {
                after.attempt += 1;
                after.want(after.failed.unwrap_or(after.wanted));
            }
            Event::Brought(lang, part, bytes) => {
                if after.bring(lang, part, bytes).is_none() {
                    after.fail(lang);
                }
            }
            Event::Failed(lang) => after.fail(lang),
        }
        Rc::new(after)
    }
}
