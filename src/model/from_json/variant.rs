//! Enums: a variant that holds nothing is a text, any other an object with one field, named as the variant.

use super::values::text;
use super::{FromJson, JsonError, Object};
use serde_json::Value;

/// The place of a text among `names`.
///
/// # Errors
/// When it is no text, or none of them.
pub fn name_among(value: &Value, names: &[&str]) -> Result<usize, JsonError> {
    place(text(value)?, names)
}

fn place(name: &str, names: &[&str]) -> Result<usize, JsonError> {
    names
        .iter()
        .position(|known| *known == name)
        .ok_or_else(|| JsonError::new(format!("unknown name `{name}`, expected one of: {}", names.join(", "))))
}

/// A variant of an enum of which some hold something.
#[derive(Clone, Copy, Debug)]
pub struct Variant<'a> {
    at: usize,
    /// Its name and what it holds; `None` for one that holds nothing.
    holding: Option<(&'a str, &'a Value)>,
}

impl<'a> Variant<'a> {
    /// Finds it among the names of variants that hold nothing, and of those that hold something.
    ///
    /// # Errors
    /// When the value is neither a text nor an object with one field, or of another name.
    pub fn of(value: &'a Value, plain: &[&str], holding: &[&str]) -> Result<Variant<'a>, JsonError> {
        match value {
            Value::String(name) => Ok(Variant {
                at: place(name, plain)?,
                holding: None,
            }),
            Value::Object(found) if found.len() == 1 => match found.iter().next() {
                Some((name, content)) => Ok(Variant {
                    at: place(name, holding)?,
                    holding: Some((name, content)),
                }),
                None => Err(JsonError::unexpected(value, "one variant")),
            },
            other => Err(JsonError::unexpected(other, "one variant")),
        }
    }

    /// Its place among the variants that hold nothing; `None` for one that holds something.
    pub fn plain(&self) -> Option<usize> {
        self.holding.is_none().then_some(self.at)
    }

    /// Its place among the variants that hold something.
    pub fn holding(&self) -> usize {
        self.at
    }

    /// What it holds.
    ///
    /// # Errors
    /// When that is not what it should be.
    pub fn content<T: FromJson>(&self) -> Result<T, JsonError> {
        let (name, value) = self.held();
        T::from_json(value).map_err(|error| error.in_field(name))
    }

    /// What it holds, as an object.
    ///
    /// # Errors
    /// When it is something else.
    pub fn object(&self) -> Result<Object<'a>, JsonError> {
        let (name, value) = self.held();
        Object::of_variant(value, name)
    }

    fn held(&self) -> (&'a str, &'a Value) {
        self.holding.unwrap_or(("", &Value::Null))
    }
}
