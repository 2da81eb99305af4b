//! Objects: named values that a type takes its fields from.

use super::{FromJson, JsonError};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Named values, in JSON or on a record.
#[derive(Clone, Copy, Debug)]
pub struct Object<'a> {
    entries: Entries<'a>,
    /// The variant that holds it, which errors name too; empty for an object of its own.
    variant: &'a str,
}

#[derive(Clone, Copy, Debug)]
enum Entries<'a> {
    Json(&'a Map<String, Value>),
    Fields(&'a BTreeMap<String, Value>),
}

impl<'a> Object<'a> {
    /// A value as an object.
    ///
    /// # Errors
    /// When it is something else.
    pub fn of(value: &'a Value) -> Result<Object<'a>, JsonError> {
        Object::of_variant(value, "")
    }

    /// The fields of a record.
    pub fn of_fields(fields: &'a BTreeMap<String, Value>) -> Object<'a> {
        Object {
            entries: Entries::Fields(fields),
            variant: "",
        }
    }

    /// What a variant of an enum holds.
    pub(super) fn of_variant(value: &'a Value, variant: &'a str) -> Result<Object<'a>, JsonError> {
        match value {
            Value::Object(found) => Ok(Object {
                entries: Entries::Json(found),
                variant,
            }),
            other => Err(JsonError::unexpected(other, "an object").in_variant(variant)),
        }
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&'a Value> {
        match self.entries {
            Entries::Json(entries) => entries.get(name),
            Entries::Fields(entries) => entries.get(name),
        }
    }

    /// A field.
    ///
    /// # Errors
    /// When it is not what it should be, or is absent and its type does not say what it is then.
    pub fn take<T: FromJson>(&self, name: &str) -> Result<T, JsonError> {
        match self.find(name)? {
            Some(found) => Ok(found),
            None => T::absent().ok_or_else(|| self.missing(name)),
        }
    }

    /// A field, or what it is when it is absent.
    ///
    /// # Errors
    /// When it is not what it should be.
    pub fn take_or<T: FromJson>(&self, name: &str, absent: fn() -> T) -> Result<T, JsonError> {
        Ok(self.find(name)?.unwrap_or_else(absent))
    }

    /// A field, if it is there.
    ///
    /// # Errors
    /// When it is not what it should be.
    pub fn find<T: FromJson>(&self, name: &str) -> Result<Option<T>, JsonError> {
        match self.get(name).map(T::from_json) {
            None => Ok(None),
            Some(Ok(found)) => Ok(Some(found)),
            Some(Err(error)) => Err(error.in_field(name).in_variant(self.variant)),
        }
    }

    /// Refuses fields that are not among `names`.
    ///
    /// # Errors
    /// Names the first.
    pub fn has_only(&self, names: &[&str]) -> Result<(), JsonError> {
        let unknown = match self.entries {
            Entries::Json(entries) => entries.keys().find(|name| !names.contains(&name.as_str())),
            Entries::Fields(entries) => entries.keys().find(|name| !names.contains(&name.as_str())),
        };
        unknown.map_or(Ok(()), |name| {
            Err(JsonError::new(format!("unknown field `{name}`")).in_variant(self.variant))
        })
    }

    fn missing(&self, name: &str) -> JsonError {
        JsonError::new(format!("missing field `{name}`")).in_variant(self.variant)
    }
}

impl JsonError {
    /// The error, seen from the enum whose variant holds the value; as it is where there is none.
    fn in_variant(self, variant: &str) -> JsonError {
        if variant.is_empty() {
            self
        } else {
            self.in_field(variant)
        }
    }
}
