//! Every check there is, each with the time it took, and one line at the end.

use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::outcome::{Outcome, fail};
use crate::run::{Ran, cargo, shown, spoken};
use crate::{build, kb, setup, tools};

/// How many checks held and how many did not.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Everything, on the host and in a browser.
pub fn test() -> Outcome {
    let mut tally = Tally::default();
    thread::scope(|scope| {
        // Downloading and compiling hardly get in each other's way.
        let browser = scope.spawn(setup::for_testing);
        let tools = scope.spawn(setup::for_building);
        native(&mut tally);
        tally.cargo("native tests, with the widget", &["test"]);
        tally.chore("the tools", || join(tools));
        tally.chore("browsers to test in", || join(browser));
    });
    let words =
        "clippy --lib --features reader,keeper --target wasm32-unknown-unknown -- -D warnings";
    tally.cargo_chore("clippy, in the browser", &words.split(' ').collect::<Vec<_>>());
    tally.tests("tests inside the browser", in_browser);
    tally.chore("knowledge", kb::packs);
    let failed_before = tally.failed;
    tally.chore("the release", build::build);
    // An older release would only say what was true before.
    if tally.failed == failed_before {
        tally.tests("end to end", end_to_end);
    }
    tally.finish()
}

/// The fast loop: nothing that needs a browser.
pub fn check() -> Outcome {
    let mut tally = Tally::default();
    native(&mut tally);
    tally.chore("knowledge", kb::packs);
    tally.finish()
}

fn native(tally: &mut Tally) {
    tally.cargo_chore("format", &["fmt", "--all", "--check"]);
    let engine = ["clippy", "--no-default-features", "--all-targets", "--", "-D", "warnings"];
    tally.cargo_chore("clippy, the engine alone", &engine);
    tally.cargo_chore("clippy, everything", &["clippy", "--all-targets", "--", "-D", "warnings"]);
    let chores = ["--package", "xtask", "--profile", "chore"];
    let both = [&chores[..], &["--package", "recourse-macros"]].concat();
    let lint = [&["clippy"], &both[..], &["--all-targets", "--", "-D", "warnings"]].concat();
    tally.cargo_chore("clippy, the chores", &lint);
    tally.cargo("tests of the chores", &[&["test"], &chores[..]].concat());
    tally.cargo("native tests, the engine alone", &["test", "--no-default-features"]);
}

fn in_browser() -> Outcome<Ran> {
    let version = tools::locked("wasm-bindgen")?;
    let runner = tools::wasm_bindgen("wasm-bindgen-test-runner", &version);
    let (Some(runner), Some(driver)) = (runner, tools::on_path("chromedriver")) else {
        return fail("the test runner or chromedriver is missing: run `cargo xtask setup`");
    };
    let words = ["test", "--target", "wasm32-unknown-unknown", "--test", "browser"];
    shown(
        cargo(&words)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", std::path::absolute(runner)?)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", std::path::absolute("xtask/webdriver.json")?)
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("CHROMEDRIVER", driver),
    )
}

fn end_to_end() -> Outcome<Ran> {
    in_browsers(Command::new("node").arg("tests/e2e/run.mjs"))
}

/// Pictures of the screens of the release that stands in `dist/`.
pub fn shots(words: &[&str]) -> Outcome {
    setup::for_testing()?;
    let ran = in_browsers(Command::new("node").arg("tests/e2e/shots.mjs").args(words))?;
    if ran.ok { Ok(()) } else { fail("no pictures: the reason stands above") }
}

/// Runs a script that drives browsers.
fn in_browsers(node: &mut Command) -> Outcome<Ran> {
    let (Some(browser), Some(driver)) = (tools::chromium(), tools::on_path("chromedriver")) else {
        return fail("Chromium or chromedriver is missing: run `cargo xtask setup`");
    };
    let engines = [("FIREFOX", tools::firefox()), ("GECKODRIVER", tools::geckodriver())];
    for (name, program) in engines {
        if let Some(program) = program {
            node.env(name, std::path::absolute(program)?);
        }
    }
    let version = tools::locked("wasm-bindgen")?;
    if let Some(bindgen) = tools::wasm_bindgen("wasm-bindgen", &version) {
        node.env("WASM_BINDGEN", std::path::absolute(bindgen)?);
    }
    shown(node.env("CHROMIUM", browser).env("CHROMEDRIVER", driver))
}

impl Tally {
    /// A step that is one check.
    fn chore(&mut self, name: &str, step: impl FnOnce() -> Outcome) {
        self.tests(name, || step().map(|()| Ran { ok: true, output: "1 passed; 0 failed".into() }));
    }

    /// A cargo command that is one check.
    fn cargo_chore(&mut self, name: &str, words: &[&str]) {
        self.chore(name, || {
            if shown(&mut cargo(words))?.ok { Ok(()) } else { fail("the reason stands above") }
        });
    }

    /// A cargo command that counts its own tests.
    fn cargo(&mut self, name: &str, words: &[&str]) {
        let all = [words, &["--no-fail-fast"]].concat();
        self.tests(name, || shown(&mut cargo(&all)));
    }

    /// A step that counts its own tests.
    fn tests(&mut self, name: &str, step: impl FnOnce() -> Outcome<Ran>) {
        println!("\n== {name}");
        let started = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        match step() {
            Ok(ran) => {
                (passed, failed) = counts(&ran.output);
                // A program that broke off may not have counted what failed.
                let is_silent = !ran.ok && failed == 0 || ran.ok && passed + failed == 0;
                failed += usize::from(is_silent);
            }
            Err(reason) => {
                println!("{reason}");
                failed += 1;
            }
        }
        self.passed += passed;
        self.failed += failed;
        let verdict = if failed == 0 { "ok" } else { "FAILED" };
        println!("== {name}: {verdict}, {passed} passed, {failed} failed ({})", spoken(started));
    }

    fn finish(self) -> Outcome {
        println!("\n{} passed, {} failed", self.passed, self.failed);
        // The line above must stay the last, so the exit code says the rest.
        if self.failed == 0 { Ok(()) } else { std::process::exit(1) }
    }
}

/// Adds up every `… N passed; M failed …` in what a test program printed.
fn counts(output: &str) -> (usize, usize) {
    let results = output.lines().filter(|line| line.contains(" passed; "));
    results.fold((0, 0), |(passed, failed), line| {
        (passed + before(line, " passed"), failed + before(line, " failed"))
    })
}

fn before(line: &str, word: &str) -> usize {
    let number = line.split_once(word).and_then(|(start, _)| start.split_whitespace().last());
    number.and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn join(thread: thread::ScopedJoinHandle<Outcome>) -> Outcome {
    thread.join().unwrap_or_else(|_| fail("setting up broke off; run it again"))
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn results_of_several_programs_add_up() {
        let output = "test a ... ok\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored\n\
            e2e: 4 passed; 1 failed\n";
        assert_eq!(counts(output), (19, 3));
        assert_eq!(counts("error: could not compile"), (0, 0));
    }
}
