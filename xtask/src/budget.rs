//! What a part may weigh, and saying so.

/// What a part may weigh, in bytes.
pub struct Budget {
    /// What it should weigh at most; more is said in the build's table.
    pub goal: usize,
    /// What it must not exceed: more fails the build.
    pub ceiling: usize,
}

impl Budget {
    /// Says when the goal is missed, and notes when the ceiling is broken.
    pub fn hold(&self, too_heavy: &mut Vec<String>, name: &str, size: usize, how: &str) {
        if size > self.ceiling {
            let (size, ceiling) = (grouped(size), grouped(self.ceiling));
            too_heavy.push(format!("{name} weighs {size} bytes ({how}), more than {ceiling}"));
        } else if size > self.goal {
            println!("  over: {name} should weigh {} at most", grouped(self.goal));
        }
    }
}

/// A number with its thousands apart.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn only_what_breaks_its_ceiling_is_noted() {
        let budget = Budget { goal: 5, ceiling: 1000 };
        let mut too_heavy = Vec::new();
        budget.hold(&mut too_heavy, "x", 1000, "raw");
        assert!(too_heavy.is_empty());
        budget.hold(&mut too_heavy, "x", 1001, "raw");
        assert_eq!(too_heavy, ["x weighs 1,001 bytes (raw), more than 1,000"]);
    }
}
