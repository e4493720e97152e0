//! What the program writes by itself, so that it stays small: how records are
//! read, and screens as calls. Why, and what it saves: `docs/decisions/0012-macros.md`.

mod columns;
mod markup;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Markup to one `Html`, as yew's macro of the same name, written out as calls to
/// `crate::ui::markup`.
///
/// Elements, fragments, `{ expressions }`, text in quotes, `if`, `if let`, `else`
/// and `for`. Components are left to yew's own macro.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let nodes = parse_macro_input!(input as markup::node::Nodes);
    markup::write::html(&nodes.0).into()
}

/// How a record is read from columns, in the order in which serde writes it.
///
/// What is `#[serde(skip)]` is left at its default, and so is what has
/// `#[serde(serialize_with = "later")]` until the details are there. Of an enum, the first variant
/// stands for damage, so it must not hold another value of the same type.
#[proc_macro_derive(Columns)]
pub fn columns(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    columns::read(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}
