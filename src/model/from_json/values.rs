//! Values that are no objects: texts, numbers, lists, maps.

use super::{FromJson, JsonError};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// A value as text.
///
/// # Errors
/// When it is something else.
pub fn text(value: &Value) -> Result<&str, JsonError> {
    match value {
        Value::String(found) => Ok(found),
        other => Err(JsonError::unexpected(other, "a text")),
    }
}

/// A value as a list.
fn list(value: &Value) -> Result<&[Value], JsonError> {
    match value {
        Value::Array(found) => Ok(found),
        other => Err(JsonError::unexpected(other, "a list")),
    }
}

/// A value that is written as text: a date, a period.
///
/// # Errors
/// When it is no text, or not such a one.
pub fn parsed<T: FromStr<Err: Display>>(value: &Value) -> Result<T, JsonError> {
    text(value)?
        .parse()
        .map_err(|error: T::Err| JsonError::new(error.to_string()))
}

impl FromJson for Value {
    fn from_json(value: &Value) -> Result<Value, JsonError> {
        Ok(value.clone())
    }
}

impl FromJson for String {
    fn from_json(value: &Value) -> Result<String, JsonError> {
        text(value).map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(value: &Value) -> Result<bool, JsonError> {
        value
            .as_bool()
            .ok_or_else(|| JsonError::unexpected(value, "true or false"))
    }
}

/// A number from 0 to `most`.
fn unsigned(value: &Value, most: u64) -> Result<u64, JsonError> {
    match value.as_u64() {
        Some(number) if number <= most => Ok(number),
        _ => Err(no_such_number(value, &0, &most)),
    }
}

/// A number from `least` to `most`.
fn signed(value: &Value, least: i64, most: i64) -> Result<i64, JsonError> {
    match value.as_i64() {
        Some(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(no_such_number(value, &least, &most)),
    }
}

fn no_such_number(value: &Value, least: &dyn Display, most: &dyn Display) -> JsonError {
    let wanted = format!("a whole number from {least} to {most}");
    match value {
        Value::Number(number) => JsonError::new(format!("found {number}, expected {wanted}")),
        other => JsonError::unexpected(other, &wanted),
    }
}

macro_rules! whole_numbers {
    ($($name:ident: $read:ident($($limit:ident),+);)+) => {$(
        impl FromJson for $name {
            fn from_json(value: &Value) -> Result<$name, JsonError> {
                // Lossless: what is read lies between the type's own limits.
                $read(value, $($name::$limit.into()),+).map(|number| number as $name)
            }
        }
    )+};
}

whole_numbers! {
    u8: unsigned(MAX);
    u16: unsigned(MAX);
    u32: unsigned(MAX);
    u64: unsigned(MAX);
    i32: signed(MIN, MAX);
    i64: signed(MIN, MAX);
}

impl FromJson for usize {
    fn from_json(value: &Value) -> Result<usize, JsonError> {
        unsigned(value, usize::MAX as u64).map(|number| number as usize)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value) -> Result<Option<T>, JsonError> {
        match value {
            Value::Null => Ok(None),
            found => T::from_json(found).map(Some),
        }
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value) -> Result<Vec<T>, JsonError> {
        let items = list(value)?;
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            read.push(T::from_json(item).map_err(|error| error.in_item(index))?);
        }
        Ok(read)
    }
}

/// A pair is a list of two.
impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(value: &Value) -> Result<(A, B), JsonError> {
        match list(value)? {
            [first, second] => Ok((
                A::from_json(first).map_err(|error| error.in_item(0))?,
                B::from_json(second).map_err(|error| error.in_item(1))?,
            )),
            _ => Err(JsonError::unexpected(value, "a list of two")),
        }
    }
}

impl<K: Ord + for<'a> From<&'a str>, V: FromJson> FromJson for BTreeMap<K, V> {
    fn from_json(value: &Value) -> Result<BTreeMap<K, V>, JsonError> {
        let Value::Object(entries) = value else {
            return Err(JsonError::unexpected(value, "an object"));
        };
        let mut read = BTreeMap::new();
        for (name, value) in entries {
            let value = V::from_json(value).map_err(|error| error.in_field(name))?;
            read.insert(K::from(name), value);
        }
        Ok(read)
    }
}
