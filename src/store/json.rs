//! Reading stored JSON. Everything but pages is read through `Value`: one reader of text for all types, where a reader of
//! each type's own would weigh several kilobytes of the app. Pages are many and are read directly.

use crate::model::from_json::from_value;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a value.
///
/// # Errors
/// When it is no JSON, or not of this type.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    let value: Value = serde_json::from_slice(bytes)?;
    from_value(value)
}
