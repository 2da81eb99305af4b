//! What lies outside of its period: figures for one that has not begun, dates before its first day or after its last.

use super::super::Scope;
use super::super::calendar::Slot;
use super::{Finding, FindingKind};
use crate::model::date::Date;
use crate::model::id::{CellKey, FormId};
use crate::model::indicator::Severity;
use crate::model::returns::{CellValue, Return};
use crate::model::statement::Realisation;

/// The findings of a form's returns, by the place of their slot.
pub(super) fn out_of_period(scope: &Scope<'_>, form: &FormId, slots: &[Slot]) -> Vec<(usize, Finding)> {
    let units = scope.units_for(form, slots);
    let mut found = Vec::new();
    for (at, slot) in slots.iter().enumerate() {
        let Some(returns) = scope.ledger.returns_of(form, &slot.period) else {
            continue;
        };
        let returns = units.iter().filter_map(|unit| returns.get(&unit.id));
        for of_unit in returns.filter(|of_unit| of_unit.has_values()) {
            let finding = |what: &str, kind: FindingKind, severity: Severity, cells: Vec<CellKey>| {
                let unit = &of_unit.unit;
                let key = format!("{what}/{form}/{}/{unit}", slot.period);
                let finding = Finding {
                    form: Some(form.clone()),
                    period: Some(slot.period.clone()),
                    cells,
                    ..Finding::new(scope, key, kind, severity, unit)
                };
                (at, finding)
            };
            if slot.realisation == Realisation::Planned {
                let cells = of_unit.cells.keys().cloned().collect();
                found.push(finding("planned", FindingKind::NotBegun, Severity::Notice, cells));
            }
            for (cell, date) in dates(of_unit).filter(|(_, date)| *date < slot.start || slot.end < *date) {
                let of_cell = cell.map_or_else(String::new, |cell| format!(":{cell}"));
                let kind = FindingKind::DateOutside(date);
                let cells = cell.into_iter().cloned().collect();
                found.push(finding(&format!("date{of_cell}"), kind, Severity::Warning, cells));
            }
        }
    }
    found
}

/// The dates of a return: the day that its counts stand for, and those of its cells.
fn dates(found: &Return) -> impl Iterator<Item = (Option<&CellKey>, Date)> {
    let of_cells = found.cells.iter().filter_map(|(key, cell)| match cell.value {
        CellValue::Date(date) => Some((Some(key), date)),
        _ => None,
    });
    found.as_of.map(|date| (None, date)).into_iter().chain(of_cells)
}
