//! Reading aloud, where the device has a voice of its own.

use yew::prelude::*;

use super::use_after;
use crate::browser::speech;
use crate::engine::locale::Lang;

/// A voice, and whether it is speaking.
pub(crate) struct Voice {
    /// Whether it is speaking.
    pub(crate) is_speaking: bool,
    /// Reads the words aloud; falls silent if it is speaking.
    pub(crate) on_words: Callback<AttrValue>,
}

/// The device's voice for a language; `None` while there is none. It falls
/// silent when the screen goes or the language changes.
#[hook]
pub(crate) fn use_voice(lang: Lang) -> Option<Voice> {
    let has_voice = use_state_eq(|| false);
    let is_speaking = use_state_eq(|| false);
    let ends = use_mut_ref(|| None);
    let (found, silent) = (has_voice.setter(), is_speaking.setter());
    use_after(lang, move |lang| {
        let tag = lang.tag();
        found.set(speech::can_speak(tag));
        let listening = speech::on_voices(move || found.set(speech::can_speak(tag)));
        move || {
            drop(listening);
            speech::stop();
            silent.set(false);
        }
    });
    let (now, setter) = (*is_speaking, is_speaking.setter());
    let on_words = Callback::from(move |words: AttrValue| {
        if now {
            speech::stop();
            setter.set(false);
            return;
        }
        let done = setter.clone();
        let speaking = speech::speak(&words, lang.tag(), move || done.set(false));
        setter.set(speaking.is_some());
        ends.replace(speaking);
    });
    (*has_voice).then_some(Voice { is_speaking: now, on_words })
}
