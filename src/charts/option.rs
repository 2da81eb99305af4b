//! The one place where a drawing becomes ECharts' option.
//!
//! [`charming`] types most of an option, but not all that the drawings need: custom decals, labels of
//! one bar, rich text tooltips, label line heights. A builder notes such additions as values with a
//! place (a JSON pointer), and they are merged here, after the typed part was serialised. Snapshot
//! tests and the browser both take what this function returns.

use charming::Chart;
use serde_json::{Map, Value};

/// A chart, how high it is drawn, and which row of figures each of its marks stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The typed options.
    pub chart: Chart,
    /// The height that shows every row, in CSS pixels.
    pub height_px: u32,
    /// The width it needs; more than it was given only where a table must scroll sideways.
    pub width_px: u32,
    /// The keys of the rows along the category axis, top to bottom or left to right; empty where a
    /// row cannot be picked. Marks carry their key as their name.
    pub keys: Vec<String>,
    /// How many rows are folded away; 0 where all are shown.
    pub folded: usize,
    pub(super) additions: Vec<Addition>,
}

/// A piece of the option that the typed builder has no field for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Addition {
    /// Where it is merged in, as a JSON pointer.
    pub at: String,
    pub value: Value,
}

/// The ECharts option of a drawing: the typed part with the additions merged in.
pub fn option(drawing: &Drawing) -> Value {
    // Serialising plain options cannot fail; an empty option draws nothing, which is what is left.
    let mut option = serde_json::to_value(&drawing.chart).unwrap_or_else(|_| Value::Object(Map::new()));
    for addition in &drawing.additions {
        merge(place(&mut option, &addition.at), addition.value.clone());
    }
    option
}

/// Takes from an option what looks pressable, for charts where nothing can be picked.
pub fn still(option: &mut Value) {
    for part in ["xAxis", "yAxis"] {
        if let Some(axis) = option.get_mut(part) {
            axis["triggerEvent"] = Value::Bool(false);
        }
    }
    for series in option
        .get_mut("series")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        series["cursor"] = Value::from("default");
    }
}

/// The value at `pointer`, made on the way where it does not exist.
fn place<'a>(root: &'a mut Value, pointer: &str) -> &'a mut Value {
    pointer
        .split('/')
        .skip(1)
        .fold(root, |value, step| match (step.parse::<usize>(), value.is_object()) {
            (Ok(index), false) => {
                if !value.is_array() {
                    *value = Value::Array(Vec::new());
                }
                let Value::Array(items) = value else { return value };
                if items.len() <= index {
                    items.resize(index + 1, Value::Null);
                }
                &mut items[index]
            }
            _ => {
                if !value.is_object() {
                    *value = Value::Object(Map::new());
                }
                let Value::Object(fields) = value else { return value };
                fields.entry(step).or_insert(Value::Null)
            }
        })
}

/// Objects are merged field by field; anything else is replaced. A bare data value becomes an item
/// with that value, so that a label can be added to it.
fn merge(target: &mut Value, addition: Value) {
    let Value::Object(addition) = addition else {
        *target = addition;
        return;
    };
    if !target.is_object() {
        let bare = target.take();
        let fields = (!bare.is_null()).then(|| ("value".to_owned(), bare));
        let mut object = Map::new();
        object.extend(fields);
        *target = Value::Object(object);
    }
    if let Value::Object(fields) = target {
        for (name, value) in addition {
            match fields.get_mut(&name) {
                Some(old) if old.is_object() && value.is_object() => merge(old, value),
                _ => {
                    fields.insert(name, value);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use charming::series::Bar;
    use serde_json::json;

    #[test]
    fn merges_what_the_typed_part_has_no_field_for() {
        let drawing = Drawing {
            chart: Chart::new().series(Bar::new().data(vec![1, 2])),
            height_px: 10,
            width_px: 10,
            keys: Vec::new(),
            folded: 0,
            additions: vec![
                Addition {
                    at: "/series/0/data/1".into(),
                    value: json!({"label": {"show": true}}),
                },
                Addition {
                    at: "/series/0/data/1".into(),
                    value: json!({"label": {"color": "red"}}),
                },
                Addition {
                    at: "/tooltip/renderMode".into(),
                    value: json!("richText"),
                },
                Addition {
                    at: "/graphic/0".into(),
                    value: json!({"type": "text"}),
                },
            ],
        };
        assert_eq!(
            option(&drawing),
            json!({
                "series": [{"type": "bar", "data": [1, {"value": 2, "label": {"show": true, "color": "red"}}]}],
                "tooltip": {"renderMode": "richText"},
                "graphic": [{"type": "text"}],
            })
        );
    }
}
