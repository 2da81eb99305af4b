//! The shape of the demos' figures: the TOML of `figures/`, as JSON made by the build.

use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::drive::Drive;
use crate::model::from_json::{self, FromJson, FromObject, JsonError, Object};
use crate::model::id::{CellKey, DriveId, FormId, OptionId, SectorId, TargetId, UnitId};
use crate::model::number::Count;
use crate::model::period::Period;
use crate::model::profile::Profile;
use crate::model::quantity::Qualifier;
use crate::model::statement::Statement;
use crate::model::target::Target;
use crate::model::text::Text;
use crate::model::unit::{Sector, Unit};
use serde_json::Value;
use std::collections::BTreeMap;

const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/demo.json"));

/// All files of `figures/`.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Hòa Bình, July 2021.
    pub hoa_binh_2021: Figures,
    /// Hòa Bình, November 2022.
    pub hoa_binh_2022: Figures,
    /// Long An, July 2021.
    pub long_an_2021: Figures,
    /// Điện Biên, August 2020.
    pub dien_bien_2020: Figures,
    /// The bloc of agencies of a province that its report does not name, March 2023.
    pub agencies_2023: Figures,
    /// Made-up organisations: agencies.
    pub provincial_agencies: Agencies,
    /// Made-up organisations: more enterprises.
    pub enterprises: Agencies,
    /// The sectors of a demo that has no list of its own.
    pub sectors: Sectors,
}

impl Files {
    /// Reads them.
    ///
    /// # Errors
    /// When a file does not have the shape that is described here. A test proves that those of this
    /// build have it.
    pub fn read() -> Result<Files, JsonError> {
        from_json::read(BUILT_IN.as_bytes())
    }

    /// The demos in the order they are offered in: the one that shows most at a glance first.
    pub fn demos(&self) -> [&Figures; 5] {
        [
            &self.hoa_binh_2021,
            &self.hoa_binh_2022,
            &self.long_an_2021,
            &self.agencies_2023,
            &self.dien_bien_2020,
        ]
    }

    /// The organisations of a list.
    pub fn list(&self, list: UnitList) -> &Agencies {
        match list {
            UnitList::ProvincialAgencies => &self.provincial_agencies,
            UnitList::Enterprises => &self.enterprises,
        }
    }
}

/// A list of made-up organisations.
#[derive(Clone, Copy, Debug, FromJson)]
#[serde(rename_all = "snake_case")]
pub enum UnitList {
    /// `provincial_agencies.toml`.
    ProvincialAgencies,
    /// `enterprises.toml`.
    Enterprises,
}

/// The organisations below the root.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Agencies {
    /// In the official order.
    pub units: Vec<Agency>,
}

/// An organisation and the weight that totals are split by.
#[derive(Clone, Debug)]
pub struct Agency {
    /// The unit, still without parent and place.
    pub unit: Unit,
    /// Its weight.
    pub size: u64,
}

/// The unit's fields and the weight stand side by side.
impl FromJson for Agency {
    fn from_json(value: &Value) -> Result<Agency, JsonError> {
        let object = Object::of(value)?;
        Ok(Agency {
            unit: Unit::from_object(&object)?,
            size: object.take("size")?,
        })
    }
}

/// The sectors.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Sectors {
    /// In order.
    pub sectors: Vec<Sector>,
}

/// One demo: what was published, and how it is split over organisations.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Its identifier, in links.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// What is in it, in a line.
    pub summary: Text,
    /// The day its figures are seen from: the day of the report.
    pub seen_on: Date,
    /// Seed of the generator.
    pub random_seed: u64,
    /// Where its organisations come from; none for a report that does not say how many there are.
    #[serde(default)]
    pub lists: Vec<UnitList>,
    /// Organisations of the lists that this demo does not have.
    #[serde(default)]
    pub without: Vec<UnitId>,
    /// Its own sectors, where its report speaks of others than `sectors.toml` has.
    #[serde(default)]
    pub sectors: Vec<SectorGroup>,
    /// Units beside the organisations: mass organisations.
    #[serde(default)]
    pub more_units: Vec<Unit>,
    /// What lies below the grassroots committees.
    #[serde(default)]
    pub below: Option<Below>,
    /// The bloc; the generator marks it as a demo and sets its day.
    pub profile: Profile,
    /// Its root unit.
    pub root: Unit,
    /// The published report: the source of statements and targets that name no other, unless illustrative.
    pub source: DocumentRef,
    /// Head counts of members.
    #[serde(default)]
    pub head_counts: Vec<HeadCount>,
    /// Study drives.
    #[serde(default)]
    pub drives: Vec<Drive>,
    /// Returns of drives.
    #[serde(default)]
    pub studies: Vec<Study>,
    /// Returns of one period.
    #[serde(default)]
    pub splits: Vec<Split>,
    /// Monthly returns.
    #[serde(default)]
    pub monthly: Vec<Monthly>,
    /// Returns of the root unit.
    #[serde(default)]
    pub whole_bloc: Vec<WholeBloc>,
    /// Targets.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// Targets that stand for each year of a term.
    #[serde(default)]
    pub yearly: Vec<Yearly>,
    /// Targets that get a part for each unit.
    #[serde(default)]
    pub chains: Vec<Chain>,
    /// What the report states.
    #[serde(default)]
    pub statements: Vec<Statement>,
}

/// A sector of one demo and who belongs to it.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct SectorGroup {
    /// Its identifier.
    pub id: SectorId,
    /// Its name.
    pub label: Text,
    /// The sectors of the lists that it takes in.
    #[serde(default)]
    pub from: Vec<SectorId>,
    /// Organisations that belong to it whatever their list says.
    #[serde(default)]
    pub units: Vec<UnitId>,
}

/// Sectional committees and subordinate cells: published totals, made units of by size.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Below {
    /// Sectional committees, at most one for each grassroots committee.
    pub sectional_committees: Count,
    /// Cells, those under sectional committees too.
    pub cells: Count,
    /// Of these: under sectional committees.
    pub sectional_cells: Count,
    /// The period of the returns that say so.
    pub period: Period,
}

/// A head count of members, split over all organisations by size.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct HeadCount {
    /// The month.
    pub period: Period,
    /// The day the counts stand for.
    pub as_of: Date,
    /// The published total.
    pub total: Count,
    /// How exact it is.
    #[serde(default)]
    pub qualifier: Qualifier,
    /// A note for each cell.
    #[serde(default)]
    pub note: String,
}

/// The returns of one drive.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The drive.
    pub drive: DriveId,
    /// Cells that are done by every organisation.
    #[serde(default)]
    pub done: Vec<CellKey>,
    /// Cells that hold an organisation's whole head count.
    #[serde(default)]
    pub everyone: Vec<CellKey>,
    /// Totals that are split by head count.
    #[serde(default)]
    pub shared: Vec<CellTotal>,
    /// Totals that share an organisation's head count among them.
    #[serde(default)]
    pub partition: Vec<CellTotal>,
}

/// A published total of a cell.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct CellTotal {
    /// The cell.
    pub cell: CellKey,
    /// The total over all organisations (and months).
    pub total: Count,
}

/// Totals of one period, split over organisations by size.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The form.
    pub form: FormId,
    /// The period.
    pub period: Period,
    /// The totals.
    pub cells: Vec<BoundedTotal>,
}

/// A published total of a cell that gives each organisation at least and at most so much.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct BoundedTotal {
    /// The cell.
    pub cell: CellKey,
    /// The total over all organisations.
    pub total: Count,
    /// The least of each.
    #[serde(default)]
    pub at_least: Count,
    /// The most of each; absent: no limit.
    #[serde(default)]
    pub at_most: Option<Count>,
    /// Whether the other units of the root, such as mass organisations, have a part in it.
    #[serde(default)]
    pub with_others: bool,
}

/// Totals of a year, split over months and organisations.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Monthly {
    /// The form.
    pub form: FormId,
    /// The year.
    pub year: i32,
    /// The weight of each month from January on; as many months as have figures.
    pub months: Vec<u64>,
    /// The totals.
    pub cells: Vec<CellTotal>,
}

/// A return of the root unit, with published figures as they stand.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct WholeBloc {
    /// The form.
    pub form: FormId,
    /// The period.
    pub period: Period,
    /// The counts.
    pub counts: BTreeMap<CellKey, Count>,
    /// The cells that are one choice of a set.
    #[serde(default)]
    pub levels: BTreeMap<CellKey, OptionId>,
    /// How exact a count is, where it is not.
    #[serde(default)]
    pub qualifiers: BTreeMap<CellKey, Qualifier>,
    /// Notes of cells.
    #[serde(default)]
    pub notes: BTreeMap<CellKey, String>,
    /// A note for each cell that has none of its own.
    #[serde(default)]
    pub note: String,
}

/// Targets that are written once and stand for each year of a term. Each gets the year behind its identifier;
/// where its parent is one of them too, the parent of the same year.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Yearly {
    /// The term.
    pub term: Period,
    /// Which targets.
    pub targets: Vec<TargetId>,
}

/// A target that gets an illustrative part for each organisation.
#[derive(Clone, Debug, FromJson)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// The target.
    pub target: TargetId,
}
