//! The words of the pages around the widget, which no pack of the widget carries.

use std::collections::BTreeMap;

use recourse::engine::knowledge::raw::RawSentence;
use recourse::engine::locale::Lang;

use crate::common::FILES;
use crate::in_language;
use crate::traditional::Traditional;

/// The sentences of `knowledge/pages`, by name.
pub(crate) type Pages = BTreeMap<String, RawSentence>;

/// Reads the words of the pages.
///
/// # Errors
/// Every mistake in them, each with its place.
pub(crate) fn read() -> Result<Pages, Vec<String>> {
    let mut pages = Pages::new();
    let mut mistakes = Vec::new();
    for (file, text) in FILES.iter().filter(|(file, _)| file.starts_with("pages/")) {
        let sentences: Pages = match toml::from_str(text) {
            Ok(sentences) => sentences,
            Err(error) => {
                mistakes.push(format!("{file}: {}", error.message()));
                continue;
            }
        };
        for (name, sentence) in sentences {
            if sentence.zh.is_none() || sentence.en.is_none() {
                mistakes.push(format!("{file}: `{name}` needs both `zh` and `en`"));
            }
            let all = [&sentence.zh, &sentence.hant, &sentence.en];
            if all.into_iter().flatten().any(|words| words.contains(['\n', '\t'])) {
                mistakes.push(format!("{file}: `{name}` should be one line"));
            }
            if pages.insert(name.clone(), sentence).is_some() {
                mistakes.push(format!("{file}: `{name}` is said twice"));
            }
        }
    }
    if mistakes.is_empty() { Ok(pages) } else { Err(mistakes) }
}

/// The words in one language, a line each: name, tab, sentence.
pub(crate) fn lines(pages: &Pages, lang: Lang, traditional: &Traditional) -> String {
    let line = |(name, sentence): (&String, &RawSentence)| {
        format!("{name}\t{}\n", in_language(sentence, lang, traditional))
    };
    pages.iter().map(line).collect()
}
