//! Writing records as columns.

use serde::ser::{
    Serialize, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleVariant, Serializer,
};

use super::{AGAIN, AGO, COUNTED, Count, END, Form, LATER, Tree, Unfit};

/// Appends the records to `bytes`, and what only their details need to `details`.
pub(in super::super) fn to_extend<T: Serialize + ?Sized>(
    value: &T,
    bytes: &mut Vec<u8>,
    details: &mut Vec<u8>,
) -> Result<(), Unfit> {
    let mut shelf = Shelf::new();
    shelf.later = Some(Box::new(Shelf::new()));
    value.serialize(Cell { shelf: &mut shelf, column: 0, is_counted: false })?;
    if let Some(later) = shelf.later.take() {
        later.finish(details);
    }
    shelf.finish(bytes);
    Ok(())
}

/// Writes a field on the later shelf, for `#[serde(serialize_with = "later")]`.
pub(in super::super) fn later<T: Serialize + ?Sized, S: Serializer>(
    value: &T,
    to: S,
) -> Result<S::Ok, S::Error> {
    to.serialize_newtype_struct(LATER, value)
}

#[derive(Clone, Default)]
struct Column {
    numbers: Vec<i64>,
    /// The last number that was counted.
    last: i64,
    text: Vec<u8>,
    /// The texts so far, the last one met at the end.
    texts: Vec<String>,
}

#[derive(Default)]
struct Shelf {
    tree: Tree,
    columns: Vec<Column>,
    count: Count,
    /// What only the details need; the later shelf itself has none.
    later: Option<Box<Shelf>>,
}

impl Shelf {
    fn new() -> Self {
        let mut shelf = Self::default();
        shelf.tree.root();
        shelf
    }

    fn column(&mut self, column: usize) -> Result<&mut Column, Unfit> {
        if self.columns.len() <= column {
            self.columns.resize(column + 1, Column::default());
        }
        self.columns.get_mut(column).ok_or(Unfit)
    }

    fn finish(mut self, bytes: &mut Vec<u8>) {
        self.columns.resize(self.tree.inner.len(), Column::default());
        let columns: Vec<(Form, Vec<u8>)> = self.columns.into_iter().map(Column::written).collect();
        number(bytes, columns.len() as u64);
        for (form, column) in &columns {
            number(bytes, (column.len() as u64) << 2 | *form as u64);
        }
        for (_, column) in columns {
            bytes.extend(column);
        }
    }
}

impl Column {
    /// Writes a text, or how long ago it stood here.
    fn say(&mut self, text: &str) {
        let ago = self.texts.iter().rev().zip(0..AGO).find(|(known, _)| *known == text);
        if let Some((_, ago)) = ago {
            self.text.push(AGAIN + ago);
            self.texts.remove(self.texts.len() - 1 - usize::from(ago));
        } else {
            self.text.extend(text.as_bytes());
            self.text.push(END);
        }
        self.texts.push(text.to_owned());
    }

    /// In the form that says the same in the fewest bits.
    fn written(self) -> (Form, Vec<u8>) {
        if self.numbers.is_empty() {
            return (Form::Plain, self.text);
        }
        let written = Form::ALL.map(|form| (form, self.in_form(form)));
        let best = written.into_iter().min_by_key(|(_, bytes)| weight(bytes));
        best.unwrap_or((Form::Plain, Vec::new()))
    }

    fn in_form(&self, form: Form) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut last = 0;
        for &value in &self.numbers {
            let signed = match form {
                Form::Plain | Form::Signed => value,
                Form::Steps => value.wrapping_sub(last),
            };
            last = value;
            number(
                &mut bytes,
                match form {
                    Form::Plain => value.cast_unsigned(),
                    Form::Signed | Form::Steps => ((signed << 1) ^ (signed >> 63)).cast_unsigned(),
                },
            );
        }
        bytes
    }
}

/// About how many bits a packer will need, in eighths: each byte by how rare it is.
fn weight(bytes: &[u8]) -> u64 {
    let eighths = |count: usize| u64::from((count as u128).pow(8).ilog2());
    let mut counts = [0_usize; 256];
    for &byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let all = eighths(bytes.len());
    let used = counts.into_iter().filter(|&count| count > 0);
    used.map(|count| count as u64 * (all - eighths(count))).sum()
}

/// A number of seven bits a byte, the lowest first.
pub(in super::super) fn number(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        bytes.push(number.to_le_bytes()[0] | 128);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// The next value of a column.
struct Cell<'s> {
    shelf: &'s mut Shelf,
    column: usize,
    is_counted: bool,
}

impl<'s> Cell<'s> {
    fn number(self, number: impl Into<i64>) -> Result<(), Unfit> {
        let mut number = number.into();
        if self.is_counted {
            let last = std::mem::replace(&mut self.shelf.column(self.column)?.last, number);
            number = self.shelf.count.code(number, last);
        }
        self.shelf.column(self.column)?.numbers.push(number);
        Ok(())
    }

    fn inner(self, part: u32) -> Self {
        let column = self.shelf.tree.inner(self.column, part);
        Self { column, ..self }
    }

    fn named(self, name: &'static str) -> Self {
        let column = self.shelf.tree.named(name);
        Self { column, ..self }
    }

    fn parts(self, is_record: bool) -> Parts<'s> {
        Parts { shelf: self.shelf, column: self.column, part: 0, is_record }
    }

    fn variant(self, name: &'static str, variant: u32) -> Result<Self, Unfit> {
        let cell = self.named(name);
        cell.shelf.column(cell.column)?.numbers.push(variant.into());
        Ok(cell.inner(variant))
    }
}

/// Kinds of values that no record holds.
macro_rules! unfit {
    ($($name:ident($($kind:ty),*);)*) => {$(
        fn $name(self, $(_: $kind),*) -> Result<(), Unfit> {
            Err(Unfit)
        }
    )*};
}

/// Numbers of every width are one kind of number.
macro_rules! numbers {
    ($($name:ident($kind:ty);)*) => {$(
        fn $name(self, value: $kind) -> Result<(), Unfit> {
            self.number(value)
        }
    )*};
}

impl<'s> Serializer for Cell<'s> {
    type Ok = ();
    type Error = Unfit;
    type SerializeSeq = Parts<'s>;
    type SerializeTuple = Parts<'s>;
    type SerializeTupleStruct = serde::ser::Impossible<(), Unfit>;
    type SerializeTupleVariant = Parts<'s>;
    type SerializeMap = serde::ser::Impossible<(), Unfit>;
    type SerializeStruct = Parts<'s>;
    type SerializeStructVariant = Parts<'s>;

    numbers! {
        serialize_bool(bool);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_i32(i32);
        serialize_i64(i64);
    }

    unfit! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_unit();
        serialize_unit_struct(&'static str);
    }

    fn serialize_str(self, text: &str) -> Result<(), Unfit> {
        if text.as_bytes().contains(&END) {
            return Err(Unfit);
        }
        let column = self.shelf.column(self.column)?;
        column.say(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unfit> {
        self.number(0)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unfit> {
        self.shelf.column(self.column)?.numbers.push(1);
        value.serialize(self.inner(0))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        if name != LATER || self.shelf.later.is_none() {
            return value.serialize(Self { is_counted: name == COUNTED, ..self });
        }
        let part = u32::try_from(self.column).map_err(|_| Unfit)?;
        let shelf = self.shelf.later.as_deref_mut().ok_or(Unfit)?;
        let column = shelf.tree.inner(0, part);
        value.serialize(Cell { shelf, column, is_counted: false })
    }

    fn serialize_seq(self, count: Option<usize>) -> Result<Parts<'s>, Unfit> {
        let count = count.and_then(|count| i64::try_from(count).ok()).ok_or(Unfit)?;
        self.shelf.column(self.column)?.numbers.push(count);
        Ok(self.parts(false))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'s>, Unfit> {
        Ok(self.parts(true))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unfit> {
        Err(Unfit)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unfit> {
        Err(Unfit)
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Parts<'s>, Unfit> {
        Ok(self.named(name).parts(true))
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        variant: u32,
        _: &'static str,
    ) -> Result<(), Unfit> {
        self.variant(name, variant).map(|_| ())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        variant: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        value.serialize(self.variant(name, variant)?.inner(0))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'s>, Unfit> {
        Ok(self.variant(name, variant)?.parts(true))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        variant: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'s>, Unfit> {
        Ok(self.variant(name, variant)?.parts(true))
    }
}

/// The parts of a value: those of a list stand in one column, those of a record
/// each in its own.
struct Parts<'s> {
    shelf: &'s mut Shelf,
    column: usize,
    part: u32,
    is_record: bool,
}

impl Parts<'_> {
    fn put<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        let cell =
            Cell { shelf: self.shelf, column: self.column, is_counted: false }.inner(self.part);
        self.part += u32::from(self.is_record);
        value.serialize(cell)
    }
}

macro_rules! parts {
    ($($name:ident $put:ident $(($key:ty))?;)*) => {$(
        impl $name for Parts<'_> {
            type Ok = ();
            type Error = Unfit;

            fn $put<T: Serialize + ?Sized>(&mut self, $(_: $key,)? value: &T) -> Result<(), Unfit> {
                self.put(value)
            }

            fn end(self) -> Result<(), Unfit> {
                Ok(())
            }
        }
    )*};
}

parts! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleVariant serialize_field;
    SerializeStruct serialize_field (&'static str);
    SerializeStructVariant serialize_field (&'static str);
}
