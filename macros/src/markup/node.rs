//! Reading: from tokens to a tree of nodes.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Ident, Lit, LitStr, Pat, Result, Token, braced, token};

/// Nodes side by side.
pub(crate) struct Nodes(pub(crate) Vec<Node>);

/// What stands at one place of the markup.
pub(crate) enum Node {
    Element(Element),
    /// A component with everything it encloses, as it was written.
    Component(TokenStream),
    Group(Vec<Node>),
    Text(Lit),
    Value(Expr),
    If(Branch),
    For {
        each: Box<Pat>,
        of: Box<Expr>,
        body: Vec<Node>,
    },
}

/// `<name key="value"> … </name>`
pub(crate) struct Element {
    pub(crate) name: LitStr,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
}

/// `name="value"`, `name={value}` or, for `name={name}`, `{name}`.
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Expr,
}

/// `if … { … } else …`
pub(crate) struct Branch {
    pub(crate) condition: Expr,
    pub(crate) then: Vec<Node>,
    pub(crate) otherwise: Option<Box<Otherwise>>,
}

pub(crate) enum Otherwise {
    If(Branch),
    Nodes(Vec<Node>),
}

impl Parse for Nodes {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut nodes = Vec::new();
        while !input.is_empty() && !is_closing(input) {
            nodes.push(input.parse()?);
        }
        Ok(Self(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![if]) {
            return input.parse().map(Self::If);
        }
        if input.peek(Token![for]) {
            return looped(input);
        }
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            return content.parse().map(Self::Value);
        }
        if input.peek(Lit) {
            return input.parse().map(Self::Text);
        }
        if !input.peek(Token![<]) {
            return input.parse().map(Self::Value);
        }
        if input.peek2(Token![>]) {
            return fragment(input);
        }
        let ahead = input.fork();
        ahead.parse::<Token![<]>()?;
        let name = ahead.call(Ident::parse_any)?.to_string();
        if name.starts_with(|first: char| first.is_ascii_uppercase()) {
            return component(input, &name).map(Self::Component);
        }
        input.parse().map(Self::Element)
    }
}

fn is_closing(input: ParseStream) -> bool {
    input.peek(Token![<]) && input.peek2(Token![/])
}

fn looped(input: ParseStream) -> Result<Node> {
    input.parse::<Token![for]>()?;
    let each = Box::new(Pat::parse_single(input)?);
    input.parse::<Token![in]>()?;
    let of = Box::new(input.call(Expr::parse_without_eager_brace)?);
    Ok(Node::For { each, of, body: block(input)? })
}

fn block(input: ParseStream) -> Result<Vec<Node>> {
    let content;
    braced!(content in input);
    let nodes: Nodes = content.parse()?;
    if content.is_empty() { Ok(nodes.0) } else { Err(content.error("nothing is open here")) }
}

fn fragment(input: ParseStream) -> Result<Node> {
    input.parse::<Token![<]>()?;
    input.parse::<Token![>]>()?;
    let nodes: Nodes = input.parse()?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    input.parse::<Token![>]>()?;
    Ok(Node::Group(nodes.0))
}

impl Parse for Branch {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = input.call(Expr::parse_without_eager_brace)?;
        let then = block(input)?;
        let otherwise = if input.parse::<Option<Token![else]>>()?.is_none() {
            None
        } else if input.peek(Token![if]) {
            Some(Box::new(Otherwise::If(input.parse()?)))
        } else {
            Some(Box::new(Otherwise::Nodes(block(input)?)))
        };
        Ok(Self { condition, then, otherwise })
    }
}

impl Parse for Element {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![<]>()?;
        let name = input.call(Ident::parse_any)?;
        let mut attributes = Vec::new();
        while !input.peek(Token![/]) && !input.peek(Token![>]) {
            attributes.push(input.parse()?);
        }
        let is_empty = input.parse::<Option<Token![/]>>()?.is_some();
        input.parse::<Token![>]>()?;
        let children = if is_empty { Vec::new() } else { inside(input, &name)? };
        let name = LitStr::new(&name.to_string(), name.span());
        Ok(Self { name, attributes, children })
    }
}

/// What an element encloses, and its end.
fn inside(input: ParseStream, name: &Ident) -> Result<Vec<Node>> {
    let nodes: Nodes = input.parse()?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    let end = input.call(Ident::parse_any)?;
    if end != *name {
        return Err(Error::new(end.span(), format!("<{name}> is still open")));
    }
    input.parse::<Token![>]>()?;
    Ok(nodes.0)
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let value: Ident = content.parse()?;
            let (name, span) = (value.to_string(), value.span());
            return Ok(Self { name, span, value: syn::parse_quote!(#value) });
        }
        let first = input.call(Ident::parse_any)?;
        let mut name = first.to_string();
        while input.parse::<Option<Token![-]>>()?.is_some() {
            name = format!("{name}-{}", input.call(Ident::parse_any)?);
        }
        input.parse::<Token![=]>()?;
        let value = if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            content.parse()?
        } else {
            let literal: Lit = input.parse()?;
            syn::parse_quote!(#literal)
        };
        Ok(Self { name, span: first.span(), value })
    }
}

/// The tokens of a component, to the end of its last tag.
fn component(input: ParseStream, name: &str) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    if !tag(input, &mut tokens)? {
        while !is_end_of(input, name) {
            let token: TokenTree = input.parse()?;
            tokens.extend([token]);
        }
        tag(input, &mut tokens)?;
    }
    Ok(tokens)
}

fn is_end_of(input: ParseStream, name: &str) -> bool {
    let ahead = input.fork();
    ahead.parse::<Token![<]>().is_ok()
        && ahead.parse::<Token![/]>().is_ok()
        && ahead.call(Ident::parse_any).is_ok_and(|end| end == name)
}

/// Takes one tag over, with the types in its angle brackets; true if it closes itself.
fn tag(input: ParseStream, tokens: &mut TokenStream) -> Result<bool> {
    let (mut depth, mut last) = (0_usize, ' ');
    loop {
        let token: TokenTree = input.parse()?;
        let sign = if let TokenTree::Punct(punct) = &token { punct.as_char() } else { ' ' };
        tokens.extend([token]);
        match sign {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Ok(last == '/');
        }
        last = sign;
    }
}
