//! The shape of a pack as a JSON Schema (draft 2020-12).

use std::fmt::Write as _;

use super::shape::{Form, LANGUAGES, Shape};
use super::shapes::PACK;

/// The schema, to be published beside the program.
pub fn schema() -> String {
    let mut text =
        String::from("{\n\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n");
    text.push_str("\"title\":\"A host's own pack\",\n\"$defs\":{\"sentence\":");
    sentence(&mut text);
    text.push_str("},\n");
    // The pack itself, without the brace that is open already.
    let mut pack = String::new();
    write(&PACK, &mut pack);
    text.push_str(pack.get(1..).unwrap_or_default());
    text.push('\n');
    text
}

fn write(shape: &Shape, to: &mut String) {
    let _ = match shape {
        Shape::Record(fields) => {
            to.push_str("{\"type\":\"object\",\"additionalProperties\":false,\"required\":[");
            let needed = fields.iter().filter(|field| field.needed).map(|field| field.name);
            separated(to, needed, |to, name| to.push_str(&quoted(name)));
            to.push_str("],\"properties\":{");
            separated(to, fields.iter(), |to, field| {
                let _ = write!(to, "\n{}:", quoted(field.name));
                let mut inner = String::new();
                write(&field.shape, &mut inner);
                let about = quoted(field.about);
                let _ =
                    write!(to, "{{\"description\":{about},{}", inner.get(1..).unwrap_or_default());
            });
            to.push_str("}}");
            Ok(())
        }
        Shape::List(of, most) => {
            let _ = write!(to, "{{\"type\":\"array\",\"maxItems\":{most},\"items\":");
            write(of, to);
            to.push('}');
            Ok(())
        }
        Shape::Sentence => write!(to, "{{\"$ref\":\"#/$defs/sentence\"}}"),
        Shape::Text(form) => {
            write!(to, "{{\"type\":\"string\",\"pattern\":{}}}", quoted(form.pattern()))
        }
        Shape::Choice(words) => {
            to.push_str("{\"enum\":[");
            separated(to, words.iter(), |to, word| to.push_str(&quoted(word)));
            write!(to, "]}}")
        }
        Shape::Number(least, most) => {
            write!(to, "{{\"type\":\"integer\",\"minimum\":{least},\"maximum\":{most}}}")
        }
        Shape::Flag => write!(to, "{{\"type\":\"boolean\"}}"),
    };
}

fn sentence(to: &mut String) {
    to.push_str("{\"type\":\"object\",\"additionalProperties\":false,\"required\":[");
    let needed = LANGUAGES.iter().filter(|(_, needed)| *needed);
    separated(to, needed, |to, (lang, _)| to.push_str(&quoted(lang)));
    to.push_str("],\"properties\":{");
    separated(to, LANGUAGES.iter(), |to, (lang, _)| {
        let _ = write!(to, "{}:", quoted(lang));
        write(&Shape::Text(Form::Line), to);
    });
    to.push_str("}}");
}

fn separated<T>(to: &mut String, of: impl Iterator<Item = T>, mut one: impl FnMut(&mut String, T)) {
    for (at, entry) in of.enumerate() {
        if at > 0 {
            to.push(',');
        }
        one(to, entry);
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
