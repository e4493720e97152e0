//! Failure as one sentence that says what to do.

use std::fmt;
use std::io;

/// What went wrong, in one sentence for the person at the keyboard.
#[derive(Debug)]
pub struct Fail(String);

/// What every chore returns.
pub type Outcome<T = ()> = Result<T, Fail>;

const FULL: &str = "the disk is full: free some space (`cargo clean` helps) and run this again";
const OFFLINE: &str =
    "no network: connect this machine (only the first run needs it) and run this again";

/// Fails with a sentence.
pub fn fail<T>(sentence: impl Into<String>) -> Outcome<T> {
    Err(Fail(sentence.into()))
}

impl Fail {
    /// A failure with a file, because "permission denied" alone helps nobody.
    pub fn with_file(error: &io::Error, verb: &str, path: &str) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self(FULL.into()),
            _ => Self(format!("cannot {verb} `{path}`: {error}")),
        }
    }

    /// A program that is not there.
    pub fn missing(program: &str) -> Self {
        Self(format!("`{program}` is not installed: install it and run this again"))
    }

    /// The likeliest reason in what a failed tool printed.
    pub fn from_output(what: &str, output: &str) -> Self {
        Self(match plain_reason(output) {
            Some(reason) => format!("{what} failed: {reason}"),
            None => format!("{what} failed: {}", last_words(output)),
        })
    }
}

/// The two reasons no tool says plainly.
pub fn plain_reason(output: &str) -> Option<&'static str> {
    let has = |signs: &[&str]| signs.iter().any(|sign| output.contains(sign));
    if has(&["No space left on device", "ENOSPC", "os error 28"]) {
        return Some(FULL);
    }
    let offline = [
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ENETUNREACH",
        "ETIMEDOUT",
        "Could not resolve host",
        "Couldn't resolve host",
        "Could not connect to server",
        "Temporary failure resolving",
        "Temporary failure in name resolution",
        "Network is unreachable",
        "failed to download",
        "could not download",
        "spurious network error",
    ];
    has(&offline).then_some(OFFLINE)
}

/// The last line that says something, without a tool's own prefix.
fn last_words(output: &str) -> &str {
    let said = output.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut last = "it gave no reason";
    for line in said {
        if line.starts_with("error") || line.starts_with("E:") || line.starts_with("npm error") {
            return line;
        }
        last = line;
    }
    last
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Fail {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull => Self(FULL.into()),
            _ => Self(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_missing_network_are_recognised() {
        for (output, reason) in [
            ("npm error code ENOSPC", Some(FULL)),
            ("error: failed to write: No space left on device (os error 28)", Some(FULL)),
            ("npm error errno EAI_AGAIN", Some(OFFLINE)),
            ("error[E0308]: mismatched types", None),
        ] {
            assert_eq!(plain_reason(output), reason, "{output}");
        }
    }

    #[test]
    fn the_first_error_line_is_the_reason() {
        let output = "Compiling x\nerror: no such package\nfor more, see the log\n";
        assert_eq!(Fail::from_output("x", output).to_string(), "x failed: error: no such package");
    }
}
