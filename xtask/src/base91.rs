//! Bytes as letters that may stand in a page: 13 bits in two of 91 signs, where
//! base64 has 12.

/// The signs: everything that is seen in ASCII but what a reader of markup might
/// stumble over.
fn signs() -> Vec<char> {
    ('!'..='~').filter(|sign| !['<', '>', '&'].contains(sign)).collect()
}

/// Writes bytes as letters; `web/payload.js` reads them.
pub fn encode(bytes: &[u8]) -> String {
    let signs = signs();
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut count) = (0_usize, 0);
    let mut pair = |held: usize| {
        let (high, low) = ((held & 0x1fff) / signs.len(), (held & 0x1fff) % signs.len());
        text.extend([low, high].iter().filter_map(|place| signs.get(*place)));
    };
    for byte in bytes {
        held |= usize::from(*byte) << count;
        count += 8;
        if count >= 13 {
            pair(held);
            held >>= 13;
            count -= 13;
        }
    }
    if count > 0 {
        pair(held);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{encode, signs};

    /// What `web/payload.js` does.
    fn read(text: &str) -> Vec<u8> {
        let signs = signs();
        let values: Vec<usize> = text
            .chars()
            .map(|sign| signs.iter().position(|known| *known == sign).unwrap())
            .collect();
        let (mut held, mut count, mut bytes) = (0, 0, Vec::new());
        for pair in values.chunks(2) {
            held |= (pair[0] + 91 * pair[1]) << count;
            count += 13;
            while count >= 8 {
                bytes.push(u8::try_from(held & 255).unwrap());
                held >>= 8;
                count -= 8;
            }
        }
        bytes
    }

    #[test]
    fn bytes_come_back_and_no_sign_of_markup_is_among_the_letters() {
        assert_eq!(signs().len(), 91);
        for length in 0..200_usize {
            let byte = |at: usize| u8::try_from((at * at * 31 + at) % 256).unwrap();
            let bytes: Vec<u8> = (0..length).map(byte).collect();
            let text = encode(&bytes);
            assert!(!text.contains(['<', '>', '&', ' ', '\n']));
            let back = read(&text);
            assert_eq!(back[..length], bytes, "{length}");
            assert!(back[length..].iter().all(|byte| *byte == 0), "{length}");
        }
    }
}
