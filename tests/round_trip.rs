//! What is exported is imported as it was: every form of every demo, through the file and back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use so_khoi::analysis::Scope;
use so_khoi::catalogue::Catalogue;
use so_khoi::demo::{demos, load};
use so_khoi::exchange::export::csv::write;
use so_khoi::exchange::export::form_table::{Heads, TableColumn, table};
use so_khoi::exchange::import::delimited::read_bytes;
use so_khoi::exchange::import::names::Names;
use so_khoi::exchange::import::preview::{Change, Preview, Reading};
use so_khoi::exchange::import::{layout, mapping};
use so_khoi::model::date::Date;
use so_khoi::model::id::UnitId;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::text::Lang;
use so_khoi::pages::entry::plan::Plan;
use std::collections::BTreeMap;

const HEADS: Heads<'static> = Heads {
    number: "STT",
    name: "Tên đơn vị",
};

/// Exports what a plan holds, imports it, and answers how many figures were the same, new, and other.
fn there_and_back(scope: &Scope<'_>, plan: &Plan, lang: Lang, into_empty: bool) -> (usize, usize, usize) {
    let find = |unit: &UnitId| scope.ledger.find(&plan.form.id, &plan.period, unit).cloned();
    let columns: Vec<TableColumn<'_>> = plan
        .sheet
        .columns
        .iter()
        .map(|column| TableColumn {
            key: &column.key,
            header: column.name.in_lang(lang),
            field: column.field(None),
        })
        .collect();
    let returns: Vec<_> = plan
        .units
        .iter()
        .map(|unit| (unit.name.as_str(), find(&unit.id)))
        .collect();
    let rows = table(
        lang,
        HEADS,
        &columns,
        returns.iter().map(|(name, found)| (*name, found.as_ref())),
    );
    let sheet = read_bytes(write(&rows).as_bytes()).unwrap();
    let names = Names::of(plan.units.iter().filter_map(|row| scope.ledger.units.get(&row.id)));
    let layout = layout::find(&sheet, &names).expect("the export names its units");
    let year = scope.ledger.span(&plan.period).map(|(_, end)| end.year());
    let mapping = mapping::guess(&layout, &plan.form, scope.catalogue, year);
    let at = format!("{} {} {lang:?}", plan.form.id, plan.period);
    let known: Vec<_> = mapping.cells().map(|(_, key)| key.clone()).collect();
    let keys: Vec<_> = plan.sheet.columns.iter().map(|column| column.key.clone()).collect();
    assert_eq!(known, keys, "{at}: every column is known again");
    let chosen = BTreeMap::new();
    let reading = Reading {
        sheet: &sheet,
        layout: &layout,
        mapping: &mapping,
        names: &names,
        chosen: &chosen,
        form: &plan.form,
        year,
        catalogue: scope.catalogue,
    };
    let preview = Preview::of(
        reading,
        &|unit: &UnitId| (!into_empty).then(|| find(unit)).flatten(),
        &|_, _| true,
    );
    assert_eq!(preview.rows.len(), plan.units.len(), "{at}");
    assert_eq!(preview.unsettled().count(), 0, "{at}");
    if into_empty {
        for row in &preview.rows {
            for figure in &row.figures {
                let stood = find(row.settled().unwrap()).unwrap().cells[&figure.key].clone();
                assert_eq!(
                    (&figure.cell.value, figure.cell.qualifier),
                    (&stood.value, stood.qualifier),
                    "{at}"
                );
            }
        }
    }
    let other = |change| !matches!(change, Change::Same | Change::New);
    (
        preview.count(|change| change == Change::Same),
        preview.count(|change| change == Change::New),
        preview.count(other),
    )
}

#[test]
fn every_form_of_every_demo_comes_back() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut figures = 0;
    for info in demos() {
        let ledger = Ledger::from_records(&load(&info.id).unwrap().records);
        let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
        for form in catalogue.forms() {
            for (period, returns) in ledger.periods_of(&form.id) {
                let plan = Plan::new(&scope, form, period);
                let of_plan = plan.units.iter().filter_map(|unit| returns.get(&unit.id));
                let cells: usize = of_plan.map(|found| found.cells.len()).sum();
                if cells == 0 {
                    continue;
                }
                for lang in [Lang::Vi, Lang::En] {
                    let at = format!("{}: {} {period}", info.id, form.id);
                    assert_eq!(there_and_back(&scope, &plan, lang, false), (cells, 0, 0), "{at}");
                    assert_eq!(there_and_back(&scope, &plan, lang, true), (0, cells, 0), "{at}");
                }
                figures += cells;
            }
        }
    }
    assert!(figures > 2000, "{figures}");
}
