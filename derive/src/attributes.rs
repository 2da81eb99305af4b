//! What `#[serde(…)]` says on a type, on a variant and on a field.

use crate::naming::Case;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, ExprPath, LitStr};

/// What is said on a type.
#[derive(Default)]
pub struct Container {
    /// Fields that are absent are those of the type's default.
    pub default: bool,
    /// A field that the type does not have is an error.
    pub deny_unknown_fields: bool,
    /// It is written as the one value that it holds.
    pub transparent: bool,
    /// How its variants are named.
    pub rename_all: Option<Case>,
}

impl Container {
    pub fn of(attributes: &[Attribute]) -> Result<Container, Error> {
        let mut container = Container::default();
        each(attributes, |meta| {
            match name(meta).as_str() {
                "default" if !has_value(meta) => container.default = true,
                "deny_unknown_fields" => container.deny_unknown_fields = true,
                "transparent" => container.transparent = true,
                "rename_all" => container.rename_all = Some(Case::named(&text(meta)?)?),
                other => return Err(unknown(meta, other, "a type")),
            }
            Ok(())
        })?;
        Ok(container)
    }
}

/// What is said on a variant: its name in JSON, where it is not its own.
pub fn variant_name(attributes: &[Attribute]) -> Result<Option<String>, Error> {
    let mut renamed = None;
    each(attributes, |meta| match name(meta).as_str() {
        "rename" => {
            renamed = Some(text(meta)?.value());
            Ok(())
        }
        other => Err(unknown(meta, other, "a variant")),
    })?;
    Ok(renamed)
}

/// What becomes of an absent field.
#[derive(Default)]
pub enum Absent {
    /// Its type decides: an `Option` is then `None`, anything else is missing.
    #[default]
    AsItsType,
    /// It is its type's default.
    Default,
    /// It is what a function gives.
    Given(ExprPath),
}

/// What is said on a field.
#[derive(Default)]
pub struct Field {
    /// Its name in JSON, where it is not its own.
    pub rename: Option<String>,
    /// What it is when it is absent.
    pub absent: Absent,
}

impl Field {
    pub fn of(attributes: &[Attribute]) -> Result<Field, Error> {
        let mut field = Field::default();
        each(attributes, |meta| {
            match name(meta).as_str() {
                "rename" => field.rename = Some(text(meta)?.value()),
                "default" if has_value(meta) => field.absent = Absent::Given(text(meta)?.parse()?),
                "default" => field.absent = Absent::Default,
                // About writing only.
                "skip_serializing_if" => drop(text(meta)?),
                other => return Err(unknown(meta, other, "a field")),
            }
            Ok(())
        })?;
        Ok(field)
    }
}

fn each(
    attributes: &[Attribute],
    mut read: impl FnMut(&ParseNestedMeta<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .try_for_each(|attribute| attribute.parse_nested_meta(|meta| read(&meta)))
}

fn name(meta: &ParseNestedMeta<'_>) -> String {
    meta.path.get_ident().map(ToString::to_string).unwrap_or_default()
}

fn has_value(meta: &ParseNestedMeta<'_>) -> bool {
    meta.input.peek(syn::Token![=])
}

fn text(meta: &ParseNestedMeta<'_>) -> Result<LitStr, Error> {
    meta.value()?.parse()
}

fn unknown(meta: &ParseNestedMeta<'_>, name: &str, place: &str) -> Error {
    meta.error(format!("FromJson does not know `{name}` on {place}"))
}
