//! The emergency calls of every region as plain HTML, for readers whose
//! browser runs no scripts, and for the moment before they have started.

use std::fmt::Write as _;

use recourse::engine::knowledge::{Channel, Core, Region, Sentences, Status, TextRef};
use recourse::engine::locale::Lang;

/// The regions in the order in which most readers look for theirs.
const NEAREST: [&str; 18] = [
    "CN", "HK", "MO", "TW", "SG", "MY", "TH", "ID", "PH", "BN", "IN", "AE", "UK", "EU", "US", "CA",
    "AU", "BR",
];

/// The block for one language.
///
/// # Errors
/// The name of a sentence of the interface that is missing.
pub(crate) fn emergency(core: &Core, words: &Sentences, lang: Lang) -> Result<String, String> {
    let say = |name: &str| sentence(words, name);
    let mut html = String::new();
    let _ = writeln!(html, "<section class=\"alarm\" data-rc=\"emergency\">");
    let _ = writeln!(html, "<h1>{}</h1>", say("guide-title")?);
    let _ = writeln!(html, "<p>{}</p>", say("guide-first")?);
    let _ = writeln!(html, "<p>{}</p>\n</section>", say("guide-never")?);
    let _ = writeln!(html, "<h2>{}</h2>", say("guide-regions")?);
    let say_unverified = say("guide-unverified")?;
    let mut regions: Vec<&Region> = core.regions.iter().collect();
    regions
        .sort_by_key(|region| NEAREST.iter().position(|code| *code == region.code).unwrap_or(99));
    for (place, region) in regions.into_iter().enumerate() {
        let calls: Vec<&Channel> =
            region.first_call.iter().filter_map(|channel| core.channel(*channel)).collect();
        // The number stands in the line that is always on show.
        let number = calls.iter().find_map(|channel| phone(channel)).unwrap_or_default();
        let _ = writeln!(
            html,
            "<details{}><summary>{} {}</summary>\n<ol>",
            if place == 0 { " open" } else { "" },
            escaped(words.get(region.name)),
            escaped(number),
        );
        for channel in calls {
            let _ = writeln!(html, "<li>{}</li>", contact(channel, words, &say_unverified, lang));
        }
        let _ = writeln!(html, "</ol>\n<p>{}</p>\n</details>", escaped(words.get(region.note)));
    }
    Ok(html)
}

/// A channel in one line: its name, its number where it may be dialled, and
/// what it is good for.
fn contact(channel: &Channel, words: &Sentences, unverified: &str, lang: Lang) -> String {
    let mut line = format!("<b>{}</b>", escaped(words.get(channel.name)));
    if let Some(phone) = phone(channel) {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let _ = write!(line, " <a href=\"tel:{digits}\">{}</a>", escaped(phone));
    }
    let colon = if lang.is_chinese() { "：" } else { ": " };
    let _ = write!(line, "{colon}{}", escaped(words.get(channel.summary)));
    if channel.status == Status::Unverified {
        let _ = write!(line, " <i>{unverified}</i>");
    }
    line
}

/// The number of a channel, if it may be dialled.
fn phone(channel: &Channel) -> Option<&str> {
    let may_dial = matches!(channel.status, Status::Active | Status::Unverified);
    channel.phone.as_deref().filter(|_| may_dial)
}

fn sentence(words: &Sentences, name: &str) -> Result<String, String> {
    let names: Vec<&str> = interface_names();
    let place = names.iter().position(|known| *known == name);
    let place = place.ok_or_else(|| format!("there is no sentence `{name}` in knowledge/text"))?;
    Ok(escaped(words.get(TextRef::at(place))))
}

/// The names of the sentences of the interface, in the order of their numbers.
fn interface_names() -> Vec<&'static str> {
    let mut names: Vec<&str> = (crate::common::FILES.iter())
        .filter(|(name, _)| name.starts_with("text/"))
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'))
        .collect();
    names.sort_unstable();
    names
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
