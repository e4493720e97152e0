//! Numbers that must not be dialled, struck through wherever they stand in words.

use yew::prelude::*;

use crate::ui::markup::html;

/// Words whose numbers are struck through and cannot be selected.
pub(crate) fn struck(name: &str) -> Html {
    html! {
        for (is_number, part) in parted(name) {
            if is_number {
                <s class="dead-number" translate="no">{ part }</s>
            } else {
                { part }
            }
        }
    }
}

/// The shortest run of figures that can be a number to call.
const DIALLED: usize = 4;

/// A text parted into what can be dialled and what cannot.
fn parted(text: &str) -> Vec<(bool, String)> {
    let mut parts: Vec<(bool, String)> = Vec::new();
    for sign in text.chars() {
        let is_figure = sign.is_ascii_digit()
            || sign == '-' && parts.last().is_some_and(|(is_number, _)| *is_number);
        match parts.last_mut() {
            Some((is_number, part)) if *is_number == is_figure => part.push(sign),
            _ => parts.push((is_figure, sign.to_string())),
        }
    }
    for (is_number, part) in &mut parts {
        *is_number &= part.chars().filter(char::is_ascii_digit).count() >= DIALLED;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn only_what_can_be_dialled_is_struck() {
        let table: [(&str, &[(bool, &str)]); 4] = [
            (
                "网传的 400-670-0700 等",
                &[(false, "网传的 "), (true, "400-670-0700"), (false, " 等")],
            ),
            ("95017", &[(true, "95017")]),
            ("24 小时", &[(false, "24"), (false, " 小时")]),
            ("假热线 - 不要打", &[(false, "假热线 - 不要打")]),
        ];
        for (text, parts) in table {
            let found = parted(text);
            let found: Vec<(bool, &str)> =
                found.iter().map(|(is_number, part)| (*is_number, part.as_str())).collect();
            assert_eq!(found, parts, "{text}");
        }
    }
}
