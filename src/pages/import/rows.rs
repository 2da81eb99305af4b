//! What would change, as rows to be read: the doubtful first, then unit by unit.

use crate::exchange::cell_text::{Field, shown};
use crate::exchange::import::preview::{Change, Figure, Preview};
use crate::model::id::UnitId;
use crate::model::text::Lang;
use crate::pages::entry::plan::Plan;

/// A figure of the table that is not in the books as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// The unit's name.
    pub unit: String,
    /// The figure's name.
    pub figure: String,
    /// As it stands in the books; empty where nothing does.
    pub before: String,
    /// As it would stand there.
    pub after: String,
    /// What that means.
    pub change: Change,
}

/// The rows of a preview.
pub fn rows(lang: Lang, plan: &Plan, preview: &Preview) -> Vec<ChangeRow> {
    let settled = preview.rows.iter().filter_map(|row| Some((row.settled()?, row)));
    let mut rows: Vec<ChangeRow> = settled
        .flat_map(|(unit, row)| row.figures.iter().map(move |figure| (unit, row, figure)))
        .filter(|(_, _, figure)| figure.change != Change::Same)
        .map(|(unit, of, figure)| row(lang, plan, unit, &of.name, figure))
        .collect();
    rows.sort_by_key(|row| !is_doubtful(row.change));
    rows
}

/// Whether a person should look before it is written.
pub fn is_doubtful(change: Change) -> bool {
    matches!(change, Change::Invalid(_) | Change::NotAsked | Change::Suspicious)
}

/// A unit that the books do not have yet is called as in the sheet.
fn row(lang: Lang, plan: &Plan, unit: &UnitId, name: &str, figure: &Figure) -> ChangeRow {
    let column = plan.sheet.columns.iter().find(|column| column.key == figure.key);
    let field = column.map_or_else(Field::default, |column| column.field(None));
    let named = plan.units.iter().find(|row| row.id == *unit);
    ChangeRow {
        unit: named.map_or_else(|| name.to_owned(), |row| row.name.clone()),
        figure: column.map_or_else(|| figure.key.to_string(), |column| column.name.in_lang(lang).to_owned()),
        before: figure
            .before
            .as_ref()
            .map_or_else(String::new, |cell| shown(cell, field, lang)),
        after: shown(&figure.cell, field, lang),
        change: figure.change,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::exchange::import::names::Names;
    use crate::exchange::import::preview::Reading;
    use crate::exchange::import::{delimited, layout, mapping};
    use crate::model::ledger::Ledger;
    use std::collections::BTreeMap;

    /// A sheet as an office keeps it, with two figures that differ from the demo's books.
    #[test]
    fn the_doubtful_come_first_and_what_is_there_is_not_listed() {
        let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2021").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, ledger.profile.as_ref().unwrap().seen_on.unwrap());
        let form = catalogue.form(&"headcount".into()).unwrap();
        let period = "2021-07".parse().unwrap();
        let plan = Plan::new(&scope, form, &period);
        let find = |unit: &UnitId| ledger.find(&form.id, &period, unit).cloned();
        let members = |at: usize| {
            find(&plan.units[at].id).unwrap().cells["head_count.members"]
                .quantity()
                .unwrap()
                .count
        };
        let text = format!(
            "Đơn vị\tĐảng viên\n{}\t{}\n{}\t{}\n{}\t1.5\n",
            plan.units[0].name,
            members(0) + 1,
            plan.units[1].name,
            members(1),
            plan.units[2].name,
        );
        let names = Names::of(plan.units.iter().filter_map(|row| ledger.units.get(&row.id)));
        let sheet = delimited::read(&text).unwrap();
        let layout = layout::find(&sheet, &names).unwrap();
        let mapping = mapping::guess(&layout, form, &catalogue, Some(2021));
        let preview = Preview::of(
            Reading {
                sheet: &sheet,
                layout: &layout,
                mapping: &mapping,
                names: &names,
                chosen: &BTreeMap::new(),
                form,
                year: Some(2021),
                catalogue: &catalogue,
            },
            &find,
            &|_, _| true,
        );
        let rows = rows(Lang::Vi, &plan, &preview);
        let said: Vec<(&str, &str)> = rows.iter().map(|row| (row.unit.as_str(), row.after.as_str())).collect();
        let changed = (members(0) + 1).to_string();
        assert_eq!(
            said,
            [
                (plan.units[2].name.as_str(), "1.5"),
                (plan.units[0].name.as_str(), changed.as_str())
            ]
        );
        assert!(is_doubtful(rows[0].change) && rows[1].change == Change::Changed);
    }
}
