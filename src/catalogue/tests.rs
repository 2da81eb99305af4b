//! The built-in catalogue hangs together, and catalogues that do not are refused.
#![allow(clippy::unwrap_used)]

use super::check::{Problem, problems};
use super::*;
use crate::model::measure::{FormSection, OverTime, OverUnits, ValueType};
use crate::model::period::PeriodKind;
use crate::model::unit::UnitKind;
use serde_json::{Value, json};

fn built_in() -> Catalogue {
    Catalogue::built_in().unwrap()
}

fn text(word: &str) -> Text {
    Text::new(word, word)
}

fn measure(id: &str, counting_unit: &str) -> Measure {
    Measure {
        id: id.into(),
        label: text(id),
        short: None,
        help: None,
        counting_unit: counting_unit.into(),
        value: ValueType::Count,
        by: Vec::new(),
        levels: None,
        over_units: OverUnits::Sum,
        over_time: OverTime::Sum,
    }
}

fn cells(keys: &[&str]) -> Operand {
    Operand::Cells {
        cells: keys.iter().map(|key| CellKey::new(*key)).collect(),
        form: None,
        latest: false,
    }
}

fn indicator(numerator: Operand, denominator: Operand) -> Indicator {
    Indicator {
        id: "tried".into(),
        label: text("tried"),
        counts: text("tried"),
        form: "contest".into(),
        numerator,
        denominator: Some(denominator),
        ratio: false,
        direction: Default::default(),
        averaging: Default::default(),
        decimals: 1,
    }
}

/// The built-in catalogue with a contest form (entries, members) and one indicator.
fn with(indicator: Indicator) -> Catalogue {
    let mut catalogue = built_in();
    catalogue.merge(Part {
        measures: vec![
            measure("contest_entries", "entries"),
            measure("contest_members", "members"),
            measure("contest_staff", "staff"),
        ],
        forms: vec![Form {
            id: "contest".into(),
            label: text("contest"),
            help: None,
            unit_kinds: vec![UnitKind::GrassrootsCell],
            period: PeriodKind::Year,
            due_days: 5,
            as_of: false,
            sections: vec![FormSection {
                label: text("contest"),
                measures: vec![
                    "contest_entries".into(),
                    "contest_members".into(),
                    "contest_staff".into(),
                ],
            }],
        }],
        indicators: vec![indicator],
        ..Part::default()
    });
    catalogue
}

#[test]
fn the_built_in_catalogue_has_no_problem() {
    assert_eq!(problems(&built_in()), []);
}

/// That `whole` says everything that `part` says; what it says beyond that is defaults.
fn says_all(whole: &Value, part: &Value, place: &str) {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => part
            .iter()
            .for_each(|(name, part)| says_all(&whole[name], part, &format!("{place}.{name}"))),
        (Value::Array(whole), Value::Array(part)) => {
            assert_eq!(whole.len(), part.len(), "{place}");
            let pairs = whole.iter().zip(part).enumerate();
            pairs.for_each(|(at, (whole, part))| says_all(whole, part, &format!("{place}[{at}]")));
        }
        _ => assert_eq!(whole, part, "{place}"),
    }
}

#[test]
fn the_files_are_read_without_losing_a_word() {
    let files: Vec<Value> = serde_json::from_str(BUILT_IN).unwrap();
    for (at, file) in files.iter().enumerate() {
        let part = Part::from_json(file).unwrap();
        let written = json!({
            "counting_units": part.counting_units, "option_sets": part.option_sets, "measures": part.measures,
            "forms": part.forms, "indicators": part.indicators, "rules": part.rules,
        });
        says_all(&written, file, &at.to_string());
        let again = Part::from_json(&written).unwrap();
        assert_eq!(again.measures, part.measures);
        assert_eq!((again.forms, again.rules), (part.forms, part.rules));
        assert_eq!(
            (again.counting_units, again.option_sets),
            (part.counting_units, part.option_sets)
        );
        assert_eq!(again.indicators, part.indicators);
    }
}

#[test]
fn identifiers_are_unique() {
    let parts: Vec<Part> = from_json::read(BUILT_IN.as_bytes()).unwrap();
    let mut ids: Vec<String> = Vec::new();
    for part in parts {
        ids.extend(part.counting_units.iter().map(|it| format!("counting unit {}", it.id)));
        ids.extend(part.measures.iter().map(|it| format!("measure {}", it.id)));
        ids.extend(part.forms.iter().map(|it| format!("form {}", it.id)));
        ids.extend(part.indicators.iter().map(|it| format!("indicator {}", it.id)));
        ids.extend(part.rules.iter().map(|it| format!("rule {}", it.id)));
        for set in &part.option_sets {
            ids.push(format!("option set {} from {:?}", set.id, set.valid_from));
            let mut options: Vec<_> = set.options.iter().map(|option| &option.id).collect();
            options.sort();
            options.dedup();
            assert_eq!(options.len(), set.options.len(), "{}", set.id);
        }
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn every_label_is_in_both_languages() {
    fn check(value: &serde_json::Value, path: &str) {
        match value {
            serde_json::Value::Object(fields) if fields.contains_key("vi") => {
                for lang in ["vi", "en"] {
                    let word = fields.get(lang).and_then(|word| word.as_str()).unwrap_or_default();
                    assert!(!word.trim().is_empty(), "{path} has no {lang} wording");
                }
            }
            serde_json::Value::Object(fields) => fields
                .iter()
                .for_each(|(name, value)| check(value, &format!("{path}/{name}"))),
            serde_json::Value::Array(items) => items
                .iter()
                .enumerate()
                .for_each(|(at, value)| check(value, &format!("{path}/{at}"))),
            _ => {}
        }
    }
    check(&serde_json::from_str(BUILT_IN).unwrap(), "");
}

#[test]
fn the_forms_have_their_columns() {
    let catalogue = built_in();
    let columns = |form: &str| catalogue.columns(catalogue.form(&form.into()).unwrap(), None);
    assert_eq!(columns("headcount").len(), 3);
    assert_eq!(columns("admission").len(), 2);
    assert_eq!(columns("study").len(), 4 + 6 + 1 + 5 + 2);
    assert_eq!(columns("inspection").len(), 6 * 2 * 3 + 4 + 3);
    let staff = &columns("study")[9];
    assert_eq!(staff.key.as_str(), "attended.staff");
    assert_eq!(staff.counting_unit.as_str(), "staff");
}

#[test]
fn entries_over_members_are_refused_unless_a_ratio_is_said() {
    let mixed = indicator(cells(&["contest_entries"]), cells(&["contest_members"]));
    assert_eq!(
        problems(&with(mixed.clone())),
        [Problem::MixedRate {
            user: "tried".into(),
            numerator: vec!["entries".into()],
            denominator: vec!["members".into()],
        }]
    );
    assert_eq!(problems(&with(Indicator { ratio: true, ..mixed })), []);
}

#[test]
fn audiences_are_never_added() {
    let sum = cells(&["contest_members", "contest_staff"]);
    let found = problems(&with(indicator(sum.clone(), sum)));
    assert!(
        found.iter().all(|problem| matches!(problem, Problem::MixedSum { .. })),
        "{found:?}"
    );
    assert_eq!(found.len(), 2);
    // A key without its options means all of them: all audiences at once.
    let all = cells(&["attended"]);
    let found = problems(&with(indicator(all.clone(), all)));
    assert!(
        matches!(found.as_slice(), [Problem::MixedSum { .. }, Problem::MixedSum { .. }]),
        "{found:?}"
    );
}

#[test]
fn unknown_names_are_told() {
    let mut wrong = indicator(cells(&["contest_members.nowhere"]), cells(&["contest_members"]));
    wrong.form = "elsewhere".into();
    let found = problems(&with(wrong));
    for name in ["contest_members.nowhere", "elsewhere"] {
        let told = found
            .iter()
            .any(|problem| matches!(problem, Problem::Unknown { name: told, .. } if told == name));
        assert!(told, "{name}: {found:?}");
    }
    let mut catalogue = built_in();
    let mut lost = measure("lost", "nothings");
    lost.by = vec!["no_set".into()];
    catalogue.merge(Part {
        measures: vec![lost, measure("odd", "nothings")],
        ..Part::default()
    });
    assert_eq!(problems(&catalogue).len(), 2);
}

#[test]
fn a_file_with_an_unknown_list_is_refused() {
    let misspelt = from_json::read::<Part>(br#"{"measure": []}"#).unwrap_err();
    assert_eq!(misspelt.to_string(), "unknown field `measure`");
}
