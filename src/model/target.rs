//! Targets (chỉ tiêu): what a unit is to reach in a period, and how targets hang together.

use super::document::DocumentRef;
use super::from_json::FromJson;
use super::id::{IndicatorId, TargetId, UnitId};
use super::indicator::Comparison;
use super::number::{Count, Percent};
use super::period::Period;
use serde::Serialize;

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum TargetValue {
    /// A count, in the indicator's counting unit.
    Count(Count),
    /// A percentage of the indicator's denominator (or of what [`Relation::OfWhich`] names).
    Percent(Percent),
}

/// What an "of which" share is taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum ShareOf {
    /// Of the whole: "90 % hoàn thành tốt, trong đó 20 % xuất sắc" is 20 % of all. The reading in use.
    #[default]
    Whole,
    /// Of the subset that the parent target names.
    Subset,
}

/// How a target hangs on its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// A part of the parent's amount: term → year → unit. The parts should add up to the parent.
    PartOf,
    /// A stricter level within the parent ("trong đó").
    OfWhich(ShareOf),
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Target {
    /// Its identifier.
    pub id: TargetId,
    /// Who is to reach it.
    pub unit: UnitId,
    /// By when.
    pub period: Period,
    /// What is measured; `None` where no measure of the catalogue does so yet (then `label` says what).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// Its own wording; empty where the indicator's name serves.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// How it compares.
    pub comparison: Comparison,
    /// How much.
    pub value: TargetValue,
    /// The target it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TargetId>,
    /// How it belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Where it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<DocumentRef>,
    /// Set by the demo generator, not by a document.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
    /// The period whose target it was copied from, until a person has looked it through: by editing it, or by saying so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<Period>,
}
