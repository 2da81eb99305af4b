//! The built-in catalogue hangs together.
#![allow(clippy::unwrap_used)]

mod files;
mod refused;

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
