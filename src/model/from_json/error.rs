//! What is wrong with a value, and where in it.

use serde_json::Value;
use std::fmt;

/// Why a value cannot be read as a type.
#[derive(Clone, Debug, PartialEq, Eq)]
// Boxed: it travels through every reader's result and is almost never there.
pub struct JsonError(Box<Fault>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    /// Where: `measures[3].label`; empty for the value as a whole.
    place: String,
    reason: String,
}

impl JsonError {
    /// An error in the value that is being read.
    pub fn new(reason: impl Into<String>) -> JsonError {
        JsonError(Box::new(Fault {
            place: String::new(),
            reason: reason.into(),
        }))
    }

    /// Something else stands where `wanted` should.
    pub fn unexpected(found: &Value, wanted: &str) -> JsonError {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        JsonError::new(format!("found {found}, expected {wanted}"))
    }

    /// The error, seen from the object that has the value as a field.
    #[must_use]
    pub fn in_field(mut self, name: &str) -> JsonError {
        let inner = std::mem::replace(&mut self.0.place, name.to_owned());
        if !inner.is_empty() && !inner.starts_with('[') {
            self.0.place.push('.');
        }
        self.0.place.push_str(&inner);
        self
    }

    /// The error, seen from the list that has the value as an item.
    #[must_use]
    pub fn in_item(self, index: usize) -> JsonError {
        self.in_field(&format!("[{index}]"))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.place.is_empty() {
            f.write_str(&self.0.place)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.0.reason)
    }
}

impl std::error::Error for JsonError {}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> JsonError {
        JsonError::new(error.to_string())
    }
}
