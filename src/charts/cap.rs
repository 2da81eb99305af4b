//! A limit on the best parts of a whole: at most so much of some of the parts.

use super::look::Look;
use crate::model::from_json::FromJson;
use crate::model::number::{Count, Percent};
use serde::Serialize;
use serde_json::{Value, json};

/// A limit that a rule sets on the first parts of a stack.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson)]
pub struct Cap {
    /// How much of what it is of.
    pub share: Percent,
    /// The parts that the share is of, by place.
    pub of: Vec<usize>,
    /// What the line is called.
    pub label: String,
}

impl Cap {
    /// Where the limit stands on a bar of 100 % whose whole is `whole`; `None` where there is nothing that it is of.
    pub(super) fn at(&self, counts: &[Count], whole: Count) -> Option<f64> {
        let of: Count = self.of.iter().filter_map(|&part| counts.get(part)).sum();
        (of > 0 && whole > 0).then(|| self.share.to_f64() * 100.0 * of as f64 / whole as f64)
    }
}

/// The limit as a line over a bar, from `top` to `bottom`, light below so that it is seen on dark fills. Where it would
/// run through words it is left open `between` two heights.
pub(super) fn line(x: f64, top: f64, bottom: f64, between: Option<(f64, f64)>, look: &Look) -> Vec<Value> {
    let stroke = |colour: &str, width: f64, dash: Value, (from, to): (f64, f64)| {
        json!({
            "type": "line",
            "silent": true,
            "z": 10,
            "shape": {"x1": x.round(), "y1": from.round(), "x2": x.round(), "y2": to.round()},
            "style": {"stroke": colour, "lineWidth": width, "lineDash": dash},
        })
    };
    let ink = if look.projector { 2.5 } else { 1.5 };
    let runs = match between {
        Some((from, to)) => vec![(top, from), (to, bottom)],
        None => vec![(top, bottom)],
    };
    let dash = match between {
        Some(_) => Value::Null,
        None => json!([look.scaled(4.0), look.scaled(3.0)]),
    };
    let strokes = runs.into_iter().flat_map(|run| {
        [
            stroke(look.theme().surface, ink + 3.0, Value::Null, run),
            stroke(look.theme().ink, ink, dash.clone(), run),
        ]
    });
    strokes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_of_some_parts_stands_lower_than_one_of_all() {
        let cap = |of: &[usize]| Cap {
            share: Percent::from_hundredths(20_00),
            of: of.to_vec(),
            label: String::new(),
        };
        let counts = [10, 30, 10, 0];
        assert_eq!(cap(&[0, 1, 2, 3]).at(&counts, 50), Some(20.0));
        assert_eq!(cap(&[0, 1]).at(&counts, 50), Some(16.0));
        assert_eq!(cap(&[3]).at(&counts, 50), None);
        assert_eq!(cap(&[0]).at(&[], 0), None);
    }
}
