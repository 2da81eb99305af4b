//! Closing a period (chốt số liệu): from then on its returns stay as they are, until it is opened again.
//!
//! A closing is a record of its own and is kept when the period is opened again: the records are the history. A
//! closing of a longer period closes what lies within it: the year its months and quarters, and the study drives
//! that end in it. Whether a return is closed is asked in one place, [`closing_of`]; what an edit may do is decided by
//! [`crate::sync::guard`].

use super::from_json::FromJson;
use super::id::{ClosingId, FormId};
use super::ledger::Ledger;
use super::period::Period;
use serde::Serialize;

/// A period whose figures were closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Closing {
    /// Its identifier.
    pub id: ClosingId,
    /// Which period.
    pub period: Period,
    /// Which forms; none named: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<FormId>,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who closed it: an office or a post, never a person's name.
    pub by: String,
    /// A remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// That it was opened again; `None` while it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Reopening>,
}

/// The end of a closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Reopening {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who opened it.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Closing {
    /// Whether it closes a form for a period.
    pub fn closes(&self, ledger: &Ledger, form: &FormId, period: &Period) -> bool {
        self.reopened.is_none()
            && (self.forms.is_empty() || self.forms.contains(form))
            && is_within(ledger, period, &self.period)
    }
}

/// Whether a period lies within another. A drive lies in the calendar periods that its last day falls in.
pub fn is_within(ledger: &Ledger, inner: &Period, outer: &Period) -> bool {
    outer.contains(inner)
        || match inner {
            Period::Drive(id) => ledger.drive(id).is_some_and(|drive| outer.contains_date(drive.end)),
            _ => false,
        }
}

/// What closes the returns of a form for a period; `None` while they may be changed.
pub fn closing_of<'l>(ledger: &'l Ledger, form: &FormId, period: &Period) -> Option<&'l Closing> {
    let mut closings = ledger.closings.iter();
    closings.find(|closing| closing.closes(ledger, form, period))
}

/// Whether the returns of a form for a period are closed.
pub fn is_closed(ledger: &Ledger, form: &FormId, period: &Period) -> bool {
    closing_of(ledger, form, period).is_some()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::drive::Drive;
    use crate::model::record::Entity;

    fn closing(period: &str, forms: &[&str]) -> Closing {
        Closing {
            id: period.into(),
            period: period.parse().unwrap(),
            forms: forms.iter().map(|&form| form.into()).collect(),
            at_ms: 1_640_000_000_000,
            by: "Văn phòng".into(),
            note: String::new(),
            reopened: None,
        }
    }

    fn ledger(closings: &[Closing]) -> Ledger {
        let drive = Drive {
            id: "d".into(),
            unit: "b".into(),
            name: "d".into(),
            document: Default::default(),
            start: "2021-11-10".parse().unwrap(),
            end: "2022-01-20".parse().unwrap(),
            audiences: Vec::new(),
        };
        let closings = closings.iter().map(Entity::to_record);
        let records: Vec<_> = closings.chain([drive.to_record()]).collect();
        Ledger::from_records(&records)
    }

    fn closed(ledger: &Ledger, form: &str, period: &str) -> bool {
        is_closed(ledger, &form.into(), &period.parse().unwrap())
    }

    #[test]
    fn a_longer_period_closes_what_lies_within_it() {
        let year = ledger(&[closing("2022", &[])]);
        for period in ["2022", "2022-07", "2022-Q3", "2022-M9", "drive:d"] {
            assert!(closed(&year, "study", period), "{period}");
        }
        for period in ["2021", "2021-12", "2020..2025", "drive:gone"] {
            assert!(!closed(&year, "study", period), "{period}");
        }
        let month = ledger(&[closing("2022-01", &[])]);
        assert!(closed(&month, "a", "2022-01") && closed(&month, "study", "drive:d"));
        assert!(!closed(&month, "a", "2022") && !closed(&month, "a", "2022-Q1") && !closed(&month, "a", "2022-02"));
        assert!(closed(&ledger(&[closing("drive:d", &[])]), "study", "drive:d"));
    }

    #[test]
    fn only_the_forms_named_are_closed_and_none_after_it_is_opened_again() {
        let mut only = closing("2022", &["admission"]);
        assert!(closed(&ledger(&[only.clone()]), "admission", "2022-03"));
        assert!(!closed(&ledger(&[only.clone()]), "headcount", "2022-03"));
        only.reopened = Some(Reopening {
            at_ms: 1,
            by: "Văn phòng".into(),
            reason: "thiếu 1 đơn vị".into(),
        });
        let reopened = ledger(&[only.clone()]);
        assert!(!closed(&reopened, "admission", "2022-03"));
        assert_eq!(reopened.closings, [only]);
    }
}
