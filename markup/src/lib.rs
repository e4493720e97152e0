//! `html!` as yew has it, written out as calls.
//!
//! yew's own macro writes the making of each element out in place, several
//! hundred bytes of program every time. This one reads the same markup and
//! writes a chain of calls to `crate::ui::markup`; components are left to yew.
//! Why, and what it saves: `docs/decisions/0012-markup.md`.

mod node;
mod write;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Markup to one `Html`.
///
/// Elements, fragments, `{ expressions }`, text in quotes, `if`, `if let`, `else`
/// and `for`, as in yew's macro of the same name.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let nodes = parse_macro_input!(input as node::Nodes);
    write::html(&nodes.0).into()
}
