//! What a published report states. It is kept beside what the counts give, and never corrected by it.

use super::date::Date;
use super::document::DocumentRef;
use super::from_json::FromJson;
use super::id::{CellKey, FormId, IndicatorId, StatementId, UnitId};
use super::indicator::Averaging;
use super::number::{Count, Percent};
use super::period::Period;
use super::quantity::Qualifier;
use super::text::Text;
use super::unit::UnitKind;
use serde::Serialize;

/// What a statement speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A sum of cells of a form; a key without its options means all of them.
    Cells {
        /// The form.
        form: FormId,
        /// The cells.
        cells: Vec<CellKey>,
    },
    /// An indicator.
    Indicator {
        /// Which.
        indicator: IndicatorId,
        /// How periods were averaged, where the report says or shows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        averaging: Option<Averaging>,
    },
    /// How many units of these kinds there are.
    Units {
        /// The kinds.
        kinds: Vec<UnitKind>,
    },
    /// Something the catalogue has no measure for.
    Named {
        /// What, in words.
        name: Text,
    },
}

impl Subject {
    /// Whether the figure is the mean of the rates of several periods.
    pub fn is_yearly_mean(&self) -> bool {
        matches!(
            self,
            Subject::Indicator {
                averaging: Some(Averaging::MeanOfRates),
                ..
            }
        )
    }
}

/// The stated figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum StatedValue {
    /// A count.
    Count(Count),
    /// A percentage: the only percentages that are stored, because nothing to derive them from is known.
    Percent(Percent),
    /// "Some", without a number: there are such, and nobody knows how many.
    Some,
}

/// Whether what a figure speaks of has happened, seen from a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Realisation {
    /// It lies ahead: the figure is a plan.
    Planned,
    /// It has begun and not ended.
    Ongoing,
    /// It is over.
    #[default]
    Done,
}

impl Realisation {
    /// Of something that runs from `start` to `end`, seen on `today`.
    pub fn at(start: Date, end: Date, today: Date) -> Realisation {
        if today < start {
            Realisation::Planned
        } else if today < end {
            Realisation::Ongoing
        } else {
            Realisation::Done
        }
    }
}

/// One figure that a published report states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Statement {
    /// Its identifier.
    pub id: StatementId,
    /// The unit it speaks of.
    pub unit: UnitId,
    /// The period it speaks of.
    pub period: Period,
    /// What it speaks of.
    pub subject: Subject,
    /// The figure.
    pub value: StatedValue,
    /// How exact the report says it is.
    #[serde(default, skip_serializing_if = "Qualifier::is_exact")]
    pub qualifier: Qualifier,
    /// The statement that this one is a part of: 46 and 26 are parts of 73.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<StatementId>,
    /// The day the figure speaks of, where it is not the end of the period. After the report's date it is a plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The report, with its date.
    #[serde(default)]
    pub source: DocumentRef,
}

impl Statement {
    /// Whether the figure had happened when the report was made.
    pub fn realisation(&self) -> Realisation {
        match (self.on.or_else(|| self.period.end()), self.source.date) {
            (Some(on), Some(reported)) if on > reported => {
                if self.on.is_none() && self.period.start().is_some_and(|start| start <= reported) {
                    Realisation::Ongoing
                } else {
                    Realisation::Planned
                }
            }
            _ => Realisation::Done,
        }
    }
}
