//! A return with one thing changed, as the record that is stored.

use crate::model::date::Date;
use crate::model::id::{FormId, UnitId};
use crate::model::period::Period;
use crate::model::record::{Entity, Record};
use crate::model::returns::{Return, ReturnStatus};
use serde_json::Value;

/// Which return: a form, a period, a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Of {
    /// The form.
    pub form: FormId,
    /// The period.
    pub period: Period,
    /// The unit.
    pub unit: UnitId,
}

impl Of {
    /// The return's record as it stands, or a new draft's. Only what changes is changed on it, so that fields
    /// of a newer version of the app stay.
    fn record(&self, stored: Option<&Record>) -> Record {
        let fresh = || Return::new(self.form.clone(), self.unit.clone(), self.period.clone()).to_record();
        stored
            .filter(|record| !record.is_removed())
            .cloned()
            .unwrap_or_else(fresh)
    }
}

/// The record with another status: handed in on a day, or a draft again.
pub fn with_status(of: &Of, stored: Option<&Record>, status: &ReturnStatus, on: Option<Date>) -> Record {
    let mut record = of.record(stored);
    let value = serde_json::to_value(status).unwrap_or(Value::Null);
    record.fields.insert("status".to_owned(), value);
    set_date(&mut record, "submitted_on", on);
    record
}

/// The record with the date that its counts stand for.
pub fn with_as_of(of: &Of, stored: Option<&Record>, date: Option<Date>) -> Record {
    let mut record = of.record(stored);
    set_date(&mut record, "as_of", date);
    record
}

fn set_date(record: &mut Record, field: &str, date: Option<Date>) {
    match date {
        Some(date) => record.fields.insert(field.to_owned(), Value::from(date.to_string())),
        None => record.fields.remove(field),
    };
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::returns::Cell;

    #[test]
    fn what_is_not_changed_stays() {
        let of = Of {
            form: "study".into(),
            period: Period::Year(2021),
            unit: "u1".into(),
        };
        let mut first = Return::new(of.form.clone(), of.unit.clone(), of.period.clone());
        first.cells.insert("plan".into(), Cell::count(1));
        let mut stored = first.to_record();
        stored.fields.insert("later".into(), Value::from(7));
        let day = Date::new(2021, 8, 3);
        let record = with_status(&of, Some(&stored), &ReturnStatus::Submitted, day);
        assert_eq!(record.fields["later"], 7);
        let record = with_as_of(&of, Some(&record), day);
        let found = Return::from_record(&record).unwrap();
        assert_eq!((found.status, found.submitted_on), (ReturnStatus::Submitted, day));
        let record = with_status(&of, Some(&record), &ReturnStatus::Draft, None);
        let found = Return::from_record(&record).unwrap();
        assert_eq!((found.as_of, found.submitted_on, found.cells.len()), (day, None, 1));
    }

    #[test]
    fn a_date_makes_the_return() {
        let of = Of {
            form: "headcount".into(),
            period: Period::Month(2021, 7),
            unit: "u1".into(),
        };
        let found = Return::from_record(&with_as_of(&of, None, Date::new(2021, 7, 31))).unwrap();
        assert_eq!((found.as_of, found.has_values()), (Date::new(2021, 7, 31), false));
    }
}
