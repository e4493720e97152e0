//! Searching names: by characters, by words, by meaning, and by how they sound.

use super::features;
use super::model::Model;
use super::normalize::{Normal, is_han};
use super::pinyin::Pinyin;
use crate::engine::sorting;

/// Longer queries are cut: this is a search box, not a story.
const LONGEST: usize = 60;
/// The name is what was typed.
const WHOLE: u32 = 1_000;
/// The name begins with it.
const START: u32 = 900;
/// The name has it.
const INSIDE: u32 = 800;
/// The name sounds like it, without a gap.
const SOUND: u32 = 700;
/// The other words have it.
const BESIDE: u32 = 600;
/// The name sounds like it when characters are passed over.
const SPARSE: u32 = 400;
/// Every part of it stands in the name; less where only some do, or elsewhere.
const PARTS: u32 = 500;
/// Every concept it names, the name has too.
const MEANING: u32 = 300;
/// Matches weaker than this are chance.
const FLOOR: u32 = 150;
/// Fewer letters than this never match with gaps.
const TELLING: usize = 3;

/// One thing that may be found.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Other words it should be found by.
    pub words: &'a str,
}

/// Things that may be found, made ready once so that each letter typed costs little.
#[derive(Debug, Default)]
pub struct Index {
    held: Vec<Held>,
}

/// One thing in its normalised spelling, with the concepts its name has.
#[derive(Debug)]
struct Held {
    name: Normal,
    words: Normal,
    concepts: Vec<u8>,
}

impl Index {
    /// Makes entries ready.
    pub fn new<'a>(model: &Model, entries: impl IntoIterator<Item = Entry<'a>>) -> Self {
        let hold = |entry: Entry<'a>| {
            let name = model.normalize(entry.name);
            let concepts = named(model, &name);
            Held { name, words: model.normalize(entry.words), concepts }
        };
        Self { held: entries.into_iter().map(hold).collect() }
    }

    /// The places of the entries that `query` finds, best first; entries that
    /// match equally well keep their order. An empty query finds nothing.
    pub fn find(&self, model: &Model, pinyin: &Pinyin, query: &str) -> Vec<usize> {
        let short: String = query.chars().take(LONGEST).collect();
        let wanted = model.normalize(short.trim());
        if !wanted.chars.iter().any(|c| c.is_alphanumeric()) {
            return Vec::new();
        }
        let concepts = named(model, &wanted);
        let scored = self.held.iter().map(|held| score(pinyin, held, &wanted, &concepts));
        let found = scored.zip(0..).filter(|&(score, _)| score >= FLOOR);
        let mut found: Vec<u64> =
            found.map(|(score, place)| sorting::keyed(u32::MAX - score, place)).collect();
        sorting::numbers(&mut found);
        found.into_iter().map(sorting::place).collect()
    }
}

fn score(pinyin: &Pinyin, held: &Held, wanted: &Normal, concepts: &[u8]) -> u32 {
    let Held { name, words, .. } = held;
    let stands = |text: &Normal| place_of(&text.chars, &wanted.chars);
    let literal = match stands(name) {
        Some(0) if name.chars.len() == wanted.chars.len() => WHOLE,
        Some(0) => START,
        Some(_) => INSIDE,
        None if stands(words).is_some() => BESIDE,
        None => 0,
    };
    if literal > 0 {
        return literal;
    }
    let sound = sound(pinyin, &name.chars, &wanted.chars);
    let meaning = share(concepts, &held.concepts) * MEANING / 100;
    let in_name = share(&parts(wanted), &parts(name)) * PARTS / 100;
    let beside = share(&parts(wanted), &parts(words)) * PARTS / 200;
    sound.max(in_name.max(beside) + meaning)
}

fn place_of(text: &[char], wanted: &[char]) -> Option<usize> {
    text.windows(wanted.len().max(1)).position(|window| window == wanted)
}

/// Pairs of Chinese characters and whole Latin words.
fn parts(text: &Normal) -> Vec<&[char]> {
    let mut found: Vec<&[char]> = Vec::new();
    for run in text.chars.chunk_by(|a, b| is_han(*a) == is_han(*b)) {
        if run.first().is_some_and(|&c| is_han(c)) {
            found.extend(run.windows(2));
        } else {
            found.extend(run.split(|c| !c.is_alphanumeric()).filter(|word| word.len() > 1));
        }
    }
    found
}

fn named(model: &Model, text: &Normal) -> Vec<u8> {
    features::named(&model.concepts, text)
}

/// How many of `wanted` are among `had`, in percent.
fn share<T: PartialEq>(wanted: &[T], had: &[T]) -> u32 {
    let hits = wanted.iter().filter(|part| had.contains(part)).count();
    u32::try_from(hits * 100 / wanted.len().max(1)).unwrap_or(0)
}

/// How well letters match the sound of a name: whole syllables, their first
/// letters, or both mixed; the last syllable may be unfinished.
fn sound(pinyin: &Pinyin, name: &[char], wanted: &[char]) -> u32 {
    let letters: Vec<char> = wanted.iter().copied().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() < 2 || letters.len() >= 63 || !letters.iter().all(char::is_ascii_alphanumeric)
    {
        return 0;
    }
    let begin = |start: usize| name.get(start..).unwrap_or_default();
    if (0..name.len()).any(|start| speaks(pinyin, begin(start), &letters, false)) {
        return SOUND;
    }
    let sparse = letters.len() >= TELLING
        && (0..name.len()).any(|start| speaks(pinyin, begin(start), &letters, true));
    if sparse { SPARSE } else { 0 }
}

/// Whether `letters` spell how `name` begins. Each bit of `reached` is a
/// number of letters spoken so far.
fn speaks(pinyin: &Pinyin, name: &[char], letters: &[char], may_skip: bool) -> bool {
    let mut reached = 1_u64;
    for (at, &c) in name.iter().enumerate() {
        // What is passed over stays where it was, but the first character counts.
        let mut next = if (may_skip && at > 0) || !c.is_alphanumeric() { reached } else { 0 };
        for spoken in (0..letters.len()).filter(|&spoken| reached & (1 << spoken) != 0) {
            let rest = letters.get(spoken..).unwrap_or_default();
            if rest.first() == Some(&c) {
                next |= 1 << (spoken + 1);
            }
            for syllable in pinyin.of(c) {
                let same = syllable.chars().zip(rest).take_while(|(a, b)| a == *b).count();
                // The first letter alone, the whole syllable, or all that was typed.
                if same > 0 {
                    next |= 1 << (spoken + 1);
                }
                if same == syllable.len() || same == rest.len() {
                    next |= 1 << (spoken + same);
                }
            }
        }
        reached = next;
        if reached & (1 << letters.len()) != 0 {
            return true;
        }
        if reached == 0 {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::phrases::PACK;
    use super::*;

    const NAMES: [&str; 9] = [
        "微信号被盗",
        "转账被骗",
        "转错人了",
        "WhatsApp 被盗",
        "12315 消费投诉",
        "银联 95516：问对方卡的开户行",
        "个人收款被限制",
        "商户号被限制或处罚",
        "Forgot the two-step PIN",
    ];

    fn root(path: &str) -> String {
        format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))
    }

    fn pinyin() -> Pinyin {
        Pinyin::read(&std::fs::read_to_string(root("knowledge/model/pinyin.txt")).expect("pinyin"))
    }

    #[track_caller]
    fn check(query: &str, wanted: &[&str]) {
        let bytes = std::fs::read(root("knowledge/model/words.bin")).expect("words.bin");
        let model = Model::decode(&bytes, PACK).expect("a sound artefact");
        let words = |name: &str| if name == "转错人了" { "手滑打错了账户" } else { "" };
        let entries = NAMES.map(|name| Entry { name, words: words(name) });
        let found = Index::new(&model, entries).find(&model, &pinyin(), query);
        let found: Vec<&str> = found.into_iter().map(|place| NAMES[place]).collect();
        assert!(found.starts_with(wanted), "{query} finds {found:?}");
        assert_eq!(wanted.is_empty(), found.is_empty(), "{query} finds {found:?}");
    }

    #[test]
    fn names_are_found_by_what_they_are_called() {
        check("微信号被盗", &["微信号被盗"]);
        check("轉賬被騙", &["转账被骗"]);
        check("12315", &["12315 消费投诉"]);
        check("two-step", &["Forgot the two-step PIN"]);
        check("手滑", &["转错人了"]);
        check("微信被盗", &["微信号被盗"]);
    }

    #[test]
    fn names_are_found_by_how_they_sound() {
        check("zhuanzhang", &["转账被骗"]);
        check("zhuanz", &["转账被骗"]);
        check("zzbp", &["转账被骗"]);
        check("wxbd", &["微信号被盗"]);
        check("weixinhbd", &["微信号被盗"]);
        check("yinlian", &["银联 95516：问对方卡的开户行"]);
        check("shoukuan", &["个人收款被限制"]);
    }

    #[test]
    fn what_is_nowhere_is_not_found() {
        for query in ["", " ", "？？", "🙂", "qqqqqq", "红烧肉", "zhuanzhangx"] {
            check(query, &[]);
        }
        check(&"转账被骗".repeat(50_000), &["转账被骗"]);
    }

    /// A new character in a name wants a line in the table.
    #[test]
    fn every_name_can_be_spoken() {
        let pinyin = pinyin();
        let mut mute = Vec::new();
        for folder in ["knowledge/problems", "knowledge/channels"] {
            for file in std::fs::read_dir(root(folder)).expect(folder) {
                let text = std::fs::read_to_string(file.expect("a file").path()).expect("a record");
                let name = text.lines().find_map(|line| line.strip_prefix("name.zh = "));
                let chars = name.unwrap_or_default().chars().filter(|&c| is_han(c));
                mute.extend(chars.filter(|&c| pinyin.of(c).next().is_none()));
            }
        }
        assert!(mute.is_empty(), "add to knowledge/model/pinyin.txt: {mute:?}");
    }
}
