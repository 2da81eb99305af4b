//! What is exported is imported as it was: every form of every demo, through a text file and a workbook and back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use so_khoi::analysis::Scope;
use so_khoi::catalogue::Catalogue;
use so_khoi::demo::{demos, load};
use so_khoi::exchange::cell_text::{enter, problem, shown};
use so_khoi::exchange::export::csv::write;
use so_khoi::exchange::export::form_table::{Heads, TableColumn, table};
use so_khoi::exchange::files::read as read_file;
use so_khoi::exchange::import::delimited::read_bytes;
use so_khoi::exchange::import::keys::Keys;
use so_khoi::exchange::import::names::Names;
use so_khoi::exchange::import::preview::{Change, Preview, Reading};
use so_khoi::exchange::import::sheet::{RawCell, RawSheet};
use so_khoi::exchange::import::{layout, mapping};
use so_khoi::exchange::worker::workbook::WriteWorkbook;
use so_khoi::exchange::worker::{Job, run};
use so_khoi::model::date::Date;
use so_khoi::model::id::UnitId;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::text::Lang;
use so_khoi::pages::entry::plan::Plan;
use so_khoi::pages::entry::workbooks::{form_sheet, year_sheets};
use std::collections::BTreeMap;

const HEADS: Heads<'static> = Heads {
    number: "STT",
    name: "Tên đơn vị",
};

/// Through which file.
#[derive(Clone, Copy, Debug)]
enum File {
    Text,
    Workbook,
}

/// The workbook that the worker makes of these sheets.
fn by_worker(sheets: Vec<RawSheet>) -> Vec<u8> {
    let answer = run(WriteWorkbook::NAME, WriteWorkbook(sheets).asked(), &|_| ()).unwrap();
    WriteWorkbook::answered(answer).unwrap()
}

/// Exports what a plan holds, imports it, and answers how many figures were the same, new, and other.
fn there_and_back(scope: &Scope<'_>, plan: &Plan, lang: Lang, into_empty: bool, file: File) -> (usize, usize, usize) {
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
    let sheet = match file {
        File::Text => read_bytes(write(&rows).as_bytes()).unwrap(),
        File::Workbook => {
            let sheets = vec![form_sheet(scope, plan, lang, true)];
            let mut back = read_file(by_worker(sheets), &|_| ()).unwrap();
            assert_eq!(back.len(), 1);
            back.remove(0)
        }
    };
    let names = Names::of(plan.units.iter().filter_map(|row| scope.ledger.units.get(&row.id)));
    let layout = layout::find(&sheet, &names).expect("the export names its units");
    let year = scope.ledger.span(&plan.period).map(|(_, end)| end.year());
    let guess = mapping::guess(&layout, &plan.form, scope.catalogue, year);
    let mapping = match Keys::of(&sheet) {
        Some(keys) => {
            assert_eq!((&keys.form, &keys.period), (&plan.form.id, &plan.period));
            // Without its first row it is understood too.
            assert_eq!(keys.mapping(&layout), guess);
            keys.mapping(&layout)
        }
        None => guess,
    };
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
                for (lang, file) in [
                    (Lang::Vi, File::Text),
                    (Lang::En, File::Text),
                    (Lang::Vi, File::Workbook),
                    (Lang::En, File::Workbook),
                ] {
                    let at = format!("{}: {} {period} {file:?}", info.id, form.id);
                    assert_eq!(there_and_back(&scope, &plan, lang, false, file), (cells, 0, 0), "{at}");
                    assert_eq!(there_and_back(&scope, &plan, lang, true, file), (0, cells, 0), "{at}");
                }
                figures += cells;
            }
        }
    }
    assert!(figures > 2000, "{figures}");
}

#[test]
fn every_figure_of_every_demo_can_be_typed_into_its_form_and_is_read_back() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut figures = 0;
    for info in demos() {
        let ledger = Ledger::from_records(&load(&info.id).unwrap().records);
        let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
        for form in catalogue.forms() {
            for (period, returns) in ledger.periods_of(&form.id) {
                let plan = Plan::new(&scope, form, period);
                for (unit, found) in returns {
                    let at = format!("{}: {} {period} {unit}", info.id, form.id);
                    assert!(plan.units.iter().any(|asked| asked.id == *unit), "{at}");
                    for (key, cell) in &found.cells {
                        let place = plan.sheet.place_of(key).expect(&at);
                        for lang in [Lang::Vi, Lang::En] {
                            let field = || plan.sheet.columns[place].field(Some(found));
                            let text = shown(cell, field(), lang);
                            let typed = enter(&text, field(), None, |part| part.to_string()).expect(&at);
                            assert_eq!(problem(&typed, field()), None, "{at} {key}: {text}");
                            assert_eq!(
                                (&typed.value, typed.qualifier),
                                (&cell.value, cell.qualifier),
                                "{at} {key}: {text}"
                            );
                        }
                        figures += 1;
                    }
                }
            }
        }
    }
    assert!(figures > 2000, "{figures}");
}

#[test]
fn every_form_of_a_year_is_one_workbook() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut books = 0;
    for info in demos() {
        let ledger = Ledger::from_records(&load(&info.id).unwrap().records);
        let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
        for year in 2015..=2026 {
            let sheets = year_sheets(&scope, year, Lang::Vi);
            if sheets.is_empty() {
                continue;
            }
            books += 1;
            let wanted: Vec<Keys> = sheets.iter().map(|sheet| Keys::of(sheet).unwrap()).collect();
            let back = read_file(by_worker(sheets), &|_| ()).unwrap();
            let found: Vec<Keys> = back.iter().map(|sheet| Keys::of(sheet).unwrap()).collect();
            assert_eq!(found, wanted, "{} {year}", info.id);
            assert!(found.iter().enumerate().all(|(at, keys)| !found[..at].contains(keys)));
        }
    }
    assert!(books > 5, "{books}");
}

#[test]
fn a_blank_form_is_filled_in_and_comes_back() {
    let catalogue = Catalogue::built_in().unwrap();
    let ledger = Ledger::from_records(&load(&demos()[0].id).unwrap().records);
    let scope = Scope::whole(&ledger, &catalogue, Date::EPOCH);
    let form = catalogue.form(&"headcount".into()).unwrap();
    let (period, _) = ledger.periods_of(&form.id).next().unwrap();
    let plan = Plan::new(&scope, form, period);
    let mut sheet = form_sheet(&scope, &plan, Lang::Vi, false);
    let first = sheet.rows.iter().position(Vec::is_empty).unwrap() + 2;
    assert!(
        sheet.rows[first..]
            .iter()
            .all(|row| row[2..].iter().all(RawCell::is_empty))
    );
    assert_eq!(sheet.rows.len() - first, plan.units.len());
    sheet.rows[first][2] = RawCell::Number(87.0);
    let back = read_file(by_worker(vec![sheet]), &|_| ()).unwrap().remove(0);
    assert_eq!(back.cell(first, 2), &RawCell::Number(87.0));
    let keys = Keys::of(&back).unwrap();
    assert_eq!(keys.cells[2].as_ref(), Some(&plan.sheet.columns[0].key));
}

fn any_cell() -> impl Strategy<Value = RawCell> {
    prop_oneof![
        Just(RawCell::Empty),
        "[=+@'a\\-\u{1ea1} ;\"<&_x0D]{0,9}".prop_map(|text| RawCell::text(&text)),
        (0..=9_007_199_254_740_991_u64).prop_map(|count| RawCell::Number(count as f64)),
        (1901..2100, 1_u8..13, 1_u8..29)
            .prop_map(|(year, month, day)| RawCell::Date(Date::new(year, month, day).unwrap())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn cells_of_a_workbook_come_back(body in prop::collection::vec(prop::collection::vec(any_cell(), 4), 1..6)) {
        let mut rows = vec![vec![RawCell::text("Tiêu đề")], Vec::new(), vec![RawCell::text("x"); 4]];
        rows.extend(body.clone());
        let sheet = RawSheet { name: "Một".into(), rows, merged: Vec::new() };
        let back = read_file(by_worker(vec![sheet]), &|_| ()).unwrap().remove(0);
        for (at, row) in body.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                prop_assert_eq!(back.cell(at + 3, column), cell);
            }
        }
    }
}
