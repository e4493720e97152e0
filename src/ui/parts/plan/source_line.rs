//! Who says so: the grade, the publisher, the date, the age, and every source.

use yew::prelude::*;

use super::time_words::years_since;
use super::{CalendarWords, View};
use crate::engine::calendar::Moment;
use crate::engine::knowledge::{Channel, Grade, Source, SourceRef};
use crate::engine::plan::Step;
use crate::ui::markup::html;
use crate::ui::parts::icon::{Icon, bars, icon, icon_as};
use crate::ui::say::{self, Sentence};
use crate::ui::words::Words;

/// What telling who says so needs.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    /// The sentences of the language on show.
    pub(crate) words: &'a Words,
    /// The names of days and months.
    pub(crate) calendar: &'a CalendarWords,
    /// The clock.
    pub(crate) moment: Moment,
    /// The table of sources; empty until it has arrived.
    pub(crate) sources: &'a [Source],
}

impl<'a> View<'a> {
    const fn teller(&self) -> Teller<'a> {
        let View { words, calendar, moment, sources, .. } = *self;
        Teller { words, calendar, moment, sources }
    }
}

/// The word for a grade.
pub(super) const fn grade_word(grade: Grade) -> Sentence {
    match grade {
        Grade::A => say::PLAN_GRADE_LAW,
        Grade::B => say::PLAN_GRADE_OPERATOR,
        Grade::C => say::PLAN_GRADE_REPORTED,
        Grade::D => say::PLAN_GRADE_HEARSAY,
        Grade::U => say::PLAN_GRADE_NONE,
        Grade::X => say::PLAN_GRADE_DISPUTED,
    }
}

/// What a grade means.
const fn grade_means(grade: Grade) -> Sentence {
    match grade {
        Grade::A => say::PLAN_GRADE_MEANS_LAW,
        Grade::B => say::PLAN_GRADE_MEANS_OPERATOR,
        Grade::C => say::PLAN_GRADE_MEANS_REPORTED,
        Grade::D => say::PLAN_GRADE_MEANS_HEARSAY,
        Grade::U => say::PLAN_GRADE_MEANS_NONE,
        Grade::X => say::PLAN_GRADE_MEANS_DISPUTED,
    }
}

/// The bars for a grade.
pub(super) fn grade_sign(grade: Grade) -> Html {
    match grade {
        Grade::A => bars(4),
        Grade::B => bars(3),
        Grade::C => bars(2),
        Grade::D => bars(1),
        Grade::U => bars(0),
        Grade::X => icon(Icon::Disputed),
    }
}

/// Who says so, for a statement with a grade. `date` is the newest date of its
/// sources, for the moments before their table has arrived.
pub(super) fn source_line(
    view: &View,
    grade: Grade,
    sources: &[SourceRef],
    date: Option<&str>,
) -> Html {
    let teller = &view.teller();
    let known = known(teller, sources);
    let newest = known.iter().filter_map(|source| source.date.as_deref()).max().or(date);
    let unchecked = view.words.say(say::PLAN_UNCHECKED);
    html! {
        <div data-rc="source">
            { graded(teller, grade, first_words(teller, grade, sources, &known, newest), [age(teller, newest), Some(unchecked)]) }
            { all_sources(teller, &known, Some(grade)) }
        </div>
    }
}

/// Who says so, in one line: for a statement that has its sources listed elsewhere.
pub(crate) fn brief(teller: &Teller, grade: Grade, sources: &[SourceRef]) -> Html {
    let known = known(teller, sources);
    let newest = known.iter().filter_map(|source| source.date.as_deref()).max();
    graded(
        teller,
        grade,
        first_words(teller, grade, sources, &known, newest),
        [age(teller, newest), None],
    )
}

fn graded(teller: &Teller, grade: Grade, first: AttrValue, rest: [Option<AttrValue>; 2]) -> Html {
    let between = if teller.words.lang.is_chinese() { "" } else { " " };
    let line =
        [Some(first)].into_iter().chain(rest).flatten().collect::<Vec<AttrValue>>().join(between);
    html! {
        <p class="says" data-rc="grade" data-value={format!("{grade:?}")}>{ grade_sign(grade) }<span>{ line }</span></p>
    }
}

/// Grade, publisher and date of a door in one line, for paper.
pub(super) fn short_source(view: &View, step: &Step, channel: &Channel) -> AttrValue {
    let sources: Vec<SourceRef> = step.sources.iter().chain(&channel.sources).copied().collect();
    let teller = &view.teller();
    let known = known(teller, &sources);
    let newest = known.iter().filter_map(|source| source.date.as_deref()).max();
    first_words(teller, channel.grade, &sources, &known, newest.or(channel.source_date.as_deref()))
}

/// Every source of a list that has no grade of its own, folded.
pub(super) fn all_sources_of(view: &View, sources: &[SourceRef]) -> Html {
    every_source(&view.teller(), sources)
}

/// Every source of a list, where a fold around it says what they are.
pub(super) fn listed_sources(view: &View, sources: &[SourceRef]) -> Html {
    let teller = view.teller();
    html! { <div class="small">{ source_list(&teller, &known(&teller, sources)) }</div> }
}

/// Every source of a list, folded, for what is not part of a plan.
pub(crate) fn every_source(teller: &Teller, sources: &[SourceRef]) -> Html {
    all_sources(teller, &known(teller, sources), None)
}

/// The sources that have arrived, each once.
fn known<'a>(teller: &Teller<'a>, sources: &[SourceRef]) -> Vec<&'a Source> {
    let mut known: Vec<&Source> = Vec::new();
    for source in sources.iter().filter_map(|source| teller.sources.get(source.place())) {
        if !known.iter().any(|earlier| std::ptr::eq(*earlier, source)) {
            known.push(source);
        }
    }
    known
}

/// Who publishes a source: by name where there is one, by the domain otherwise.
fn publisher<'a>(words: &'a Words, source: &'a Source) -> &'a str {
    let named = source.publisher.filter(|name| words.has(*name));
    named.map_or_else(|| source.domain(), |name| words.read(name))
}

fn first_words(
    teller: &Teller,
    grade: Grade,
    sources: &[SourceRef],
    known: &[&Source],
    newest: Option<&str>,
) -> AttrValue {
    let words = teller.words;
    let said = words.say(grade_word(grade));
    // Before the table has arrived, a statement's own list is on its way as well.
    if sources.is_empty() && !teller.sources.is_empty() {
        return words.fill(say::PLAN_SAYS_NOBODY, &[("grade", &said)]);
    }
    let date = newest.map(|date| teller.calendar.source_date(date));
    let date = date.map_or_else(|| words.say(say::PLAN_NO_DATE), AttrValue::from);
    let (sentence, who) = match Source::speaker(grade, known, newest) {
        None => (say::PLAN_SAYS_LATER, ""),
        Some(first) if known.len() > 1 && newest.is_none() => {
            (say::PLAN_SAYS_MANY_UNDATED, publisher(words, first))
        }
        Some(first) if known.len() > 1 => (say::PLAN_SAYS_MANY, publisher(words, first)),
        Some(first) => (say::PLAN_SAYS, publisher(words, first)),
    };
    let more = known.len().saturating_sub(1).to_string();
    words.fill(sentence, &[("grade", &said), ("who", who), ("n", &more), ("date", &date)])
}

/// The age in years of what is older than one.
fn age(teller: &Teller, newest: Option<&str>) -> Option<AttrValue> {
    match years_since(newest?, teller.moment.today())? {
        ..=0 => None,
        1 => Some(teller.words.say(say::PLAN_AGE_ONE)),
        years => Some(teller.words.fill(say::PLAN_AGE, &[("n", &years.to_string())])),
    }
}

/// What the grade means, and every source, folded.
fn all_sources(teller: &Teller, known: &[&Source], grade: Option<Grade>) -> Html {
    let words = teller.words;
    let head = match known.len() {
        0 => return Html::default(),
        1 => words.say(say::PLAN_SOURCE_ONE),
        many => words.fill(say::PLAN_ALL_SOURCES, &[("n", &many.to_string())]),
    };
    html! {
        <details class="more small">
            <summary class="more-head">{ icon_as(Icon::Chevron, "icon more-arrow") }<span>{ head }</span></summary>
            if let Some(grade) = grade {
                <p class="text" data-rc="grade-means">{ words.say(grade_means(grade)) }</p>
            }
            { source_list(teller, known) }
        </details>
    }
}

fn source_list(teller: &Teller, known: &[&Source]) -> Html {
    html! {
        <ul class="plain source-list">
            for (place, source) in known.iter().enumerate() {
                <li key={place} class="source">{ entry(teller, source) }</li>
            }
        </ul>
    }
}

fn entry(teller: &Teller, source: &Source) -> Html {
    let date = source.date.as_deref().map(|date| teller.calendar.source_date(date));
    let date = date.map_or_else(|| teller.words.say(say::PLAN_NO_DATE), AttrValue::from);
    let holes = [("who", publisher(teller.words, source)), ("date", date.as_str())];
    html! {
        <>
            <span>{ teller.words.fill(say::PLAN_PUBLISHER_DATED, &holes) }</span>
            if let Some(title) = source.title {
                <span>{ teller.words.get(title) }</span>
            }
            if let Some(url) = source.url() {
                <a class="link contact-link source-link" href={url.to_owned()} target="_blank"
                    rel="noreferrer noopener external" translate="no">
                    { url.to_owned() }
                    <span class="unseen">{ teller.words.say(say::PLAN_OPENS_NEW) }</span>
                </a>
            }
        </>
    }
}
