//! How well the engine understands labelled texts.

use std::collections::BTreeSet;

use recourse::engine::text::{Certainty, Model, Understanding, understand};

use super::data::Sentence;

/// Hits out of tries.
#[derive(Clone, Copy, Default)]
pub(crate) struct Share {
    /// How many were right.
    pub(crate) hits: usize,
    /// How many there were.
    pub(crate) tries: usize,
}

impl Share {
    /// Counts one try.
    pub(crate) fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.tries += 1;
    }

    /// Adds another count.
    pub(crate) fn join(&mut self, other: Self) {
        self.hits += other.hits;
        self.tries += other.tries;
    }

    /// In percent, or a dash where nothing was tried.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    pub(crate) fn percent(self) -> String {
        if self.tries == 0 {
            return "–".to_owned();
        }
        format!("{:.1}", 100.0 * self.hits as f64 / self.tries as f64)
    }
}

/// The measures of one group of texts.
#[derive(Clone, Default)]
pub(crate) struct Report {
    /// The first guess is right.
    pub top1: Share,
    /// The share the first guess claims, to be compared with `top1`.
    pub(crate) claimed: Share,
    /// One of the first three is right.
    pub top3: Share,
    /// Emergencies that were recognised.
    pub(crate) recall: Share,
    /// Calm texts that raised the alarm.
    pub(crate) false_alarms: Share,
    /// Texts out of scope that were recognised.
    pub(crate) outside: Share,
    /// In-scope texts wrongly sent out of scope.
    pub(crate) turned_away: Share,
    /// Facts read that are stated.
    pub(crate) precision: Share,
    /// Stated facts that were read.
    pub(crate) found: Share,
    /// Regions read that are right.
    pub(crate) region_precision: Share,
    /// Regions stated that were read.
    pub(crate) region_found: Share,
}

impl Report {
    /// Counts one text.
    pub(crate) fn add(
        &mut self,
        sentence: &Sentence,
        read: &Understanding,
        noted: &BTreeSet<&str>,
    ) {
        let right = |id: &str| id == sentence.primary || sentence.also_ok.iter().any(|ok| ok == id);
        let named = |n: usize| read.guesses.iter().take(n).any(|guess| right(guess.problem.id()));
        let away = matches!(read.certainty, Certainty::OutOfScope | Certainty::Empty);
        self.claimed.hits += read.guesses.first().map_or(0, |guess| usize::from(guess.score));
        self.claimed.tries += 1000;
        if sentence.primary == "other-unknown" {
            let unsure = away || read.guesses.is_empty() || named(1);
            self.outside.add(unsure);
            self.top1.add(named(1) || read.guesses.is_empty());
            self.top3.add(named(3) || read.guesses.is_empty());
        } else {
            self.turned_away.add(away && !sentence.also_ok.iter().any(|ok| ok == "other-unknown"));
            self.top1.add(named(1));
            self.top3.add(named(3));
        }
        if sentence.emergency {
            self.recall.add(read.emergency);
        } else {
            self.false_alarms.add(read.emergency);
        }
        if sentence.annotated {
            self.add_facts(sentence, read, noted);
        }
    }

    /// Adds another group's counts.
    pub(crate) fn join(&mut self, other: &Self) {
        self.top1.join(other.top1);
        self.claimed.join(other.claimed);
        self.top3.join(other.top3);
        self.recall.join(other.recall);
        self.false_alarms.join(other.false_alarms);
        self.outside.join(other.outside);
        self.turned_away.join(other.turned_away);
    }

    fn add_facts(&mut self, sentence: &Sentence, read: &Understanding, noted: &BTreeSet<&str>) {
        for reading in read.facts.iter().filter(|reading| noted.contains(reading.fact)) {
            if let Some(hit) = super::facts::judge(sentence, reading) {
                self.precision.add(hit);
            }
        }
        for (fact, value) in &sentence.facts {
            let hit =
                read.facts.iter().any(|r| r.fact == fact && super::facts::same(value, r.value));
            self.found.add(hit);
        }
        let wanted = sentence.region.as_deref();
        let got = read.region.as_ref().map(|(code, _)| *code);
        if got.is_some() {
            self.region_precision.add(got == wanted);
        }
        if wanted.is_some() {
            self.region_found.add(got == wanted);
        }
    }

    /// One line of a table.
    pub(crate) fn line(&self, name: &str) -> String {
        format!(
            "{name:<12}{:>5} {:>7} {:>7} {:>7} {:>8} {:>7} {:>8} {:>8} {:>7} {:>6} {:>7} {:>6}",
            self.top1.tries,
            self.top1.percent(),
            self.claimed.percent(),
            self.top3.percent(),
            self.recall.percent(),
            self.false_alarms.percent(),
            self.outside.percent(),
            self.turned_away.percent(),
            self.precision.percent(),
            self.found.percent(),
            self.region_precision.percent(),
            self.region_found.percent(),
        )
    }
}

/// The heading over lines.
pub(crate) const HEADING: &str = "group           n   top-1  claims   top-3  em.rec.  em.f.a.  outside  turned  f.prec f.rec  r.prec r.rec";

/// Measures a model on texts, group by group.
pub(crate) fn groups(model: &Model, sentences: &[&Sentence]) -> Vec<(String, Report)> {
    let noted: BTreeSet<&str> = noted(sentences);
    let names = ["all", "zh-Hans", "zh-Hant", "en", "mixed", "under 12"];
    let mut groups: Vec<(String, Report)> =
        names.iter().map(|name| ((*name).to_owned(), Report::default())).collect();
    for sentence in sentences {
        let read = understand(model, &sentence.text);
        for (name, report) in &mut groups {
            let short = sentence.text.chars().count() < 12;
            if name == "all" || *name == sentence.lang || (name == "under 12" && short) {
                report.add(sentence, &read, &noted);
            }
        }
    }
    groups
}

/// The facts that a set notes somewhere: of others nothing can be said.
fn noted<'a>(sentences: &[&'a Sentence]) -> BTreeSet<&'a str> {
    sentences.iter().flat_map(|sentence| sentence.facts.keys().map(String::as_str)).collect()
}

/// A line for everything that was misread.
pub(crate) fn wrong(model: &Model, sentences: &[&Sentence]) -> Vec<String> {
    let mut lines = Vec::new();
    for sentence in sentences {
        let read = understand(model, &sentence.text);
        let text = &sentence.text;
        let first = read.guesses.first().map_or("nothing", |guess| guess.id());
        if first != sentence.primary && !sentence.also_ok.iter().any(|ok| ok == first) {
            let guesses: Vec<String> =
                read.guesses.iter().take(3).map(|g| format!("{} {}", g.id(), g.score)).collect();
            lines.push(format!("{} | {} | {text}", sentence.primary, guesses.join(", ")));
        }
        for reading in &read.facts {
            if sentence.annotated && super::facts::judge(sentence, reading) == Some(false) {
                lines.push(format!("read {} {:?} | {text}", reading.fact, reading.value));
            }
        }
        for (fact, value) in sentence.facts.iter().filter(|(fact, value)| {
            !read.facts.iter().any(|r| r.fact == *fact && super::facts::same(value, r.value))
        }) {
            lines.push(format!("missed {fact} {value} | {text}"));
        }
        let region = read.region.as_ref().map(|(code, _)| *code);
        if sentence.annotated && region != sentence.region.as_deref() {
            lines.push(format!("region {region:?} wanted {:?} | {text}", sentence.region));
        }
        if sentence.emergency != read.emergency {
            lines.push(format!("alarm {} wanted {} | {text}", read.alarm, sentence.emergency));
        }
    }
    lines
}
