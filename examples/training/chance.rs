//! Chance and powers of e that are the same on every machine.

/// A reproducible source of chance.
pub(crate) struct Chance(u64);

impl Chance {
    /// A source; another number, other chance.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(0x1234_5678_9abc_def0 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A large number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number from nought to one.
    pub(crate) fn share(&mut self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "24 bits fit")]
        let share = (self.next() & 0xff_ffff) as f32 / 16_777_216.0;
        share
    }

    /// Puts a list into an order of chance.
    pub(crate) fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            let other = usize::try_from(self.next()).unwrap_or(0) % (at + 1);
            order.swap(at, other);
        }
    }
}

/// e to the power of `x`: the standard library's differs from platform to platform in the
/// last bit, and with it the artefact would.
#[expect(clippy::cast_possible_truncation, reason = "clamped before")]
pub(crate) fn exponential(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0);
    let whole = (x * core::f32::consts::LOG2_E).round();
    let rest = x - whole * core::f32::consts::LN_2;
    let near =
        1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest / 120.0))));
    near * f32::from_bits(((whole as i32 + 127) << 23).cast_unsigned())
}
