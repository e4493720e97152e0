//! The side door: reads a host's own pack. A small program of its own, which only
//! a page that brings a pack loads.
//!
//! It yields packs of the same form as ours, so the widget knows nothing of it.

use wasm_bindgen::prelude::*;

use crate::engine::hosted::{FIRST, Hosted, join};
use crate::engine::knowledge::raw::RawSentence;
use crate::engine::knowledge::{decode_whole, encode_core, encode_sentences, encode_sources};
use crate::engine::locale::Lang;

/// Our packs with a host's own knowledge in them.
#[wasm_bindgen]
pub struct Joined {
    core: Vec<u8>,
    sources: Vec<u8>,
    hosted: Hosted,
}

#[wasm_bindgen]
impl Joined {
    /// The records that decide.
    pub fn core(&self) -> Vec<u8> {
        self.core.clone()
    }

    /// The table of sources.
    pub fn sources(&self) -> Vec<u8> {
        self.sources.clone()
    }

    /// The host's sentences in a language, to stand after ours.
    pub fn sentences(&self, lang: &str) -> Vec<u8> {
        let lang = Lang::from_tag(lang).unwrap_or_default();
        let said: Vec<&str> =
            self.hosted.sentences.iter().map(|sentence| spoken(sentence, lang)).collect();
        encode_sentences(FIRST, &said).unwrap_or_default()
    }
}

fn spoken(sentence: &RawSentence, lang: Lang) -> &str {
    let words = match lang {
        Lang::ZhHans => &sentence.zh,
        Lang::ZhHant => &sentence.hant,
        Lang::En => &sentence.en,
    };
    words.as_deref().unwrap_or_default()
}

/// Joins the JSON of a host's pack to our packs `core` and `sources`.
///
/// # Errors
/// Everything that is wrong with it, a line each.
#[wasm_bindgen]
pub fn read_pack(core: &[u8], sources: &[u8], json: &str) -> Result<Joined, String> {
    let (mut records, mut table) = decode_whole(core, sources).map_err(|why| why.to_string())?;
    let hosted = join(&mut records, &mut table, json).map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    Ok(Joined {
        core: encode_core(&records).map_err(|why| why.to_string())?,
        sources: encode_sources(&records, &table).map_err(|why| why.to_string())?,
        hosted,
    })
}
