//! Types out of JSON values: the catalogue, the things of the ledger, rows of the store.
//!
//! `serde_json::from_value` also takes lists where a struct is meant, and names each wrong value in full; compiled for
//! every type that is read, that was a tenth of what a phone downloads first. Here a struct is an object, a list is a list,
//! and an error says what kind of value stands where something else should.

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};
use std::fmt;

/// Reads a value as a type.
///
/// # Errors
/// When a field is missing or is not what it should be.
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, serde_json::Error> {
    T::deserialize(Found(value)).map_err(|Misread(reason)| de::Error::custom(reason))
}

/// What is wrong.
#[derive(Debug)]
struct Misread(String);

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misread {}

impl de::Error for Misread {
    fn custom<T: fmt::Display>(reason: T) -> Misread {
        Misread(reason.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Misread {
        let found = match found {
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Str(_) | Unexpected::Char(_) => "a text",
            Unexpected::Seq => "a list",
            Unexpected::Map => "an object",
            Unexpected::Unit | Unexpected::Option => "null",
            _ => "something else",
        };
        Misread(format!("found {found}, expected {wanted}"))
    }

    fn invalid_value(found: Unexpected<'_>, wanted: &dyn Expected) -> Misread {
        Misread::invalid_type(found, wanted)
    }
}

/// A value that was found where something is read.
struct Found(Value);

impl Found {
    fn instead_of(&self, wanted: &dyn Expected) -> Misread {
        let found = match &self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(found) => Unexpected::Bool(*found),
            Value::Number(_) => Unexpected::Float(0.0),
            Value::String(found) => Unexpected::Str(found),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        de::Error::invalid_type(found, wanted)
    }

    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match &self.0 {
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (_, Some(number), _) => visitor.visit_i64(number),
                (.., Some(number)) => visitor.visit_f64(number),
                _ => Err(self.instead_of(&visitor)),
            },
            _ => Err(self.instead_of(&visitor)),
        }
    }
}

macro_rules! read_numbers {
    ($($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
            self.number(visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for Found {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(found) => visitor.visit_bool(found),
            Value::Number(_) => self.number(visitor),
            Value::String(found) => visitor.visit_string(found),
            Value::Array(found) => visitor.visit_seq(Items(found.into_iter())),
            Value::Object(found) => visitor.visit_map(Entries::of(found)),
        }
    }

    read_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.0 {
            Value::Bool(found) => visitor.visit_bool(found),
            other => Err(Found(other).instead_of(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.0 {
            Value::String(found) => visitor.visit_string(found),
            other => Err(Found(other).instead_of(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            found => visitor.visit_some(Found(found)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.0 {
            Value::Array(found) => visitor.visit_seq(Items(found.into_iter())),
            other => Err(Found(other).instead_of(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misread> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self.0 {
            Value::Object(found) => visitor.visit_map(Entries::of(found)),
            other => Err(Found(other).instead_of(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let variant = match self.0 {
            Value::String(name) => Some(Variant(name, None)),
            Value::Object(found) if found.len() == 1 => found
                .into_iter()
                .next()
                .map(|(name, content)| Variant(name, Some(content))),
            _ => None,
        };
        visitor.visit_enum(variant.ok_or_else(|| Misread("expected one variant".to_owned()))?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 char bytes byte_buf unit unit_struct tuple_struct }
}

/// The items of a list.
struct Items(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Misread;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misread> {
        self.0.next().map(|item| seed.deserialize(Found(item))).transpose()
    }
}

/// The fields of an object, and the value of the one whose name was read last.
struct Entries {
    rest: map::IntoIter,
    value: Value,
}

impl Entries {
    fn of(object: map::Map<String, Value>) -> Entries {
        Entries {
            rest: object.into_iter(),
            value: Value::Null,
        }
    }

    fn next_name(&mut self) -> Option<Found> {
        let (name, value) = self.rest.next()?;
        self.value = value;
        Some(Found(Value::String(name)))
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Misread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misread> {
        self.next_name().map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misread> {
        seed.deserialize(Found(self.value.take()))
    }
}

/// One variant of an enum, with what it holds.
struct Variant(String, Option<Value>);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Misread;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Misread> {
        let name = seed.deserialize(Found(Value::String(self.0)))?;
        Ok((name, Content(self.1)))
    }
}

/// What a variant holds.
struct Content(Option<Value>);

impl Content {
    fn found(self) -> Result<Found, Misread> {
        let missing = || Misread("the variant holds nothing".to_owned());
        self.0.map(Found).ok_or_else(missing)
    }
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Misread;

    fn unit_variant(self) -> Result<(), Misread> {
        match self.0 {
            None | Some(Value::Null) => Ok(()),
            Some(other) => Err(Found(other).instead_of(&"a variant that holds nothing")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misread> {
        seed.deserialize(self.found()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misread> {
        self.found()?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misread> {
        self.found()?.deserialize_map(visitor)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::from_value;
    use serde::Deserialize;
    use serde_json::json;
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Shape {
        Point,
        Circle(u32),
        Segment(i64, i64),
        Box { width: u8, height: f64 },
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Name(String);

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Thing {
        name: Name,
        shapes: Vec<Shape>,
        #[serde(default)]
        hidden: bool,
        note: Option<String>,
        pair: (u8, String),
        by_name: BTreeMap<String, Option<i32>>,
        any: serde_json::Value,
    }

    #[test]
    fn every_kind_of_type_is_read_as_serde_json_reads_it() {
        let value = json!({
            "name": "Hòa Bình",
            "shapes": ["point", {"circle": 3}, {"segment": [-1, 2]}, {"box": {"width": 2, "height": 1.5}}],
            "note": null,
            "pair": [7, "bảy"],
            "by_name": {"a": -5, "b": null},
            "any": {"left": [1, "2", null, true, -0.5]},
        });
        let ours: Thing = from_value(value.clone()).unwrap();
        assert_eq!(ours, serde_json::from_value(value).unwrap());
        assert_eq!(ours.shapes[2], Shape::Segment(-1, 2));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let whole = json!({"name": "x", "shapes": [], "note": null, "pair": [1, ""], "by_name": {}, "any": 0});
        for (field, wrong, reason) in [
            ("name", json!(3), "found a number, expected a string"),
            ("shapes", json!({}), "found an object, expected a sequence"),
            ("shapes", json!([{"circle": -1}]), "found a number, expected u32"),
            ("shapes", json!(["oval"]), "unknown variant `oval`"),
            ("hidden", json!("yes"), "found a text, expected a boolean"),
            ("further", json!(1), "unknown field `further`"),
        ] {
            let mut value = whole.clone();
            value[field] = wrong;
            let error = from_value::<Thing>(value).unwrap_err().to_string();
            assert!(error.starts_with(reason), "{error}");
        }
        assert!(
            from_value::<Thing>(json!({}))
                .unwrap_err()
                .to_string()
                .contains("missing field")
        );
    }
}
