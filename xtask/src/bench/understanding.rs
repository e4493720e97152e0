//! How well texts are understood, beside classifiers and search libraries.

use std::fs;
use std::process::Command;

use super::{folder, node, rules};
use crate::outcome::{Outcome, fail};
use crate::run::must;
use crate::tools;

/// Authors held out together, so that everybody is judged by strangers.
const SPLITS: [&str; 2] = ["a3+a7+c1+c9+d4", "a4+a5+c2+c5+c10"];

/// Measures ours, then the others, on the development set and on held-out authors.
pub fn measure() -> Outcome {
    rules::peers()?;
    let folder = folder();
    fs::create_dir_all(&folder)?;
    if tools::on_path("python3").is_none() {
        return fail("the classifiers need python3 with numpy, scipy and scikit-learn");
    }
    println!("bench: the same sentences through other classifiers (about 15 min) …");
    let mut python = Command::new("python3");
    must("bench/text/run.py", python.arg("bench/text/run.py").arg(&folder).args(SPLITS))?;
    node("text/search", &SPLITS)
}
