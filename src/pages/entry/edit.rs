//! A return with one thing changed, as the record that is stored.

use crate::model::date::Date;
use crate::model::id::{FormId, UnitId};
use crate::model::period::Period;
use crate::model::record::{Entity, Record};
use crate::model::returns::{Deed, Return};
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

/// The record after a deed done on a day; `None` where its status is none for the deed, or nothing is there to be handed in.
/// The day that it was handed in on stays until it is handed in again or taken back.
pub fn with_deed(of: &Of, stored: Option<&Record>, deed: &Deed, on: Date) -> Option<Record> {
    let mut record = of.record(stored);
    let found = Return::from_record(&record).ok()?;
    if *deed == Deed::HandIn && !found.has_values() {
        return None;
    }
    let status = serde_json::to_value(found.status.after(deed)?).ok()?;
    record.fields.insert("status".to_owned(), status);
    match deed {
        Deed::HandIn => set_date(&mut record, "submitted_on", Some(on)),
        Deed::TakeBack => set_date(&mut record, "submitted_on", None),
        Deed::Accept | Deed::SendBack(_) => {}
    }
    Some(record)
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
    use crate::model::returns::{Cell, ReturnStatus};

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
        let day = Date::new(2021, 8, 3).unwrap();
        let record = with_deed(&of, Some(&stored), &Deed::HandIn, day).unwrap();
        assert_eq!(record.fields["later"], 7);
        let record = with_as_of(&of, Some(&record), Some(day));
        let found = Return::from_record(&record).unwrap();
        assert_eq!((found.status, found.submitted_on), (ReturnStatus::Submitted, Some(day)));
        let later = day.plus_days(9);
        let accepted = with_deed(&of, Some(&record), &Deed::Accept, later).unwrap();
        assert_eq!(Return::from_record(&accepted).unwrap().submitted_on, Some(day));
        let record = with_deed(&of, Some(&record), &Deed::TakeBack, later).unwrap();
        let found = Return::from_record(&record).unwrap();
        assert_eq!(
            (found.as_of, found.submitted_on, found.cells.len()),
            (Some(day), None, 1)
        );
    }

    #[test]
    fn what_was_sent_back_is_handed_in_anew_and_nothing_is_not() {
        let of = Of {
            form: "study".into(),
            period: Period::Year(2021),
            unit: "u1".into(),
        };
        let day = Date::new(2021, 8, 3).unwrap();
        assert_eq!(with_deed(&of, None, &Deed::HandIn, day), None);
        assert_eq!(with_deed(&of, None, &Deed::Accept, day), None);
        let mut back = Return::new(of.form.clone(), of.unit.clone(), of.period.clone());
        back.cells.insert("plan".into(), Cell::count(1));
        back.status = ReturnStatus::SentBack("thiếu".into());
        back.submitted_on = Some(day);
        let again = with_deed(&of, Some(&back.to_record()), &Deed::HandIn, day.plus_days(4)).unwrap();
        let again = Return::from_record(&again).unwrap();
        assert_eq!(
            (again.status, again.submitted_on),
            (ReturnStatus::Submitted, Some(day.plus_days(4)))
        );
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
