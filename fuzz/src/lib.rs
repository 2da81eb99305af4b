//! What several targets ask of a file: [`open`] reads it as the worker does, [`import`] takes a sheet as far as what would
//! change in the books.

pub mod bloc;
pub mod container;

use serde_json::Value;
use so_khoi::catalogue::Catalogue;
use so_khoi::exchange::import::columns::ListMapping;
use so_khoi::exchange::import::keys::Keys;
use so_khoi::exchange::import::names::Names;
use so_khoi::exchange::import::preview::{Preview, Reading};
use so_khoi::exchange::import::sheet::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, RawSheet};
use so_khoi::exchange::import::targets::{self, TargetReading};
use so_khoi::exchange::import::units::{self, UnitColumn, UnitList, UnitReading};
use so_khoi::exchange::import::{layout, mapping};
use so_khoi::exchange::worker::table::ReadTable;
use so_khoi::exchange::worker::{Job, Parcel, run, sheet_text};
use so_khoi::model::period::Period;
use so_khoi::model::unit::{Unit, UnitKind};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::OnceLock;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::built_in().unwrap_or_default())
}

fn units() -> &'static [Unit] {
    static UNITS: OnceLock<Vec<Unit>> = OnceLock::new();
    UNITS.get_or_init(|| {
        let names = [
            "Đảng bộ Sở Y tế",
            "Chi bộ Ban Dân tộc",
            "Đảng bộ Sở Giáo dục và Đào tạo",
        ];
        let unit = |name: &str| Unit::new(name, Some("bloc".into()), UnitKind::GrassrootsCommittee, name);
        names.map(unit).into()
    })
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| Names::of(units()))
}

/// Reads a file as the worker does. What it answers is what the page reads, and within what it promises; what it refuses, it
/// refuses with a reason that the page has words for.
pub fn open(bytes: Vec<u8>) -> Vec<RawSheet> {
    let told = Cell::new(0);
    let progress = |percent: u8| {
        assert!(
            told.replace(percent) <= percent && percent <= 100,
            "{percent} % after {} %",
            told.get()
        );
    };
    match run(ReadTable::NAME, Parcel::bytes(bytes), &progress) {
        Ok(answer) => {
            let text = answer.text.clone();
            let sheets = ReadTable::answered(answer);
            let sheets = sheets.unwrap_or_else(|| panic!("the page does not understand {text:?}"));
            // Also: a number that is none, or a mark inside of a text, would not come back as it is.
            assert_eq!(sheet_text::write(&sheets), text);
            assert!(!sheets.is_empty());
            sheets.iter().for_each(within_limits);
            sheets
        }
        Err(reason) => {
            assert!(ReadTable::refused(&reason).is_some(), "no words for {reason:?}");
            Vec::new()
        }
    }
}

fn within_limits(sheet: &RawSheet) {
    assert!(sheet.rows.len() <= MAX_ROWS && sheet.width() <= MAX_COLUMNS);
    let filled = sheet.rows.iter().flatten().filter(|cell| !cell.is_empty()).count();
    assert!((1..=MAX_CELLS).contains(&filled));
    for area in &sheet.merged {
        assert!(area.to.0 < MAX_ROWS && area.to.1 < MAX_COLUMNS);
    }
}

/// Whether nothing in it is a number with a fraction: such a one is read to within its last digit only, and the app stores none.
pub fn is_exact(value: &impl serde::Serialize) -> bool {
    fn whole(value: &Value) -> bool {
        match value {
            Value::Number(number) => !number.is_f64(),
            Value::Array(values) => values.iter().all(whole),
            Value::Object(fields) => fields.values().all(whole),
            _ => true,
        }
    }
    serde_json::to_value(value).is_ok_and(|value| whole(&value))
}

/// Reads a sheet as figures of a form, as a list of units and as one of targets.
pub fn import(sheet: &RawSheet) {
    figures(sheet);
    if let Some(layout) = units::find_layout(sheet, names()) {
        let list = UnitList::of(UnitReading {
            sheet,
            layout: &layout,
            mapping: &ListMapping::guess(&layout, Some(UnitColumn::Name)),
            units: units(),
            root: &"bloc".into(),
            sectors: &[],
            said: &BTreeMap::new(),
            fresh: "new",
        });
        assert!(list.rows.len() <= sheet.rows.len() && list.to_write().len() <= list.rows.len());
    }
    if let Some(layout) = targets::find_layout(sheet, names()) {
        let rows = targets::rows(TargetReading {
            sheet,
            layout: &layout,
            mapping: &targets::guess(&layout),
            units: units(),
            root: &"bloc".into(),
            indicators: catalogue().indicators(),
            measure: None,
            period: &Period::Year(2021),
            targets: &[],
            fresh: "new",
        });
        assert!(rows.len() <= sheet.rows.len());
    }
}

fn figures(sheet: &RawSheet) {
    let Some(layout) = layout::find(sheet, names()) else {
        return;
    };
    let catalogue = catalogue();
    // One of the two: the names of their cells take longer to compare than a small sheet takes to read.
    let form = ["headcount", "study"][sheet.rows.len() % 2];
    let Some(form) = catalogue.form(&form.into()) else {
        return;
    };
    let mapping = match Keys::of(sheet) {
        Some(keys) => keys.mapping(&layout),
        None => mapping::guess(&layout, form, catalogue, Some(2021)),
    };
    let reading = Reading {
        sheet,
        layout: &layout,
        mapping: &mapping,
        names: names(),
        chosen: &BTreeMap::new(),
        form,
        year: Some(2021),
        catalogue,
    };
    let preview = Preview::of(reading, &|_| None, &|_, _| true);
    assert!(preview.rows.len() <= sheet.rows.len());
}
