//! A small server for `dist/`, on this machine only.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::build;
use crate::outcome::{Outcome, fail};

/// Where the page is served unless told otherwise.
pub const PORT: u16 = 8080;

/// Reads a port number.
pub fn port(text: &str) -> Outcome<u16> {
    match text.parse() {
        Ok(port) => Ok(port),
        Err(_) => fail(format!("`{text}` is not a port: give a number from 1 to 65535")),
    }
}

/// Builds, then serves until stopped.
pub fn serve(wanted: u16) -> Outcome {
    for sentence in build::release()? {
        println!("note: {sentence}");
    }
    let (listener, port) = listen(wanted)?;
    if port != wanted {
        println!("port {wanted} is taken, so this is the next free one");
    }
    let file = std::path::absolute("dist/recourse.html")?;
    println!("the page:         http://127.0.0.1:{port}/");
    println!("the offline file: {}", file.display());
    println!("stop with Ctrl-C");
    for stream in listener.incoming().flatten() {
        // A visitor who breaks off is no reason to stop serving the others.
        thread::spawn(move || drop(answer_all(&stream)));
    }
    Ok(())
}

fn listen(wanted: u16) -> Outcome<(TcpListener, u16)> {
    for port in wanted..wanted.saturating_add(20) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok((listener, port)),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => (),
            Err(error) => return fail(format!("cannot serve on port {port}: {error}")),
        }
    }
    fail(format!("ports from {wanted} on are all taken: give another with `--port`"))
}

/// Answers one request after another on a connection.
fn answer_all(stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            if line.trim().is_empty() {
                break;
            }
            head.push(line);
        }
        let mut out = stream;
        out.write_all(&answer(&head, Path::new("dist")))?;
    }
}

/// The whole answer to a request.
fn answer(head: &[String], folder: &Path) -> Vec<u8> {
    let mut words = head.first().map_or("", String::as_str).split_whitespace();
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return response("405 Method Not Allowed", "Allow: GET, HEAD\r\n", b"");
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = if path == "/" { "/index.html" } else { path };
    let Some(file) = inside(folder, path) else {
        return response("404 Not Found", "", b"not here\n");
    };
    let accepts_brotli = head.iter().any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("accept-encoding:") && line.contains("br")
    });
    let small = if accepts_brotli { fs::read(format!("{}.br", file.display())).ok() } else { None };
    let mut headers = format!("Content-Type: {}\r\n", kind(path));
    headers.push_str(if path.starts_with("/assets/") {
        "Cache-Control: public, max-age=31536000, immutable\r\n"
    } else {
        "Cache-Control: no-cache\r\n"
    });
    if small.is_some() {
        headers.push_str("Content-Encoding: br\r\n");
    }
    match small.map_or_else(|| fs::read(&file), Ok) {
        Ok(bytes) if method == "GET" => response("200 OK", &headers, &bytes),
        Ok(bytes) => {
            let mut whole = response("200 OK", &headers, &bytes);
            whole.truncate(whole.len() - bytes.len());
            whole
        }
        Err(_) => response("404 Not Found", "", b"not here\n"),
    }
}

/// The file behind a path, unless the path leads out of the folder.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let is_plain = |part: &str| {
        !part.starts_with('.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    let path = path.strip_prefix('/')?;
    let plain = path.split('/').all(|part| !part.is_empty() && is_plain(part));
    plain.then(|| folder.join(path)).filter(|file| file.is_file())
}

fn response(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Vary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let here = Path::new("src");
        assert!(inside(here, "/main.rs").is_some());
        for path in
            ["/../Cargo.toml", "//etc/passwd", "/.hidden", "/a/../main.rs", "main.rs", "/%2e"]
        {
            assert_eq!(inside(here, path), None, "{path}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let ask = |line: &str| {
            String::from_utf8_lossy(&answer(&[line.to_owned()], Path::new("src"))).into_owned()
        };
        assert!(ask("GET /main.rs HTTP/1.1").starts_with("HTTP/1.1 200"));
        assert!(ask("GET /main.rs?x=1 HTTP/1.1").starts_with("HTTP/1.1 200"));
        assert!(ask("HEAD /main.rs HTTP/1.1").ends_with("\r\n\r\n"));
        assert!(ask("GET /none HTTP/1.1").starts_with("HTTP/1.1 404"));
        assert!(ask("POST /main.rs HTTP/1.1").starts_with("HTTP/1.1 405"));
        assert!(ask("").starts_with("HTTP/1.1 405"));
    }
}
