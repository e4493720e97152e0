//! The static guide: pages without a script, and the same to be put into others.

use crate::dist::Dist;
use crate::outcome::Outcome;
use crate::page::{EDITIONS, fill, plain_style, whole};
use crate::run::read_text;

/// Adds `guide/<lang>.html` and `guide/<lang>.fragment.html`.
pub fn add(dist: &mut Dist) -> Outcome {
    let template = read_text("web/guide.html")?;
    for edition in &EDITIONS {
        let fragment = edition.guide("fragment")?;
        let words = [("head", &*edition.guide("head")?), ("guide", &*fragment)];
        let html = fill(&edition.frame(&template, &plain_style()?)?, &words)?;
        dist.add(&format!("guide/{}.html", edition.lang), whole(html)?);
        dist.add(&format!("guide/{}.fragment.html", edition.lang), fragment + "\n");
    }
    Ok(())
}
