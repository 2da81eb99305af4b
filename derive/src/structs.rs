//! Structs: objects with named fields, or one value in a type of its own.

use crate::attributes::{Absent, Container, Field};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Error, Fields, FieldsNamed, Ident};

pub fn implementation(name: &Ident, container: &Container, fields: &Fields) -> Result<TokenStream, Error> {
    match fields {
        Fields::Named(_) if container.transparent => Err(Error::new_spanned(
            name,
            "`transparent` is for a struct around one unnamed value",
        )),
        Fields::Named(fields) => object(name, container, fields),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            for field in &fields.unnamed {
                nothing_said(field)?;
            }
            if container.default || container.deny_unknown_fields {
                return Err(Error::new_spanned(
                    name,
                    "a struct around one value has no fields to speak of",
                ));
            }
            Ok(quote! {
                impl crate::model::from_json::FromJson for #name {
                    fn from_json(
                        value: &::serde_json::Value,
                    ) -> ::std::result::Result<Self, crate::model::from_json::JsonError> {
                        crate::model::from_json::FromJson::from_json(value).map(Self)
                    }
                }
            })
        }
        other => Err(Error::new_spanned(
            if other.is_empty() {
                quote!(#name)
            } else {
                quote!(#other)
            },
            "FromJson wants named fields, or exactly one without a name",
        )),
    }
}

fn object(name: &Ident, container: &Container, fields: &FieldsNamed) -> Result<TokenStream, Error> {
    let only = only_known(container, fields)?;
    let built = if container.default {
        fields_over_default(fields)?
    } else {
        let fields = fields_of(fields)?;
        quote!(::std::result::Result::Ok(Self { #fields }))
    };
    Ok(quote! {
        impl crate::model::from_json::FromObject for #name {
            fn from_object(
                object: &crate::model::from_json::Object<'_>,
            ) -> ::std::result::Result<Self, crate::model::from_json::JsonError> {
                #only
                #built
            }
        }

        impl crate::model::from_json::FromJson for #name {
            fn from_json(
                value: &::serde_json::Value,
            ) -> ::std::result::Result<Self, crate::model::from_json::JsonError> {
                <Self as crate::model::from_json::FromObject>::from_object(
                    &crate::model::from_json::Object::of(value)?,
                )
            }
        }
    })
}

/// `a: object.take("a")?, …` for each field, in braces to be put.
pub fn fields_of(fields: &FieldsNamed) -> Result<TokenStream, Error> {
    let mut all = TokenStream::new();
    for field in &fields.named {
        let (ident, name, said) = parts(field)?;
        all.extend(match said.absent {
            Absent::AsItsType => quote!(#ident: object.take(#name)?,),
            Absent::Default => quote!(#ident: object.take_or(#name, ::std::default::Default::default)?,),
            Absent::Given(path) => quote!(#ident: object.take_or(#name, #path)?,),
        });
    }
    Ok(all)
}

/// The check that there is no other field, where the type asks for it.
pub fn only_known(container: &Container, fields: &FieldsNamed) -> Result<TokenStream, Error> {
    if !container.deny_unknown_fields {
        return Ok(TokenStream::new());
    }
    let mut names = Vec::new();
    for field in &fields.named {
        names.push(parts(field)?.1);
    }
    Ok(quote!(object.has_only(&[#(#names),*])?;))
}

/// Fields put into the type's default where they are there.
fn fields_over_default(fields: &FieldsNamed) -> Result<TokenStream, Error> {
    let mut each = TokenStream::new();
    for field in &fields.named {
        let (ident, name, said) = parts(field)?;
        if !matches!(said.absent, Absent::AsItsType) {
            return Err(Error::new_spanned(ident, "`default` stands on the type already"));
        }
        each.extend(quote! {
            if let ::std::option::Option::Some(found) = object.find(#name)? {
                whole.#ident = found;
            }
        });
    }
    Ok(quote! {
        let mut whole = <Self as ::std::default::Default>::default();
        #each
        ::std::result::Result::Ok(whole)
    })
}

/// A field with its name in JSON and what is said on it.
fn parts(field: &syn::Field) -> Result<(&Ident, String, Field), Error> {
    let mut said = Field::of(&field.attrs)?;
    let ident = field
        .ident
        .as_ref()
        .ok_or_else(|| Error::new_spanned(field, "a field without a name"))?;
    let name = said.rename.take().unwrap_or_else(|| ident.unraw().to_string());
    Ok((ident, name, said))
}

/// Refuses attributes where there is nothing that they could say.
pub fn nothing_said(field: &syn::Field) -> Result<(), Error> {
    match field.attrs.iter().find(|attribute| attribute.path().is_ident("serde")) {
        Some(attribute) => Err(Error::new_spanned(
            attribute,
            "FromJson knows no attributes of a field without a name",
        )),
        None => Ok(()),
    }
}
