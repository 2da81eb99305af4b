//! Every kind of type is read as serde_json reads it, and what is wrong is said.
#![allow(clippy::unwrap_used)]

use super::{FromJson, JsonError, read};
use crate::model::period::Period;
use serde::{Deserialize, Serialize};
use serde_json::{Value, from_value, json};
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Point,
    Circle(u32),
    #[serde(rename = "▭")]
    Box {
        width: u8,
        #[serde(default)]
        height: i64,
    },
    WholePlane,
    Many(Vec<Shape>),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, FromJson)]
enum Sign {
    Plus,
    #[serde(rename = "-")]
    Minus,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FromJson)]
struct Name(String);

#[derive(Debug, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(deny_unknown_fields)]
struct Thing {
    name: Name,
    shapes: Vec<Shape>,
    #[serde(default)]
    hidden: bool,
    note: Option<String>,
    #[serde(rename = "~", default = "minus", skip_serializing_if = "Option::is_none")]
    sign: Option<Sign>,
    by_name: BTreeMap<String, Option<i32>>,
    any: Value,
    r#type: Sign,
    size: u64,
}

fn minus() -> Option<Sign> {
    Some(Sign::Minus)
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FromJson)]
#[serde(default)]
struct Settings {
    size: u16,
    name: Option<String>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            size: 7,
            name: Some("bảy".to_owned()),
        }
    }
}

fn whole() -> Value {
    json!({
        "name": "Hòa Bình",
        "shapes": ["point", {"circle": 3}, {"▭": {"width": 2, "height": -5}}, {"many": ["whole_plane", {"▭": {"width": 0}}]}],
        "note": null,
        "~": "Plus",
        "by_name": {"a": -5, "b": null},
        "any": {"left": [1, "2", null, true, -0.5]},
        "type": "-",
        "size": u64::MAX,
    })
}

#[test]
fn every_kind_of_type_is_read_as_serde_json_reads_it() {
    let ours = Thing::from_json(&whole()).unwrap();
    assert_eq!(ours, from_value(whole()).unwrap());
    assert_eq!(ours.size, u64::MAX);
    assert_eq!(Thing::from_json(&serde_json::to_value(&ours).unwrap()), Ok(ours));
}

#[test]
fn an_absent_field_is_what_serde_says_it_is() {
    let mut value = whole();
    for name in ["hidden", "note", "~"] {
        value.as_object_mut().unwrap().remove(name);
    }
    let ours = Thing::from_json(&value).unwrap();
    assert_eq!((ours.hidden, &ours.note, ours.sign), (false, &None, Some(Sign::Minus)));
    assert_eq!(ours, from_value(value).unwrap());
    for value in [json!({}), json!({"size": 1}), json!({"name": null, "further": 0})] {
        assert_eq!(Settings::from_json(&value).unwrap(), from_value(value).unwrap());
    }
}

/// What our reader and serde's say of each kind of value: both read the same, or both refuse.
fn same_as_serde<T: FromJson + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>() {
    let numbers = [
        json!(0),
        json!(-1),
        json!(1.0),
        json!(1.5),
        json!(255),
        json!(256),
        json!(65_536),
    ];
    let limits = [
        json!(u32::MAX),
        json!(i32::MIN),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e300),
    ];
    let others = [
        json!(null),
        json!(true),
        json!(""),
        json!("1"),
        json!("Plus"),
        json!([]),
        json!([1]),
        json!({}),
        json!({"a": 1}),
    ];
    for value in numbers.iter().chain(&limits).chain(&others) {
        let theirs = from_value::<T>(value.clone()).ok();
        assert_eq!(T::from_json(value).ok(), theirs, "{value}");
    }
}

#[test]
fn values_are_accepted_and_refused_as_serde_does() {
    same_as_serde::<bool>();
    same_as_serde::<String>();
    same_as_serde::<u8>();
    same_as_serde::<u16>();
    same_as_serde::<u32>();
    same_as_serde::<u64>();
    same_as_serde::<usize>();
    same_as_serde::<i32>();
    same_as_serde::<i64>();
    same_as_serde::<Option<u8>>();
    same_as_serde::<Vec<i64>>();
    same_as_serde::<BTreeMap<String, u8>>();
    same_as_serde::<Value>();
    same_as_serde::<Sign>();
    same_as_serde::<Shape>();
    same_as_serde::<Name>();
}

#[test]
fn what_is_wrong_is_said_and_where() {
    for (field, wrong, reason) in [
        ("name", json!(3), "name: found a number, expected a text"),
        ("shapes", json!({}), "shapes: found an object, expected a list"),
        (
            "shapes",
            json!(["point", {"circle": -1}]),
            "shapes[1].circle: found -1, expected a whole number from 0 to 4294967295",
        ),
        (
            "shapes",
            json!([{"circle": null}]),
            "shapes[0].circle: found null, expected a whole number from 0 to 4294967295",
        ),
        (
            "shapes",
            json!(["oval"]),
            "shapes[0]: unknown name `oval`, expected one of: point, whole_plane",
        ),
        (
            "shapes",
            json!([{"point": null}]),
            "shapes[0]: unknown name `point`, expected one of: circle, ▭, many",
        ),
        (
            "shapes",
            json!([{"▭": {"width": 256}}]),
            "shapes[0].▭.width: found 256, expected a whole number from 0 to 255",
        ),
        ("shapes", json!([{"▭": {}}]), "shapes[0].▭: missing field `width`"),
        (
            "shapes",
            json!([{"▭": [1]}]),
            "shapes[0].▭: found a list, expected an object",
        ),
        (
            "shapes",
            json!([{"many": ["point", {"many": [7]}]}]),
            "shapes[0].many[1].many[0]: found a number, expected one variant",
        ),
        ("hidden", json!("yes"), "hidden: found a text, expected true or false"),
        (
            "by_name",
            json!({"năm": 0.5}),
            "by_name.năm: found 0.5, expected a whole number from -2147483648 to 2147483647",
        ),
        ("type", json!("+"), "type: unknown name `+`, expected one of: Plus, -"),
        (
            "size",
            json!(1.0),
            "size: found 1.0, expected a whole number from 0 to 18446744073709551615",
        ),
        ("further", json!(1), "unknown field `further`"),
    ] {
        let mut value = whole();
        value[field] = wrong;
        assert_eq!(Thing::from_json(&value).unwrap_err().to_string(), reason);
        assert!(from_value::<Thing>(value).is_err() || reason.contains("`point`"));
    }
    let error = |value: Value| Thing::from_json(&value).unwrap_err().to_string();
    assert_eq!(error(json!({})), "missing field `name`");
    assert_eq!(error(json!([])), "found a list, expected an object");
}

#[test]
fn text_that_is_no_json_is_told() {
    assert_eq!(read::<Vec<u8>>(b"[1, 2]"), Ok(vec![1, 2]));
    let error: JsonError = read::<Vec<u8>>(b"[1, 2").unwrap_err();
    assert!(error.to_string().starts_with("EOF"), "{error}");
    let error = Vec::<Period>::from_json(&json!(["2021", "năm nay"])).unwrap_err();
    assert_eq!(error.to_string(), "[1]: not a period: năm nay");
}
