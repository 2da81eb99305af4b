//! All units of a drive, with what each entered: the table at the end of the page.

use crate::analysis::Scope;
use crate::analysis::completeness::{ReturnState, of_form};
use crate::exhibit::study::figures::study_form;
use crate::model::drive::Drive;
use crate::model::id::{CellKey, SectorId, UnitId};
use crate::model::number::Count;
use crate::model::returns::Return;

/// One unit's return.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitRow {
    /// The unit.
    pub unit: UnitId,
    /// Its sector.
    pub sector: Option<SectorId>,
    /// Where its return stands.
    pub state: ReturnState,
    /// Invited, of the chosen audience.
    pub invited: Option<Count>,
    /// Attended, of the chosen audience.
    pub attended: Option<Count>,
    /// Write-ups of all grades.
    pub write_ups: Option<Count>,
    /// Of these, those of the best grade.
    pub excellent: Option<Count>,
    /// Copies received.
    pub copies: Option<Count>,
    /// Whether it has a plan.
    pub plan: Option<bool>,
    /// Whether it has studied.
    pub studied: Option<bool>,
    /// Whether it has an action programme.
    pub programme: Option<bool>,
    /// Members with a commitment.
    pub commitments: Option<Count>,
}

/// Each expected unit, in the official order.
pub fn rows(scope: &Scope<'_>, drive: &Drive, audience: &str) -> Vec<UnitRow> {
    let (form, period) = (study_form(), drive.period());
    let grades: Vec<CellKey> = scope
        .catalogue
        .cells(&"write_ups".into(), Some(drive.end.year()))
        .into_iter()
        .map(|column| column.key)
        .collect();
    of_form(scope, &form, &period)
        .rows
        .into_iter()
        .map(|(unit, state)| {
            let found = scope.ledger.find(&form, &period, &unit);
            let count = |key: &CellKey| found.and_then(|found| found.quantity(key)).map(|it| it.count);
            let of = |measure: &str| count(&CellKey::new(measure));
            let done = |measure: &str| of(measure).map(|count| count > 0);
            UnitRow {
                sector: scope.ledger.units.get(&unit).and_then(|unit| unit.sector.clone()),
                state,
                invited: of(&format!("invited.{audience}")),
                attended: of(&format!("attended.{audience}")),
                write_ups: sum(found, &grades),
                excellent: grades.first().and_then(count),
                copies: of("copies"),
                plan: done("plan"),
                studied: done("studied"),
                programme: done("action_programme"),
                commitments: of("commitments"),
                unit,
            }
        })
        .collect()
}

/// The sum of the cells that have a count; `None` when none has.
fn sum(found: Option<&Return>, keys: &[CellKey]) -> Option<Count> {
    let counts = keys.iter().filter_map(|key| found?.quantity(key));
    counts.fold(None, |sum, quantity| Some(sum.unwrap_or(0) + quantity.count))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;

    #[test]
    fn every_unit_has_its_row_and_the_columns_add_up() {
        let records = crate::demo::load("hoa-binh-2021").unwrap().records;
        let ledger = Ledger::from_records(&records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let drive = ledger.drive(&"dai-hoi-xiii".into()).unwrap();
        let rows = rows(&scope, drive, "members");
        let sum = |of: fn(&UnitRow) -> Option<Count>| rows.iter().filter_map(of).sum::<Count>();
        assert_eq!(rows.len(), 73);
        assert_eq!((sum(|row| row.invited), sum(|row| row.attended)), (4201, 4201));
        assert_eq!((sum(|row| row.write_ups), sum(|row| row.excellent)), (4201, 1647));
        assert_eq!(sum(|row| row.copies), 3545);
        assert!(
            rows.iter()
                .all(|row| row.plan == Some(true) && row.programme == Some(true))
        );
        let staff = super::rows(&scope, drive, "staff");
        assert!(staff.iter().all(|row| row.attended.is_none() && row.plan.is_some()));
    }
}
