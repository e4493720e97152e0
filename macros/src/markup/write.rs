//! Writing: from the tree to calls.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, ExprLit, Ident, Lit};

use super::node::{Attribute, Branch, Element, Node, Otherwise};

/// One expression of type `Html`.
pub(crate) fn html(nodes: &[Node]) -> TokenStream {
    let made = together(nodes);
    quote!(crate::ui::markup::Child::node(#made))
}

/// One child that holds all of the nodes.
fn together(nodes: &[Node]) -> TokenStream {
    if let [node] = nodes { child(node) } else { group(nodes) }
}

fn group(nodes: &[Node]) -> TokenStream {
    let nodes = nodes.iter().map(child);
    quote!(crate::ui::markup::Group::new() #(.child(#nodes))*)
}

fn child(node: &Node) -> TokenStream {
    match node {
        Node::Element(made) => element(made),
        Node::Component(tokens) => quote!(::yew::html! { #tokens }),
        Node::Group(nodes) => group(nodes),
        Node::Text(literal) => literal.to_token_stream(),
        Node::Value(value) => value.to_token_stream(),
        Node::If(made) => branch(made),
        Node::For { each, of, body } => {
            let body = together(body);
            quote!({
                let mut nodes = crate::ui::markup::Group::new();
                for #each in #of {
                    nodes = nodes.child(#body);
                }
                nodes
            })
        }
    }
}

/// Both ways as nodes, unless each is one element: then the pointer is enough.
fn branch(branch: &Branch) -> TokenStream {
    let Branch { condition, then, otherwise } = branch;
    match (&then[..], otherwise.as_deref()) {
        ([Node::Element(then)], None) => {
            let then = element(then);
            quote!(if #condition { Some(#then) } else { None })
        }
        (then, otherwise) => {
            let then = html(then);
            let otherwise = match otherwise {
                None => html(&[]),
                Some(Otherwise::Nodes(nodes)) => html(nodes),
                Some(Otherwise::If(next)) => {
                    let next = self::branch(next);
                    quote!(crate::ui::markup::Child::node(#next))
                }
            };
            quote!(if #condition { #then } else { #otherwise })
        }
    }
}

fn element(element: &Element) -> TokenStream {
    let Element { name, attributes, children } = element;
    let is_field = matches!(name.value().as_str(), "input" | "textarea");
    let (own, calls): (Vec<_>, Vec<_>) =
        attributes.iter().partition(|attribute| !is_call(attribute, is_field));
    let keys = own.iter().map(|attribute| &attribute.name);
    let open = if own.iter().all(|attribute| literal(attribute).is_some()) {
        let values = own.iter().filter_map(|attribute| literal(attribute));
        quote!(crate::ui::markup::Tag::fixed(
            #name,
            &[#((#keys, ::yew::virtual_dom::AttributeOrProperty::Static(#values))),*],
        ))
    } else {
        let (names, values) = (keys.clone(), own.iter().map(|attribute| &attribute.value));
        quote!(crate::ui::markup::Tag::open(#name, &[#(#keys),*]) #(.set(#names, #values))*)
    };
    let calls = calls.into_iter().map(|Attribute { name, span, value }| {
        let name = Ident::new(if name == "ref" { "node_ref" } else { name }, *span);
        quote_spanned!(*span=> .#name(#value))
    });
    let children = children.iter().map(|node| {
        let made = child(node);
        quote!(.child(#made))
    });
    quote!(#open #(#calls)* #(#children)*)
}

/// Whether something is called for it, instead of an attribute being set.
fn is_call(attribute: &Attribute, is_field: bool) -> bool {
    match attribute.name.as_str() {
        "key" | "ref" => true,
        "value" | "checked" | "defaultvalue" => is_field,
        name => name.starts_with("on"),
    }
}

fn literal(attribute: &Attribute) -> Option<&syn::LitStr> {
    match &attribute.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}
