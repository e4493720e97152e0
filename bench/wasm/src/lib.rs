//! The engine alone, for a benchmark in JavaScript: the same questions as natively.

#[path = "../../../examples/bench/asking.rs"]
mod asking;
#[path = "../../../examples/bench/scaled.rs"]
mod scaled;

use std::hint::black_box;

use asking::{Asking, Given};
use recourse::engine::knowledge::decode_core;
use recourse::engine::plan::Standing;
use recourse::engine::text::Model;
use wasm_bindgen::prelude::wasm_bindgen;

/// The engine with everything it is asked.
#[wasm_bindgen]
pub struct Bench {
    asking: Asking,
    given: Vec<Given>,
}

#[wasm_bindgen]
impl Bench {
    /// Reads the records, the text model, the phrases and the cases.
    #[wasm_bindgen(constructor)]
    pub fn new(core: &[u8], words: &[u8], phrases: &[u8], cases: &[u8]) -> Result<Bench, String> {
        let core = decode_core(core).map_err(|error| error.to_string())?;
        let model = Model::decode(words, phrases).ok_or("the text model is damaged")?;
        let given: Vec<Given> = postcard::from_bytes(cases).map_err(|error| error.to_string())?;
        let asking = Asking::new(core, model, &given).ok_or("the moment is no time")?;
        Ok(Self { asking, given })
    }

    /// Makes records of the bytes of a pack so many times; tells whether they are sound.
    pub fn decode(core: &[u8], rounds: usize) -> bool {
        (0..rounds).all(|_| decode_core(black_box(core)).is_ok())
    }

    /// Keeps one case in so many.
    pub fn thin(&mut self, step: usize) {
        self.given = self.given.iter().step_by(step.max(1)).cloned().collect();
    }

    /// Goes on in a body of knowledge so many times as large; to be said once.
    pub fn scale(&mut self, times: usize) {
        self.asking.scale(&self.given, times);
    }

    /// How many cases there are.
    pub fn cases(&self) -> usize {
        self.asking.len()
    }

    /// Makes the whole plan of some cases, so many rounds.
    pub fn plan(&self, from: usize, until: usize, rounds: usize) {
        for at in (0..rounds).flat_map(|_| from..until) {
            black_box(self.asking.plan(black_box(at)));
        }
    }

    /// Finds how the rungs of some cases stand and why, so many rounds.
    pub fn findings(&self, from: usize, until: usize, rounds: usize) {
        for at in (0..rounds).flat_map(|_| from..until) {
            black_box(self.asking.findings(black_box(at)));
        }
    }

    /// Applies the rules of some cases and nothing else, so many rounds.
    pub fn judge(&self, from: usize, until: usize, rounds: usize) {
        for at in (0..rounds).flat_map(|_| from..until) {
            black_box(self.asking.judge(black_box(at)));
        }
    }

    /// Makes the whole plan of one case, and hands over the places of the
    /// channels that can be taken now.
    pub fn doors(&self, at: usize) -> Vec<u16> {
        (self.asking.plan(at).ladder.iter())
            .filter(|step| step.standing == Standing::Yes)
            .filter_map(|step| u16::try_from(step.channel.place()).ok())
            .collect()
    }

    /// The rungs that hold in one case, for comparing.
    pub fn holds(&self, at: usize) -> Vec<usize> {
        self.asking.judge(at)
    }

    /// Hears a text so many times.
    pub fn hear(&self, text: &str, rounds: usize) {
        for _ in 0..rounds {
            black_box(self.asking.hear(black_box(text)));
        }
    }

    /// Looks up every record by its id; tells how many were found.
    #[wasm_bindgen(js_name = lookUp)]
    pub fn look_up(&self) -> usize {
        self.asking.look_up()
    }
}
