//! The second Chinese script in a single file: what differs from the first.
//!
//! Nearly every character of the one follows from the other, so a table and some
//! edits say it in a sixth of the room.

use std::collections::BTreeMap;

use crate::outcome::{Outcome, fail};

/// How long the head of a pack of sentences is; it is the same in both.
const HEAD: usize = 12;

/// What turns a pack of sentences in one script into that in the other; the other
/// half of this is in `web/payload.js`.
///
/// Texts divided by NUL, counted in the units of JavaScript: first the characters
/// that change, each before what it becomes; then for each edit how much stays,
/// how much goes, and what comes in its place.
pub fn difference(base: &[u8], other: &[u8]) -> Outcome<Vec<u8>> {
    let (from, to) = (sentences(base)?, sentences(other)?);
    if base.get(..HEAD) != other.get(..HEAD) || from.len() != to.len() {
        return fail("the packs of the two scripts do not hold the same sentences");
    }
    let becomes = table(&from, &to);
    let pairs: Vec<u16> = becomes.iter().flat_map(|(&from, &to)| [from, to]).collect();
    let mut parts = vec![text(&pairs)?];
    // How much stays before the next edit.
    let mut stays = 0;
    for (from, to) in from.iter().zip(&to) {
        let from: Vec<u16> = from.iter().map(|unit| *becomes.get(unit).unwrap_or(unit)).collect();
        let mut done = 0;
        for edit in edits(&from, to) {
            let put = text(edit.put)?;
            parts.push(format!("{} {} {put}", stays + edit.start - done, edit.cut));
            (done, stays) = (edit.start + edit.cut, 0);
        }
        // One more for what the sentence ends with.
        stays += from.len() - done + 1;
    }
    Ok(parts.join("\0").into_bytes())
}

fn sentences(pack: &[u8]) -> Outcome<Vec<Vec<u16>>> {
    let Ok(words) = std::str::from_utf8(pack.get(HEAD..).unwrap_or_default()) else {
        return fail("a pack of sentences is not text");
    };
    Ok(words.split('\0').map(|sentence| sentence.encode_utf16().collect()).collect())
}

fn text(units: &[u16]) -> Outcome<String> {
    String::from_utf16(units).or_else(|_| fail("the two scripts differ within a character"))
}

/// What each character becomes most often, where that is another one.
fn table(from: &[Vec<u16>], to: &[Vec<u16>]) -> BTreeMap<u16, u16> {
    let mut seen: BTreeMap<u16, BTreeMap<u16, usize>> = BTreeMap::new();
    for (from, to) in from.iter().zip(to).filter(|(from, to)| from.len() == to.len()) {
        for (&from, &to) in from.iter().zip(to) {
            *seen.entry(from).or_default().entry(to).or_default() += 1;
        }
    }
    let best = seen.into_iter().filter_map(|(from, seen)| {
        let (to, _) = seen.into_iter().max_by_key(|(_, count)| *count)?;
        (from != to).then_some((from, to))
    });
    best.collect()
}

/// A run of units that differs.
struct Edit<'a> {
    start: usize,
    cut: usize,
    put: &'a [u16],
}

fn edits<'a>(from: &[u16], to: &'a [u16]) -> Vec<Edit<'a>> {
    let same = |(a, b): &(&u16, &u16)| a == b;
    let put = |start: usize, end: usize| to.get(start..end).unwrap_or_default();
    if from.len() != to.len() {
        let head = from.iter().zip(to).take_while(same).count();
        let ends = from.iter().skip(head).rev().zip(to.iter().skip(head).rev());
        let tail = ends.take_while(same).count();
        let cut = from.len() - head - tail;
        return vec![Edit { start: head, cut, put: put(head, to.len() - tail) }];
    }
    let differs: Vec<bool> = from.iter().zip(to).map(|(a, b)| a != b).collect();
    let mut edits = Vec::new();
    let mut start = 0;
    for run in differs.chunk_by(|a, b| a == b) {
        let end = start + run.len();
        if run.first() == Some(&true) {
            edits.push(Edit { start, cut: run.len(), put: put(start, end) });
        }
        start = end;
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::{HEAD, difference};

    /// What `web/payload.js` does.
    fn apply(simplified: &[u8], difference: &[u8]) -> Vec<u8> {
        let text = String::from_utf8(difference.to_vec()).unwrap();
        let mut parts = text.split('\0');
        let pairs: Vec<u16> = parts.next().unwrap().encode_utf16().collect();
        let becomes = |unit: u16| pairs.chunks(2).find(|pair| pair[0] == unit).map(|pair| pair[1]);
        let plain = std::str::from_utf8(&simplified[HEAD..]).unwrap().encode_utf16();
        let plain: Vec<u16> = plain.map(|unit| becomes(unit).unwrap_or(unit)).collect();
        let (mut at, mut result) = (0, Vec::new());
        for edit in parts {
            let mut edit = edit.splitn(3, ' ');
            let mut count = || edit.next().unwrap().parse::<usize>().unwrap();
            let (stays, goes) = (count(), count());
            result.extend_from_slice(&plain[at..at + stays]);
            result.extend(edit.next().unwrap().encode_utf16());
            at += stays + goes;
        }
        result.extend_from_slice(&plain[at..]);
        let text = String::from_utf16(&result).unwrap();
        [&simplified[..HEAD], text.as_bytes()].concat()
    }

    fn pack(sentences: &[&str]) -> Vec<u8> {
        let mut pack = b"RCT2........".to_vec();
        for sentence in sentences {
            pack.extend(sentence.as_bytes());
            pack.push(0);
        }
        pack
    }

    #[test]
    fn one_script_comes_back_from_the_other() {
        let simplified = pack(&["发了短信", "头发", "发 现", "", "软件", "🙂 发", "same"]);
        let traditional = pack(&["發了簡訊", "頭髮", "發 現 了", "", "軟體", "🙂 發", "same"]);
        let difference = difference(&simplified, &traditional).unwrap();
        assert!(difference.len() < 70, "{}", String::from_utf8_lossy(&difference));
        assert_eq!(apply(&simplified, &difference), traditional);
    }

    #[test]
    fn packs_that_do_not_match_are_refused() {
        assert!(difference(&pack(&["一"]), &pack(&["一", "二"])).is_err());
    }
}
