//! One problem to choose: its drawing, its name, and what tells it from its neighbours.

use yew::prelude::*;

use super::emblem::emblem;
use super::icon::{Icon, icon};
use crate::engine::knowledge::{Core, ProblemRef};
use crate::ui::markup::html;
use crate::ui::words::Words;

/// How much is told of a problem beside its name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Note {
    /// Nothing, since its description came after the row.
    Unsaid,
    /// The first sentence of its description.
    Short,
    /// All that tells it from its neighbours.
    Whole,
}

impl Note {
    /// What can be told now: a row that is on show does not grow under the finger when
    /// the descriptions arrive.
    pub(crate) fn now(words: &Words, core: &Core) -> Self {
        let has_come = core.problems.first().is_some_and(|first| words.has(first.description));
        if has_come { Self::Short } else { Self::Unsaid }
    }
}

/// A row that chooses a problem.
pub(crate) fn row(
    words: &Words,
    core: &Core,
    problem: ProblemRef,
    told: Note,
    on_choose: &Callback<ProblemRef>,
) -> Html {
    let Some(record) = core.problem(problem) else { return Html::default() };
    let note = words.read(record.description);
    html! {
        <button type="button" class="row" data-rc="candidate" data-id={record.id.clone()}
            onclick={on_choose.reform(move |_| problem)}>
            <span class="row-icon">{ icon(emblem(&record.id)) }</span>
            <span>
                <span class="row-name">{ words.get(record.name) }</span>
                <span class="row-note">
                    { match told {
                        Note::Unsaid => String::new(),
                        Note::Short => first_sentence(note, &['。']),
                        Note::Whole => note.to_owned(),
                    } }
                </span>
            </span>
            <span class="row-go">{ icon(Icon::Chevron) }</span>
        </button>
    }
}

/// The first sentence, up to one of the `stops` or a dot before a blank, and without it. The sentences after it say what
/// does not belong here, which helps only once one hesitates.
pub(super) fn first_sentence(text: &str, stops: &[char]) -> String {
    let mut dots = text.match_indices('.').map(|(at, _)| at);
    let dot = || dots.find(|at| text.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
    let end = text.find(stops).or_else(dot).unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn the_first_sentence_stands_without_its_full_stop() {
        for (text, first) in [
            ("钱动不了。只是付不了款，看“付不了款”。", "钱动不了"),
            (
                "The money cannot be moved. Payment fails: see “Payment failed”.",
                "The money cannot be moved",
            ),
            ("Scam at 3.14 per cent.", "Scam at 3.14 per cent"),
            ("没有句号", "没有句号"),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text, &['。']), first);
        }
    }
}
