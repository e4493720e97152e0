//! Reading JSON (RFC 8259) without trusting it: bounded, total, and able to say
//! where it stopped.

/// A value as it is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Json {
    /// Nothing.
    Null,
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Any other number; no pack holds one.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names and values in the order in which they are written, which may repeat.
    Record(Vec<(String, Json)>),
}

impl Json {
    /// What stands under a name; the first, where it repeats.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Record(entries) = self else { return None };
        entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The text under a name; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Self::Text(text)) => text,
            _ => "",
        }
    }

    /// The list under a name; empty if there is none.
    pub fn list(&self, name: &str) -> &[Self] {
        match self.get(name) {
            Some(Self::List(list)) => list,
            _ => &[],
        }
    }

    /// The texts of the list under a name.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.list(name).iter().filter_map(|entry| {
            if let Self::Text(text) = entry { Some(text.as_str()) } else { None }
        })
    }

    /// The number under a name, where it is one of that kind.
    pub fn number(&self, name: &str) -> Option<u16> {
        match self.get(name) {
            Some(Self::Number(number)) => u16::try_from(*number).ok(),
            _ => None,
        }
    }

    /// Whether `true` stands under a name.
    pub fn is(&self, name: &str) -> bool {
        self.get(name) == Some(&Self::Flag(true))
    }
}

/// Where and why reading stopped.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What was wrong there.
    pub why: &'static str,
}

/// How deep one value may stand in another.
const DEEPEST: usize = 32;

/// Reads a text that is one JSON value.
pub fn parse(text: &str) -> Result<Json, Fault> {
    let mut reader = Reader { rest: text };
    let read = reader.value(0).and_then(|value| {
        reader.skip();
        if reader.rest.is_empty() { Ok(value) } else { Err("nothing may follow the value") }
    });
    read.map_err(|why| {
        let before = text.get(..text.len() - reader.rest.len()).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Fault { line: before.matches('\n').count() + 1, column: line.chars().count() + 1, why }
    })
}

struct Reader<'a> {
    rest: &'a str,
}

type Read<T> = Result<T, &'static str>;

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn take(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    fn value(&mut self, depth: usize) -> Read<Json> {
        if depth > DEEPEST {
            return Err("this stands too deep");
        }
        self.skip();
        for (word, value) in
            [("null", Json::Null), ("true", Json::Flag(true)), ("false", Json::Flag(false))]
        {
            if self.take(word) {
                return Ok(value);
            }
        }
        match self.rest.chars().next() {
            Some('"') => Ok(Json::Text(self.text()?)),
            Some('[') => self.list(depth),
            Some('{') => self.record(depth),
            Some('-' | '0'..='9') => self.number(),
            _ => Err("here a value should begin"),
        }
    }

    fn list(&mut self, depth: usize) -> Read<Json> {
        let mut list = Vec::new();
        self.next();
        self.skip();
        if self.take("]") {
            return Ok(Json::List(list));
        }
        loop {
            list.push(self.value(depth + 1)?);
            self.skip();
            if self.take("]") {
                return Ok(Json::List(list));
            }
            if !self.take(",") {
                return Err("here `,` or `]` should stand");
            }
        }
    }

    fn record(&mut self, depth: usize) -> Read<Json> {
        let mut entries = Vec::new();
        self.next();
        self.skip();
        if self.take("}") {
            return Ok(Json::Record(entries));
        }
        loop {
            self.skip();
            let name = self.text()?;
            self.skip();
            if !self.take(":") {
                return Err("here `:` should stand");
            }
            entries.push((name, self.value(depth + 1)?));
            self.skip();
            if self.take("}") {
                return Ok(Json::Record(entries));
            }
            if !self.take(",") {
                return Err("here `,` or `}` should stand");
            }
        }
    }

    fn text(&mut self) -> Read<String> {
        if !self.take("\"") {
            return Err("here a text should begin");
        }
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(text),
                Some('\\') => text.push(self.escaped()?),
                Some(c) if c >= ' ' => text.push(c),
                _ => return Err("this text does not end in its line"),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        Ok(match self.next() {
            Some(c @ ('"' | '\\' | '/')) => c,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let mut code = self.unit()?;
                if (0xd800..0xdc00).contains(&code) && self.take("\\u") {
                    let low = self.unit()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return Err("half a character");
                    }
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                }
                char::from_u32(code).ok_or("half a character")?
            }
            _ => return Err("no such escape"),
        })
    }

    fn unit(&mut self) -> Read<u32> {
        let digits = self.rest.get(..4).filter(|four| four.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = digits.and_then(|four| u32::from_str_radix(four, 16).ok());
        self.rest = self.rest.get(4..).unwrap_or_default();
        unit.ok_or("four hexadecimal digits should follow")
    }

    fn number(&mut self) -> Read<Json> {
        let is_part = |c: char| matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (written, rest) = self.rest.split_at(end);
        let (whole, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        let (whole, fraction) = whole.split_once('.').unwrap_or((whole, "0"));
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let is_led = digits.len() > 1 && digits.starts_with('0');
        let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if !is_digits(digits) || is_led || !is_digits(fraction) || !is_digits(power) {
            return Err("this is no number");
        }
        self.rest = rest;
        Ok(if written.len() == whole.len() {
            written.parse().map_or(Json::Fraction, Json::Number)
        } else {
            Json::Fraction
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value as an independent reader has it.
    fn other(text: &str) -> Option<Json> {
        fn of(value: &serde_json::Value) -> Json {
            use serde_json::Value;
            match value {
                Value::Null => Json::Null,
                Value::Bool(flag) => Json::Flag(*flag),
                Value::Number(number) => number.as_i64().map_or(Json::Fraction, Json::Number),
                Value::String(text) => Json::Text(text.clone()),
                Value::Array(list) => Json::List(list.iter().map(of).collect()),
                Value::Object(entries) => {
                    Json::Record(entries.iter().map(|(name, it)| (name.clone(), of(it))).collect())
                }
            }
        }
        serde_json::from_str(text).ok().map(|value| of(&value))
    }

    #[test]
    fn it_reads_what_another_reader_reads_and_refuses_what_it_refuses() {
        let texts = [
            "null",
            " true ",
            "false",
            "0",
            "12",
            "-7",
            "1.5",
            "1e3",
            "1E-2",
            "\"\"",
            "\"a\\n\\u00e9\\ud83d\\ude00\\/\"",
            "[]",
            "[ ]",
            "[1,[2],{}]",
            "{}",
            "{\"a\":1}",
            " {\"a\" : [true , null]} ",
            "\"字\"",
            "9223372036854775807",
            "9223372036854775808",
            "",
            " ",
            "nul",
            "tru",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "1e+",
            "--1",
            "[1,]",
            "[,]",
            "[1",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{\"a\":1,}",
            "\"",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "1 2",
            "[1] x",
            "\"\\u+123\"",
            "\u{feff}1",
            "'a'",
            "NaN",
            "{\"a\":1 \"b\":2}",
        ];
        for text in texts {
            assert_eq!(parse(text).ok(), other(text), "{text}");
        }
    }

    #[test]
    fn damage_anywhere_is_refused_or_read_alike() {
        let whole = r#"{"name":{"zh":"灯","en":"A \"lamp\" \u00e9"},"list":[1,-20,true,null,{}]}"#;
        for at in (0..whole.len()).filter(|&at| whole.is_char_boundary(at)) {
            for sign in ["", "\"", "}", ",", "\\", "0", "\u{7}"] {
                let text = format!("{}{sign}{}", &whole[..at], &whole[at..]);
                let cut = &text[..at + sign.len()];
                for text in [text.as_str(), cut] {
                    let ours = parse(text).ok();
                    if let Some(Json::Record(entries)) = &ours {
                        let mut names: Vec<_> = entries.iter().map(|(name, _)| name).collect();
                        names.sort();
                        names.dedup();
                        assert_eq!(names.len(), entries.len(), "{text}");
                    }
                    // The other reader sorts its records, so they are compared as text.
                    let (ours, others) = (format!("{ours:?}"), format!("{:?}", other(text)));
                    let sorted = |text: &str| {
                        let mut chars: Vec<char> = text.chars().collect();
                        chars.sort_unstable();
                        chars
                    };
                    assert_eq!(sorted(&ours), sorted(&others), "{text}");
                }
            }
        }
    }

    #[test]
    fn depth_is_bounded_and_the_place_is_told() {
        assert!(parse(&"[".repeat(100_000)).is_err());
        assert!(parse(&format!("{}{}", "[".repeat(20), "]".repeat(20))).is_ok());
        let fault = parse("{\n  \"灯\": x }").unwrap_err();
        assert_eq!((fault.line, fault.column), (2, 8));
    }
}
