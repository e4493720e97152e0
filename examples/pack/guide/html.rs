//! Markup into which words can be put and of which they can never become part.

use recourse::engine::locale::Lang;

/// Markup. Words only get in through [`Html::text`], which escapes them; names of
/// elements and attributes stand in the program.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Html(String);

impl Html {
    /// Words, whatever stands in them.
    pub(crate) fn text(words: &str) -> Self {
        Self(escaped(words))
    }

    /// An element with attributes and content. An attribute without a value
    /// stands alone, as `open` does.
    pub(crate) fn element(
        name: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl Into<Self>,
    ) -> Self {
        let mut html = format!("<{name}");
        for (attribute, value) in attributes {
            html.push(' ');
            html.push_str(attribute);
            if !value.is_empty() {
                html.push_str("=\"");
                html.push_str(&escaped(value));
                html.push('"');
            }
        }
        html.push('>');
        html.push_str(&content.into().0);
        html.push_str("</");
        html.push_str(name);
        html.push('>');
        if BLOCKS.contains(&name) {
            html.push('\n');
        }
        Self(html)
    }

    /// Words of a language, in which phrases of the other one are marked as such.
    pub(crate) fn spoken(words: &str, lang: Lang) -> Self {
        let foreign = if lang.is_chinese() { "en" } else { "zh" };
        let mut html = Self::default();
        for (is_foreign, run) in runs(words, lang) {
            html.push(if is_foreign {
                Self::element("span", &[("lang", foreign)], Self::text(run))
            } else {
                Self::text(run)
            });
        }
        html
    }

    /// Adds what follows.
    pub(crate) fn push(&mut self, other: impl Into<Self>) {
        self.0.push_str(&other.into().0);
    }

    /// Whether there is nothing in it.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The markup as text.
    pub(crate) fn into_string(self) -> String {
        self.0
    }

    /// The same without the end tags that every reader of HTML knows to be there,
    /// because what follows cannot stand inside.
    pub(crate) fn without_ends(self) -> Self {
        let ends = ["</li>", "</p>", "</dt>", "</dd>"];
        Self(ends.iter().fold(self.0, |html, end| html.replace(end, "")))
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<Parts: IntoIterator<Item = Self>>(parts: Parts) -> Self {
        let mut html = Self::default();
        for part in parts {
            html.push(part);
        }
        html
    }
}

impl<const COUNT: usize> From<[Html; COUNT]> for Html {
    fn from(parts: [Html; COUNT]) -> Self {
        parts.into_iter().collect()
    }
}

/// Elements after which the source goes on in a new line.
const BLOCKS: [&str; 13] =
    ["details", "dl", "div", "footer", "h1", "h2", "h3", "h4", "li", "nav", "ol", "p", "section"];

fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            // What no page may hold.
            sign if sign.is_control() && sign != '\n' => {}
            sign => text.push(sign),
        }
    }
    text
}

/// The words parted into runs of their own language and of the other one.
///
/// In English every run of Chinese characters counts; in Chinese a phrase of two
/// Latin words or more, for a single one is mostly a name.
fn runs(words: &str, lang: Lang) -> Vec<(bool, &str)> {
    let is_han = |sign: char| matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{3001}'..='\u{3017}' | '\u{ff01}'..='\u{ff1f}');
    let is_latin =
        |sign: char| sign.is_ascii_alphabetic() || matches!(sign, ' ' | '-' | '’' | '\'' | '&');
    let is_foreign = |sign: char| if lang.is_chinese() { is_latin(sign) } else { is_han(sign) };
    let mut found: Vec<(bool, &str)> = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let kind = is_foreign(first);
        let end = rest.find(|sign| is_foreign(sign) != kind).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        let counts = kind && (!lang.is_chinese() || phrase(run));
        found.push((counts, run));
        rest = after;
    }
    found
}

/// Whether a run of Latin signs holds two words or more.
fn phrase(run: &str) -> bool {
    let is_word = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
    run.split_whitespace().filter(is_word).count() > 1
}
