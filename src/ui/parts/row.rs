//! One problem to choose: its drawing, its name, and what tells it from its neighbours.

use yew::prelude::*;

use super::emblem::emblem;
use super::icon::{Icon, icon};
use crate::engine::knowledge::ProblemRef;
use crate::ui::hooks::{use_words, use_world};

/// What a row needs.
#[derive(PartialEq, Properties)]
pub(crate) struct RowProps {
    /// The problem.
    pub(crate) problem: ProblemRef,
    /// Whether to say all that tells it from its neighbours, not its first
    /// sentence only.
    #[prop_or_default]
    pub(crate) is_apart: bool,
    /// Told when the person chooses it.
    pub(crate) on_choose: Callback<ProblemRef>,
}

/// A row that chooses a problem.
#[component]
pub(crate) fn Row(props: &RowProps) -> Html {
    let (words, world) = (use_words(), use_world());
    let problem = props.problem;
    let Some(record) = world.core().problem(problem) else { return Html::default() };
    html! {
        <button type="button" class="row" data-rc="candidate" data-id={record.id.clone()}
            onclick={props.on_choose.reform(move |_| problem)}>
            <span class="row-icon">{ icon(emblem(&record.id)) }</span>
            <span>
                <span class="row-name">{ words.get(record.name) }</span>
                <span class="row-note">
                    if props.is_apart {
                        { words.get(record.description) }
                    } else {
                        { first_sentence(&words.get(record.description)) }
                    }
                </span>
            </span>
            <span class="row-go">{ icon(Icon::Chevron) }</span>
        </button>
    }
}

/// The first sentence, without its full stop. The sentences after it say what
/// does not belong here, which helps only once one hesitates.
pub(super) fn first_sentence(text: &str) -> String {
    let end = text.find('。').or_else(|| text.find(". ")).unwrap_or(text.len());
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
            assert_eq!(first_sentence(text), first);
        }
    }
}
