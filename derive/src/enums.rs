//! Enums: a variant that holds nothing is a text, any other an object with one field, named as the variant.

use crate::attributes::{Container, variant_name};
use crate::naming::Case;
use crate::structs::{fields_of, nothing_said, only_known};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{DataEnum, Error, Fields, Ident, Variant};

pub fn implementation(name: &Ident, container: &Container, data: &DataEnum) -> Result<TokenStream, Error> {
    if container.default || container.transparent {
        return Err(Error::new_spanned(name, "`default` and `transparent` are for structs"));
    }
    let (plain, holding): (Vec<&Variant>, Vec<&Variant>) = data
        .variants
        .iter()
        .partition(|variant| matches!(variant.fields, Fields::Unit));
    let plain_names = names(&plain, container.rename_all)?;
    let plain_arms = arms(plain.iter().map(|variant| {
        let ident = &variant.ident;
        quote!(Self::#ident)
    }));
    let read = match (plain.is_empty(), holding.is_empty()) {
        (true, true) => return Err(Error::new_spanned(name, "an enum without variants cannot be read")),
        (false, true) => quote! {
            let at = crate::model::from_json::name_among(value, &[#(#plain_names),*])?;
            ::std::result::Result::Ok(match at { #plain_arms })
        },
        (no_plain, false) => {
            let holding_names = names(&holding, container.rename_all)?;
            let mut contents = Vec::new();
            for variant in &holding {
                contents.push(content(container, variant)?);
            }
            let holding_arms = arms(contents.into_iter());
            let plain = (!no_plain).then(|| {
                quote! {
                    if let ::std::option::Option::Some(at) = variant.plain() {
                        return ::std::result::Result::Ok(match at { #plain_arms });
                    }
                }
            });
            quote! {
                let variant = crate::model::from_json::Variant::of(
                    value,
                    &[#(#plain_names),*],
                    &[#(#holding_names),*],
                )?;
                #plain
                ::std::result::Result::Ok(match variant.holding() { #holding_arms })
            }
        }
    };
    Ok(quote! {
        impl crate::model::from_json::FromJson for #name {
            fn from_json(
                value: &::serde_json::Value,
            ) -> ::std::result::Result<Self, crate::model::from_json::JsonError> {
                #read
            }
        }
    })
}

/// The variants' names in JSON, in order.
fn names(variants: &[&Variant], case: Option<Case>) -> Result<Vec<String>, Error> {
    variants
        .iter()
        .map(|variant| {
            let own = variant.ident.unraw().to_string();
            Ok(match (variant_name(&variant.attrs)?, case) {
                (Some(renamed), _) => renamed,
                (None, Some(case)) => case.of_variant(&own),
                (None, None) => own,
            })
        })
        .collect()
}

/// `0 => …, 1 => …, _ => …`: the position was found among the names, so the last arm needs no number.
fn arms(values: impl ExactSizeIterator<Item = TokenStream>) -> TokenStream {
    let last = values.len().saturating_sub(1);
    values
        .enumerate()
        .map(|(at, value)| {
            let number = Literal::usize_unsuffixed(at);
            let pattern = if at == last { quote!(_) } else { quote!(#number) };
            quote!(#pattern => #value,)
        })
        .collect()
}

/// What reads a variant with what it holds.
fn content(container: &Container, variant: &Variant) -> Result<TokenStream, Error> {
    let ident = &variant.ident;
    match &variant.fields {
        Fields::Named(fields) => {
            let only = only_known(container, fields)?;
            let fields = fields_of(fields)?;
            Ok(quote! {{
                let object = variant.object()?;
                let object = &object;
                #only
                Self::#ident { #fields }
            }})
        }
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            for field in &fields.unnamed {
                nothing_said(field)?;
            }
            Ok(quote!(Self::#ident(variant.content()?)))
        }
        _ => Err(Error::new_spanned(
            variant,
            "FromJson wants a variant's fields named when it has several",
        )),
    }
}
