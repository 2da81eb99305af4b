//! The units as a table for other programs, headed so that the import of units knows it again.

use crate::exchange::export::csv::Out;
use crate::exchange::import::columns::ListColumn;
use crate::exchange::import::units::UnitColumn;
use crate::i18n::import::unit_column;
use crate::i18n::units::kind_name;
use crate::model::date::Date;
use crate::model::id::UnitId;
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::model::unit::Unit;

/// The units below `root`, ended ones too, in the official order.
pub fn unit_table(lang: Lang, ledger: &Ledger, root: &UnitId) -> Vec<Vec<Out>> {
    let head = UnitColumn::ALL
        .iter()
        .map(|column| Out::Text(unit_column(lang, *column).to_owned()));
    let units = ledger.units.subtree(root).into_iter().filter(|unit| unit.id != *root);
    let row = |unit: &Unit| {
        let cells = UnitColumn::ALL
            .iter()
            .map(|column| cell(lang, ledger, root, unit, *column));
        cells.collect()
    };
    std::iter::once(head.collect()).chain(units.map(row)).collect()
}

fn cell(lang: Lang, ledger: &Ledger, root: &UnitId, unit: &Unit, column: UnitColumn) -> Out {
    // Dates as they are typed, in both languages.
    let day = |date: Option<Date>| date.map_or_else(String::new, |date| date.format(Lang::Vi));
    let text = match column {
        UnitColumn::Name => unit.name.clone(),
        UnitColumn::ShortName => unit.short_name.clone(),
        UnitColumn::Kind => kind_name(lang, unit.kind).to_owned(),
        UnitColumn::Parent => {
            let above = unit.parent.as_ref().filter(|parent| *parent != root);
            let above = above.and_then(|parent| ledger.units.get(parent));
            above.map_or_else(String::new, |above| above.name.clone())
        }
        UnitColumn::Sector => {
            let sector = ledger
                .sectors
                .iter()
                .find(|sector| Some(&sector.id) == unit.sector.as_ref());
            sector.map_or_else(String::new, |sector| sector.label.in_lang(lang).to_owned())
        }
        UnitColumn::Order => return Out::Number(u64::from(unit.order)),
        UnitColumn::From => day(unit.valid_from),
        UnitColumn::To => day(unit.valid_to),
    };
    match text.is_empty() {
        true => Out::Empty,
        false => Out::Text(text),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::export::csv::write;
    use crate::exchange::import::columns::ListMapping;
    use crate::exchange::import::delimited::read_bytes;
    use crate::exchange::import::names::Names;
    use crate::exchange::import::units::{RowChange, UnitList, UnitReading, find_layout};
    use std::collections::BTreeMap;

    fn read(text: &str, ledger: &Ledger, units: &[Unit]) -> UnitList {
        let sheet = read_bytes(text.as_bytes()).unwrap();
        let layout = find_layout(&sheet, &Names::of(units)).unwrap();
        UnitList::of(UnitReading {
            sheet: &sheet,
            layout: &layout,
            mapping: &ListMapping::guess(&layout, Some(UnitColumn::Name)),
            units,
            root: &ledger.root().unwrap().id,
            sectors: &ledger.sectors,
            said: &BTreeMap::new(),
            fresh: "n",
        })
    }

    #[test]
    fn the_list_comes_back_as_it_was() {
        for lang in [Lang::Vi, Lang::En] {
            let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2021").unwrap().records);
            let root = ledger.root().unwrap();
            let text = write(&unit_table(lang, &ledger, &root.id));
            let units: Vec<Unit> = ledger.units.iter().cloned().collect();
            let again = read(&text, &ledger, &units);
            let other = again.rows.iter().filter(|row| row.change != RowChange::Same);
            let other: Vec<_> = other.map(|row| (&row.name, row.change)).take(3).collect();
            assert!(other.is_empty(), "{other:?}");
            assert_eq!(again.rows.len(), units.len() - 1);
            // Into an empty bloc it makes the same units.
            let empty = read(&text, &ledger, std::slice::from_ref(root));
            let told = |unit: &Unit| (unit.name.clone(), unit.kind, unit.order, unit.sector.clone());
            let mut made: Vec<_> = empty.to_write().into_iter().map(told).collect();
            let mut wanted: Vec<_> = units.iter().filter(|unit| unit.id != root.id).map(told).collect();
            made.sort();
            wanted.sort();
            assert_eq!(made, wanted);
        }
    }
}
