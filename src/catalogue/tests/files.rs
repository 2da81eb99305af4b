//! The files of the built-in catalogue are read whole.

use super::*;

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
            "forms": part.forms, "indicators": part.indicators, "rules": part.rules, "topics": part.topics,
            "areas": part.areas,
        });
        says_all(&written, file, &at.to_string());
        let again = Part::from_json(&written).unwrap();
        assert_eq!(again.measures, part.measures);
        assert_eq!((again.forms, again.rules), (part.forms, part.rules));
        assert_eq!(
            (again.counting_units, again.option_sets),
            (part.counting_units, part.option_sets)
        );
        assert_eq!((again.indicators, again.topics), (part.indicators, part.topics));
        assert_eq!(again.areas, part.areas);
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

/// The identifiers of a part's things, and of the things in them.
fn identifiers<'a>(value: &'a serde_json::Value, found: &mut Vec<&'a str>) {
    match value {
        serde_json::Value::Object(fields) => {
            found.extend(fields.get("id").and_then(serde_json::Value::as_str));
            fields.values().for_each(|value| identifiers(value, found));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|value| identifiers(value, found)),
        _ => {}
    }
}

#[test]
fn every_file_is_loaded() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/catalogue/built_in");
    let mut parts: Vec<serde_json::Value> = serde_json::from_str(BUILT_IN).unwrap();
    // Decks and templates of reports come with the pages that need them.
    let apart = [crate::catalogue::decks::BUILT_IN, crate::catalogue::template::BUILT_IN];
    parts.extend(
        apart
            .iter()
            .map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap()),
    );
    let mut loaded: Vec<&str> = Vec::new();
    parts.iter().for_each(|part| identifiers(part, &mut loaded));
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let ids = text.lines().filter_map(|line| line.strip_prefix("id = \""));
        let ids: Vec<&str> = ids.map(|id| id.trim_end_matches('"')).collect();
        assert!(!ids.is_empty(), "{} is no catalogue file", path.display());
        for id in ids {
            assert!(loaded.contains(&id), "{id} of {}", path.display());
        }
        files += 1;
    }
    assert_eq!(files, parts.len());
}

#[test]
fn a_file_with_an_unknown_list_is_refused() {
    let misspelt = from_json::read::<Part>(br#"{"measure": []}"#).unwrap_err();
    assert_eq!(misspelt.to_string(), "unknown field `measure`");
}

/// Areas and rules are also read from records, where fields of later versions are let be. In a file such a field is a typing error.
#[test]
fn no_area_and_no_rule_of_a_file_has_a_field_that_is_not_read() {
    let files: Vec<serde_json::Value> = serde_json::from_str(super::BUILT_IN).unwrap();
    let known = |list: &str| -> &[&str] {
        match list {
            "areas" => &["id", "label"],
            _ => &[
                "id",
                "form",
                "left",
                "comparison",
                "right",
                "share",
                "before",
                "least",
                "scope",
                "only",
                "valid_from",
                "valid_to",
                "source",
                "severity",
                "label",
                "remedy",
            ],
        }
    };
    let mut seen = 0;
    for list in ["areas", "rules"] {
        let things = files.iter().filter_map(|file| file[list].as_array()).flatten();
        for field in things.flat_map(|thing| thing.as_object().unwrap().keys()) {
            assert!(known(list).contains(&field.as_str()), "{list}: {field}");
            seen += 1;
        }
    }
    assert!(seen > 100);
}
