//! `#[derive(FromJson)]`: reading a type from a JSON value, in as little code as will do.
//!
//! The derive reads the `#[serde(…)]` attributes that a type carries for writing, so that what is written and what is
//! read cannot drift apart. It understands what the app's types use and refuses everything else by an error that names it;
//! an attribute that is silently ignored would be data that is silently misread.
//!
//! # Layout
//!
//! - `attributes`: what the attributes of a type, a variant and a field say
//! - `naming`: how a variant is named in JSON
//! - `structs`, `enums`: the code that reads each
//!
//! What the generated code calls is in the app's `model/from_json/`; nothing here decides how a value is read.

mod attributes;
mod enums;
mod naming;
mod structs;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput, Error};

/// Derives `FromJson`, and `FromObject` for a struct with named fields.
///
/// On the type: `default`, `deny_unknown_fields`, `rename_all = "snake_case" | "lowercase"`, `transparent` (for a struct
/// around one value, which is read so anyway). On a variant: `rename`. On a field: `rename`, `default`,
/// `default = "path"`, and `skip_serializing_if`, which is about writing.
#[proc_macro_derive(FromJson, attributes(serde))]
pub fn from_json(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    implementation(&input).unwrap_or_else(Error::into_compile_error).into()
}

/// The implementation for a type, or what is wrong with it.
fn implementation(input: &DeriveInput) -> Result<TokenStream, Error> {
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(
            &input.generics,
            "FromJson is derived for types without parameters",
        ));
    }
    let container = attributes::Container::of(&input.attrs)?;
    match &input.data {
        Data::Struct(data) => structs::implementation(&input.ident, &container, &data.fields),
        Data::Enum(data) => enums::implementation(&input.ident, &container, data),
        Data::Union(_) => Err(Error::new_spanned(&input.ident, "FromJson is not derived for unions")),
    }
}
