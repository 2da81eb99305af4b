//! The form of a year's admission target as it is typed, and the target it makes.

use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::id::{IndicatorId, TargetId, UnitId};
use crate::model::indicator::Comparison;
use crate::model::number::{NumberError, TypedCount, parse_count};
use crate::model::period::Period;
use crate::model::target::{Relation, Target, TargetValue};
use crate::model::text::Lang;

/// A field of the form, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// How many.
    Count,
    /// The date of the document that sets it.
    DocumentDate,
}

/// What is wrong with a field. The remedy is worded in `i18n/admission.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must not stay empty.
    Missing,
    /// A target of none is no target.
    Zero,
    /// It is no count.
    NotACount(NumberError),
    /// `121/130`: a result, not a target.
    IsAShare,
    /// It is no date.
    NotADate,
}

/// The form's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetDraft {
    /// The target that is edited; `None` for a new one. What the form does not show is kept from it.
    pub editing: Option<Target>,
    /// How it compares.
    pub comparison: Comparison,
    /// [`Field::Count`], as typed.
    pub count: String,
    /// The document's number.
    pub number: String,
    /// The document's symbol.
    pub symbol: String,
    /// Who issued it.
    pub issuer: String,
    /// [`Field::DocumentDate`], as typed.
    pub document_date: String,
    /// What it is.
    pub title: String,
}

impl Default for TargetDraft {
    fn default() -> TargetDraft {
        TargetDraft {
            editing: None,
            comparison: Comparison::AtLeast,
            count: String::new(),
            number: String::new(),
            symbol: String::new(),
            issuer: String::new(),
            document_date: String::new(),
            title: String::new(),
        }
    }
}

impl TargetDraft {
    /// The form of a target that exists.
    pub fn of(target: &Target) -> TargetDraft {
        let source = target.source.clone().unwrap_or_default();
        TargetDraft {
            editing: Some(target.clone()),
            comparison: target.comparison,
            count: match target.value {
                TargetValue::Count(count) => count.to_string(),
                TargetValue::Percent(percent) => percent.to_string(),
            },
            number: source.number,
            symbol: source.symbol,
            issuer: source.issuer,
            document_date: source.date.map(|date| date.format(Lang::Vi)).unwrap_or_default(),
            title: source.title,
        }
    }

    /// The target that the form makes for `unit` and `year`. A new one hangs on `term`, the target of the
    /// term that the year is a part of, where there is one.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(
        &self,
        unit: &UnitId,
        year: i32,
        indicator: &IndicatorId,
        term: Option<&TargetId>,
    ) -> Result<Target, Vec<(Field, Problem)>> {
        let mut wrong = Vec::new();
        let count = match parse_count(&self.count) {
            Ok(TypedCount::Count(0)) => Err(Problem::Zero),
            Ok(TypedCount::Count(count)) => Ok(count),
            Ok(TypedCount::Empty) => Err(Problem::Missing),
            Ok(TypedCount::Part { .. }) => Err(Problem::IsAShare),
            Err(error) => Err(Problem::NotACount(error)),
        }
        .map_err(|problem| wrong.push((Field::Count, problem)));
        let date = match self.document_date.trim() {
            "" => Ok(None),
            typed => Date::parse_typed(typed).map(Some),
        }
        .map_err(|_| wrong.push((Field::DocumentDate, Problem::NotADate)));
        let (Ok(count), Ok(date)) = (count, date) else {
            return Err(wrong);
        };
        let source = DocumentRef {
            number: self.number.trim().to_owned(),
            symbol: self.symbol.trim().to_owned(),
            issuer: self.issuer.trim().to_owned(),
            date,
            title: self.title.trim().to_owned(),
        };
        let base = self.editing.clone().unwrap_or_else(|| Target {
            id: TargetId::new(format!("{indicator}-{year}-{unit}")),
            unit: unit.clone(),
            period: Period::Year(year),
            indicator: Some(indicator.clone()),
            label: String::new(),
            comparison: self.comparison,
            value: TargetValue::Count(count),
            parent: term.cloned(),
            relation: term.map(|_| Relation::PartOf),
            source: None,
            illustrative: false,
        });
        Ok(Target {
            comparison: self.comparison,
            value: TargetValue::Count(count),
            source: (source != DocumentRef::default()).then_some(source),
            // A target that a person has set here is no illustration any more.
            illustrative: false,
            ..base
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn read(draft: &TargetDraft) -> Result<Target, Vec<(Field, Problem)>> {
        draft.read(&"bloc".into(), 2023, &"admitted".into(), None)
    }

    fn typed(count: &str) -> TargetDraft {
        TargetDraft {
            count: count.into(),
            ..TargetDraft::default()
        }
    }

    #[test]
    fn makes_the_years_target() {
        let target = read(&typed("130")).unwrap();
        assert_eq!(target.value, TargetValue::Count(130));
        assert_eq!(target.comparison, Comparison::AtLeast);
        assert_eq!(target.period, Period::Year(2023));
        assert_eq!((target.source.clone(), target.parent.clone()), (None, None));
        assert_eq!(read(&TargetDraft::of(&target)), Ok(target));
    }

    #[test]
    fn hangs_on_the_terms_target() {
        let target = typed("150").read(&"bloc".into(), 2023, &"admitted".into(), Some(&"term".into()));
        let target = target.unwrap();
        assert_eq!(target.parent, Some("term".into()));
        assert_eq!(target.relation, Some(Relation::PartOf));
    }

    #[test]
    fn refuses_what_is_no_target() {
        let problem = |count: &str| read(&typed(count)).unwrap_err()[0].1;
        assert_eq!(problem(""), Problem::Missing);
        assert_eq!(problem("0"), Problem::Zero);
        assert_eq!(problem("121/130"), Problem::IsAShare);
        assert_eq!(problem("100%"), Problem::NotACount(NumberError::PercentForCount));
        let wrong = read(&TargetDraft {
            document_date: "hôm qua".into(),
            ..typed("")
        });
        assert_eq!(wrong.unwrap_err().len(), 2, "every field is told at once");
    }
}
