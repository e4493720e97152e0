//! The phrases that facts, places and alarm are read by: their words become a pack, and
//! what asks for them becomes code that names them by number.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// What is made of the folder.
pub(crate) struct Phrases {
    /// The pack: a head, a line for each list, the nicknames, and the head again.
    pub(crate) pack: String,
    /// The names of the lists, and the rules.
    pub(crate) code: String,
}

/// Compiles `knowledge/phrases`.
pub(crate) fn compile(folder: &Path) -> Result<Phrases, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    files.sort();
    // The first list is the empty one: what no rule asks for.
    let mut lists = Lists {
        lines: vec![String::new()],
        facts: folder.with_file_name("facts"),
        ruled: BTreeSet::new(),
    };
    let mut names = BTreeMap::new();
    let mut code = String::new();
    for path in &files {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let table: Table = toml::from_str(&fs::read_to_string(path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        lists
            .file(&stem, &table, &mut names, &mut code)
            .map_err(|why| format!("{}: {why}", path.display()))?;
    }
    // What only rules ask for needs no name in the program.
    for (name, list) in names.iter().filter(|(name, _)| !lists.ruled.contains(*name)) {
        writeln!(code, "pub(super) const {}: List = List({list});", constant(name))?;
    }
    writeln!(code, "const LISTS: usize = {};", lists.lines.len())?;
    // Whoever has another order of lists is another version.
    let head = format!("RCP1 {:08x}", sum(&code));
    writeln!(code, "const HEAD: &str = {head:?};")?;
    let nicknames = fs::read_to_string(folder.join("variants.txt"))?;
    let pack = format!("{head}{}\n{nicknames}{head}", lists.lines.join("\n"));
    Ok(Phrases { pack, code })
}

/// Every list that was met, each once.
struct Lists {
    lines: Vec<String>,
    /// The records of the facts.
    facts: PathBuf,
    /// The names by which rules ask for lists.
    ruled: BTreeSet<String>,
}

impl Lists {
    /// Takes in one file: named lists, tables of lists, rules.
    fn file(
        &mut self,
        stem: &str,
        table: &Table,
        names: &mut BTreeMap<String, usize>,
        code: &mut String,
    ) -> Result<(), Box<dyn Error>> {
        for (name, value) in table.iter().filter(|(name, _)| *name != "rules") {
            if let Some(rows) = value.as_table() {
                writeln!(code, "pub(super) const {}: &[(&str, List)] = &[", constant(name))?;
                for (key, phrases) in rows {
                    writeln!(code, "    ({key:?}, List({})),", self.list(key, phrases)?)?;
                }
                code.push_str("];\n");
                continue;
            }
            let list = self.list(name, value)?;
            if names.insert(name.clone(), list).is_some() {
                return Err(format!("`{name}` is there twice").into());
            }
        }
        let Some(rules) = table.get("rules").and_then(Value::as_array) else { return Ok(()) };
        writeln!(code, "pub(super) const {}: &[Rule] = &[", constant(stem))?;
        for rule in rules {
            let rule = rule.as_table().ok_or("a rule is no table")?;
            code.push_str(&self.rule(rule, names)?);
        }
        code.push_str("];\n");
        Ok(())
    }

    fn rule(
        &mut self,
        rule: &Table,
        names: &BTreeMap<String, usize>,
    ) -> Result<String, Box<dyn Error>> {
        let fact = rule.get("fact").and_then(Value::as_str).ok_or("a rule without a fact")?;
        let known = ["fact", "value", "any", "beside", "unless"];
        if let Some(other) = rule.keys().find(|key| !known.contains(&key.as_str())) {
            return Err(format!("`{fact}`: a rule has no `{other}`").into());
        }
        let value = rule.get("value").ok_or_else(|| format!("`{fact}`: a rule without a value"))?;
        self.known(fact, value)?;
        let flag = value.as_bool().map(|flag| format!("Read::Flag({flag})"));
        let count = || Some(format!("Read::Count({})", value.as_integer()? * 1_000));
        let option = || Some(format!("Read::Choice({:?})", value.as_str()?));
        let value = flag.or_else(count).or_else(option);
        let value = value.ok_or_else(|| format!("`{fact}`: no value a rule can have"))?;
        let mut list = |key: &str| match rule.get(key) {
            None => Ok(0),
            Some(Value::String(name)) => {
                self.ruled.insert(name.clone());
                names.get(name).copied().ok_or_else(|| format!("`{fact}`: no list `{name}`").into())
            }
            Some(phrases) => self.list(fact, phrases),
        };
        let (any, beside, unless) = (list("any")?, list("beside")?, list("unless")?);
        if any == 0 {
            return Err(format!("`{fact}`: a rule without phrases").into());
        }
        Ok(format!(
            "    Rule {{ fact: {fact:?}, value: {value}, any: List({any}), beside: List({beside}), unless: List({unless}) }},\n"
        ))
    }

    /// Refuses a rule about a fact or an option that no record has.
    fn known(&self, fact: &str, value: &Value) -> Result<(), Box<dyn Error>> {
        let record = fs::read_to_string(self.facts.join(format!("{fact}.toml")))
            .map_err(|error| format!("`{fact}`: {error}"))?;
        let record: Table = toml::from_str(&record)?;
        let Some(option) = value.as_str() else { return Ok(()) };
        let options = record.get("options").and_then(Value::as_array).into_iter().flatten();
        let mut ids = options.filter_map(|it| it.get("id")?.as_str());
        if ids.any(|id| id == option) {
            return Ok(());
        }
        Err(format!("`{fact}` has no option `{option}`").into())
    }

    /// The number of a list.
    fn list(&mut self, name: &str, phrases: &Value) -> Result<usize, Box<dyn Error>> {
        let phrases = phrases.as_array().filter(|all| !all.is_empty());
        let phrases = phrases.ok_or_else(|| format!("`{name}` is no list of phrases"))?;
        let phrases: Option<Vec<&str>> = phrases.iter().map(Value::as_str).collect();
        let phrases = phrases.ok_or_else(|| format!("`{name}`: a phrase is no text"))?;
        for (at, phrase) in phrases.iter().enumerate() {
            if phrase.is_empty() || phrase.contains(['|', '\n']) {
                return Err(format!("`{name}`: {phrase:?} is no phrase").into());
            }
            if phrases.iter().take(at).any(|earlier| earlier == phrase) {
                return Err(format!("`{name}`: `{phrase}` is there twice").into());
            }
        }
        let line = phrases.join("|");
        if let Some(at) = self.lines.iter().position(|earlier| *earlier == line) {
            return Ok(at);
        }
        self.lines.push(line);
        Ok(self.lines.len() - 1)
    }
}

fn constant(name: &str) -> String {
    name.to_uppercase().replace('-', "_")
}

/// FNV-1a, which needs no table.
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
