//! Learning from all authors but one, and measuring on that one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::build::{self, Recipe};
use super::confusions::Confusions;
use super::data::{self, Sentence};
use super::measure::{self, Report};

/// What one author held out shows.
struct Fold {
    author: String,
    groups: Vec<(String, Report)>,
    confusions: Confusions,
    wrong: Vec<String>,
}

/// Measures every author, or those named; `a1+a5` are held out together, which asks
/// more of the rest and takes less time. The worst confusions close the table; after them,
/// if wished, comes everything that was misread.
pub(crate) fn report(names: &[&str], has_wrong: bool) {
    let sentences = data::training();
    let mut authors: Vec<&str> =
        sentences.iter().map(|sentence| sentence.author.as_str()).collect();
    authors.sort_unstable();
    authors.dedup();
    // The b files only ever help to learn.
    authors.retain(|author| !author.starts_with('b'));
    if !names.is_empty() {
        authors = names.to_vec();
    }
    let folds = folds(&sentences, &authors);
    println!("{}", measure::HEADING);
    let mut whole: Vec<(String, Report)> = Vec::new();
    let mut confusions = Confusions::default();
    let mut wrong = Vec::new();
    for fold in folds {
        let (_, all) = &fold.groups[0];
        println!("{}", all.line(&fold.author));
        if whole.is_empty() {
            whole = fold.groups;
        } else {
            whole.iter_mut().zip(&fold.groups).for_each(|((_, sum), (_, own))| sum.join(own));
        }
        confusions.join(fold.confusions);
        wrong.extend(fold.wrong);
    }
    for (name, report) in &whole {
        println!("{}", report.line(name));
    }
    confusions.print(10);
    if has_wrong {
        println!();
        for line in wrong {
            println!("{line}");
        }
    }
}

/// Two workers share the authors; the answers keep their order.
fn folds(sentences: &[Sentence], authors: &[&str]) -> Vec<Fold> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let Some(author) = authors.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(hold_out(sentences, author));
        }
        done
    };
    let mut folds: Vec<Fold> = thread::scope(|scope| {
        let workers = [scope.spawn(worker), scope.spawn(worker)];
        workers.into_iter().flat_map(|worker| worker.join().expect("a fold")).collect()
    });
    folds.sort_by(|a, b| a.author.cmp(&b.author));
    folds
}

fn hold_out(sentences: &[Sentence], author: &str) -> Fold {
    let (own, others): (Vec<&Sentence>, Vec<&Sentence>) =
        sentences.iter().partition(|sentence| author.split('+').any(|own| own == sentence.author));
    assert!(!own.is_empty(), "{author} wrote nothing");
    let model = build::model(&others, sentences, &Recipe::default());
    let mut confusions = Confusions::default();
    for sentence in &own {
        confusions.add(&model, sentence);
    }
    let groups = measure::groups(&model, &own);
    let wrong = measure::wrong(&model, &own);
    Fold { author: author.to_owned(), groups, confusions, wrong }
}
