//! Returns: one form, one unit, one period, with its cells as they were typed.

use super::date::Date;
use super::from_json::FromJson;
use super::id::{CellKey, FormId, OptionId, RecordId, UnitId};
use super::number::Count;
use super::period::Period;
use super::quantity::{Qualifier, Quantity};
use serde::Serialize;
use std::collections::BTreeMap;

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    /// A count.
    Count(Count),
    /// A date.
    Date(Date),
    /// A level.
    Level(OptionId),
    /// A text note.
    Text(String),
    /// What was typed and not understood: kept, marked, left out of totals.
    Invalid(String),
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Cell {
    /// Its value.
    #[serde(rename = "v")]
    pub value: CellValue,
    /// How exact it is.
    #[serde(rename = "q", default, skip_serializing_if = "Qualifier::is_exact")]
    pub qualifier: Qualifier,
    /// A note by the person who entered it.
    #[serde(rename = "n", default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Cell {
    /// A cell with an exact count.
    pub fn count(count: Count) -> Cell {
        Cell::from(CellValue::Count(count))
    }

    /// Its quantity, for a count; `None` for everything else, invalid input included.
    pub fn quantity(&self) -> Option<Quantity> {
        match self.value {
            CellValue::Count(count) => Some(Quantity {
                count,
                qualifier: self.qualifier,
            }),
            _ => None,
        }
    }
}

impl From<CellValue> for Cell {
    fn from(value: CellValue) -> Cell {
        Cell {
            value,
            qualifier: Qualifier::Exact,
            note: String::new(),
        }
    }
}

/// Where a return stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum ReturnStatus {
    /// Being entered.
    #[default]
    Draft,
    /// Handed in.
    Submitted,
    /// Accepted by the committee.
    Accepted,
    /// Sent back, with the reason.
    SentBack(String),
    /// Accepted, and a figure was changed since: it asks to be accepted again.
    Amended,
}

/// What is done with a return as a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Handed in by the unit.
    HandIn,
    /// Taken back by the unit, to go on entering.
    TakeBack,
    /// Accepted by the committee.
    Accept,
    /// Sent back by the committee, with the reason.
    SendBack(String),
}

impl ReturnStatus {
    /// What a deed makes of a return of this status; `None` where it is not for such a one.
    ///
    /// A unit takes back only what nobody has decided on. What was accepted can be sent back; it becomes
    /// [`ReturnStatus::Amended`] by a changed figure, never by a deed.
    pub fn after(&self, deed: &Deed) -> Option<ReturnStatus> {
        use ReturnStatus::{Accepted, Amended, Draft, SentBack, Submitted};
        match (self, deed) {
            (Draft | SentBack(_), Deed::HandIn) => Some(Submitted),
            (Submitted, Deed::TakeBack) => Some(Draft),
            (Submitted | Amended, Deed::Accept) => Some(Accepted),
            (Submitted | Amended | Accepted, Deed::SendBack(reason)) => Some(SentBack(reason.clone())),
            _ => None,
        }
    }
}

/// A return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Return {
    /// The form.
    pub form: FormId,
    /// Whose.
    pub unit: UnitId,
    /// For when.
    pub period: Period,
    /// Where it stands.
    #[serde(default)]
    pub status: ReturnStatus,
    /// When it was handed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<Date>,
    /// The date its counts stand for (head counts).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Its cells. An empty cell is absent; zero is a value.
    #[serde(default)]
    pub cells: BTreeMap<CellKey, Cell>,
}

impl Return {
    /// An empty draft.
    pub fn new(form: FormId, unit: UnitId, period: Period) -> Return {
        Return {
            form,
            unit,
            period,
            status: ReturnStatus::Draft,
            submitted_on: None,
            as_of: None,
            cells: BTreeMap::new(),
        }
    }

    /// The record that a return of this form, unit and period is stored as, on every device.
    pub fn record_id(form: &FormId, period: &Period, unit: &UnitId) -> RecordId {
        RecordId::new(format!("return/{form}/{period}/{unit}"))
    }

    /// The unit whose return of this form and period a record is; `None` for every other record.
    pub fn unit_of(record: &RecordId, form: &FormId, period: &Period) -> Option<UnitId> {
        let start = Return::record_id(form, period, &UnitId::new(""));
        record.as_str().strip_prefix(start.as_str()).map(UnitId::new)
    }

    /// The exact or qualified count of a cell; `None` when empty, invalid or no count.
    pub fn quantity(&self, key: &CellKey) -> Option<Quantity> {
        self.cells.get(key).and_then(Cell::quantity)
    }

    /// Whether it holds any value; a return of empty cells is as good as none.
    pub fn has_values(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Whether a deed may be done with it among others: one that holds what is not understood is handed in by itself.
    pub fn is_fit_for(&self, deed: &Deed) -> bool {
        let is_invalid = |cell: &Cell| matches!(cell.value, CellValue::Invalid(_));
        let can_go = || self.has_values() && !self.cells.values().any(is_invalid);
        self.status.after(deed).is_some() && (*deed != Deed::HandIn || can_go())
    }

    /// Whether it is handed in with the others. What was sent back is handed in again one by one, after it was looked at.
    pub fn is_ready(&self) -> bool {
        self.status == ReturnStatus::Draft && self.is_fit_for(&Deed::HandIn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_has_its_statuses() {
        use ReturnStatus::{Accepted, Amended, Draft, SentBack, Submitted};
        let back = || SentBack("thiếu cột đảng viên".to_owned());
        let before = || SentBack("lần trước".to_owned());
        let send = Deed::SendBack("thiếu cột đảng viên".to_owned());
        // Rows: the status before. Columns: handed in, taken back, accepted, sent back.
        let table = [
            (Draft, [Some(Submitted), None, None, None]),
            (Submitted, [None, Some(Draft), Some(Accepted), Some(back())]),
            (Accepted, [None, None, None, Some(back())]),
            (before(), [Some(Submitted), None, None, None]),
            (Amended, [None, None, Some(Accepted), Some(back())]),
        ];
        for (from, to) in table {
            let after = [&Deed::HandIn, &Deed::TakeBack, &Deed::Accept, &send].map(|deed| from.after(deed));
            assert_eq!(after, to, "{from:?}");
        }
    }
}
