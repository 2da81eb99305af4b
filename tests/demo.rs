//! The demos' totals add up to the published figures, exactly, and no unit has a part above its whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::Scope;
use so_khoi::analysis::completeness::{Urgency, due_forms};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo;
use so_khoi::model::date::Date;
use so_khoi::model::id::{CellKey, FormId};
use so_khoi::model::ledger::Ledger;
use so_khoi::model::period::Period;
use so_khoi::model::quantity::{Qualifier, Quantity};
use so_khoi::model::returns::Return;

fn ledger(id: &str) -> Ledger {
    Ledger::from_records(&demo::load(id).unwrap().records)
}

/// The sum of a cell over all returns of a form within a period.
fn sum(ledger: &Ledger, form: &str, cell: &str, period: &str) -> Quantity {
    let catalogue = Catalogue::built_in().unwrap();
    let period: Period = period.parse().unwrap();
    let keys = catalogue.cells(&cell.into(), None);
    assert!(!keys.is_empty(), "{cell}");
    let mut sum = Quantity::exact(0);
    for (at, returns) in ledger.periods_of(&form.into()) {
        if period.contains(at) {
            for found in returns.values() {
                for quantity in keys.iter().filter_map(|column| found.quantity(&column.key)) {
                    sum.count += quantity.count;
                    sum.qualifier = sum.qualifier.combine(quantity.qualifier);
                }
            }
        }
    }
    sum
}

fn count(found: &Return, key: &str) -> u64 {
    found.quantity(&key.into()).map_or(0, |quantity| quantity.count)
}

#[test]
fn every_cell_of_the_demos_is_of_the_catalogue() {
    let catalogue = Catalogue::built_in().unwrap();
    for info in demo::demos() {
        let ledger = ledger(&info.id);
        for form in catalogue.forms() {
            let columns: Vec<CellKey> = catalogue
                .columns(form, None)
                .into_iter()
                .map(|column| column.key)
                .collect();
            for found in ledger.periods_of(&form.id).flat_map(|(_, returns)| returns.values()) {
                assert_eq!(found.period.kind(), form.period);
                let kind = ledger.units.get(&found.unit).unwrap().kind;
                assert!(form.unit_kinds.contains(&kind), "{}: {kind:?}", form.id);
                for key in found.cells.keys() {
                    assert!(columns.contains(key), "{key}");
                }
            }
        }
        let indicators = ledger.targets.values().filter_map(|target| target.indicator.as_ref());
        for indicator in indicators {
            assert!(catalogue.indicator(indicator).is_some(), "{indicator}");
        }
    }
}

#[test]
fn hoa_binh_2021_adds_up() {
    let ledger = ledger("hoa-binh-2021");
    let drive = "drive:dai-hoi-xiii";
    for (cell, total) in [
        ("plan", 73),
        ("studied", 73),
        ("action_programme", 73),
        ("copies", 3545),
        ("invited.members", 4201),
        ("attended.members", 4201),
        ("write_ups.excellent", 1647),
        ("write_ups.good", 1924),
        ("write_ups.fair", 613),
        ("write_ups.average", 17),
        ("write_ups", 4201),
    ] {
        assert_eq!(sum(&ledger, "study", cell, drive), Quantity::exact(total), "{cell}");
    }
    assert_eq!(
        sum(&ledger, "headcount", "head_count.members", "2021-07"),
        Quantity::exact(4201)
    );
    assert_eq!(ledger.units.len(), 1 + 73);
}

#[test]
fn no_unit_of_2021_has_a_part_above_its_whole() {
    let ledger = ledger("hoa-binh-2021");
    let (form, period): (FormId, Period) = ("study".into(), "drive:dai-hoi-xiii".parse().unwrap());
    let heads = ledger
        .returns_of(&"headcount".into(), &"2021-07".parse().unwrap())
        .unwrap();
    for found in ledger.returns_of(&form, &period).unwrap().values() {
        let members = count(&heads[&found.unit], "head_count.members");
        assert_eq!(count(found, "invited.members"), members);
        let grades = ["excellent", "good", "fair", "average", "failed"];
        let written: u64 = grades
            .iter()
            .map(|grade| count(found, &format!("write_ups.{grade}")))
            .sum();
        assert_eq!(written, members, "{}", found.unit);
        let drive = &ledger.drives.iter().find(|drive| drive.period() == period).unwrap();
        assert!((drive.start..=drive.end).contains(&found.submitted_on.unwrap()));
    }
}

#[test]
fn hoa_binh_2022_adds_up() {
    let ledger = ledger("hoa-binh-2022");
    for (form, cell, total) in [
        ("admission", "admitted", 121),
        ("admission", "transferred", 116),
        ("inspection", "inspection.all_committees.inspect.organisations", 71),
        ("inspection", "inspection.all_committees.inspect.members", 73),
        ("inspection", "discipline_members", 6),
        ("committee", "resolutions", 7),
        ("committee", "committees_consolidated", 14),
    ] {
        assert_eq!(sum(&ledger, form, cell, "2022"), Quantity::exact(total), "{cell}");
    }
    let members = sum(&ledger, "headcount", "head_count.members", "2022-11");
    assert_eq!((members.count, members.qualifier), (4200, Qualifier::MoreThan));
    assert_eq!(ledger.units.len(), 1 + 46 + 26);
    assert_eq!(ledger.sectors.len(), 5);
    let months = ledger.periods_of(&"admission".into()).count();
    assert_eq!(months, 11);
}

/// What each of the new demos splits over organisations, or enters for the root unit, added up again by hand.
#[test]
fn the_other_demos_add_up() {
    for (demo, form, cell, period, total) in [
        ("long-an-2021", "headcount", "head_count.members", "2021-07", 5096),
        ("agencies-2023", "headcount", "head_count.members", "2023-03", 4500),
        ("agencies-2023", "models", "models_done", "2022", 93),
        ("agencies-2023", "models", "models_registered", "2023", 58),
        ("agencies-2023", "models", "four_good", "2023", 51),
        ("agencies-2023", "subordinate", "sectional_committees", "2022", 10),
        ("agencies-2023", "subordinate", "subordinate_cells", "2022", 259),
        ("agencies-2023", "subordinate", "sectional_cells", "2022", 38),
    ] {
        assert_eq!(
            sum(&ledger(demo), form, cell, period),
            Quantity::exact(total),
            "{demo}: {cell}"
        );
    }
    let tree = |demo: &str| ledger(demo).units.len();
    assert_eq!(tree("long-an-2021"), 1 + 84);
    assert_eq!(tree("agencies-2023"), 1 + 67 + 10 + 259 + 3);
    assert_eq!(tree("dien-bien-2020"), 1);
}

#[test]
fn a_pilot_is_one_or_none_of_an_organisation_and_every_committee_has_cells() {
    let ledger = ledger("agencies-2023");
    let (year, models, below): (Period, FormId, FormId) =
        ("2023".parse().unwrap(), "models".into(), "subordinate".into());
    let pilots = ledger.returns_of(&models, &year).unwrap().values();
    assert!(pilots.into_iter().all(|found| count(found, "four_good") <= 1));
    let committees = ledger.returns_of(&below, &"2022".parse().unwrap()).unwrap();
    for found in committees.values() {
        let cells = count(found, "subordinate_cells");
        assert!(cells >= 2, "{}", found.unit);
        assert!(count(found, "sectional_cells") <= cells);
        assert!(count(found, "sectional_committees") <= 1);
    }
}

/// A demo and its figures; whoever has no list of its own takes the shared sectors.
#[test]
fn every_organisation_is_in_a_sector_of_its_bloc() {
    for (demo, sectors) in [
        ("hoa-binh-2021", 5),
        ("hoa-binh-2022", 5),
        ("long-an-2021", 9),
        ("agencies-2023", 5),
        ("dien-bien-2020", 0),
    ] {
        let ledger = ledger(demo);
        assert_eq!(ledger.sectors.len(), sectors, "{demo}");
        for unit in ledger
            .units
            .in_order()
            .into_iter()
            .filter(|unit| unit.kind.is_grassroots())
        {
            let sector = unit.sector.as_ref().unwrap();
            assert!(ledger.sectors.iter().any(|it| it.id == *sector), "{demo}: {}", unit.id);
        }
    }
}

#[test]
fn nobody_is_late_with_a_form_that_the_report_gives_no_figures_of() {
    let catalogue = Catalogue::built_in().unwrap();
    for info in demo::demos() {
        let ledger = ledger(&info.id);
        let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
        for due in due_forms(&scope).iter().filter(|due| due.urgency == Urgency::Overdue) {
            assert!(
                ledger.periods_of(&due.form).next().is_some(),
                "{}: {}",
                info.id,
                due.form
            );
        }
    }
}
