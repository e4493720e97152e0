//! Reading words aloud with a voice that lives on the device: one from the
//! network would be sent the words.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::listening::hear;

/// What speaks; older in-app browsers have none.
fn speaker() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let is_there =
        Reflect::get(&window, &"speechSynthesis".into()).is_ok_and(|speaker| speaker.is_object());
    if is_there { window.speech_synthesis().ok() } else { None }
}

/// The device's own voice for a language, that of its region first.
fn voice(tag: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speaker()?.get_voices();
    let is_own = |voice: &SpeechSynthesisVoice, wanted: &str| {
        voice.local_service() && voice.lang().replace('_', "-").starts_with(wanted)
    };
    let wanted: &[&str] = match tag {
        "zh-Hant" => &["zh-HK", "yue", "zh-TW", "zh"],
        "zh-Hans" => &["zh-CN", "cmn", "zh"],
        other => &[other],
    };
    wanted.iter().find_map(|wanted| {
        let mut voices = voices.iter().map(JsCast::unchecked_into);
        voices.find(|voice| is_own(voice, wanted))
    })
}

/// Whether the device has a voice of its own for a language.
pub fn can_speak(tag: &str) -> bool {
    voice(tag).is_some()
}

/// Calls `on_change` when the list of voices has arrived or changed, as long as
/// the listener lives.
pub fn on_voices(on_change: impl Fn() + 'static) -> Option<EventListener> {
    let speaker: EventTarget = speaker()?.unchecked_into();
    Some(hear(&speaker, "voiceschanged", Box::new(move |_| on_change())))
}

/// Reads `text` aloud, then calls `done`; nothing without a voice of the device.
pub fn speak(text: &str, tag: &str, done: impl Fn() + 'static) -> Option<[EventListener; 2]> {
    let (speaker, voice) = (speaker()?, voice(tag)?);
    let words = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    words.set_lang(&voice.lang());
    words.set_voice(Some(&voice));
    let done = std::rc::Rc::new(done);
    let broken = std::rc::Rc::clone(&done);
    let ends = [
        hear(&words, "end", Box::new(move |_| done())),
        hear(&words, "error", Box::new(move |_| broken())),
    ];
    speaker.cancel();
    speaker.speak(&words);
    Some(ends)
}

/// Falls silent.
pub fn stop() {
    if let Some(speaker) = speaker() {
        speaker.cancel();
    }
}
