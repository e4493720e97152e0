//! Reading records from columns.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
};

use super::{COUNTED, Count, DEEPEST, END, Form, Tree, Unfit};

/// Reads what [`super::to_extend`] wrote; damage is refused.
pub(in super::super) fn from_bytes<'a, T: serde::Deserialize<'a>>(
    bytes: &'a [u8],
) -> Result<T, Unfit> {
    let mut shelf = Shelf::open(bytes).ok_or(Unfit)?;
    let column = shelf.tree.root();
    let value = T::deserialize(Cell { shelf: &mut shelf, column, is_counted: false })?;
    let is_read = shelf.columns.iter().all(|column| column.bytes.is_empty());
    if is_read { Ok(value) } else { Err(Unfit) }
}

struct Column<'a> {
    form: Form,
    bytes: &'a [u8],
    last: i64,
    /// The last number that was counted.
    counted: i64,
}

struct Shelf<'a> {
    tree: Tree,
    columns: Vec<Column<'a>>,
    depth: usize,
    count: Count,
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
            columns.push(Column { form, bytes: own, last: 0, counted: 0 });
            bytes = rest;
        }
        Some(Self { tree: Tree::default(), columns, depth: 0, count: Count::default() })
    }

    fn number(&mut self, column: usize) -> Option<i64> {
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

    fn counted(&mut self, column: usize) -> Option<i64> {
        let code = self.number(column)?;
        let column = self.columns.get_mut(column)?;
        column.counted = self.count.number(code, column.counted)?;
        Some(column.counted)
    }

    fn length(&mut self, column: usize) -> Result<usize, Unfit> {
        self.number(column).and_then(|count| usize::try_from(count).ok()).ok_or(Unfit)
    }

    fn text(&mut self, column: usize) -> Option<&'a str> {
        let column = self.columns.get_mut(column)?;
        let end = column.bytes.iter().position(|&byte| byte == END)?;
        let (text, rest) = column.bytes.split_at_checked(end)?;
        column.bytes = rest.get(1..)?;
        core::str::from_utf8(text).ok()
    }
}

/// A number of seven bits a byte, the lowest first.
fn number(bytes: &mut &[u8]) -> Option<u64> {
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

/// The next value of a column.
struct Cell<'s, 'a> {
    shelf: &'s mut Shelf<'a>,
    column: usize,
    is_counted: bool,
}

impl<'s, 'a> Cell<'s, 'a> {
    fn number<T: TryFrom<i64>>(self) -> Result<T, Unfit> {
        let Self { shelf, column, is_counted } = self;
        let number = if is_counted { shelf.counted(column) } else { shelf.number(column) };
        let number = number.ok_or(Unfit)?;
        T::try_from(number).map_err(|_| Unfit)
    }

    fn inner(self, part: u32) -> Self {
        let column = self.shelf.tree.inner(self.column, part);
        Self { column, ..self }
    }

    fn parts(self, left: usize, is_record: bool) -> Parts<'s, 'a> {
        Parts { shelf: self.shelf, column: self.column, part: 0, left, is_record }
    }

    /// What `read` makes of the inside of a value.
    fn inside<T>(
        shelf: &mut Shelf<'a>,
        read: impl FnOnce(&mut Shelf<'a>) -> Result<T, Unfit>,
    ) -> Result<T, Unfit> {
        shelf.depth += 1;
        if shelf.depth > DEEPEST {
            return Err(Unfit);
        }
        let value = read(shelf);
        shelf.depth -= 1;
        value
    }
}

/// Numbers of every width are one kind of number.
macro_rules! numbers {
    ($($from:ident $to:ident;)*) => {$(
        fn $from<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Unfit> {
            visitor.$to(self.number()?)
        }
    )*};
}

impl<'a> Deserializer<'a> for Cell<'_, 'a> {
    type Error = Unfit;

    numbers! {
        deserialize_u8 visit_u8;
        deserialize_u16 visit_u16;
        deserialize_u32 visit_u32;
        deserialize_i32 visit_i32;
        deserialize_i64 visit_i64;
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_bool(self.number::<u8>()? != 0)
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_borrowed_str(self.shelf.text(self.column).ok_or(Unfit)?)
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.shelf.number(self.column).ok_or(Unfit)? == 0 {
            visitor.visit_none()
        } else {
            visitor.visit_some(self.inner(0))
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(Self { is_counted: name == COUNTED, ..self })
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let count = self.shelf.length(self.column)?;
        visitor.visit_seq(self.parts(count, false))
    }

    fn deserialize_tuple<V: Visitor<'a>>(
        self,
        count: usize,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_seq(self.parts(count, true))
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        let column = self.shelf.tree.named(name);
        visitor.visit_seq(Self { column, ..self }.parts(fields.len(), true))
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        let column = self.shelf.tree.named(name);
        Self::inside(self.shelf, |shelf| {
            visitor.visit_enum(Cell { shelf, column, is_counted: false })
        })
    }

    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Unfit> {
        // Columns do not say what they hold.
        Err(Unfit)
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'a>>
        i8 i16 i128 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct map
        identifier ignored_any
    }
}

/// The parts of a value: those of a list stand in one column, those of a record
/// each in its own.
struct Parts<'s, 'a> {
    shelf: &'s mut Shelf<'a>,
    column: usize,
    part: u32,
    left: usize,
    is_record: bool,
}

impl<'a> SeqAccess<'a> for Parts<'_, 'a> {
    type Error = Unfit;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unfit> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let cell =
            Cell { shelf: self.shelf, column: self.column, is_counted: false }.inner(self.part);
        self.part += u32::from(self.is_record);
        seed.deserialize(cell).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'a> EnumAccess<'a> for Cell<'_, 'a> {
    type Error = Unfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Unfit> {
        let variant: u32 = self.shelf.length(self.column)?.try_into().map_err(|_| Unfit)?;
        let to: U32Deserializer<Unfit> = variant.into_deserializer();
        Ok((seed.deserialize(to)?, self.inner(variant)))
    }
}

impl<'a> VariantAccess<'a> for Cell<'_, 'a> {
    type Error = Unfit;

    fn unit_variant(self) -> Result<(), Unfit> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Unfit> {
        seed.deserialize(self.inner(0))
    }

    fn tuple_variant<V: Visitor<'a>>(self, count: usize, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_tuple(count, visitor)
    }

    fn struct_variant<V: Visitor<'a>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}
