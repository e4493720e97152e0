//! Who says so, and how far it can be trusted.

use recourse_macros::Columns;
use serde::{Deserialize, Serialize};

use super::TextRef;

/// How far a statement can be trusted.
#[derive(Clone, Copy, Debug, Columns, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Grade {
    /// Law, or a regulator's own page.
    A,
    /// The operator's own page.
    B,
    /// Credible second hand: press, a police campaign, two independent sources.
    C,
    /// A blog or forum.
    D,
    /// General knowledge without a source.
    U,
    /// Contradicted by another source.
    X,
}

/// Where a statement comes from.
#[derive(Clone, Debug, Columns, Serialize)]
pub struct Source {
    /// The address, or a short description of what has none.
    pub place: String,
    /// Who publishes it, where the domain would not tell.
    pub publisher: Option<TextRef>,
    /// What it is about, if it is known.
    pub title: Option<TextRef>,
    /// The date as the source gives it: `2025`, `2025-06` or `2025-06-01`.
    pub date: Option<String>,
    /// Whether the publisher is the body the statement is about, or the law.
    pub official: bool,
}

impl Source {
    /// The address, if there is one.
    pub fn url(&self) -> Option<&str> {
        let is_url = self.place.starts_with("https://") || self.place.starts_with("http://");
        is_url.then_some(self.place.as_str())
    }

    /// Who is named before the others: where the grade is that of the law or of the operator,
    /// one of them, and not who repeats it; among equals the one whose date is told beside it.
    pub fn speaker<'a>(grade: Grade, known: &[&'a Self], newest: Option<&str>) -> Option<&'a Self> {
        let is_theirs = matches!(grade, Grade::A | Grade::B);
        let own = known.iter().find(|source| is_theirs && source.official);
        let first = *own.or_else(|| known.first())?;
        let mut equals = known.iter().filter(|source| source.official == first.official);
        let dated = equals.find(|source| newest.is_some() && source.date.as_deref() == newest);
        Some(dated.copied().unwrap_or(first))
    }

    /// The publisher as far as the address tells: a domain, or a short description.
    pub fn domain(&self) -> &str {
        let domain = self.url().and_then(|url| url.split('/').nth(2));
        domain.map_or(self.place.as_str(), |domain| domain.strip_prefix("www.").unwrap_or(domain))
    }
}
