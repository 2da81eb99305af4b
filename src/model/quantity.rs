//! A count with what is known of its exactness, and what a counting unit is.

use super::from_json::FromJson;
use super::id::CountingUnitId;
use super::number::Count;
use super::text::Text;
use serde::Serialize;

/// How exact a figure is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// As it stands.
    #[default]
    Exact,
    /// "ít nhất": at least.
    AtLeast,
    /// "trên", "hơn": more than.
    MoreThan,
    /// "khoảng": about.
    About,
}

impl Qualifier {
    /// Whether the figure is exact.
    pub fn is_exact(&self) -> bool {
        *self == Qualifier::Exact
    }

    /// The qualifier of a sum of figures with these qualifiers: exact only when both are; "about"
    /// wins, because nothing bounds it; else the sum is at least, or more than, what is added up.
    pub fn combine(self, other: Qualifier) -> Qualifier {
        self.max(other)
    }
}

/// A count and its qualifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// How many, in the measure's counting unit.
    pub count: Count,
    /// How exact.
    pub qualifier: Qualifier,
}

impl Quantity {
    /// An exact count.
    pub const fn exact(count: Count) -> Quantity {
        Quantity {
            count,
            qualifier: Qualifier::Exact,
        }
    }
}

/// What one count counts. Counts of different counting units are never added, and divided only
/// where an indicator says that it is a ratio of two kinds of thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct CountingUnit {
    /// Its identifier, for example `members`.
    pub id: CountingUnitId,
    /// Its name behind a number: "4.201 đảng viên".
    pub label: Text,
    /// Whether it is an audience (members, non-members, staff): audiences are never mixed silently.
    #[serde(default)]
    pub audience: bool,
}
