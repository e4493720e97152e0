//! Reading records from columns.
//!
//! Nothing is refused on the way: what is damaged reads as nothing, and that it
//! was is asked once, at the end. A way out at every field would be most of the
//! program that reads.

use super::{AGAIN, AGO, COUNTED, Count, DEEPEST, END, Form, Tree, Unfit};

/// What stands in columns. Derived for records by `recourse_macros::Columns`.
pub trait Columns: Sized {
    /// Reads the next value of one part of what stands in `outer`.
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self;
}

/// What the outermost value stands in.
const NOTHING: usize = usize::MAX;

/// What was read, and what stands behind it: behind the columns, and behind the later ones.
pub(in super::super) type Read<'a, T> = (T, &'a [u8], &'a [u8]);

/// Reads what [`super::to_extend`] wrote; damage is refused. Without `later`, what stands
/// on the later shelf reads as nothing.
pub(in super::super) fn from_bytes<'a, T: Columns>(
    bytes: &'a [u8],
    later: Option<&'a [u8]>,
) -> Result<Read<'a, T>, Unfit> {
    let mut shelf = Shelf::open(bytes).ok_or(Unfit)?;
    if let Some(later) = later {
        shelf.later = Some(Box::new(Shelf { is_later: true, ..Shelf::open(later).ok_or(Unfit)? }));
    }
    let value = T::read(&mut shelf, NOTHING, 0);
    let later = shelf.later.as_deref();
    if shelf.is_sound() && later.is_none_or(Shelf::is_sound) {
        Ok((value, shelf.behind, later.map_or(&[], |later| later.behind)))
    } else {
        Err(Unfit)
    }
}

struct Column<'a> {
    form: Form,
    bytes: &'a [u8],
    last: i64,
    /// The last number that was counted.
    counted: i64,
    /// The texts so far, the last one met at the end.
    texts: Vec<&'a str>,
}

/// All columns, each read to some place.
pub struct Shelf<'a> {
    tree: Tree,
    columns: Vec<Column<'a>>,
    depth: usize,
    count: Count,
    is_damaged: bool,
    /// What stands behind the last column.
    behind: &'a [u8],
    /// Whether this is the later shelf itself.
    is_later: bool,
    later: Option<Box<Shelf<'a>>>,
}

impl<'a> Shelf<'a> {
    fn open(mut bytes: &'a [u8]) -> Option<Self> {
        let count = number(&mut bytes)?;
        let mut heads = Vec::new();
        for _ in 0..count {
            heads.push(number(&mut bytes)?);
        }
        let mut columns = Vec::with_capacity(heads.len());
        for head in heads {
            let form = *Form::ALL.get(usize::try_from(head & 3).ok()?)?;
            let (own, rest) = bytes.split_at_checked(usize::try_from(head >> 2).ok()?)?;
            columns.push(Column { form, bytes: own, last: 0, counted: 0, texts: Vec::new() });
            bytes = rest;
        }
        let mut tree = Tree::default();
        tree.root();
        Some(Self {
            tree,
            columns,
            depth: 0,
            count: Count::default(),
            is_damaged: false,
            behind: bytes,
            is_later: false,
            later: None,
        })
    }

    /// Whether every column was read to its end, and nothing was damaged.
    fn is_sound(&self) -> bool {
        !self.is_damaged && self.columns.iter().all(|column| column.bytes.is_empty())
    }

    /// The next value of what stands on the later shelf; nothing where there is none.
    pub fn later<T: Columns + Default>(&mut self, outer: usize, part: u32) -> T {
        let column = self.inner(outer, part);
        if self.is_later {
            return T::read(self, outer, part);
        }
        match (self.later.as_deref_mut(), u32::try_from(column)) {
            (Some(later), Ok(column)) => T::read(later, 0, column),
            _ => T::default(),
        }
    }

    /// The column of a kind of record, wherever one stands.
    pub fn named(&mut self, name: &'static str, outer: usize, part: u32) -> usize {
        // The place where it stands is counted, though nothing is written there.
        self.inner(outer, part);
        self.tree.named(name)
    }

    /// The column of one part of what stands in `outer`.
    pub fn inner(&mut self, outer: usize, part: u32) -> usize {
        if outer == NOTHING { 0 } else { self.tree.inner(outer, part) }
    }

    /// Which of `count` kinds the next value of an enum is, the first for damage.
    ///
    /// To be left again: no value stands in others without end.
    pub fn enter(&mut self, column: usize, count: u32) -> u32 {
        self.depth += 1;
        self.is_damaged |= self.depth > DEEPEST;
        let place = self.take(column);
        let place = u32::try_from(place).ok().filter(|place| *place < count);
        let place = self.sound(place);
        self.inner(column, place);
        place
    }

    /// What is left after what was [entered](Self::enter).
    pub fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// The next number of a kind of reference.
    pub fn reference(&mut self, name: &'static str, outer: usize, part: u32) -> u16 {
        let column = self.inner(outer, part);
        let code = self.take(column);
        if name != COUNTED {
            return self.sound(code.try_into().ok());
        }
        let counted = self.columns.get_mut(column).and_then(|column| {
            column.counted = self.count.number(code, column.counted)?;
            u16::try_from(column.counted).ok()
        });
        self.sound(counted)
    }

    /// The value, or nothing and a note that something is damaged.
    fn sound<T: Default>(&mut self, value: Option<T>) -> T {
        self.is_damaged |= value.is_none();
        value.unwrap_or_default()
    }

    fn number(&mut self, outer: usize, part: u32) -> i64 {
        let column = self.inner(outer, part);
        self.take(column)
    }

    fn take(&mut self, column: usize) -> i64 {
        // Once damaged, everything is the shortest there is, and the end is near.
        let number = if self.is_damaged { None } else { self.next(column) };
        self.sound(number)
    }

    fn next(&mut self, column: usize) -> Option<i64> {
        let column = self.columns.get_mut(column)?;
        let number = number(&mut column.bytes)?;
        let signed = (number >> 1).cast_signed() ^ -(number & 1).cast_signed();
        column.last = match column.form {
            Form::Plain => number.cast_signed(),
            Form::Signed => signed,
            Form::Steps => column.last.wrapping_add(signed),
        };
        Some(column.last)
    }

    fn text(&mut self, column: usize) -> Option<&'a str> {
        let column = self.columns.get_mut(column)?;
        let (&first, rest) = column.bytes.split_first()?;
        let text = if let Some(ago) = first.checked_sub(AGAIN).filter(|ago| *ago < AGO) {
            let place = column.texts.len().checked_sub(1 + usize::from(ago))?;
            column.bytes = rest;
            column.texts.remove(place)
        } else {
            let end = column.bytes.iter().position(|&byte| byte == END)?;
            let (text, rest) = column.bytes.split_at_checked(end)?;
            column.bytes = rest.get(1..)?;
            core::str::from_utf8(text).ok()?
        };
        column.texts.push(text);
        Some(text)
    }
}

/// A number of seven bits a byte, the lowest first.
pub(in super::super) fn number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return Some(number);
        }
    }
    None
}

/// Numbers of every width are one kind of number.
macro_rules! numbers {
    ($($number:ident)*) => {$(
        impl Columns for $number {
            fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
                let number = shelf.number(outer, part);
                shelf.sound(number.try_into().ok())
            }
        }
    )*};
}

numbers! { u8 u16 u32 i32 i64 }

impl Columns for bool {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        shelf.number(outer, part) != 0
    }
}

impl Columns for String {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        let column = shelf.inner(outer, part);
        let text = shelf.text(column);
        shelf.sound(text).to_owned()
    }
}

impl<T: Columns> Columns for Option<T> {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        let column = shelf.inner(outer, part);
        (shelf.take(column) != 0).then(|| T::read(shelf, column, 0))
    }
}

impl<T: Columns> Columns for Vec<T> {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        let column = shelf.inner(outer, part);
        let mut list = Self::new();
        for _ in 0..shelf.take(column) {
            if shelf.is_damaged {
                break;
            }
            list.push(T::read(shelf, column, 0));
        }
        list
    }
}

impl<T: Columns> Columns for Box<T> {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        Self::new(T::read(shelf, outer, part))
    }
}

impl<A: Columns, B: Columns> Columns for (A, B) {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        let column = shelf.inner(outer, part);
        (A::read(shelf, column, 0), B::read(shelf, column, 1))
    }
}

impl<A: Columns, B: Columns, C: Columns> Columns for (A, B, C) {
    fn read(shelf: &mut Shelf<'_>, outer: usize, part: u32) -> Self {
        let column = shelf.inner(outer, part);
        (A::read(shelf, column, 0), B::read(shelf, column, 1), C::read(shelf, column, 2))
    }
}
