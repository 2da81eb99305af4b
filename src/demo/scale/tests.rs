use super::*;
use crate::model::ledger::Ledger;
use crate::model::returns::{CellValue, ReturnStatus};
use std::collections::{BTreeSet, HashSet};

fn catalogue() -> Catalogue {
    Catalogue::built_in().unwrap_or_default()
}

const LITTLE: Size = Size {
    units: 60,
    to: 2022,
    ..Size::TERM
};

#[test]
fn records_come_in_the_order_of_their_identifiers_and_the_same_each_time() {
    let catalogue = catalogue();
    for size in [
        LITTLE,
        Size {
            units: 700,
            ..Size::CROWD
        },
    ] {
        let maker = Maker::new(size, &catalogue);
        let all = maker.all();
        assert!(all.windows(2).all(|two| two[0].id < two[1].id));
        let again = Maker::new(size, &catalogue);
        let last = maker.parts() - 1;
        assert_eq!(again.part(last), maker.part(last));
        assert!((0..maker.parts()).all(|at| maker.part(at).len() <= 2 * PART));
    }
}

#[test]
fn every_form_and_every_measure_of_the_catalogue_is_filled() {
    let catalogue = catalogue();
    let records = Maker::new(LITTLE, &catalogue).all();
    let ledger = Ledger::from_records(&records);
    assert_eq!(ledger.unreadable, []);
    assert_eq!(ledger.units.problems(), []);
    for form in catalogue.forms() {
        let returns: Vec<_> = ledger.periods_of(&form.id).flat_map(|(_, of)| of.values()).collect();
        let filled: BTreeSet<&str> = returns
            .iter()
            .flat_map(|of| of.cells.keys())
            .map(|key| key.measure())
            .collect();
        for measure in form.measures() {
            assert!(filled.contains(measure.as_str()), "{} of {}", measure, form.id);
        }
    }
}

#[test]
fn some_returns_are_missing_late_unreadable() {
    let ledger = Ledger::from_records(&Maker::new(LITTLE, &catalogue()).all());
    let form = "admission".into();
    let returns: Vec<_> = ledger.periods_of(&form).flat_map(|(_, of)| of.values()).collect();
    let most = LITTLE.units * 24;
    assert!(returns.len() < most && returns.len() > most * 9 / 10);
    let has = |wanted: fn(&ReturnStatus) -> bool| returns.iter().any(|of| wanted(&of.status));
    assert!(has(|status| *status == ReturnStatus::Draft));
    assert!(has(|status| matches!(status, ReturnStatus::SentBack(_))));
    let unreadable = |value: &CellValue| matches!(value, CellValue::Invalid(_));
    assert!(
        returns
            .iter()
            .any(|of| of.cells.values().any(|cell| unreadable(&cell.value)))
    );
}

#[test]
fn without_gaps_every_organisation_reports_all() {
    let size = Size {
        with_gaps: false,
        ..LITTLE
    };
    let ledger = Ledger::from_records(&Maker::new(size, &catalogue()).all());
    for (_, returns) in ledger.periods_of(&"admission".into()) {
        assert_eq!(returns.len(), size.units);
    }
}

#[test]
fn no_two_organisations_have_one_name() {
    let organisations = organisations::all(Size::CROWD);
    let names: HashSet<&str> = organisations.iter().map(|of| of.unit.name.as_str()).collect();
    let short: HashSet<&str> = organisations.iter().map(|of| of.unit.short_name.as_str()).collect();
    assert_eq!((names.len(), short.len()), (Size::CROWD.units, Size::CROWD.units));
    assert!(names.iter().any(|name| name.chars().count() > 90));
}
