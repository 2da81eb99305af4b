//! Indicators (rates and totals) and rules (what figures must hold among themselves).

use super::condition::Only;
use super::document::DocumentRef;
use super::from_json::{FromJson, JsonError, Object};
use super::id::{CellKey, FormId, IndicatorId, RuleId};
use super::number::{Count, Percent};
use super::text::Text;
use super::unit::UnitKind;
use serde::Serialize;
use serde_json::Value;

/// A number taken from the books: a sum of cells, or a number of units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Operand {
    /// The sum of cells. A key without its options means all of them.
    Cells {
        /// The cells.
        cells: Vec<CellKey>,
        /// The form they stand on; the indicator's or rule's own when absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        form: Option<FormId>,
        /// Take the last figure at or before the end of the period (a head count), not the period's own.
        latest: bool,
    },
    /// How many units of these kinds exist.
    Units {
        /// The kinds.
        units: Vec<UnitKind>,
    },
}

impl Operand {
    /// The cells that it adds up; none for a number of units.
    pub fn cells(&self) -> &[CellKey] {
        match self {
            Operand::Cells { cells, .. } => cells,
            Operand::Units { .. } => &[],
        }
    }
}

impl FromJson for Operand {
    fn from_json(value: &Value) -> Result<Operand, JsonError> {
        let object = Object::of(value)?;
        if object.get("cells").is_none() && object.get("units").is_some() {
            let units = object.take("units")?;
            return Ok(Operand::Units { units });
        }
        Ok(Operand::Cells {
            cells: object.take("cells")?,
            form: object.take("form")?,
            latest: object.take_or("latest", bool::default)?,
        })
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neutral,
}

/// How rates of several periods become one. Both are right; they answer different questions, so the
/// result is always labelled with the method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Averaging {
    /// All numerators over all denominators: (4 + 5) ÷ (5 + 7) = 75,0 %.
    #[default]
    Pooled,
    /// The mean of the periods' rates: (4/5 + 5/7) ÷ 2 = 75,7 %. Computed from the counts, exactly.
    MeanOfRates,
}

/// A figure derived from counts: a total, a rate (percentage), or a ratio of two kinds of thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Indicator {
    /// Its identifier.
    pub id: IndicatorId,
    /// Its name.
    pub label: Text,
    /// What the numerator counts, for sentences: "đảng viên tham gia học tập".
    pub counts: Text,
    /// The form that its cells stand on.
    pub form: FormId,
    /// What is counted.
    pub numerator: Operand,
    /// What it is out of; `None` for a total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Operand>,
    /// Set where numerator and denominator count different things (copies for each organisation).
    /// Without it such a pair is refused: entries over members is no participation rate.
    #[serde(default)]
    pub ratio: bool,
    /// Which way is better.
    #[serde(default)]
    pub direction: Direction,
    /// How several periods become one.
    #[serde(default)]
    pub averaging: Averaging,
    /// Decimals shown: 1, or 2.
    #[serde(default = "one")]
    pub decimals: u8,
}

const fn one() -> u8 {
    1
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, FromJson)]
pub enum Comparison {
    /// ≥
    #[serde(rename = ">=")]
    AtLeast,
    /// >
    #[serde(rename = ">")]
    MoreThan,
    /// =
    #[serde(rename = "=")]
    Equal,
    /// ≤
    #[serde(rename = "<=")]
    AtMost,
}

impl Comparison {
    /// Whether `left` compares so with `right`.
    pub fn holds<T: PartialOrd>(self, left: &T, right: &T) -> bool {
        match self {
            Comparison::AtLeast => left >= right,
            Comparison::MoreThan => left > right,
            Comparison::Equal => left == right,
            Comparison::AtMost => left <= right,
        }
    }

    /// Its sign.
    pub const fn sign(self) -> &'static str {
        match self {
            Comparison::AtLeast => "≥",
            Comparison::MoreThan => ">",
            Comparison::Equal => "=",
            Comparison::AtMost => "≤",
        }
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Cannot be right.
    Error,
    /// Probably not right.
    Warning,
    /// Worth a look.
    Notice,
}

/// Over what the two sums of a rule are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum RuleScope {
    /// Over each return.
    #[default]
    Unit,
    /// Over the whole bloc.
    Whole,
    /// Over the units below each parent.
    Parent,
    /// Over each sector.
    Sector,
}

/// A comparison that two sums must satisfy: those of one return, or those over many units. It warns; it never
/// corrects.
///
/// With a share the left side is held against so much of the right one: with 20 % and `<=`, the left is at most a
/// fifth of the right. Which cells the share is of is said by the right side, so the denominator is data too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Rule {
    /// Its identifier.
    pub id: RuleId,
    /// The form it checks.
    pub form: FormId,
    /// The left side.
    pub left: Operand,
    /// How they must compare.
    pub comparison: Comparison,
    /// The right side.
    pub right: Operand,
    /// The share of the right side that the left one is held against; the whole of it when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
    /// Whether the right side is taken of the period before, for what changes suddenly.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before: bool,
    /// It is asked only where one of the sides is at least so much: three times 2 is no sudden change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Count>,
    /// Over what the sums are taken.
    #[serde(default)]
    pub scope: RuleScope,
    /// Of which units it holds.
    #[serde(default, skip_serializing_if = "Only::is_anybody")]
    pub only: Only,
    /// First year it holds in; `None`: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<i32>,
    /// Last year it holds in; `None`: still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<i32>,
    /// The document that says so, for what is no arithmetic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<DocumentRef>,
    /// How much it weighs when it does not hold.
    pub severity: Severity,
    /// What must hold, in words: "Số dự học không quá số được triệu tập".
    pub label: Text,
    /// What to do: "Kiểm tra lại …".
    pub remedy: Text,
}

impl Rule {
    /// Whether it holds in a year.
    pub fn valid_in(&self, year: i32) -> bool {
        self.valid_from.is_none_or(|from| from <= year) && self.valid_to.is_none_or(|to| year <= to)
    }

    /// Whether its left side is a part of its right one, in every return and every year.
    pub fn is_part_of_whole(&self) -> bool {
        let always = self.valid_from.is_none() && self.valid_to.is_none() && self.only.is_anybody();
        let plain = self.share.is_none() && !self.before && self.least.is_none() && self.scope == RuleScope::Unit;
        always && plain && self.comparison == Comparison::AtMost
    }
}
