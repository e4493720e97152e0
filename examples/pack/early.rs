//! The words by which the first field, before the program has started, knows danger
//! and haste: those of the records, in the form its script reads texts in.

use std::collections::BTreeSet;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use recourse::engine::knowledge::Core;
use serde_json::json;

/// What haste is known by, as `examples/early.rs` learnt it: the bar, then a line for
/// each weight.
const LEARNT: &str = include_str!("../../knowledge/model/early.txt");

/// The table that the script holds.
///
/// # Errors
/// A sentence that says which table cannot be read.
pub(crate) fn words(core: &Core) -> Result<String, String> {
    let (bar, urgent) = LEARNT.split_once('\n').ok_or("early.txt: no bar")?;
    let bar: i32 = bar.parse().map_err(|_| "early.txt: the bar is no number")?;
    // As the records have them, so that the packer finds them there.
    let crisis = &core.crisis;
    let (own, others, idioms) = (&*crisis.own_hand, &*crisis.others, &*crisis.idioms);
    let lists = [own, others, idioms, urgent].into_iter();
    let known: BTreeSet<char> =
        lists.flat_map(str::chars).filter(|sign| !sign.is_ascii()).collect();
    let (from, to) = folding(&known)?;
    let table = json!({
        "own": own, "others": others, "idioms": idioms, "bar": bar, "urgent": urgent.trim_end(),
        "from": from, "to": to,
    });
    Ok(table.to_string())
}

/// How Taiwan and Hong Kong write the characters, and which each stands for.
fn folding(known: &BTreeSet<char>) -> Result<(String, String), String> {
    let (mut from, mut to) = (String::new(), String::new());
    let mut seen = BTreeSet::new();
    for table in [BuiltinConfig::S2tw, BuiltinConfig::S2hk] {
        let table = OpenCC::from_config(table).map_err(|error| error.to_string())?;
        for sign in known {
            for written in table.convert(&sign.to_string()).chars() {
                if written != *sign && !known.contains(&written) && seen.insert(written) {
                    from.push(written);
                    to.push(*sign);
                }
            }
        }
    }
    Ok((from, to))
}
