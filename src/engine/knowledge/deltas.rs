//! How lists of references and of days are written: as steps from one to the next.
//!
//! Sentences are numbered in the order of their first use, so most steps are
//! one, and a list of steps compresses to almost nothing.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number that can be written as a step from another.
pub(super) trait Stepped: Copy {
    fn number(self) -> u16;
    fn of(number: u16) -> Self;
}

impl Stepped for u16 {
    fn number(self) -> u16 {
        self
    }

    fn of(number: u16) -> Self {
        number
    }
}

/// Writes the list.
pub(super) fn serialize<T: Stepped, S: Serializer>(list: &[T], to: S) -> Result<S::Ok, S::Error> {
    let mut last = 0_u16;
    let steps = list.iter().map(|item| {
        let step = item.number().wrapping_sub(last).cast_signed();
        last = item.number();
        step
    });
    steps.collect::<Vec<i16>>().serialize(to)
}

/// Reads the list.
pub(super) fn deserialize<'a, T: Stepped, D: Deserializer<'a>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    let mut last = 0_u16;
    let steps = Vec::<i16>::deserialize(from)?;
    Ok(steps
        .into_iter()
        .map(|step| {
            last = last.wrapping_add(step.cast_unsigned());
            T::of(last)
        })
        .collect())
}
