//! What goes into `dist/`: names with hashes, small copies, sums.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::{Compression, GzBuilder};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest, Sha256, Sha384};

use crate::outcome::{Outcome, fail};
use crate::run;

/// The files of a build, by path; written only when all of them are there.
#[derive(Default)]
pub struct Dist {
    files: BTreeMap<String, Vec<u8>>,
}

impl Dist {
    /// Adds a file under the name that people know it by.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), bytes.into());
    }

    /// Adds a file under a name that changes with its content, so that it may
    /// be kept forever, and returns that name.
    pub fn asset(&mut self, stem: &str, ending: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let path = format!("assets/{stem}-{}.{ending}", hash(&bytes));
        self.add(&path, bytes);
        path
    }

    /// Adds a `.br` and a `.gz` beside every file of the page itself.
    pub fn add_compressed(&mut self) {
        let files: Vec<(&String, &Vec<u8>)> =
            self.files.iter().filter(|(path, _)| is_of_the_page(path)).collect();
        let small: Vec<(String, Vec<u8>)> = thread::scope(|scope| {
            let pack = |(path, bytes): (&String, &Vec<u8>)| {
                [(format!("{path}.br"), brotli(bytes)), (format!("{path}.gz"), gzip(bytes))]
            };
            let threads: Vec<_> =
                files.into_iter().map(|file| scope.spawn(move || pack(file))).collect();
            threads.into_iter().flat_map(|thread| thread.join().into_iter().flatten()).collect()
        });
        self.files.extend(small);
    }

    /// The size of a file in this form, or 0 where there is none.
    pub fn size(&self, path: &str) -> usize {
        self.files.get(path).map_or(0, Vec::len)
    }

    /// The content of a file.
    pub fn bytes(&self, path: &str) -> &[u8] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// Replaces `dist/` by these files and their sums.
    pub fn write(mut self) -> Outcome {
        let sums = self.single_sums();
        self.add("SHA256SUMS", sums);
        let sums = self.integrity();
        self.add("integrity.json", sums);
        if fs::exists("dist")? {
            fs::remove_dir_all("dist")?;
        }
        self.files.iter().try_for_each(|(path, bytes)| run::write(format!("dist/{path}"), bytes))
    }

    /// The SHA-256 of every single file, as `sha256sum --check` reads it.
    fn single_sums(&self) -> String {
        let mut lines = String::new();
        for (path, bytes) in self.files.iter().filter(|(path, _)| is_single(path)) {
            for byte in Sha256::digest(bytes) {
                let _ = write!(lines, "{byte:02x}");
            }
            let _ = writeln!(lines, "  {path}");
        }
        lines
    }

    /// The sha384 of every file, in the form a page's `integrity` takes. Copies,
    /// compressed or in the package, hold the same content and need none.
    fn integrity(&self) -> String {
        let is_copy = |path: &str| {
            path.starts_with("npm/") || [".br", ".gz"].iter().any(|ending| path.ends_with(ending))
        };
        let mut json = String::from("{");
        for (path, bytes) in self.files.iter().filter(|(path, _)| !is_copy(path)) {
            let comma = if json.len() > 1 { "," } else { "" };
            let _ = write!(json, "{comma}\n  \"{path}\": \"{}\"", sum(bytes));
        }
        json.push_str("\n}\n");
        json
    }
}

/// The sum of a content, in the form a page's `integrity` takes.
pub fn sum(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// The same as short as browsers take it, where every byte of a script counts.
pub fn short_sum(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

/// Whether a server packs it: the single files are opened from disk, where nobody
/// unpacks them, and pictures are packed already.
fn is_of_the_page(path: &str) -> bool {
    let is_packed = [".png", ".json"].iter().any(|ending| path.ends_with(ending));
    !is_single(path) && !is_packed && !path.starts_with("npm/")
}

/// Whether it is one of the files that hold everything.
fn is_single(path: &str) -> bool {
    path.strip_suffix(".html").is_some_and(|name| name.starts_with("recourse"))
}

/// A name for some content.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(8).fold(String::new(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// What a content security policy calls an inline script or style.
pub fn csp_hash(text: &str) -> String {
    format!("'{}'", sum(text.as_bytes()))
}

/// Packs as tightly as gzip can, with nothing of the day or the machine in it.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer =
        GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    // Writing into memory cannot fail; an empty answer would fail the budget.
    packer.write_all(bytes).and_then(|()| packer.finish()).unwrap_or_default()
}

/// Packs for `web/payload.js`, which knows `known` already: size, checksum, and a
/// bare LZMA stream.
pub fn lzma(bytes: &[u8], known: &[u8]) -> Outcome<Vec<u8>> {
    // These three are fixed in the unpacker too, which is shorter for it.
    let mut settings = LzmaOptions { lc: 3, lp: 0, pb: 0, ..LzmaOptions::with_preset(9) };
    settings.dict_size = 1 << 22;
    settings.nice_len = LzmaOptions::NICE_LEN_MAX;
    settings.preset_dict = Some(known.to_vec());
    let mut checksum = flate2::Crc::new();
    checksum.update(bytes);
    let Ok(size) = u32::try_from(bytes.len()) else { return fail("the payload is too big") };
    let head = [size.to_le_bytes(), checksum.sum().to_le_bytes()].concat();
    let mut packer = LzmaWriter::new_no_header(head, &settings, false)?;
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// Packs as tightly as brotli can: the shorter of two ways. Left to itself, the packer
/// guesses which bits of the last bytes tell most of the next one; in programs, and in
/// sentences by a table, the six highest bits of the last byte mostly tell more.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let pack = |mode| {
        let settings = BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            size_hint: bytes.len(),
            mode,
            ..Default::default()
        };
        let mut packed = Vec::new();
        let _ = brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings);
        packed
    };
    let ways = [BrotliEncoderMode::BROTLI_MODE_GENERIC, BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR];
    ways.map(pack).into_iter().min_by_key(Vec::len).unwrap_or_default()
}

/// Base64 with padding.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * at) & 63) as usize).copied();
            text.push(if at > group.len() { '=' } else { letter.map_or('=', char::from) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_the_standard_says() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text, "{bytes}");
        }
    }

    #[test]
    fn brotli_takes_the_shorter_way_and_comes_back_the_same() {
        // Every other byte follows from the six highest bits of the one before.
        let steps = |last: &mut u32, _| {
            *last = last.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            Some(last.to_be_bytes()[0])
        };
        let noise: Vec<u8> = (0..30_000).scan(7, steps).collect();
        let bytes: Vec<u8> = noise.into_iter().flat_map(|it| [it, (it >> 2) ^ 0x2a]).collect();
        let packed = brotli(&bytes);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*packed, &mut back).unwrap();
        assert!(back == bytes);
        let mut usual = Vec::new();
        let settings = BrotliEncoderParams { quality: 11, ..Default::default() };
        let _ = brotli::BrotliCompress(&mut &*bytes, &mut usual, &settings);
        assert!(packed.len() < usual.len(), "{} of {}", packed.len(), usual.len());
    }

    #[test]
    fn gzip_says_nothing_of_the_day_or_the_machine() {
        let packed = gzip(b"the same, the same, the same");
        assert_eq!(packed[..4], [0x1f, 0x8b, 8, 0]);
        assert_eq!(packed[4..8], [0; 4]);
        assert_eq!(packed[9], 255);
    }

    #[test]
    fn the_sums_are_those_that_sha256sum_checks() {
        let mut dist = Dist::default();
        dist.add("recourse.html", *b"abc");
        dist.add("index.html", *b"x");
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(dist.single_sums(), format!("{sum}  recourse.html\n"));
    }

    #[test]
    fn an_asset_is_named_after_its_content() {
        let mut dist = Dist::default();
        let (one, two) = (dist.asset("a", "bin", *b"1"), dist.asset("a", "bin", *b"2"));
        assert_ne!(one, two);
        assert_eq!(one, dist.asset("a", "bin", *b"1"));
        assert_eq!(dist.bytes(&two), b"2");
    }
}
