//! Types out of JSON values: the catalogue, the things of the ledger, rows of the store, the head of a backup.
//!
//! serde compiles a loop over fields, a match over their names and checks for what is missing or double anew for every
//! type: a tenth of what a phone downloaded first. Here `#[derive(FromJson)]` asks an [`Object`] for each field by
//! name, and everything but the types themselves is compiled once. It reads the `#[serde(…)]` attributes that the types
//! carry for writing, and reads what serde writes. Of serde's own reading code the app carries what
//! makes a [`Value`], and with it neither its messages nor the writing of floats that they need.
//!
//! # Layout
//!
//! * `error`: what is wrong, and where; `object`: fields by name; `variant`: enums; `values`: texts, numbers, lists.

mod error;
mod object;
#[cfg(test)]
mod tests;
mod values;
mod variant;

pub use error::JsonError;
pub use object::Object;
pub use so_khoi_derive::FromJson;
pub use values::{parsed, text};
pub use variant::{Variant, name_among};

use serde_json::Value;

/// A type that can be read from a JSON value.
pub trait FromJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// When a field is missing or a value is not what it should be.
    fn from_json(value: &Value) -> Result<Self, JsonError>;

    /// What an absent field of this type is; `None` where a field must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// A type with named fields. They may stand in a JSON object or in a record.
pub trait FromObject: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// When a field is missing or a value is not what it should be.
    fn from_object(object: &Object<'_>) -> Result<Self, JsonError>;
}

/// Reads JSON text.
///
/// Through [`Value`]: the app then carries one reader of text, not one for each type.
///
/// # Errors
/// When it is no JSON, or not of this type.
pub fn read<T: FromJson>(text: &[u8]) -> Result<T, JsonError> {
    let value: Value = serde_json::from_slice(text)?;
    T::from_json(&value)
}
