//! Every pair of colours that stand on each other can be told apart, by day and by night.

const TOKENS: &str = include_str!("../../styles/tokens.css");

/// Text on grounds (4.5 to 1 is asked for; the second voice and sources are small,
/// so more is), and lines and signs on grounds (3 to 1).
const PAIRS: [(&str, &str, f64); 26] = [
    ("ink", "surface", 12.0),
    ("ink", "sunken", 12.0),
    ("ink", "alarm-soft", 12.0),
    ("ink", "light", 12.0),
    ("ink", "accent-soft", 10.0),
    ("ink-2", "surface", 7.0),
    ("ink-2", "sunken", 7.0),
    ("ink-2", "light", 7.0),
    ("accent", "surface", 4.5),
    ("accent", "sunken", 4.5),
    ("accent", "accent-soft", 4.5),
    ("accent", "light", 4.5),
    ("on-accent", "accent", 4.5),
    ("surface", "ink", 4.5),
    ("surface", "ink-2", 4.5),
    ("alarm", "surface", 4.5),
    ("alarm", "alarm-soft", 4.5),
    ("on-alarm", "alarm-fill", 7.0),
    ("on-glow", "glow", 4.5),
    ("edge", "surface", 3.0),
    ("edge", "sunken", 3.0),
    ("edge", "light", 3.0),
    ("mark-light", "mark", 4.5),
    ("alarm", "sunken", 4.5),
    ("ink-2", "accent-soft", 4.5),
    ("ink-2", "alarm-soft", 4.5),
];

/// The colour of a token by day and by night.
fn token(name: &str) -> (String, String) {
    let start = format!("--rc-{name}:");
    let line = TOKENS.lines().find(|line| line.trim_start().starts_with(&start));
    let line = line.unwrap_or_else(|| panic!("there is no token {name}"));
    let mut colours = line.split('#').skip(1).map(|part| part[..6].to_owned());
    let mut next = || colours.next().unwrap_or_else(|| panic!("{name} should have two colours"));
    (next(), next())
}

/// The relative luminance of a colour, as WCAG 2 defines it.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a hexadecimal colour");
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn what_stands_on_a_ground_can_be_read_there() {
    assert!((contrast("000000", "ffffff") - 21.0).abs() < 0.01);
    let mut faint = Vec::new();
    for (front, ground, least) in PAIRS {
        let (front_pair, ground_pair) = (token(front), token(ground));
        let day = contrast(&front_pair.0, &ground_pair.0);
        let night = contrast(&front_pair.1, &ground_pair.1);
        println!("{front} on {ground}: {day:.1} by day, {night:.1} by night, {least} asked for");
        if day.min(night) < least {
            faint.push(format!("{front} on {ground}: {day:.2} by day, {night:.2} by night"));
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}
