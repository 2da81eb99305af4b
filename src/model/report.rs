//! Period reports: which template is filled for which period, and what people wrote in it. What figures say is composed anew each time;
//! only what a person changed is kept.

use super::from_json::FromJson;
use super::id::{RecordId, ReportId, TemplateId, UnitId};
use super::period::Period;
use super::record::{Entity, Fields, Record, RecordError, RecordKind, WHOLE_BLOC, fields_of, take_parts};
use serde::Serialize;
use std::collections::BTreeMap;

/// A report in the making.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct PeriodReport {
    /// Its identifier.
    pub id: ReportId,
    /// The template that it fills.
    pub template: TemplateId,
    /// The period that it is about.
    pub period: Period,
    /// What it is called; empty where template and period say it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What a person wrote, by the name of the paragraph or of the line of head and foot. Each is a field of the record.
    #[serde(default)]
    pub written: BTreeMap<String, Written>,
}

/// What a person wrote in place of what the figures say, or where figures say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, FromJson)]
#[serde(default)]
pub struct Written {
    /// The text; empty where the paragraph is left out.
    pub text: String,
    /// What the figures said when it was written: where they say something else now, the text may be stale.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub over: String,
    /// Whether the paragraph is left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

/// The prefix of a report's fields that are what people wrote.
const WRITTEN: &str = "written:";

/// The name of the field that holds what a person wrote in a place.
pub fn written_field(place: &str) -> String {
    format!("{WRITTEN}{place}")
}

impl Entity for PeriodReport {
    const KIND: RecordKind = RecordKind::Report;

    fn record_id(&self) -> RecordId {
        RecordId::new(format!("report/{}", self.id))
    }

    fn scope(&self) -> UnitId {
        WHOLE_BLOC.into()
    }

    fn to_fields(&self) -> Fields {
        let mut fields = fields_of(self);
        fields.remove("written");
        for (place, written) in &self.written {
            fields.insert(written_field(place), serde_json::to_value(written).unwrap_or_default());
        }
        fields
    }

    fn from_record(record: &Record) -> Result<PeriodReport, RecordError> {
        let (mut report, written) = take_parts::<PeriodReport, Written>(record, WRITTEN)?;
        report.written = written.map(|(place, written)| (place.to_owned(), written)).collect();
        Ok(report)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_comes_back() {
        let written = |text: &str| Written {
            text: text.to_owned(),
            over: "Kết nạp 121/130".to_owned(),
            left_out: false,
        };
        let report = PeriodReport {
            id: "r1".into(),
            template: "year".into(),
            period: Period::Year(2022),
            name: String::new(),
            written: [("admission.total".to_owned(), written("Kết nạp 121"))].into(),
        };
        let record = report.to_record();
        assert!(record.fields.contains_key("written:admission.total") && !record.fields.contains_key("written"));
        assert_eq!(PeriodReport::from_record(&record).unwrap(), report);
    }
}
