//! Records: a plain reader for each, without serde's visitors.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{
    Attribute, Data, DeriveInput, Error, Fields, Ident, Meta, MetaNameValue, Result, Variant,
};

/// The `Columns` of a struct or an enum.
pub(crate) fn read(input: &DeriveInput) -> Result<TokenStream> {
    let DeriveInput { ident, data, .. } = input;
    let name = ident.to_string();
    let body = match data {
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                quote!(Self(shelf.reference(#name, outer, part)))
            }
            fields => {
                let made = record(&quote!(Self), fields, &quote!(own));
                quote! { let own = shelf.named(#name, outer, part); #made }
            }
        },
        Data::Enum(data) => variants(&name, data.variants.iter())?,
        Data::Union(_) => return Err(Error::new(ident.span(), "a union has no columns")),
    };
    Ok(quote! {
        impl crate::engine::knowledge::Columns for #ident {
            #[inline(never)]
            fn read(
                shelf: &mut crate::engine::knowledge::Shelf<'_>,
                outer: usize,
                part: u32,
            ) -> Self {
                #body
            }
        }
    })
}

fn variants<'v>(name: &str, variants: impl Iterator<Item = &'v Variant>) -> Result<TokenStream> {
    let variants: Vec<&Variant> = variants.collect();
    let Some((first, others)) = variants.split_first() else {
        return Err(Error::new(Span::call_site(), "an enum without variants has no columns"));
    };
    let arms = others.iter().zip(1_u32..).map(|(variant, place)| {
        let made = of_variant(variant, place);
        quote!(#place => #made)
    });
    let first = of_variant(first, 0);
    let count = u32::try_from(variants.len()).unwrap_or(u32::MAX);
    Ok(quote! {
        let own = shelf.named(#name, outer, part);
        let made = match shelf.enter(own, #count) { #(#arms,)* _ => #first };
        shelf.leave();
        made
    })
}

fn of_variant(variant: &Variant, place: u32) -> TokenStream {
    let Variant { ident, fields, .. } = variant;
    match fields {
        Fields::Unit => quote!(Self::#ident),
        fields => {
            let made = record(&quote!(Self::#ident), fields, &quote!(own));
            quote!({ let own = shelf.inner(own, #place); #made })
        }
    }
}

/// A value, each of its fields from a column of its own.
fn record(maker: &TokenStream, fields: &Fields, own: &TokenStream) -> TokenStream {
    let mut part = 0_u32;
    let mut values = fields.iter().map(|field| {
        let value = if field.attrs.iter().any(is_skip) {
            quote!(Default::default())
        } else {
            let value = if field.attrs.iter().any(is_later) {
                quote!(shelf.later(#own, #part))
            } else {
                quote!(crate::engine::knowledge::Columns::read(shelf, #own, #part))
            };
            part += 1;
            value
        };
        (field.ident.clone(), value)
    });
    if let Fields::Named(_) = fields {
        let values = values.map(|(name, value)| quote!(#name: #value));
        quote!(#maker { #(#values),* })
    } else {
        let values = values.by_ref().map(|(_, value): (Option<Ident>, _)| value);
        quote!(#maker(#(#values),*))
    }
}

/// Whether a field arrives with the details: `#[serde(serialize_with = "later")]`.
fn is_later(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("serde") => {
            list.parse_args::<MetaNameValue>().is_ok_and(|it| it.path.is_ident("serialize_with"))
        }
        _ => false,
    }
}

fn is_skip(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("serde") => {
            list.parse_args::<Ident>().is_ok_and(|word| word == "skip")
        }
        _ => false,
    }
}
