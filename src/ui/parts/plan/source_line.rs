//! Who says so: the grade, the publisher, the date, the age, and every source.

use yew::prelude::*;

use super::View;
use super::time_words::years_since;
use crate::engine::knowledge::{Grade, Source, SourceRef};
use crate::ui::parts::icon::{Icon, bars, icon, icon_as};
use crate::ui::say::{self, Sentence};

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
    let known = known(view, sources);
    let newest = known.iter().filter_map(|source| source.date.as_deref()).max().or(date);
    let line = [
        Some(first_words(view, grade, sources, &known, newest)),
        age(view, newest),
        Some(view.words.say(say::PLAN_UNCHECKED)),
    ];
    let between = if view.words.lang.is_chinese() { "" } else { " " };
    let line = line.into_iter().flatten().collect::<Vec<AttrValue>>().join(between);
    html! {
        <div data-rc="source">
            <p class="says" data-rc="grade" data-value={format!("{grade:?}")}>{ grade_sign(grade) }<span>{ line }</span></p>
            { all_sources(view, &known) }
        </div>
    }
}

/// Every source of a list that has no grade of its own, folded.
pub(super) fn all_sources_of(view: &View, sources: &[SourceRef]) -> Html {
    all_sources(view, &known(view, sources))
}

/// The sources that have arrived, each once.
fn known<'a>(view: &View<'a>, sources: &[SourceRef]) -> Vec<&'a Source> {
    let mut known: Vec<&Source> = Vec::new();
    for source in sources.iter().filter_map(|source| view.sources.get(source.place())) {
        if !known.iter().any(|earlier| std::ptr::eq(*earlier, source)) {
            known.push(source);
        }
    }
    known
}

fn first_words(
    view: &View,
    grade: Grade,
    sources: &[SourceRef],
    known: &[&Source],
    newest: Option<&str>,
) -> AttrValue {
    let words = view.words;
    let grade = words.say(grade_word(grade));
    if sources.is_empty() {
        return words.fill(say::PLAN_SAYS_NOBODY, &[("grade", &grade)]);
    }
    let date = newest.map(|date| view.calendar.source_date(date));
    let date = date.map_or_else(|| words.say(say::PLAN_NO_DATE), AttrValue::from);
    let (sentence, who) = match known.first() {
        None => (say::PLAN_SAYS_LATER, ""),
        Some(first) if known.len() > 1 => (say::PLAN_SAYS_MANY, first.publisher()),
        Some(first) => (say::PLAN_SAYS, first.publisher()),
    };
    let more = known.len().saturating_sub(1).to_string();
    words.fill(sentence, &[("grade", &grade), ("who", who), ("n", &more), ("date", &date)])
}

/// The age in years of what is older than one.
fn age(view: &View, newest: Option<&str>) -> Option<AttrValue> {
    match years_since(newest?, view.moment.today())? {
        ..=0 => None,
        1 => Some(view.words.say(say::PLAN_AGE_ONE)),
        years => Some(view.words.fill(say::PLAN_AGE, &[("n", &years.to_string())])),
    }
}

fn all_sources(view: &View, known: &[&Source]) -> Html {
    let words = view.words;
    let head = match known.len() {
        0 => return Html::default(),
        1 => words.say(say::PLAN_SOURCE_ONE),
        many => words.fill(say::PLAN_ALL_SOURCES, &[("n", &many.to_string())]),
    };
    html! {
        <details class="more small">
            <summary class="more-head">{ icon_as(Icon::Chevron, "icon more-arrow") }<span>{ head }</span></summary>
            <ul class="plain source-list">
                for (place, source) in known.iter().enumerate() {
                    <li key={place} class="source">{ entry(view, source) }</li>
                }
            </ul>
        </details>
    }
}

fn entry(view: &View, source: &Source) -> Html {
    let date = source.date.as_deref().map(|date| view.calendar.source_date(date));
    let date = date.map_or_else(|| view.words.say(say::PLAN_NO_DATE), AttrValue::from);
    let holes = [("who", source.publisher()), ("date", date.as_str())];
    html! {
        <>
            <span>{ view.words.fill(say::PLAN_PUBLISHER_DATED, &holes) }</span>
            if let Some(title) = &source.title {
                <span lang="en">{ title.clone() }</span>
            }
            if let Some(url) = source.url() {
                <a class="link contact-link" href={url.to_owned()} target="_blank"
                    rel="noreferrer noopener external" translate="no">
                    { url.to_owned() }
                    <span class="unseen">{ view.words.say(say::PLAN_OPENS_NEW) }</span>
                </a>
            }
        </>
    }
}
