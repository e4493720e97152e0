//! A sealed case: Argon2id makes a key of the passphrase, XChaCha20-Poly1305 seals.
//!
//! | bytes | hold |
//! |---|---|
//! | 8 | `RECOURSE` |
//! | 1 | the version of this form, 1 |
//! | 4, 1, 1 | Argon2id: memory in KiB (lowest byte first), passes, lanes |
//! | 16 | salt |
//! | 24 | nonce |
//! | … | the case, encrypted, and 16 bytes that vouch for it and for all before it |
//! | 8 | a sum of everything before, `BLAKE2b`, that tells damage from a wrong passphrase |
//!
//! The sum is no secret and proves nothing: whoever alters both is refused as if the
//! passphrase were wrong.

use argon2::{Algorithm, Argon2, Params, Version};
use blake2::{Blake2b512, Digest};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

const MAGIC: &[u8; 8] = b"RECOURSE";
const VERSION: u8 = 1;
/// What a case is sealed with: about a second on a cheap phone, and memory it has.
const EFFORT: Effort = Effort { kib: 19 * 1024, passes: 2, lanes: 1 };
/// More than this is not tried: whoever sends a case must not take the browser down.
const MOST: Effort = Effort { kib: 32 * 1024, passes: 8, lanes: 4 };
const HEAD: usize = 8 + 1 + 6 + SALT + NONCE;
const SALT: usize = 16;
const NONCE: usize = 24;
const TAG: usize = 16;
const SUM: usize = 8;

/// Why a case is not sealed or opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// There is no passphrase.
    EmptyPassphrase,
    /// It is no case at all.
    NotACase,
    /// It is one of a form that this version cannot read.
    UnknownVersion,
    /// It was cut off or altered.
    Damaged,
    /// It is whole, and the passphrase does not fit.
    WrongPassphrase,
    /// This device lacks the memory.
    Unavailable,
}

impl Refusal {
    /// The permanent name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EmptyPassphrase => "empty-passphrase",
            Self::NotACase => "not-a-case",
            Self::UnknownVersion => "unknown-version",
            Self::Damaged => "damaged",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::Unavailable => "unavailable",
        }
    }
}

/// Bytes nobody can foretell, from the browser: salt, then nonce.
#[derive(Clone, Copy, Debug)]
pub struct Chance([u8; SALT + NONCE]);

impl Chance {
    /// `None` unless there are 40 of them.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// How much work it is to make a key.
#[derive(Clone, Copy)]
struct Effort {
    kib: u32,
    passes: u8,
    lanes: u8,
}

impl Effort {
    /// `None` where it is more than a browser bears, or nothing that can be done.
    fn params(self) -> Option<Params> {
        let is_bearable =
            self.kib <= MOST.kib && self.passes <= MOST.passes && self.lanes <= MOST.lanes;
        let params = Params::new(self.kib, self.passes.into(), self.lanes.into(), None);
        params.ok().filter(|_| is_bearable)
    }
}

/// The key that a passphrase gives.
fn key(params: Params, passphrase: &str, salt: &[u8]) -> Result<Key, Refusal> {
    let maker = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut key = Key::default();
    let made = maker.hash_password_into(passphrase.as_bytes(), salt, &mut key);
    made.map(|()| key).map_err(|_| Refusal::Unavailable)
}

/// Seals a case under a passphrase.
///
/// # Errors
/// If there is no passphrase, or not the memory to make a key of it.
pub fn seal(case: &[u8], passphrase: &str, chance: &Chance) -> Result<Vec<u8>, Refusal> {
    if passphrase.is_empty() {
        return Err(Refusal::EmptyPassphrase);
    }
    let mut sealed = MAGIC.to_vec();
    sealed.push(VERSION);
    sealed.extend(EFFORT.kib.to_le_bytes());
    sealed.extend([EFFORT.passes, EFFORT.lanes]);
    sealed.extend(chance.0);
    let (salt, nonce) = chance.0.split_at(SALT);
    let key = key(EFFORT.params().ok_or(Refusal::Unavailable)?, passphrase, salt)?;
    let nonce = XNonce::try_from(nonce).map_err(|_| Refusal::Unavailable)?;
    let body = Payload { msg: case, aad: &sealed };
    let body = XChaCha20Poly1305::new(&key).encrypt(&nonce, body);
    sealed.extend(body.map_err(|_| Refusal::Unavailable)?);
    sealed.extend(sum(&sealed));
    Ok(sealed)
}

/// Opens a sealed case.
///
/// # Errors
/// Why it cannot be opened.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, Refusal> {
    if passphrase.is_empty() {
        return Err(Refusal::EmptyPassphrase);
    }
    let rest = sealed.strip_prefix(MAGIC).ok_or(Refusal::NotACase)?;
    let version = rest.first().ok_or(Refusal::Damaged)?;
    if *version != VERSION {
        return Err(Refusal::UnknownVersion);
    }
    let Parts { head, params, salt, nonce, body } = parts(sealed).ok_or(Refusal::Damaged)?;
    let key = key(params, passphrase, salt)?;
    let body = Payload { msg: body, aad: head };
    let case = XChaCha20Poly1305::new(&key).decrypt(&nonce, body);
    case.map_err(|_| Refusal::WrongPassphrase)
}

/// What a sealed case consists of.
struct Parts<'a> {
    head: &'a [u8],
    params: Params,
    salt: &'a [u8],
    nonce: XNonce,
    body: &'a [u8],
}

/// `None` if a byte is missing or another.
fn parts(sealed: &[u8]) -> Option<Parts<'_>> {
    let (all, end) = sealed.split_at_checked(sealed.len().checked_sub(SUM)?)?;
    if sum(all) != end {
        return None;
    }
    let (head, body) = all.split_at_checked(HEAD)?;
    let (effort, chance) = head.get(MAGIC.len() + 1..)?.split_at_checked(6)?;
    let [a, b, c, d, passes, lanes] = *effort.as_array()?;
    let params = Effort { kib: u32::from_le_bytes([a, b, c, d]), passes, lanes }.params()?;
    let (salt, nonce) = chance.split_at_checked(SALT)?;
    let nonce = XNonce::try_from(nonce).ok()?;
    (body.len() >= TAG).then_some(Parts { head, params, salt, nonce, body })
}

fn sum(bytes: &[u8]) -> [u8; SUM] {
    let mut sum = [0; SUM];
    for (to, from) in sum.iter_mut().zip(Blake2b512::digest(bytes)) {
        *to = from;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSPHRASE: &str = "一把钥匙 and a door";
    const CASE: &[u8] = "case 1\nproblem wx-account-banned\nwords\n被封了".as_bytes();

    /// What two other programs, argon2-cffi and libsodium, make of the same.
    const VECTOR: &str = "\
        5245434f5552534501004c00000201000102030405060708090a0b0c0d0e0f101112131415161718\
        191a1b1c1d1e1f2021222324252627cef3f8a7e85cf20aa067215bab6ae52ff4d990b6bd577f9279\
        31eec67c62dc86f1f1b23b8397bc141e4aa927845923aa82e68b1874b4fa9bdd4ffa0522a810dcc3\
        f24517839b9dd8";

    fn chance() -> Chance {
        let bytes: Vec<u8> = (0..40).collect();
        Chance::from_bytes(&bytes).expect("40 bytes")
    }

    fn sealed() -> Vec<u8> {
        seal(CASE, PASSPHRASE, &chance()).expect("a sealed case")
    }

    /// The same bytes with the right sum behind them.
    fn summed(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes.truncate(bytes.len() - SUM);
        bytes.extend(sum(&bytes));
        bytes
    }

    #[test]
    fn a_case_comes_back_as_it_went() {
        assert_eq!(open(&sealed(), PASSPHRASE).as_deref(), Ok(CASE));
        let empty = seal(b"", PASSPHRASE, &chance()).expect("an empty case");
        assert_eq!(open(&empty, PASSPHRASE).as_deref(), Ok(&b""[..]));
    }

    #[test]
    fn others_who_follow_the_form_come_to_the_same_bytes() {
        let bytes: Vec<u8> = (0..VECTOR.len() / 2)
            .map(|at| u8::from_str_radix(&VECTOR[at * 2..at * 2 + 2], 16).expect("hex"))
            .collect();
        assert_eq!(sealed(), bytes);
    }

    #[test]
    fn whoever_has_no_passphrase_neither_seals_nor_opens() {
        assert_eq!(seal(CASE, "", &chance()), Err(Refusal::EmptyPassphrase));
        assert_eq!(open(&sealed(), ""), Err(Refusal::EmptyPassphrase));
        for wrong in ["一把钥匙", "一把钥匙 and a door ", "a"] {
            assert_eq!(open(&sealed(), wrong), Err(Refusal::WrongPassphrase), "{wrong}");
        }
    }

    #[test]
    fn every_byte_counts_and_none_may_be_missing() {
        let sealed = sealed();
        for place in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            let refusal = match place {
                0..8 => Refusal::NotACase,
                8 => Refusal::UnknownVersion,
                _ => Refusal::Damaged,
            };
            assert_eq!(open(&altered, PASSPHRASE), Err(refusal), "byte {place}");
        }
        for length in 0..sealed.len() {
            let refusal = if length < 8 { Refusal::NotACase } else { Refusal::Damaged };
            assert_eq!(open(&sealed[..length], PASSPHRASE), Err(refusal), "{length} bytes");
        }
    }

    /// Whoever mends the sum as well still cannot pass for somebody with the passphrase.
    #[test]
    fn what_is_altered_under_a_right_sum_is_refused_too() {
        for place in [9, 13, 14, 15, 30, 31, 54, HEAD, HEAD + 20] {
            let mut altered = sealed();
            altered[place] ^= 1;
            let refusal = open(&summed(altered), PASSPHRASE).expect_err("refused");
            assert_ne!(refusal, Refusal::NotACase, "byte {place}");
        }
    }

    #[test]
    fn nobody_can_ask_for_more_work_than_a_browser_bears() {
        let with = |place: usize, byte: u8| {
            let mut altered = sealed();
            altered[place] = byte;
            open(&summed(altered), PASSPHRASE)
        };
        // Four gigabytes, 255 passes, 255 lanes.
        for (place, byte) in [(12, 0xff), (13, 0xff), (14, 0xff)] {
            assert_eq!(with(place, byte), Err(Refusal::Damaged), "byte {place}");
        }
        // No passes and no lanes at all is no work that can be done.
        assert_eq!((with(13, 0), with(14, 0)), (Err(Refusal::Damaged), Err(Refusal::Damaged)));
    }

    #[test]
    fn noise_is_no_case() {
        let noise: Vec<u8> =
            (0..1_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(open(&noise, PASSPHRASE), Err(Refusal::NotACase));
        let named = [&MAGIC[..], &[VERSION], &noise].concat();
        assert_eq!(open(&named, PASSPHRASE), Err(Refusal::Damaged));
        assert_eq!(open(b"", PASSPHRASE), Err(Refusal::NotACase));
    }
}
