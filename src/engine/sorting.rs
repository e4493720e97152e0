//! Putting lists in order with little code: every kind of list sorted by the
//! standard library costs a reader 3 KB, and there are twenty kinds.

/// Puts a short list in the order of a key; equals keep their order.
///
/// The work grows with the square of the length: for long lists there is
/// [`numbers`].
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some([before, after]) = at.checked_sub(1).and_then(|from| list.get_mut(from..=at))
            && key(before) > key(after)
        {
            core::mem::swap(before, after);
            at -= 1;
        }
    }
}

/// Puts numbers in order, however many.
///
/// Other long lists are sorted as numbers: what they are sorted by in the upper
/// half, their place in the lower, see [`keyed`].
///
/// By insertion over wide gaps first and narrower ones after (Shell's sort): a few dozen
/// bytes, where the standard library's takes 4 KB and is not twice as fast here.
pub fn numbers(list: &mut [u64]) {
    let mut gap = list.len();
    while gap > 1 {
        // Gaps shrink to five elevenths; the last is one.
        gap = (gap * 5 / 11).max(1);
        for end in gap..list.len() {
            let mut at = end;
            while let Some(before) = at.checked_sub(gap)
                && list.get(before) > list.get(at)
            {
                list.swap(before, at);
                at = before;
            }
        }
    }
}

/// A number that sorts by `key`, then by `place`.
pub const fn keyed(key: u32, place: u32) -> u64 {
    (key as u64) << 32 | place as u64
}

/// The place in a number that [`keyed`] made.
#[expect(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
pub const fn place(number: u64) -> usize {
    number as u32 as usize
}

#[cfg(test)]
mod tests {
    use super::{by_key, keyed, numbers, place};

    #[test]
    fn short_lists_end_up_as_the_standard_library_would_put_them() {
        for length in 0..40_u32 {
            let list: Vec<(u32, u32)> = (0..length).map(|n| (n * 7919 % 13, n)).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            by_key(&mut ours, |&(key, _)| key);
            theirs.sort_by_key(|&(key, _)| key);
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn numbers_end_up_as_the_standard_library_would_put_them() {
        for length in (0..40_u64).chain([999, 8_000]) {
            for spread in [3, 1_009, u64::MAX / 3] {
                let mut ours: Vec<u64> =
                    (0..length).map(|n| (n * 7_919).wrapping_mul(n | 1) % spread).collect();
                let mut theirs = ours.clone();
                numbers(&mut ours);
                theirs.sort_unstable();
                assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn a_place_follows_its_key() {
        let mut list = vec![keyed(9, 0), keyed(2, 7), keyed(2, 1), keyed(u32::MAX, 3)];
        numbers(&mut list);
        assert_eq!(list.into_iter().map(place).collect::<Vec<_>>(), [1, 7, 0, 3]);
    }
}
