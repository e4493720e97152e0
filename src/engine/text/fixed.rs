//! Roots, exponentials and shares in whole numbers, the same on every machine.

/// e^(-i/16) in 65536ths, for i from 0 to 191.
#[expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "computed while compiling, where a wrong index does not build"
)]
const FADING: [u32; 192] = {
    let mut table = [0; 192];
    let mut value: u64 = 65_536 << 16;
    let mut i = 0;
    while i < table.len() {
        table[i] = (value >> 16) as u32;
        // 61565 / 65536 is e^(-1/16).
        value = (value * 61_565) >> 16;
        i += 1;
    }
    table
};

/// e^(-x) in 65536ths, for `x` in 256ths; nought when `x` is large.
pub fn fade(x: u32) -> u32 {
    let at = (x / 16) as usize;
    let (Some(&here), next) = (FADING.get(at), FADING.get(at + 1).copied().unwrap_or(0)) else {
        return 0;
    };
    here - (here - next) * (x % 16) / 16
}

/// The whole square root.
pub fn root(number: u64) -> u32 {
    u32::try_from(number.isqrt()).unwrap_or(u32::MAX)
}

/// The chance, in permille, behind a logit in 256ths.
pub fn chance(logit: i32) -> u16 {
    let fading = fade(logit.unsigned_abs());
    let small = 1_000 * fading / (65_536 + fading);
    let chance = if logit < 0 { small } else { 1_000 - small };
    u16::try_from(chance).unwrap_or(1_000)
}

/// The shares, in permille, behind logits in 256ths; they sum to at most 1000.
pub fn shares(logits: &[i32]) -> Vec<u16> {
    let best = logits.iter().copied().max().unwrap_or(0);
    let parts: Vec<u64> =
        logits.iter().map(|&logit| u64::from(fade(best.abs_diff(logit)))).collect();
    let whole = parts.iter().sum::<u64>().max(1);
    parts.iter().map(|part| u16::try_from(part * 1_000 / whole).unwrap_or(0)).collect()
}
