//! The form of a target as it is typed, and the target it makes. `offers` is what it gives to choose from.

mod offers;

use offers::may_hold;
pub use offers::{parents, periods};

use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::id::{IndicatorId, TargetId};
use crate::model::indicator::{Comparison, Indicator};
use crate::model::number::{NumberError, Percent, TypedCount, parse_count, parse_percent};
use crate::model::period::Period;
use crate::model::target::{Relation, ShareOf, Target, TargetValue};
use crate::model::text::Lang;

/// A field of the form, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What is measured.
    Indicator,
    /// The target's own wording.
    Label,
    /// Who is to reach it.
    Unit,
    /// By when.
    Period,
    /// How much.
    Value,
    /// The target it belongs to.
    Parent,
    /// How it belongs to it.
    Relation,
    /// The date of the document that sets it.
    DocumentDate,
}

/// What is wrong with a field. The remedy is worded in `i18n/targets/form.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must not stay empty.
    Missing,
    /// It is not there any more.
    Gone,
    /// A target of none is no target, unless it is a ceiling.
    Zero,
    /// It is no count.
    NotACount(NumberError),
    /// It is no percentage.
    NotAPercent(NumberError),
    /// `121/130`: a result, not a target.
    IsAShare,
    /// A share cannot be more than all.
    AboveAll,
    /// What is measured is a count and no share of anything.
    NoShare,
    /// A part of a target measures the same as the whole.
    OtherIndicator,
    /// The target it is to belong to is for another time or for another part of the bloc.
    Elsewhere,
    /// It is no date.
    NotADate,
}

/// Whether the level is a count or a percentage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A count.
    #[default]
    Count,
    /// A percentage.
    Percent,
}

/// The relations that a target may have to the one it belongs to.
pub const RELATIONS: [(&str, Relation); 3] = [
    ("part_of", Relation::PartOf),
    ("of_whole", Relation::OfWhich(ShareOf::Whole)),
    ("of_subset", Relation::OfWhich(ShareOf::Subset)),
];

/// The comparisons that a target may have.
pub const COMPARISONS: [Comparison; 4] = [
    Comparison::AtLeast,
    Comparison::MoreThan,
    Comparison::Equal,
    Comparison::AtMost,
];

/// The form's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetDraft {
    /// The target that is edited; `None` for a new one. What the form does not show is kept from it.
    pub editing: Option<Target>,
    /// The indicator's identifier; empty for a target that nothing measures yet.
    pub indicator: String,
    /// Its own wording.
    pub label: String,
    /// The unit's identifier.
    pub unit: String,
    /// The period, as it is written in addresses.
    pub period: String,
    /// How it compares.
    pub comparison: Comparison,
    /// Whether the level is a count or a percentage.
    pub kind: Kind,
    /// The level, as typed.
    pub value: String,
    /// The identifier of the target it belongs to; empty for none.
    pub parent: String,
    /// How it belongs to it.
    pub relation: Relation,
    /// The document's number.
    pub number: String,
    /// The document's symbol.
    pub symbol: String,
    /// Who issued it.
    pub issuer: String,
    /// Its date, as typed.
    pub document_date: String,
    /// What it is.
    pub title: String,
}

impl Default for TargetDraft {
    fn default() -> TargetDraft {
        TargetDraft {
            editing: None,
            indicator: String::new(),
            label: String::new(),
            unit: String::new(),
            period: String::new(),
            comparison: Comparison::AtLeast,
            kind: Kind::Count,
            value: String::new(),
            parent: String::new(),
            relation: Relation::PartOf,
            number: String::new(),
            symbol: String::new(),
            issuer: String::new(),
            document_date: String::new(),
            title: String::new(),
        }
    }
}

impl TargetDraft {
    /// The form of a new target of the bloc for a period.
    pub fn new(scope: &Scope<'_>, period: &Period) -> TargetDraft {
        TargetDraft {
            unit: scope.root.to_string(),
            period: period.to_string(),
            ..TargetDraft::default()
        }
    }

    /// The form of a target that exists.
    pub fn of(target: &Target) -> TargetDraft {
        let source = target.source.clone().unwrap_or_default();
        let id = |id: Option<&str>| id.unwrap_or_default().to_owned();
        TargetDraft {
            editing: Some(target.clone()),
            indicator: id(target.indicator.as_ref().map(IndicatorId::as_str)),
            label: target.label.clone(),
            unit: target.unit.to_string(),
            period: target.period.to_string(),
            comparison: target.comparison,
            kind: match target.value {
                TargetValue::Count(_) => Kind::Count,
                TargetValue::Percent(_) => Kind::Percent,
            },
            value: match target.value {
                TargetValue::Count(count) => count.to_string(),
                TargetValue::Percent(percent) => percent.to_string(),
            },
            parent: id(target.parent.as_ref().map(TargetId::as_str)),
            relation: target.relation.unwrap_or(Relation::PartOf),
            number: source.number,
            symbol: source.symbol,
            issuer: source.issuer,
            document_date: source.date.map(|date| date.format(Lang::Vi)).unwrap_or_default(),
            title: source.title,
        }
    }

    /// Takes an indicator; a level that is not typed yet becomes what the indicator is: a share or a count.
    pub fn measure(&mut self, indicator: &str, catalogue: &Catalogue) {
        indicator.clone_into(&mut self.indicator);
        let found = catalogue.indicator(&IndicatorId::new(indicator));
        if let (Some(found), true) = (found, self.value.trim().is_empty()) {
            self.kind = match is_share(found) {
                true => Kind::Percent,
                false => Kind::Count,
            };
        }
    }

    /// The target that the form makes; a new one gets the identifier `fresh`.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(&self, scope: &Scope<'_>, fresh: &TargetId) -> Result<Target, Vec<(Field, Problem)>> {
        let mut wrong = Vec::new();
        let mut note = |field: Field, problem: Problem| wrong.push((field, problem));
        let id = self
            .editing
            .as_ref()
            .map_or_else(|| fresh.clone(), |target| target.id.clone());
        let indicator = Some(self.indicator.as_str()).filter(|id| !id.is_empty());
        let measured = indicator.and_then(|id| scope.catalogue.indicator(&IndicatorId::new(id)));
        if indicator.is_some() && measured.is_none() {
            note(Field::Indicator, Problem::Gone);
        }
        let label = self.label.trim();
        if indicator.is_none() && label.is_empty() {
            note(Field::Label, Problem::Missing);
        }
        let unit = scope.ledger.units.get(&self.unit.as_str().into());
        if unit.is_none() {
            note(Field::Unit, Problem::Missing);
        }
        let period: Option<Period> = self.period.parse().ok();
        if period.is_none() {
            note(Field::Period, Problem::Missing);
        }
        let relation = Some(self.relation).filter(|_| !self.parent.is_empty());
        let value = self
            .level(measured, relation)
            .map_err(|problem| note(Field::Value, problem));
        let parent = match self.parent.as_str() {
            "" => None,
            parent => match scope.ledger.targets.get(parent) {
                None => {
                    note(Field::Parent, Problem::Gone);
                    None
                }
                Some(parent) => {
                    if let (Some(unit), Some(period)) = (unit, &period)
                        && !may_hold(scope.ledger, parent, &id, &unit.id, period)
                    {
                        note(Field::Parent, Problem::Elsewhere);
                    }
                    if relation == Some(Relation::PartOf)
                        && parent.indicator.as_ref().map(IndicatorId::as_str) != indicator
                    {
                        note(Field::Relation, Problem::OtherIndicator);
                    }
                    Some(parent.id.clone())
                }
            },
        };
        let date = match self.document_date.trim() {
            "" => Ok(None),
            typed => Date::parse_typed(typed).map(Some),
        }
        .map_err(|_| note(Field::DocumentDate, Problem::NotADate));
        let (Some(unit), Some(period), Ok(value), Ok(date), true) = (unit, period, value, date, wrong.is_empty())
        else {
            return Err(wrong);
        };
        let source = DocumentRef {
            number: self.number.trim().to_owned(),
            symbol: self.symbol.trim().to_owned(),
            issuer: self.issuer.trim().to_owned(),
            date,
            title: self.title.trim().to_owned(),
        };
        Ok(Target {
            id,
            unit: unit.id.clone(),
            period,
            indicator: indicator.map(IndicatorId::new),
            label: label.to_owned(),
            comparison: self.comparison,
            value,
            relation: parent.as_ref().and(relation),
            parent,
            source: (source != DocumentRef::default()).then_some(source),
            // A target that a person has set here is no illustration any more.
            illustrative: false,
            copied_from: None,
        })
    }

    fn level(&self, measured: Option<&Indicator>, relation: Option<Relation>) -> Result<TargetValue, Problem> {
        let of_which = matches!(relation, Some(Relation::OfWhich(_)));
        match self.kind {
            Kind::Count => match parse_count(&self.value) {
                Ok(TypedCount::Count(0)) if self.comparison == Comparison::AtLeast => Err(Problem::Zero),
                Ok(TypedCount::Count(count)) => Ok(TargetValue::Count(count)),
                Ok(TypedCount::Empty) => Err(Problem::Missing),
                Ok(TypedCount::Part { .. }) => Err(Problem::IsAShare),
                Err(error) => Err(Problem::NotACount(error)),
            },
            Kind::Percent if self.value.trim().is_empty() => Err(Problem::Missing),
            Kind::Percent if self.value.contains(['/', '／']) => Err(Problem::IsAShare),
            Kind::Percent => {
                let percent = parse_percent(&self.value).map_err(Problem::NotAPercent)?;
                let beyond = percent == Percent::HUNDRED && self.comparison == Comparison::MoreThan;
                if percent > Percent::HUNDRED || beyond {
                    return Err(Problem::AboveAll);
                }
                if percent == Percent::ZERO && self.comparison == Comparison::AtLeast {
                    return Err(Problem::Zero);
                }
                // An "of which" takes its denominator from the target it belongs to.
                if measured.is_some_and(|found| !is_share(found)) && !of_which {
                    return Err(Problem::NoShare);
                }
                Ok(TargetValue::Percent(percent))
            }
        }
    }
}

/// Whether an indicator is a share of a whole.
pub fn is_share(indicator: &Indicator) -> bool {
    indicator.denominator.is_some() && !indicator.ratio
}

#[cfg(test)]
mod tests;
