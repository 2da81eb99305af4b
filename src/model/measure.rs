//! Measures, the options they are split by, and the forms they are entered on.

use super::condition::Only;
use super::from_json::FromJson;
use super::id::{AreaId, CellKey, CountingUnitId, FormId, MeasureId, OptionId, OptionSetId};
use super::period::PeriodKind;
use super::text::Text;
use super::unit::{Unit, UnitKind};
use serde::Serialize;

/// What a cell of a measure holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum ValueType {
    /// A count of whole things.
    #[default]
    Count,
    /// Done or not done by this unit: 1 or 0 organisations.
    Done,
    /// A date.
    Date,
    /// One option of the measure's option set: a level.
    Level,
    /// A text note.
    Text,
}

/// How cells of many units become one figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum OverUnits {
    /// Added up.
    #[default]
    Sum,
    /// Units that have a value are counted.
    CountPresent,
    /// They do not become one figure.
    None,
}

/// How cells of many periods become one figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum OverTime {
    /// Added up: admissions of twelve months.
    #[default]
    Sum,
    /// The last one stands: a head count.
    Last,
}

/// A set of options: grades, quality levels, audiences, forms of discipline, actors …
///
/// Grades of write-ups and quality levels of organisations are two sets, never one. A set can differ
/// by year: of the versions with one `id` the one valid in the year is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct OptionSet {
    /// Its identifier.
    pub id: OptionSetId,
    /// Its name.
    pub label: Text,
    /// Whether the options run from best to worst (or first to last), so that they are drawn in one hue.
    #[serde(default)]
    pub ordered: bool,
    /// First year it holds in; `None`: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<i32>,
    /// Last year it holds in; `None`: still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<i32>,
    /// The options in order.
    pub options: Vec<OptionItem>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct OptionItem {
    /// Its identifier, unique in its set.
    pub id: OptionId,
    /// Its name.
    pub label: Text,
    /// The counting unit of cells under this option, where the option decides it (an audience).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counting_unit: Option<CountingUnitId>,
    /// Last year it is chosen in; `None`: still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<i32>,
}

impl OptionItem {
    /// Whether it is an option in a year; without a year, whether it ever was.
    pub fn valid_in(&self, year: Option<i32>) -> bool {
        within(self.valid_to, year)
    }
}

/// Whether a year is not behind the last one.
fn within(last: Option<i32>, year: Option<i32>) -> bool {
    last.zip(year).is_none_or(|(last, year)| year <= last)
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Measure {
    /// Its identifier, unique in the catalogue.
    pub id: MeasureId,
    /// Its name.
    pub label: Text,
    /// A name for narrow columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// What to enter, for the person entering. That of built-in measures is apart: `catalogue::help`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// What it counts. An option of its sets may say more precisely.
    pub counting_unit: CountingUnitId,
    /// What a cell holds.
    #[serde(default)]
    pub value: ValueType,
    /// The sets it is split by, in order: none, one (grades), or several (actor × action × object).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<OptionSetId>,
    /// For [`ValueType::Level`]: the set that the value is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<OptionSetId>,
    /// Over units.
    #[serde(default)]
    pub over_units: OverUnits,
    /// Over periods.
    #[serde(default)]
    pub over_time: OverTime,
    /// Last year it is asked for; `None`: still. What was entered until then stays and is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<i32>,
}

impl Measure {
    /// Whether it is asked for in a year; without a year, whether it ever was.
    pub fn valid_in(&self, year: Option<i32>) -> bool {
        within(self.valid_to, year)
    }

    /// The name for narrow columns, or the full one.
    pub fn brief(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.label)
    }
}

/// Some measures of a form under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct FormSection {
    /// The heading.
    pub label: Text,
    /// The measures in order.
    pub measures: Vec<MeasureId>,
    /// Which of the units that report the form are asked for them.
    #[serde(default, skip_serializing_if = "Only::is_anybody")]
    pub only: Only,
}

/// An area of a bloc's work, under which its forms are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Area {
    /// Its identifier.
    pub id: AreaId,
    /// Its name.
    pub label: Text,
}

/// A form: the measures that units of some kinds report for periods of one kind, by a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Form {
    /// Its identifier.
    pub id: FormId,
    /// Its name.
    pub label: Text,
    /// What it is for, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// Who reports it.
    pub unit_kinds: Vec<UnitKind>,
    /// For periods of which kind.
    pub period: PeriodKind,
    /// Days after the period's end by which it is due.
    pub due_days: i64,
    /// Whether the date that its counts stand for is asked for (head counts).
    #[serde(default)]
    pub as_of: bool,
    /// The area of work that it is listed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaId>,
    /// Whether a new bloc begins with it. Which forms a bloc uses is then its own choice
    /// ([`super::profile::Profile::forms`]).
    #[serde(default)]
    pub from_start: bool,
    /// Its measures, by section.
    pub sections: Vec<FormSection>,
}

impl Form {
    /// Its measures in order.
    pub fn measures(&self) -> impl Iterator<Item = &MeasureId> {
        self.sections.iter().flat_map(|section| section.measures.iter())
    }

    /// Whether a unit that reports the form is asked for a measure of it.
    pub fn asks(&self, measure: &str, unit: &Unit) -> bool {
        let mut sections = self.sections.iter();
        let own = sections.find(|section| section.measures.iter().any(|id| id.as_str() == measure));
        own.is_none_or(|section| section.only.includes(unit))
    }
}

/// A column of a form: a measure under one option of each of its sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The cell's key.
    pub key: CellKey,
    /// The measure.
    pub measure: MeasureId,
    /// The options, in the order of the measure's sets.
    pub options: Vec<OptionId>,
    /// What it counts.
    pub counting_unit: CountingUnitId,
    /// What a cell holds.
    pub value: ValueType,
    /// The column's name without the measure's: the options' names; the measure's for an undivided one.
    pub label: Text,
}
