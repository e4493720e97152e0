//! Running other programs.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::outcome::{Fail, Outcome, fail};

/// How a program ended, and everything it printed.
pub struct Ran {
    /// Whether it reported success.
    pub ok: bool,
    /// Both of its streams, line by line as they came.
    pub output: String,
}

/// The cargo that started us, so that one toolchain does everything.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words);
    command
}

/// Runs a program, showing what it prints while keeping it.
pub fn shown(command: &mut Command) -> Outcome<Ran> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let output = Mutex::new(String::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| copy_lines(out, &output, |line| println!("{line}")));
        scope.spawn(|| copy_lines(err, &output, |line| eprintln!("{line}")));
    });
    let ok = child.wait()?.success();
    Ok(Ran { ok, output: output.into_inner().unwrap_or_else(PoisonError::into_inner) })
}

/// Runs a program that must succeed, showing what it prints.
pub fn must(what: &str, command: &mut Command) -> Outcome<String> {
    let ran = shown(command)?;
    if ran.ok {
        return Ok(ran.output);
    }
    match crate::outcome::plain_reason(&ran.output) {
        Some(reason) => fail(format!("{what} failed: {reason}")),
        None => fail(format!("{what} failed; the reason stands above")),
    }
}

/// Runs a program that must succeed, showing nothing.
pub fn quietly(what: &str, command: &mut Command) -> Outcome<String> {
    let output =
        command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(said);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(Fail::from_output(what, &format!("{complaint}\n{said}")))
}

/// Reads a file, naming it if that fails.
pub fn read(path: impl AsRef<Path>) -> Outcome<Vec<u8>> {
    let path = path.as_ref();
    fs::read(path).map_err(|error| Fail::with_file(&error, "read", &path.to_string_lossy()))
}

/// Reads a text file, naming it if that fails.
pub fn read_text(path: impl AsRef<Path>) -> Outcome<String> {
    let path = path.as_ref();
    fs::read_to_string(path)
        .map_err(|error| Fail::with_file(&error, "read", &path.to_string_lossy()))
}

/// Writes a file and the folders above it, naming it if that fails.
pub fn write(path: impl AsRef<Path>, bytes: &[u8]) -> Outcome {
    let path = path.as_ref();
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, bytes))
        .map_err(|error| Fail::with_file(&error, "write", &path.to_string_lossy()))
}

/// A duration as a person says it.
pub fn spoken(since: Instant) -> String {
    let time = since.elapsed();
    if time < Duration::from_mins(1) {
        return format!("{:.1} s", time.as_secs_f32());
    }
    format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
}

fn copy_lines(stream: Option<impl Read>, output: &Mutex<String>, show: impl Fn(&str)) {
    let Some(stream) = stream else { return };
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end();
        show(text);
        let mut output = output.lock().unwrap_or_else(PoisonError::into_inner);
        output.push_str(text);
        output.push('\n');
        drop(output);
        line.clear();
    }
}

fn not_started(command: &Command, error: &io::Error) -> Fail {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        io::ErrorKind::NotFound => Fail::missing(&program),
        _ => Fail::with_file(error, "start", &program),
    }
}
