//! How well texts are understood, beside classifiers and search libraries.

use std::fs;
use std::process::Command;

use super::{folder, node, rules};
use crate::outcome::{Outcome, fail};
use crate::run::must;
use crate::tools;

/// Authors held out together, so that everybody is judged by strangers.
const SPLITS: [&str; 1] = ["k1+k2+k3+k4+k5+k6+f1+f2+f3+f4+f5+f6+f7+f8+f9+f10+f11"];

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
