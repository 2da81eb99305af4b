//! The built-in catalogue hangs together, and catalogues that do not are refused.
#![allow(clippy::unwrap_used)]

use super::check::{Problem, problems};
use super::*;
use crate::model::condition::Only;
use crate::model::measure::{FormSection, OverTime, OverUnits};
use crate::model::number::Percent;
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
        valid_to: None,
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
        form: "tried".into(),
        numerator,
        denominator: Some(denominator),
        ratio: false,
        direction: Default::default(),
        averaging: Default::default(),
        decimals: 1,
    }
}

/// The built-in catalogue with a form of its own (entries, members, staff) and one indicator.
fn with(indicator: Indicator) -> Catalogue {
    let mut catalogue = built_in();
    catalogue.merge(Part {
        measures: vec![
            measure("tried_entries", "entries"),
            measure("tried_members", "members"),
            measure("tried_staff", "staff"),
        ],
        forms: vec![Form {
            id: "tried".into(),
            label: text("tried"),
            help: None,
            unit_kinds: vec![UnitKind::GrassrootsCell],
            period: PeriodKind::Year,
            due_days: 5,
            as_of: false,
            area: None,
            from_start: false,
            sections: vec![FormSection {
                label: text("tried"),
                measures: vec!["tried_entries".into(), "tried_members".into(), "tried_staff".into()],
                only: Only::default(),
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

#[test]
fn the_forms_have_their_columns() {
    let catalogue = built_in();
    let columns = |form: &str| catalogue.columns(catalogue.form(&form.into()).unwrap(), None);
    assert_eq!(columns("headcount").len(), 3);
    assert_eq!(columns("admission").len(), 2);
    assert_eq!(columns("study").len(), 4 + 6 + 1 + 5 + 2);
    assert_eq!(columns("inspection").len(), 6 * 2 * 3 + 3 + 4 + 3);
    // One choice for the organisation's own level; four counts for each of the others.
    assert_eq!(columns("classification").len(), 1 + 4 + 2 + 4 + 4);
    assert_eq!(columns("commendation").len(), 2 + 2 + 3 * 2 + 2 + 2);
    let staff = &columns("study")[9];
    assert_eq!(staff.key.as_str(), "attended.staff");
    assert_eq!(staff.counting_unit.as_str(), "staff");
}

#[test]
fn entries_over_members_are_refused_unless_a_ratio_is_said() {
    let mixed = indicator(cells(&["tried_entries"]), cells(&["tried_members"]));
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
fn the_catalogues_own_entries_and_mixed_audience_are_never_a_share_of_members() {
    let members = Operand::Cells {
        cells: vec!["head_count.members".into()],
        form: Some("headcount".into()),
        latest: true,
    };
    for (key, unit) in [
        ("contest_entries", "entries"),
        ("contest_entries.bloc", "entries"),
        ("conference_attendance", "mixed_audience"),
    ] {
        let mut catalogue = built_in();
        catalogue.merge(Part {
            indicators: vec![Indicator {
                form: "propaganda".into(),
                ..indicator(cells(&[key]), members.clone())
            }],
            ..Part::default()
        });
        let refused = Problem::MixedRate {
            user: "tried".into(),
            numerator: vec![unit.into()],
            denominator: vec!["members".into()],
        };
        assert_eq!(problems(&catalogue), [refused], "{key}");
    }
    // Nor is either set against an audience by an indicator that calls itself a ratio.
    let catalogue = built_in();
    let is_audience = |unit: &CountingUnitId| catalogue.counting_unit(unit).is_some_and(|unit| unit.audience);
    for indicator in catalogue.indicators() {
        let Some(below) = &indicator.denominator else { continue };
        let above = catalogue.counting_units_of(&indicator.numerator);
        let never = above
            .iter()
            .any(|unit| ["entries", "mixed_audience"].contains(&unit.as_str()));
        let below = catalogue.counting_units_of(below);
        assert!(!never || !below.iter().any(is_audience), "{}", indicator.id);
    }
}

#[test]
fn every_file_is_loaded() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/catalogue/built_in");
    let parts: Vec<serde_json::Value> = serde_json::from_str(BUILT_IN).unwrap();
    let mut loaded: Vec<&str> = Vec::new();
    for part in &parts {
        let lists = part.as_object().unwrap().values();
        let things = lists.flat_map(|list| list.as_array().unwrap());
        loaded.extend(things.map(|thing| thing["id"].as_str().unwrap()));
    }
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
fn every_measure_stands_on_one_form() {
    let catalogue = built_in();
    for measure in &catalogue.part().measures {
        let forms = catalogue.forms().iter();
        let forms = forms.filter(|form| form.measures().any(|id| *id == measure.id));
        // On two forms one thing would be asked twice, and counted twice.
        assert_eq!(forms.count(), 1, "{}", measure.id);
    }
}

/// What is entered to be counted must be shown somewhere: as the numerator of an indicator, or as what one is
/// out of. Dates and notes are not drawn, and what lies ahead is no figure yet.
#[test]
fn every_measure_is_reached_by_an_indicator() {
    let catalogue = built_in();
    let mut reached: Vec<CellKey> = Vec::new();
    for indicator in catalogue.indicators() {
        for operand in std::iter::once(&indicator.numerator).chain(&indicator.denominator) {
            if let Operand::Cells { cells, .. } = operand {
                reached.extend(cells.iter().flat_map(|key| catalogue.cells(key, None)).map(|it| it.key));
            }
        }
    }
    for measure in &catalogue.part().measures {
        if matches!(measure.value, ValueType::Date | ValueType::Text) {
            continue;
        }
        for column in catalogue.cells(&CellKey::of(&measure.id, &[]), None) {
            let ahead = ["planned", "ongoing"]
                .iter()
                .any(|it| column.key.as_str().ends_with(it));
            assert!(reached.contains(&column.key) || ahead, "{}", column.key);
        }
    }
}

#[test]
fn every_rate_counts_one_thing_above_and_one_below() {
    let catalogue = built_in();
    for indicator in catalogue.indicators() {
        let above = catalogue.counting_units_of(&indicator.numerator);
        assert_eq!(above.len(), 1, "{}", indicator.id);
        if let Some(below) = &indicator.denominator {
            let below = catalogue.counting_units_of(below);
            assert_eq!(below.len(), 1, "{}", indicator.id);
            assert_eq!(above != below, indicator.ratio, "{}", indicator.id);
        }
    }
}

#[test]
fn labels_fit_and_what_needs_explaining_is_explained() {
    let catalogue = built_in();
    for measure in &catalogue.part().measures {
        let brief = measure.brief().vi.chars().count();
        assert!(brief <= 16, "{} is {brief} letters wide", measure.id);
        let plain = measure.value == ValueType::Done;
        let explained = help::of_measure(measure).is_some() || plain;
        assert!(explained, "{} has no help", measure.id);
    }
    for form in catalogue.forms() {
        assert!(help::of_form(form).is_some() && form.due_days > 0, "{}", form.id);
    }
}

#[test]
fn a_star_stands_for_every_option_of_its_set() {
    let catalogue = built_in();
    let keys = |key: &str| -> Vec<String> {
        let cells = catalogue.cells(&key.into(), None);
        cells.iter().map(|column| column.key.to_string()).collect()
    };
    let members = keys("inspection.*.inspect.members");
    assert_eq!(members.len(), 6);
    assert_eq!(members[0], "inspection.standing_committee.inspect.members");
    assert_eq!(keys("inspection.*.supervise").len(), 6 * 3);
    assert_eq!(keys("inspection.*"), keys("inspection"));
    assert_eq!(keys("inspection.*.nowhere"), Vec::<String>::new());
    // Over all objects a star adds organisations to members, and that is refused as ever.
    let mixed = cells(&["inspection.*.inspect"]);
    let found = problems(&with(Indicator {
        form: "inspection".into(),
        ..indicator(mixed.clone(), mixed)
    }));
    assert!(found.iter().all(|it| matches!(it, Problem::MixedSum { .. })) && found.len() == 2);
}

#[test]
fn a_level_is_one_cell_and_counts_by_level() {
    let catalogue = built_in();
    let measure = catalogue.measure("quality_own").unwrap();
    let entered = catalogue.columns_of(measure, None);
    assert_eq!((entered.len(), entered[0].value), (1, ValueType::Level));
    let counted = catalogue.cells(&"quality_own".into(), None);
    assert_eq!(counted.len(), 4);
    assert!(counted.iter().all(|column| column.value == ValueType::Count));
    assert_eq!(catalogue.cells(&"quality_own.good".into(), None), [counted[1].clone()]);
    for key in ["quality_own", "quality_own.good"] {
        assert_eq!(catalogue.entered(&key.into(), None), ["quality_own".into()]);
    }
    assert_eq!(catalogue.entered(&"write_ups".into(), None).len(), 5);
}

#[test]
fn cells_of_another_form_rules_of_two_things_and_levels_without_a_scale_are_refused() {
    let elsewhere = indicator(cells(&["admitted"]), cells(&["tried_members"]));
    let found = problems(&with(elsewhere));
    assert!(matches!(found.as_slice(), [Problem::NotOnForm { .. }]), "{found:?}");

    let mut catalogue = built_in();
    let rule = |right: &str| {
        let rule = catalogue
            .part()
            .rules
            .iter()
            .find(|rule| rule.form.as_str() == "study")
            .unwrap();
        Rule {
            id: "tried".into(),
            right: cells(&[right]),
            ..rule.clone()
        }
    };
    let rules = vec![rule("copies")];
    let mut level = measure("level", "organisations");
    level.value = ValueType::Level;
    catalogue.merge(Part {
        rules,
        measures: vec![level],
        ..Part::default()
    });
    let found = problems(&catalogue);
    assert!(
        matches!(found.as_slice(), [Problem::Scale(_), Problem::MixedRule { .. }]),
        "{found:?}"
    );
}

/// The figures of the published reports have a cell each.
#[test]
fn published_inspections_have_their_cells() {
    let catalogue = built_in();
    let form = catalogue.form(&"inspection".into()).unwrap();
    let columns = catalogue.columns(form, None);
    for key in [
        "inspection.standing_committee.inspect.organisations",
        "inspection.standing_committee.inspect.committees",
        "inspection.standing_committee.supervise.organisations",
        "inspection.standing_committee.supervise.committees",
        "inspection.inspection_commission.supervise.organisations",
        "inspection.inspection_commission.supervise.members",
        "inspection.propaganda_board.inspect.organisations",
        "inspection.propaganda_board.supervise.organisations",
        "inspection.grassroots_committee.inspect.organisations",
        "inspection.grassroots_committee.inspect.members",
        "inspection.grassroots_committee.supervise.organisations",
        "inspection.grassroots_committee.supervise.members",
        "inspection.grassroots_commission.supervise.organisations",
        "inspection.grassroots_commission.supervise.committees",
        "inspection_thematic.done",
        "inspection_thematic.planned",
    ] {
        assert!(columns.iter().any(|column| column.key.as_str() == key), "{key}");
    }
}

#[test]
fn audiences_are_never_added() {
    let sum = cells(&["tried_members", "tried_staff"]);
    let found = problems(&with(indicator(sum.clone(), sum)));
    assert!(
        found.iter().all(|problem| matches!(problem, Problem::MixedSum { .. })),
        "{found:?}"
    );
    assert_eq!(found.len(), 2);
    // A key without its options means all of them: all audiences at once.
    let all = cells(&["attended"]);
    let found = problems(&with(Indicator {
        form: "study".into(),
        ..indicator(all.clone(), all)
    }));
    assert!(
        matches!(found.as_slice(), [Problem::MixedSum { .. }, Problem::MixedSum { .. }]),
        "{found:?}"
    );
}

#[test]
fn unknown_names_are_told() {
    let mut wrong = indicator(cells(&["tried_members.nowhere"]), cells(&["tried_members"]));
    wrong.form = "elsewhere".into();
    let found = problems(&with(wrong));
    for name in ["tried_members.nowhere", "elsewhere"] {
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

#[test]
fn rules_of_no_year_no_share_or_nobody_are_refused() {
    let whole = || -> Rule {
        let catalogue = built_in();
        let rules = &catalogue.part().rules;
        let found = rules
            .iter()
            .find(|rule| rule.id.as_str() == "members_excellent_cap_2019");
        Rule {
            id: "tried".into(),
            ..found.unwrap().clone()
        }
    };
    let told = |rule: Rule| {
        let mut catalogue = built_in();
        catalogue.merge(Part {
            rules: vec![rule],
            ..Part::default()
        });
        problems(&catalogue)
    };
    assert_eq!(told(whole()), []);
    let years = Rule {
        valid_to: Some(2018),
        ..whole()
    };
    let share = Rule {
        share: Some(Percent::ZERO),
        ..whole()
    };
    for rule in [years, share] {
        assert_eq!(told(rule), [Problem::Empty("tried".into())]);
    }
    let nobody = Rule {
        only: Only {
            unit_kinds: vec![UnitKind::GrassrootsCell, UnitKind::MassOrganisation],
            ..Only::default()
        },
        ..whole()
    };
    let expected = Problem::AskedOfNobody {
        user: "tried".into(),
        kinds: vec![UnitKind::MassOrganisation],
        form: "classification".into(),
    };
    assert_eq!(told(nobody), [expected]);
}

#[test]
fn every_form_is_listed_under_an_area_and_some_are_there_from_the_start() {
    let catalogue = built_in();
    let forms: Vec<&Form> = catalogue.forms().iter().collect();
    let listed = catalogue.by_area(&forms);
    assert!(listed.iter().all(|(area, forms)| area.is_some() && !forms.is_empty()));
    assert_eq!(listed.len(), catalogue.part().areas.len());
    assert_eq!(listed.iter().map(|(_, forms)| forms.len()).sum::<usize>(), forms.len());
    let first = catalogue.first_forms();
    assert!(first.contains(&"headcount".into()) && !first.contains(&"classification".into()));

    let mut own = catalogue.form(&"models".into()).unwrap().clone();
    own.area = Some("nowhere".into());
    let listed = catalogue.by_area(&[&own]);
    assert_eq!(listed, [(None, vec![&own])]);
    let mut wrong = built_in();
    wrong.merge(Part {
        forms: vec![own.clone()],
        ..Part::default()
    });
    let unknown = Problem::Unknown {
        user: "models".into(),
        name: "nowhere".into(),
    };
    assert_eq!(problems(&wrong), [unknown]);
}

#[test]
fn a_section_asked_of_nobody_is_refused() {
    let mut form = built_in().form(&"models".into()).unwrap().clone();
    form.sections[1].only.unit_kinds = vec![UnitKind::SubordinateCell];
    let mut catalogue = built_in();
    catalogue.merge(Part {
        forms: vec![form],
        ..Part::default()
    });
    let expected = Problem::AskedOfNobody {
        user: "models".into(),
        kinds: vec![UnitKind::SubordinateCell],
        form: "models".into(),
    };
    assert_eq!(problems(&catalogue), [expected]);
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
